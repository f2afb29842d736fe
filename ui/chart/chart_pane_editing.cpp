// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing, editing and keeping charts, and what marks and questions have to do with each other.
#include "ui/chart/chart_pane.h"

#include "chart/words.h"
#include "ui/chart/chart_builder.h"
#include "ui/chart/chart_canvas.h"
#include "ui/chart/chart_choices.h"
#include "ui/chart/chart_editor.h"
#include "ui/chart/chart_gallery.h"
#include "ui/chart/chart_links.h"
#include "ui/chart/chart_table_view.h"
#include "ui/chart/chart_thumbnails.h"
#include "ui/common/pane_head.h"
#include "ui/common/words.h"
#include "ui/dialogs.h"
#include "ui/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace waic::ui {

namespace {

constexpr int kMostRecords = 20;      ///< of a selection that is shown in the chart
constexpr qsizetype kMostInMenu = 12; ///< records behind a mark

QString draftsKey(const QString &catalogueUid)
{
    return QStringLiteral("chart/drafts/") + catalogueUid;
}

QString specText(const chart::ChartSpec &spec)
{
    return QString::fromUtf8(QJsonDocument(chart::toJson(spec)).toJson(QJsonDocument::Compact));
}

} // namespace

/// Charts as the catalogue has them now; the one that is chosen stays.
void ChartPane::loadShelf()
{
    if (!m_workspace.isOpen())
        return;
    const Result<std::vector<catalogue::SavedChart>> saved = m_workspace.reader().savedCharts();
    if (!saved) {
        m_workspace.report(saved.error());
        return;
    }
    const bool isKept = m_saving && std::any_of(saved->begin(), saved->end(), [this](const catalogue::SavedChart &each) {
        return each.name == m_saving->name && each.spec == m_saving->spec;
    });
    if (isKept) // only now is what was edited no draft any more
        endSaving();
    const bool wasNew = m_shelf.size() > m_chart && chosen().spec.name.isEmpty();
    const QString name = m_wanted.isNull() && m_shelf.size() > m_chart ? chosen().spec.name : m_wanted;
    const std::optional<chart::ChartSpec> before = m_shelf.size() > m_chart ? std::optional(chosen().shown()) : std::nullopt;
    m_shelf.load(*saved);
    if (std::exchange(m_isFresh, false))
        restoreDrafts();
    const int found = name.isNull() || name.isEmpty() ? -1 : m_shelf.find(name);
    if (found >= 0)
        m_wanted = QString();
    m_chart = found >= 0 ? found : wasNew ? m_shelf.size() - 1 : std::min(m_chart, m_shelf.size() - 1);
    showShelf();
    m_gallery->setCurrent(m_chart);
    m_head->setTitle(chosen().label());
    if (!before || *before != chosen().shown()) {
        outdate();
        request();
    }
    fillEditor();
    m_thumbnails->make(m_shelf.charts());
}

/// What was edited when the catalogue was left, by whatever end of the program.
void ChartPane::restoreDrafts()
{
    const QByteArray kept = QSettings().value(draftsKey(m_workspace.file().uid())).toByteArray();
    m_shelf.setDrafts(QJsonDocument::fromJson(kept).array());
}

void ChartPane::showShelf()
{
    if (m_workspace.isOpen() && m_builder) {
        const QJsonArray drafts = m_shelf.drafts();
        const QString key = draftsKey(m_workspace.file().uid());
        const QByteArray json = drafts.isEmpty() ? QByteArray() : QJsonDocument(drafts).toJson(QJsonDocument::Compact);
        if (drafts.isEmpty() && QSettings().contains(key))
            QSettings().remove(key);
        else if (QSettings().value(key).toByteArray() != json) // called at every commit
            QSettings().setValue(key, json);
    }
    m_gallery->setCharts(m_shelf.charts());
}

void ChartPane::choose(int chart)
{
    m_chart = chart;
    m_gallery->setCurrent(chart);
    m_head->setTitle(chosen().label());
    m_head->setNote(chosen().draft ? tr("edited, not saved") : QString());
    outdate();
    if (m_builder) // a choice of the person, not the first of the constructor
        QSettings().setValue(QStringLiteral("chart/current"), chosen().spec.name);
    fillEditor();
    request();
}

void ChartPane::showChart(const QString &name)
{
    if (const int found = m_shelf.find(name); found >= 0 && found != m_chart)
        choose(found);
}

bool ChartPane::isEditing() const
{
    return m_edit->isChecked();
}

