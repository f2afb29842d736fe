// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"
#include "ui/table/row_fetcher.h"

#include <QSet>

namespace waic::ui {

/// Announcements that an edit made here has taken out of the filter.  They keep their places in the table until the next
/// question, so that nobody loses sight of what they have just typed.  UI thread.
class HeldRows
{
public:
    /// More rows edited since the question leave as they always would: that was no work on a few cells, and they are looked at
    /// in the file.
    static constexpr qsizetype kMostEdited = 1'000;

    /// Another question drops all; the same one changes nothing.
    void ask(const explore::Query &query);
    void forget();
    /// Rows that an edit, undo or redo of this window has changed.
    void edited(const std::vector<catalogue::RowId> &announcements);

    /// The ids of an answer to the question, and among them those of `before` that an edit has taken out and that are neither in
    /// the bin (out of it, when the bin is asked for) nor gone.  Where nothing is held it costs nothing, else some 10 ms for a
    /// million rows.
    explore::IdList among(const explore::IdList &answered, const explore::IdList &before, const RowReader &reader);

    const QSet<catalogue::RowId> &held() const { return m_held; } ///< by the last among()
    std::size_t firstPlace() const { return m_firstPlace; }       ///< in the list that among() gave; REQUIRES held rows

private:
    std::vector<std::size_t> leavers(const explore::IdList &answered, const explore::IdList &before) const;
    void dropMoved(std::vector<catalogue::RowId> &ids, std::vector<std::size_t> &places, const RowReader &reader) const;

    explore::Query m_query;
    QSet<catalogue::RowId> m_edited;
    QSet<catalogue::RowId> m_held;
    std::size_t m_firstPlace = 0;
};

} // namespace waic::ui
