// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/announcement_view.h"

#include "ui/table/announcement_model.h"
#include "ui/table/cell_delegate.h"
#include "ui/table/columns.h"
#include "ui/table/table_header.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 28;

/// A key that writes a sign.  Space is none here: it selects, and stars.
bool isSign(const QKeyEvent &key)
{
    const bool command = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const QString text = key.text();
    return !command && !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
}

} // namespace

AnnouncementView::AnnouncementView(AnnouncementModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_header(new TableHeader(this))
{
    setObjectName(QStringLiteral("announcements"));
    setAccessibleName(tr("Announcements"));
    setHorizontalHeader(m_header);
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalScrollBar()->setSingleStep(kRowHeight);
}

void AnnouncementView::setCells(CellDelegate *delegate)
{
    m_cells = delegate;
    setItemDelegate(delegate);
    connect(m_cells, &CellDelegate::stepAsked, this, [this](int rows) { m_step = rows; });
}

void AnnouncementView::editCurrent()
{
    QModelIndex index = currentIndex();
    if (!index.isValid() || isEditing())
        return;
    if (!columnField(index.column()) || m_header->isSectionHidden(index.column()))
        index = index.siblingAtColumn(TitleColumn);
    if (index != currentIndex())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    scrollTo(index);
    edit(index, EditKeyPressed, nullptr);
}

bool AnnouncementView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    // What is typed takes the place of the cell's text; by an input method too, whose event is no key.
    if (trigger == AnyKeyPressed && event && event->type() == QEvent::KeyPress && !isSign(*static_cast<QKeyEvent *>(event)))
        return false;
    const bool asked = trigger == DoubleClicked || trigger == EditKeyPressed || trigger == AnyKeyPressed;
    if (asked && index.isValid() && columnField(index.column()) && !m_model.flags(index).testFlag(Qt::ItemIsEditable)) {
        emit editRefused();
        return true;
    }
    if (asked && index.isValid())
        m_model.row(index.row()); // an editor begins with what is stored, not with what is still being read
    if (m_cells)
        m_cells->setTypingOver(trigger == AnyKeyPressed);
    return QTableView::edit(index, trigger, event);
}

void AnnouncementView::inputMethodEvent(QInputMethodEvent *event)
{
    // Qt opens an editor for what is being composed; what comes whole it would open one for and drop.
    const bool whole = !isEditing() && !event->commitString().isEmpty() && event->preeditString().isEmpty();
    if (!whole) {
        QTableView::inputMethodEvent(event);
        return;
    }
    edit(currentIndex(), AnyKeyPressed, event);
    if (QWidget *editor = isEditing() ? indexWidget(currentIndex()) : nullptr)
        QCoreApplication::sendEvent(editor, event);
}

void AnnouncementView::commitData(QWidget *editor)
{
    if (editor && m_cells)
        if (const std::optional<Error> mistake = m_cells->mistakeIn(editor)) {
            emit leftMistake(CellDelegate::indexOf(editor), editorText(editor), *mistake);
            return;
        }
    QTableView::commitData(editor);
}

void AnnouncementView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const int step = std::exchange(m_step, 0);
    if (hint != QAbstractItemDelegate::EditNextItem && hint != QAbstractItemDelegate::EditPreviousItem) {
        if (hint == QAbstractItemDelegate::RevertModelCache && editor)
            if (const QModelIndex cell = CellDelegate::indexOf(editor); cell.isValid())
                m_model.dropTyped(cell);
        QTableView::closeEditor(editor, hint);
        moveRows(step);
    } else {
        QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
        const QModelIndex next = nextEditable(hint == QAbstractItemDelegate::EditNextItem ? 1 : -1);
        if (next.isValid()) {
            selectionModel()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            scrollTo(next);
            edit(next, EditKeyPressed, nullptr);
        }
    }
    if (!isEditing())
        emit editingEnded();
}

void AnnouncementView::moveRows(int step)
{
    const QModelIndex next = currentIndex().siblingAtRow(currentIndex().row() + step);
    if (step == 0 || !next.isValid())
        return;
    selectionModel()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(next);
}

QModelIndex AnnouncementView::nextEditable(int step) const
{
    if (!currentIndex().isValid())
        return {};
    int row = currentIndex().row();
    int visual = m_header->visualIndex(currentIndex().column()) + step;
    for (;; visual += step) {
        if (visual < 0 || visual >= ColumnCount) {
            row += step;
            visual = step > 0 ? 0 : ColumnCount - 1;
        }
        if (row < 0 || row >= m_model.rowCount())
            return {};
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column) && columnField(column))
            return m_model.index(row, column);
    }
}

void AnnouncementView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyAsked();
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    switch (event->key()) {
    case Qt::Key_Enter:
    case Qt::Key_Return:
    case Qt::Key_F2:
        if (!plain)
            break;
        if (currentIndex().column() == StarColumn && event->key() != Qt::Key_F2)
            emit starAsked();
        else
            editCurrent();
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        // Qt would move the current cell and leave the selection behind, so that Del would take another row.
        if (event->modifiers() == Qt::ControlModifier && m_model.rowCount() > 0) {
            const int row = event->key() == Qt::Key_Home ? 0 : m_model.rowCount() - 1;
            const QModelIndex index = m_model.index(row, std::max(0, currentIndex().column()));
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            scrollTo(index);
            return;
        }
        break;
    case Qt::Key_Space:
        if (plain && currentIndex().column() == StarColumn) {
            emit starAsked();
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void AnnouncementView::commitTyped()
{
    if (QWidget *editor = isEditing() ? indexWidget(currentIndex()) : nullptr) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void AnnouncementView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    if (byKey)
        scrollTo(index);
    else if (!selectionModel()->isSelected(index))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    emit menuAsked(index, byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void AnnouncementView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    emit resized();
}

QModelIndex AnnouncementView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (!currentIndex().isValid() && m_resume >= 0 && m_model.rowCount() > 0)
        return m_model.index(std::min(m_resume, m_model.rowCount() - 1), TitleColumn);
    return QTableView::moveCursor(action, modifiers);
}

void AnnouncementView::paintEvent(QPaintEvent *event)
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    m_model.prepare(first, last < 0 ? m_model.rowCount() - 1 : last);
    QTableView::paintEvent(event);
}

AnnouncementView::Runs AnnouncementView::selectedRuns() const
{
    // Ranges, because selectedRows() makes an index for every row.
    Runs ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        if (!range.isEmpty())
            ranges.push_back({std::size_t(range.top()), std::size_t(range.bottom()) + 1});
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    Runs runs;
    for (const explore::IdList::Run &range : ranges)
        if (!runs.empty() && range.first <= runs.back().end)
            runs.back().end = std::max(runs.back().end, range.end);
        else
            runs.push_back(range);
    return runs;
}

explore::IdList AnnouncementView::selectedIds() const
{
    const Runs runs = selectedRuns();
    const bool all = runs.size() == 1 && runs.front().end - runs.front().first == m_model.ids().size();
    return all ? m_model.ids() : m_model.ids().picked(runs);
}

void AnnouncementView::select(int row, int column, const Runs &runs)
{
    QItemSelection selection;
    const int last = m_model.columnCount() - 1;
    bool covered = row < 0;
    for (const explore::IdList::Run &run : runs) {
        selection.append({m_model.index(int(run.first), 0), m_model.index(int(run.end) - 1, last)});
        covered = covered || (row >= int(run.first) && row < int(run.end));
    }
    if (!covered)
        selection.append({m_model.index(row, 0), m_model.index(row, last)});
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_model.index(row, column), QItemSelectionModel::NoUpdate);
}

} // namespace waic::ui