void ChartPane::setEditing(bool on)
{
    m_edit->setChecked(on);
    if (on && !m_choices && m_workspace.isOpen()) {
        m_choices = std::make_unique<ChartChoices>(m_workspace.file());
        connect(m_choices.get(), &ChartChoices::measuresRead, this, [this] { m_editor->setMeasures(m_choices->measures()); });
        connect(m_choices.get(), &ChartChoices::measureRead, m_editor, &ChartEditor::setChoices);
        connect(m_choices.get(), &ChartChoices::failed, &m_workspace, &Workspace::report);
        connect(m_editor, &ChartEditor::measureChosen, m_choices.get(), &ChartChoices::readMeasure);
        m_choices->readMeasures();
        if (!chosen().shown().isCount())
            m_choices->readMeasure(chosen().shown().measure);
    }
    if (on)
        fillEditor();
    placeEditor();
    emit editingChanged();
}

bool ChartPane::isTable() const
{
    return m_asTable->isChecked();
}

void ChartPane::setAsTable(bool on)
{
    m_asTable->setChecked(on);
    if (on && m_data)
        m_table->setData(*m_data);
    m_stack->setCurrentWidget(on ? static_cast<QWidget *>(m_table) : m_canvas);
    if (isVisible())
        focusChart();
    emit editingChanged();
}

/// In a narrow window the editor takes the gallery's place.
void ChartPane::placeEditor()
{
    const bool isWide = window()->width() >= ChartGallery::kWideWindow;
    m_gallery->setFixedWidth(isWide ? ChartGallery::kWideWidth : ChartGallery::kWidth);
    m_editor->setVisible(isEditing());
    m_gallery->setVisible(isWide || !isEditing());
}

void ChartPane::fillEditor()
{
    if (!isEditing())
        return;
    QStringList own;
    if (const explore::Vocabulary *vocabulary = m_workspace.vocabulary())
        for (const explore::OwnField &field : vocabulary->fields)
            own.append(field.name);
    m_editor->setOwnFields(own);
    m_editor->setSpec(chosen().shown(), {chosen().draft.has_value(), m_workspace.isWritable()});
    if (m_data && !m_stale)
        m_editor->setData(*m_data);
}

void ChartPane::onEdited(const chart::ChartSpec &spec)
{
    m_shelf.setDraft(m_chart, spec);
    showShelf();
    m_head->setNote(chosen().draft ? tr("edited, not saved") : QString());
    outdate();
    fillEditor();
    request();
}

