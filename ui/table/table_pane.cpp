// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_pane.h"

#include "ui/common/used_values.h"
#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/cell_delegate.h"
#include "ui/table/column_layout.h"
#include "ui/table/columns.h"
#include "ui/table/copy_job.h"
#include "ui/table/empty_note.h"
#include "ui/table/paste_job.h"
#include "ui/table/refused_cells.h"
#include "ui/table/sorting.h"
#include "ui/table/suggestions.h"
#include "ui/table/table_head.h"
#include "ui/table/table_header.h"
#include "ui/table/table_menus.h"
#include "ui/workspace.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace waic::ui {

using catalogue::RowId;

namespace {

constexpr int kWideWindow = 1440;

} // namespace

TablePane::TablePane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new AnnouncementModel([&workspace](std::span<const RowId> ids) { return workspace.reader().rows(ids); }, this))
    , m_view(new AnnouncementView(*m_model))
    , m_used(new UsedValues(workspace, this))
    , m_cells(new CellDelegate(
          [this](const catalogue::Field &field) { return suggestionsFor(m_workspace.answer(), *m_used, field); }, m_view))
    , m_columns(new ColumnLayout(*m_view->header(), this))
    , m_head(new TableHead(*m_columns))
    , m_menus(new TableMenus(workspace, *m_model, *m_view, *m_columns, this))
    , m_empty(new EmptyNote(m_view))
    , m_refused(new RefusedCells(workspace, *m_model, this))
{
    m_view->setCells(m_cells);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    setMinimumWidth(360);

    connectWorkspace();
    connectView();
    connectSorting();
    if (m_workspace.isOpen()) {
        onOpened();
        if (m_workspace.answer().total > 0)
            takeAnswer();
    }
    onQueryChanged();
}

TablePane::~TablePane() = default;

void TablePane::connectWorkspace()
{
    connect(&m_workspace, &Workspace::closing, this, &TablePane::onClosing);
    connect(&m_workspace, &Workspace::opened, this, &TablePane::onOpened);
    connect(&m_workspace, &Workspace::closed, this, [this] {
        const QScopedValueRollback arranging(m_arranging, true);
        m_model->clear();
        m_empty->hide();
        m_head->clear();
    });
    connect(&m_workspace, &Workspace::answered, this, &TablePane::onAnswered);
    connect(&m_workspace, &Workspace::queryChanged, this, &TablePane::onQueryChanged);
    connect(&m_workspace, &Workspace::committed, this, &TablePane::onCommitted);
    connect(&m_workspace, &Workspace::currentChanged, this, &TablePane::onWorkspaceCurrent);
    // What was typed stands in its cell until it is saved or refused for good.
    connect(&m_workspace, &Workspace::changed, this, [this] {
        if (!m_workspace.isSaving() && m_workspace.unsaved().isEmpty())
            m_model->dropPending();
    });
}

void TablePane::connectView()
{
    connect(m_model, &AnnouncementModel::editAsked, m_refused, &RefusedCells::apply);
    connect(m_model, &AnnouncementModel::fetched, this, &TablePane::rowsArrived);
    connect(m_model, &AnnouncementModel::readFailed, &m_workspace, &Workspace::report);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TablePane::onCurrentMoved);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TablePane::handSelection);
    connect(m_view, &AnnouncementView::copyAsked, this, &TablePane::copySelection);
    connect(m_view, &AnnouncementView::starAsked, this, &TablePane::toggleCurrentStar);
    connect(m_view, &AnnouncementView::resized, this, [this] {
        m_columns->fit(m_view->viewport()->width());
        placeEmptyNote();
    });
    connect(m_view, &AnnouncementView::editRefused, this, [this] {
        m_workspace.report({ErrorKind::ReadOnly, tr("This catalogue may not be changed"), m_workspace.file().name(),
            m_workspace.file().readOnlyReason()});
    });
    connect(m_view, &AnnouncementView::leftMistake, this, &TablePane::takeLeftMistake);
    connect(m_cells, &CellDelegate::fillAsked, this, &TablePane::fill);
    connect(m_view, &AnnouncementView::editingEnded, this, [this] {
        if (m_answerWaits)
            takeAnswer();
    });
    connect(m_cells, &CellDelegate::starClicked, this, [this](const QModelIndex &index) {
        toggleStar(m_model->idOf(index.row()), !m_model->row(index.row()).announcement.starred);
    });
    m_view->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->header(), &QWidget::customContextMenuRequested, this, &TablePane::showHeaderMenu);
    connect(m_view, &AnnouncementView::menuAsked, this, &TablePane::showCellMenu);
    connect(m_menus, &TableMenus::copyAsked, this, &TablePane::copySelection);
    connect(m_menus, &TableMenus::pasteAsked, this, &TablePane::paste);
    connect(m_menus, &TableMenus::fillDownAsked, this, &TablePane::fillDown);
    connect(m_menus, &TableMenus::binAsked, this, [this] {
        if (!m_workspace.selection().empty())
            m_workspace.apply(catalogue::moveToBin(m_workspace.selection().all()));
    });
    connect(m_menus, &TableMenus::restoreAsked, this, [this] {
        if (!m_workspace.selection().empty())
            m_workspace.apply(catalogue::restoreFromBin(m_workspace.selection().all()));
    });
    connect(m_empty, &EmptyNote::clearAsked, this, [this] {
        explore::Query query;
        query.sort = m_workspace.query().sort;
        query.inBin = m_workspace.query().inBin;
        m_workspace.setQuery(query);
    });
    connect(m_empty, &EmptyNote::removeAsked, this, [this](const explore::Condition &condition) {
        explore::Query query = m_workspace.query();
        std::erase(query.conditions, condition);
        m_workspace.setQuery(query);
    });
}

