// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_canvas.h"

#include "ui/chart/chart_painter.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace waic::ui {

ChartCanvas::ChartCanvas(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("chartCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
    connect(&Theme::instance(), &Theme::changed, this, &ChartCanvas::forget);
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::setData(const chart::ChartData &chart)
{
    const bool isSame = m_data && m_data->spec == chart.spec && m_data->marks.size() == chart.marks.size();
    m_data = chart;
    if (!isSame)
        m_current = -1;
    m_selected.clear();
    m_marked.clear();
    m_gathered.clear();
    describe();
    forget();
}

void ChartCanvas::setSelected(const std::vector<int> &marks)
{
    if (marks == m_selected)
        return;
    m_selected = marks;
    m_picture = {};
    update();
}

void ChartCanvas::setMarked(const std::vector<int> &marks)
{
    if (marks == m_marked)
        return;
    m_marked = marks;
    update();
}

void ChartCanvas::clear()
{
    m_data.reset();
    m_selected.clear();
    m_marked.clear();
    m_gathered.clear();
    m_pressed.reset();
    m_dragFrom = m_dragTo = 0;
    m_current = -1;
    describe();
    forget();
}

void ChartCanvas::forget()
{
    m_painter.reset();
    m_picture = {};
    update();
}

ChartPainter *ChartCanvas::painter()
{
    if (!m_painter && m_data && !size().isEmpty())
        m_painter = std::make_unique<ChartPainter>(*m_data, size(), Theme::instance().kind(), ChartPlace::Pane);
    return m_painter.get();
}

int ChartCanvas::markAt(const QPoint &point)
{
    ChartPainter *const chart = painter();
    return chart ? chart->markAt(point) : -1;
}

QPoint ChartCanvas::centreOf(int mark)
{
    ChartPainter *const chart = painter();
    return chart ? chart->markMiddle(mark).toPoint() : QPoint();
}

QSize ChartCanvas::sizeHint() const
{
    return {620, 270};
}

QSize ChartCanvas::minimumSizeHint() const
{
    return {240, 120};
}

bool ChartCanvas::answersToClick(int mark) const
{
    return m_data && mark >= 0 && m_data->marks[std::size_t(mark)].filter.has_value();
}

QString ChartCanvas::details(int mark) const
{
    return chart::markDetails(m_data->marks[std::size_t(mark)]).join(QLatin1Char('\n'));
}

void ChartCanvas::describe()
{
    setAccessibleName(m_data ? (m_data->empty.isNull() ? m_data->title : tr("Chart: nothing to draw")) : tr("Chart"));
    setAccessibleDescription(!m_data ? QString() : m_current >= 0 ? details(m_current) : chart::summaryText(*m_data));
}

void ChartCanvas::paintEvent(QPaintEvent *)
{
    QPainter painting(this);
    ChartPainter *const chart = painter();
    if (!chart) {
        painting.fillRect(rect(), themeColour(Token::Surface));
        return;
    }
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        m_picture = QPixmap(size() * devicePixelRatioF());
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        QPainter drawing(&m_picture);
        chart->paint(drawing, m_selected);
    }
    painting.drawPixmap(0, 0, m_picture);
    paintDrag(painting, *chart);
    painting.setRenderHint(QPainter::Antialiasing);
    painting.setPen(QPen(themeColour(Token::Accent), 2));
    for (const std::vector<int> &marks : {m_marked, m_gathered})
        for (const int mark : marks)
            painting.drawPath(chart->markOutline(mark));
    if (!hasFocus())
        return;
    const QPainterPath outline = chart->markOutline(m_current);
    if (outline.isEmpty()) {
        drawFocusRing(painting, rect(), 0);
        return;
    }
    painting.setRenderHint(QPainter::Antialiasing);
    painting.setPen(QPen(themeColour(Token::Surface), 5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painting.drawPath(outline);
    painting.setPen(QPen(themeColour(Token::Accent), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painting.drawPath(outline);
}

void ChartCanvas::resizeEvent(QResizeEvent *)
{
    forget();
}

bool ChartCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int mark = markAt(help->pos());
        if (mark < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(details(mark)), this);
        return true;
    }
    return QWidget::event(event);
}

void ChartCanvas::paintDrag(QPainter &painter, const ChartPainter &chart) const
{
    if (m_dragFrom == 0)
        return;
    const QRectF band = chart.monthStrip(m_dragFrom).united(chart.monthStrip(m_dragTo));
    QColor fill = themeColour(Token::Accent);
    fill.setAlphaF(0.16F);
    painter.fillRect(band, fill);
    painter.setPen(QPen(themeColour(Token::Accent), 1));
    painter.drawLine(band.topLeft(), band.bottomLeft());
    painter.drawLine(band.topRight(), band.bottomRight());
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    ChartPainter *const chart = painter();
    if (event->button() == Qt::LeftButton && chart && chart->monthAt(event->position()) != 0)
        m_pressed = event->pos();
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    ChartPainter *const chart = painter();
    const bool isDrag = m_pressed && (event->pos() - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (chart && m_pressed && (isDrag || m_dragFrom != 0)) {
        m_dragFrom = chart->monthAt(*m_pressed);
        m_dragTo = m_dragTo == 0 ? m_dragFrom : m_dragTo;
        // Beyond the ends the range stays at what it reached.
        if (const int month = chart->monthAt(QPointF(event->position().x(), m_pressed->y())); month != 0)
            m_dragTo = month;
        update();
        return;
    }
    setCursor(answersToClick(markAt(event->pos())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed.reset();
    if (m_dragFrom != 0) {
        const int from = std::exchange(m_dragFrom, 0), to = std::exchange(m_dragTo, 0);
        update();
        emit timesChosen(std::min(from, to), std::max(from, to));
        return;
    }
    if (const int mark = markAt(event->pos()); answersToClick(mark))
        choose(mark, event->modifiers());
}

/// The answer to one mark would take the others out of sight, so with Ctrl they are gathered until it is let go.
void ChartCanvas::choose(int mark, Qt::KeyboardModifiers modifiers)
{
    if (!modifiers.testFlag(Qt::ControlModifier)) {
        emit chosen(mark);
        return;
    }
    if (std::erase(m_gathered, mark) == 0)
        m_gathered.push_back(mark);
    update();
}

void ChartCanvas::endGathering()
{
    if (m_gathered.empty())
        return;
    update();
    emit gathered(std::exchange(m_gathered, {}));
}

void ChartCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Control)
        endGathering();
    QWidget::keyReleaseEvent(event);
}

void ChartCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int mark = isKey ? m_current : markAt(event->pos());
    emit menuAsked(mark, isKey && mark >= 0 ? mapToGlobal(centreOf(mark)) : event->globalPos());
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    const ChartPainter *const chart = painter();
    const int count = chart ? chart->shownMarks() : 0;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        step(1, m_current);
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        step(-1, m_current < 0 ? count : m_current);
        return;
    case Qt::Key_Home:
        step(1, -1);
        return;
    case Qt::Key_End:
        step(-1, count);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (answersToClick(m_current))
            choose(m_current, event->modifiers());
        return;
    case Qt::Key_Escape:
        if (m_dragFrom != 0) {
            m_pressed.reset();
            m_dragFrom = m_dragTo = 0;
            update();
            return;
        }
        if (!m_gathered.empty()) {
            m_gathered.clear();
            update();
            return;
        }
        if (m_current >= 0) {
            setCurrent(-1);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartCanvas::focusOutEvent(QFocusEvent *event)
{
    QToolTip::hideText();
    endGathering();
    QWidget::focusOutEvent(event);
}

/// To the next mark that has a number; months without announcements are passed over.
void ChartCanvas::step(int direction, int from)
{
    const ChartPainter *const chart = painter();
    const int count = chart ? chart->shownMarks() : 0;
    for (int mark = from + direction; mark >= 0 && mark < count; mark += direction) {
        const chart::Mark &each = m_data->marks[std::size_t(mark)];
        if (each.value != 0 || each.facts.figures > 0) {
            setCurrent(mark);
            return;
        }
    }
}

void ChartCanvas::setCurrent(int mark)
{
    m_current = mark;
    describe();
    update();
    if (mark < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(mapToGlobal(centreOf(mark)), plainToolTip(details(mark)), this);
}

} // namespace waic::ui