void ChartPane::newChart()
{
    chart::ChartSpec spec;
    spec.dimension = QStringLiteral("kind");
    const int place = m_shelf.add(spec);
    showShelf();
    choose(place);
    setEditing(true);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void ChartPane::saveChart()
{
    if (chosen().spec.name.isEmpty())
        saveChartAs();
    else if (chosen().draft)
        keep(chosen().spec.name);
}

void ChartPane::saveChartAs()
{
    const QString suggestion = m_data && chosen().spec.name.isEmpty() ? m_data->title : chosen().label();
    const std::optional<QString> name = m_workspace.dialogs().askText(tr("Save Chart"), tr("Name"), suggestion, tr("Save"));
    if (!name)
        return;
    const int same = m_shelf.find(*name);
    if (same >= 0 && same != m_chart
        && !m_workspace.dialogs().confirm(tr("Replace the chart “%1”?").arg(*name),
            tr("There is a chart of this name. It will draw what is drawn now; undo brings the other back."), tr("Replace")))
        return;
    keep(*name);
}

void ChartPane::keep(const QString &name)
{
    chart::ChartSpec spec = chosen().shown();
    spec.name = name;
    const int same = m_shelf.find(name);
    const bool isKept = same >= 0 && m_shelf.at(same).saved.id != 0;
    m_saving = Saving{name, specText(spec), chosen().spec.name};
    m_workspace.apply(
        isKept ? catalogue::setChartSpec(m_shelf.at(same).saved, specText(spec)) : catalogue::saveChart(name, specText(spec)));
}

/// The chart that was saved is the chosen one, unless another was chosen meanwhile.
void ChartPane::endSaving()
{
    const Saving saving = *std::exchange(m_saving, std::nullopt);
    const int place = m_shelf.find(saving.from);
    if (place < 0)
        return;
    if (place == m_chart) {
        m_wanted = saving.name;
        m_head->setNote(QString());
    }
    const int before = m_shelf.size();
    m_shelf.dropDraft(place);
    if (m_shelf.size() < before && place <= m_chart)
        m_chart = std::max(0, m_chart - 1);
}

void ChartPane::renameChart()
{
    if (chosen().saved.id == 0)
        return;
    const std::optional<QString> name
        = m_workspace.dialogs().askText(tr("Rename Chart"), tr("Name"), chosen().spec.name, tr("Rename"));
    if (!name || *name == chosen().spec.name)
        return;
    m_wanted = *name;
    m_workspace.apply(catalogue::renameChart(chosen().saved, *name));
}

void ChartPane::deleteChart()
{
    if (chosen().saved.id == 0)
        return;
    const auto builtIn = chart::builtInCharts();
    const bool comesBack = std::any_of(
        builtIn.begin(), builtIn.end(), [this](const chart::ChartSpec &each) { return each.name == chosen().spec.name; });
    m_workspace.apply(catalogue::deleteChart(chosen().saved));
    if (comesBack)
        m_head->setNote(tr("deleted; the chart of this name that comes with the program is left"));
}

void ChartPane::revertChart()
{
    const int size = m_shelf.size();
    m_shelf.dropDraft(m_chart);
    showShelf();
    choose(m_shelf.size() < size ? std::max(0, m_chart - 1) : m_chart);
}

void ChartPane::markSelected()
{
    m_canvas->setSelected(askedMarks(m_workspace.query(), *m_data));
}

/// What is selected in the table stands out among the marks.
void ChartPane::markRecords()
{
    if (!m_data || !m_workspace.isOpen())
        return;
    const explore::IdList &selection = m_workspace.selection();
    std::vector<catalogue::Record> records;
    if (selection.size() <= std::size_t(kMostRecords) && isVisible())
        for (const catalogue::RowId id : selection.all())
            if (Result<catalogue::Record> record = m_workspace.reader().record(id))
                records.push_back(*std::move(record));
    m_canvas->setMarked(marksOf(records, *m_data));
}

void ChartPane::onChosen(int mark, bool add)
{
    if (!m_data || mark < 0 || mark >= int(m_data->marks.size()))
        return;
    m_workspace.setQuery(withMark(m_workspace.query(), *m_data, mark, add));
}

void ChartPane::onGathered(const std::vector<int> &marks)
{
    explore::Query query = m_workspace.query();
    for (const int mark : marks)
        if (m_data && mark < int(m_data->marks.size()))
            query = withMark(query, *m_data, mark, true);
    m_workspace.setQuery(query);
}

void ChartPane::onTimesChosen(int first, int last)
{
    if (!m_data)
        return;
    m_workspace.setQuery(withTimes(m_workspace.query(), *m_data, first, last));
}

void ChartPane::showMenu(int mark, const QPoint &place)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("markMenu"));
    if (m_data && mark >= 0 && mark < int(m_data->marks.size())) {
        const chart::Mark &each = m_data->marks[std::size_t(mark)];
        if (each.filter) {
            // The chart may be another one by the time that an entry is chosen.
            const auto ask = [this, chart = *m_data, mark](
                                 bool add) { m_workspace.setQuery(withMark(m_workspace.query(), chart, mark, add)); };
            menu.addAction(tr("Show Only These"), this, [ask] { ask(false); });
            menu.addAction(tr("Add to the Filter"), this, [ask] { ask(true); });
            menu.addAction(tr("Leave These Out"), this,
                [this, chart = *m_data, mark] { m_workspace.setQuery(withoutMark(m_workspace.query(), chart, mark)); });
        }
        if (!each.announcements.empty()) {
            QMenu *records = menu.addMenu(tr("Figures and Their Sources"));
            const auto count = std::min<std::size_t>(each.announcements.size(), kMostInMenu);
            const auto rows = m_workspace.reader().rows(std::span(each.announcements).first(count));
            for (const catalogue::AnnouncementRow &row : rows.value_or(std::vector<catalogue::AnnouncementRow>()))
                records->addAction(
                    literal(row.announcement.title), this, [this, id = row.announcement.id] { m_workspace.setCurrent(id); });
        }
        menu.addAction(tr("Copy Value"), this,
            [details = chart::markDetails(each)] { QGuiApplication::clipboard()->setText(details.join(QLatin1Char('\n'))); });
        menu.addSeparator();
    }
    menu.addActions(actions());
    menu.addActions({m_edit});
    menu.exec(place);
}

} // namespace waic::ui
