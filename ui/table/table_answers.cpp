// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/cell_delegate.h"
#include "ui/table/columns.h"
#include "ui/table/empty_note.h"
#include "ui/table/sorting.h"
#include "ui/table/table_head.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace waic::ui {

using catalogue::RowId;

namespace {

bool sameRowsAsked(const explore::Query &a, const explore::Query &b)
{
    return a.words == b.words && a.conditions == b.conditions && a.inBin == b.inBin;
}

/// Where the selected rows stand among those to show; one row alone is the current one's business.  all: every row was selected,
/// and the question is the same but for its order.
AnnouncementView::Runs keptSelection(const explore::IdList &ids, const explore::IdList &selection, bool all)
{
    if (selection.size() < 2)
        return {};
    if (all && selection.size() == ids.size())
        return {{0, ids.size()}};
    return ids.runsOf(selection, AnnouncementView::kMostRuns).value_or(AnnouncementView::Runs());
}

} // namespace

void TablePane::onAnswered()
{
    // A new set of rows would take the editor away from whoever types in it.
    m_answerWaits = m_view->isEditing();
    if (!m_answerWaits)
        takeAnswer();
}

int TablePane::rowAfter(const explore::Query &before, int rowBefore, int firstSelected) const
{
    const explore::Answer &answer = m_workspace.answer();
    const RowId current = m_workspace.current();
    for (const RowId kept : {m_wanted, current})
        if (const int row = m_model->rowOf(kept); row >= 0)
            return row;
    if (m_model->ids().empty())
        return -1;
    if (firstSelected >= 0)
        return firstSelected;
    if (current == 0 || !sameRowsAsked(before, answer.query))
        return 0;
    // An edit made the row leave.  The record stays in sight, so that it can be corrected again; but the next row takes the
    // place of one that went to the bin or is gone.
    const Result<std::vector<catalogue::AnnouncementRow>> left = m_workspace.reader().rows(std::span(&current, 1));
    const bool gone = left && (left->empty() || left->front().announcement.binnedAt.isNull() == answer.query.inBin);
    return gone ? std::clamp(rowBefore, 0, m_model->rowCount() - 1) : -1;
}

explore::IdList TablePane::idsToShow(const explore::Answer &answer)
{
    // Rows of another question were in the table until now: none of them can have left this one.
    const explore::IdList before = m_shown == answer.query ? m_model->ids() : explore::IdList();
    return m_held.among(answer.ids, before, [this](std::span<const RowId> ids) { return m_workspace.reader().rows(ids); });
}

void TablePane::takeAnswer()
{
    m_answerWaits = false;
    const explore::Answer &answer = m_workspace.answer();
    const explore::IdList ids = idsToShow(answer);
    const explore::Query before = std::exchange(m_shown, answer.query);
    m_cells->setQuery(answer.query);
    m_head->showAnswer(answer);
    if (m_held.held().isEmpty()) {
        showAnswer(before, answer);
    } else {
        explore::Answer shown = answer;
        shown.ids = ids;
        // From the first held row on they are not beside their ids.
        shown.firstRows.resize(std::min(shown.firstRows.size(), m_held.firstPlace()));
        showAnswer(before, shown);
    }
    m_empty->setAnswer(answer, m_workspace.isWritable());
    if (!ids.empty())
        m_empty->hide();
    placeEmptyNote();
}

void TablePane::showAnswer(const explore::Query &before, const explore::Answer &answer)
{
    if (answer.ids == m_model->ids()) {
        m_model->refresh(answer, m_held.held());
        return;
    }
    const QModelIndex current = m_view->currentIndex();
    const int rowBefore = current.row();
    const int column = current.isValid() ? current.column() : int(TitleColumn);
    const int scroll = m_view->verticalScrollBar()->value();
    const bool inSight = current.isValid() && m_view->viewport()->rect().intersects(m_view->visualRect(current));
    const bool all = m_workspace.selection().size() > 1 && m_workspace.selection().size() == m_model->ids().size();
    int row = -1;
    {
        const QScopedValueRollback arranging(m_arranging, true);
        const AnnouncementView::Runs runs
            = keptSelection(answer.ids, m_workspace.selection(), all && sameSelection(before, answer.query));
        m_model->setAnswer(answer, m_held.held());
        m_view->setRowToResume(rowBefore);
        row = rowAfter(before, rowBefore, runs.empty() ? -1 : int(runs.front().first));
        m_view->select(row, column, runs);
    }
    const bool sameQuestion = before == answer.query;
    m_view->verticalScrollBar()->setValue(sameQuestion || inSight ? scroll : 0);
    if (row >= 0 && (inSight || !sameQuestion))
        m_view->scrollTo(
            m_view->currentIndex(), sameQuestion ? QAbstractItemView::EnsureVisible : QAbstractItemView::PositionAtCenter);
    if (row >= 0 && m_workspace.current() != m_model->idOf(row)) {
        const QScopedValueRollback arranging(m_arranging, true);
        m_workspace.setCurrent(m_model->idOf(row));
    }
    handSelection();
}

} // namespace waic::ui
