// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trace.h"

#include "explore/query.h"
#include "ui/chart/chart_canvas.h"
#include "ui/chart/chart_pane.h"
#include "ui/table/announcement_view.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include <QAbstractEventDispatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScrollBar>

namespace waic::ui {

namespace {

constexpr double kHeldMs = 16;
constexpr double kInputLastsMs = 1000; ///< what comes later was not led to by it

QByteArray jsonText(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a key that becomes a command is pressed for no widget
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

Trace::Trace(Application &application)
    : m_application(application)
{
    m_clock.start();
}

Trace::~Trace()
{
    m_application.setWatch(nullptr);
}

Result<std::unique_ptr<Trace>> Trace::begin(const QString &path, Application &application)
{
    std::unique_ptr<Trace> trace(new Trace(application));
    trace->m_file.setFileName(path);
    if (!trace->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return failure(
            ErrorKind::Io, tr("the trace cannot be written: %1").arg(trace->m_file.errorString()), path, tr("name another file"));
    application.setWatch(trace.get());
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, trace.get(), &Trace::aboutToBlock);
    connect(dispatcher, &QAbstractEventDispatcher::awake, trace.get(), &Trace::awake);
    trace->m_open = Interaction{QStringLiteral("open"), {}, 0, {}, {}, 0};
    return trace;
}

void Trace::watch(Workspace &workspace, TablePane &table, QWidget &facets, ChartPane &charts)
{
    m_workspace = &workspace;
    m_table = &table;
    m_facets = &facets;
    m_viewport = table.view()->viewport();
    m_charts = &charts;
    m_canvas = charts.findChild<ChartCanvas *>();
    connect(&charts, &ChartPane::shown, this, &Trace::onChartShown);
    m_before = workspace.query();
    connect(&workspace, &Workspace::closing, this, &Trace::onOpening);
    connect(&workspace, &Workspace::queryChanged, this, &Trace::onQueryChanged);
    connect(&workspace, &Workspace::answered, this, &Trace::onAnswered);
    connect(&workspace, &Workspace::editAsked, this, &Trace::onEditAsked);
    connect(&workspace, &Workspace::committed, this, [this] {
        if (m_edit && !m_edit->answered)
            answer(*m_edit);
    });
    connect(&workspace, &Workspace::refused, this, [this] { m_edit.reset(); });
    connect(table.view()->verticalScrollBar(), &QScrollBar::valueChanged, this, &Trace::onScrolled);
    connect(&table, &TablePane::rowsArrived, this, [this] {
        if (m_scroll)
            answer(*m_scroll);
    });
}

double Trace::askedAt()
{
    const std::optional<double> input = std::exchange(m_input, {});
    return input && now() - *input < kInputLastsMs ? *input : now();
}

void Trace::onOpening()
{
    m_question.reset();
    m_edit.reset();
    m_open = Interaction{QStringLiteral("open"), {}, askedAt(), {}, {}, 0};
}

void Trace::onQueryChanged()
{
    const explore::Query before = std::exchange(m_before, m_workspace->query());
    // The question that a catalogue opens with belongs to opening it.
    if (m_open || before == m_before)
        return;
    const bool sort = sameSelection(before, m_before);
    const QString what = sort ? QStringLiteral("sort") : m_inFacets ? QStringLiteral("facet") : QStringLiteral("query");
    m_question = Interaction{what, queryText(m_before), askedAt(), {}, {}, 0};
    m_scroll.reset();
}

void Trace::onAnswered()
{
    const explore::Answer &found = m_workspace->answer();
    if (m_open) {
        m_open->detail = found.reach == explore::Reach::FirstRows ? QStringLiteral("first rows") : QStringLiteral("whole");
        answer(*m_open);
    } else if (m_question && found.query == m_before) {
        answer(*m_question);
        m_chart = Interaction{QStringLiteral("chart"), m_question->detail, m_question->asked, {}, {}, m_question->rows};
    }
}

void Trace::onChartShown()
{
    if (m_chart && m_charts->data()->query == m_chart->detail) {
        m_chart->answered = now();
        m_chart->painted.reset();
        m_chartPaints = false;
    }
}

void Trace::onScrolled()
{
    if (m_open || m_question || m_scroll || !m_input)
        return;
    m_scroll = Interaction{QStringLiteral("scroll"), QString::number(m_table->view()->rowAt(0)), askedAt(), {}, {}, 0};
    m_scroll->rows = m_workspace->answer().ids.size();
}

void Trace::onEditAsked(const QString &label)
{
    m_edit = Interaction{QStringLiteral("edit"), label, askedAt(), {}, {}, 0};
}

void Trace::answer(Interaction &interaction)
{
    interaction.answered = now();
    interaction.painted.reset();
    interaction.rows = qsizetype(m_workspace->answer().ids.size());
    // What this very event has painted so far was painted before the answer.
    m_tablePaints = false;
}

void Trace::began(QObject *receiver, const QEvent &event)
{
    if (m_depth++ == 0) {
        m_started = now();
        m_type = event.type();
    }
    if (event.type() == QEvent::Paint) {
        m_paints = true;
        m_chartPaints = m_chartPaints || receiver == m_canvas;
        if (receiver == m_viewport) {
            m_tablePaints = true;
            // Rows that were there needed no answer but this.
            if (m_scroll && !m_scroll->answered)
                m_scroll->answered = now();
        }
    } else if (isInput(event.type()) && receiver->isWidgetType()
        && (event.type() != QEvent::MouseMove || QApplication::mouseButtons())) {
        m_input = now();
        const auto *widget = static_cast<QWidget *>(receiver);
        m_inFacets = m_facets && (widget == m_facets || m_facets->isAncestorOf(widget));
    }
}

void Trace::ended()
{
    if (--m_depth > 0)
        return;
    takePaint();
    checkHeld();
}

void Trace::checkHeld()
{
    const double held = now() - m_started;
    if (held > kHeldMs)
        writeLine("{\"what\":\"held\",\"ms\":" + number(held) + ",\"event\":" + QByteArray::number(m_type) + "}");
}

void Trace::takePaint()
{
    const double at = now();
    for (std::optional<Interaction> *one : {&m_open, &m_question, &m_scroll, &m_edit})
        if (*one && (*one)->answered && (m_tablePaints || ((*one)->painted && m_paints)))
            (*one)->painted = at;
    if (m_chart && m_chart->answered && m_chartPaints)
        m_chart->painted = at;
    m_paints = m_tablePaints = m_chartPaints = false;
}

void Trace::aboutToBlock()
{
    // A menu or a dialog waits inside of the event that opened it.
    if (m_depth > 0) {
        takePaint();
        checkHeld();
    }
    for (std::optional<Interaction> *one : {&m_open, &m_question, &m_edit, &m_chart})
        if (*one && (*one)->painted)
            write(*std::exchange(*one, std::nullopt));
    if (m_scroll && m_scroll->painted && !(m_table && m_table->isWaitingForRows()))
        write(*std::exchange(m_scroll, std::nullopt));
}

void Trace::awake()
{
    m_started = now();
}

void Trace::write(const Interaction &interaction)
{
    writeLine("{\"what\":" + jsonText(interaction.what) + ",\"detail\":" + jsonText(interaction.detail)
        + ",\"asked\":" + number(interaction.asked) + ",\"answered\":" + number(*interaction.answered)
        + ",\"painted\":" + number(*interaction.painted) + ",\"rows\":" + QByteArray::number(interaction.rows) + "}");
    // First rows come before all of them.
    if (interaction.what == QLatin1String("open") && m_workspace->answer().reach == explore::Reach::FirstRows)
        m_open = Interaction{interaction.what, {}, interaction.asked, {}, {}, 0};
}

void Trace::writeLine(const QByteArray &line)
{
    m_file.write(line + '\n');
    m_file.flush();
}

} // namespace waic::ui