void TablePane::connectSorting()
{
    const auto ask = [this](explore::Query (*sorted)(explore::Query, int)) {
        return [this, sorted](int column) { m_workspace.setQuery(sorted(m_workspace.query(), column)); };
    };
    const auto byRelevance = [this] { m_workspace.setQuery(sortedByRelevance(m_workspace.query())); };
    connect(m_view->header(), &QHeaderView::sectionClicked, this, [this](int column) {
        const bool also = QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
        m_workspace.setQuery(also ? sortedAlsoBy(m_workspace.query(), column) : sortedBy(m_workspace.query(), column));
    });
    connect(m_menus, &TableMenus::sortAsked, this,
        [this](int column, bool descending) { m_workspace.setQuery(sortedBy(m_workspace.query(), column, descending)); });
    connect(m_menus, &TableMenus::alsoSortAsked, this, ask(sortedAlsoBy));
    connect(m_menus, &TableMenus::endSortAsked, this, ask(notSortedBy));
    connect(m_menus, &TableMenus::relevanceAsked, this, byRelevance);
    connect(m_head, &TableHead::relevanceAsked, this, byRelevance);
    connect(m_head, &TableHead::cancelAsked, this, &TablePane::endWork);
}

void TablePane::onClosing()
{
    endWork();
    m_model->setFetcher(nullptr);
}

void TablePane::onOpened()
{
    m_wanted = 0;
    m_shown = {};
    m_held.forget();
    {
        const QScopedValueRollback arranging(m_arranging, true);
        m_model->clear();
    }
    m_model->setWritable(m_workspace.isWritable());
    m_model->setFetcher(std::make_unique<RowFetcher>(readerMaker(m_workspace.file())));
}

void TablePane::onQueryChanged()
{
    const explore::Query &query = m_workspace.query();
    m_held.ask(query);
    m_view->header()->setSorted(sortedColumns(query));
    m_view->setAccessibleDescription(sortedWords(query));
    m_head->showQuery(query);
}

void TablePane::onCommitted(const catalogue::Step &step)
{
    m_held.edited(step.announcements);
    m_model->rowsCommitted(step.announcements);
}

void TablePane::onCurrentMoved()
{
    const QModelIndex current = m_view->currentIndex();
    if (m_arranging || !current.isValid())
        return;
    m_wanted = m_model->idOf(current.row());
    m_workspace.setCurrent(m_wanted);
}

void TablePane::onWorkspaceCurrent()
{
    if (m_arranging || m_workspace.current() == 0)
        return;
    m_wanted = m_workspace.current();
    if (const QModelIndex current = m_view->currentIndex(); !current.isValid() || m_model->idOf(current.row()) != m_wanted)
        showRow(m_wanted);
}

void TablePane::handSelection()
{
    if (m_arranging)
        return;
    explore::IdList ids = m_view->selectedIds();
    // The record in sight is what commands work on, also while it has left the rows.
    if (ids.empty() && m_workspace.current() != 0)
        ids = {m_workspace.current()};
    m_workspace.setSelection(ids);
}

void TablePane::focusTable()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void TablePane::editCurrentCell()
{
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->editCurrent();
}

void TablePane::commitTyped()
{
    m_view->commitTyped();
}

bool TablePane::showRow(qint64 announcement)
{
    const int row = m_model->rowOf(announcement);
    if (row < 0)
        return false;
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex index = m_model->index(row, current.isValid() ? current.column() : int(TitleColumn));
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(index);
    return true;
}

bool TablePane::showRows(const std::vector<RowId> &announcements)
{
    if (announcements.size() == 1)
        return showRow(announcements.front());
    const explore::IdList wanted(announcements);
    const AnnouncementView::Runs runs
        = m_model->ids().runsOf(wanted, AnnouncementView::kMostRuns).value_or(AnnouncementView::Runs());
    if (runs.empty()) {
        const auto shown
            = std::find_if(announcements.begin(), announcements.end(), [this](RowId row) { return m_model->rowOf(row) >= 0; });
        if (shown == announcements.end())
            return false;
        return showRow(*shown);
    }
    const QModelIndex current = m_view->currentIndex();
    const int row = int(runs.front().first);
    m_view->select(row, current.isValid() ? current.column() : int(TitleColumn), runs);
    m_view->scrollTo(m_view->currentIndex());
    return true;
}

void TablePane::toggleStar(RowId announcement, bool starred)
{
    m_workspace.apply(catalogue::setStarred(announcement, starred));
}

void TablePane::toggleCurrentStar()
{
    if (const QModelIndex index = m_view->currentIndex(); index.isValid())
        toggleStar(m_model->idOf(index.row()), !m_model->row(index.row()).announcement.starred);
}

bool TablePane::isWaitingForRows() const
{
    return m_model->isFetching();
}

void TablePane::showCellMenu(const QModelIndex &index, const QPoint &place)
{
    QMenu menu(this);
    m_menus->fillCell(menu, index);
    menu.exec(place);
}

void TablePane::showHeaderMenu(const QPoint &place)
{
    const int column = m_view->header()->logicalIndexAt(place);
    QMenu menu(this);
    if (column >= 0)
        m_menus->fillHeader(menu, column);
    else
        m_menus->fillColumns(menu);
    menu.exec(m_view->header()->mapToGlobal(place));
}

void TablePane::placeEmptyNote()
{
    m_empty->setGeometry(m_view->viewport()->geometry());
}

void TablePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns->setWide(window()->width() >= kWideWindow);
}

} // namespace waic::ui
