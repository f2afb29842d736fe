// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QString>

#include <vector>

namespace waic::ui {

/// The sort keys as the settings keep them: "-date,title".
QString sortText(const std::vector<explore::SortKey> &sort);
/// Keys that are none are left out.
std::vector<explore::SortKey> sortFromText(const QString &text);

/// A column that rows are sorted by.
struct SortedColumn
{
    int column = -1; ///< -1: a key that is no column, such as relevance
    bool descending = false;

    bool operator==(const SortedColumn &) const = default;
};

/// What a query sorts by, the strongest key first; the newest first when it has no key.  Never empty.
std::vector<SortedColumn> sortedColumns(const explore::Query &query);

/// The query after a click on a column's header: sorted by it alone, or turned round when it is already the only key.
explore::Query sortedBy(explore::Query query, int column);
explore::Query sortedBy(explore::Query query, int column, bool descending);
/// After a click with Shift: the column as the last key, then turned round, then no key any more.
explore::Query sortedAlsoBy(explore::Query query, int column);
/// Without the column among its keys.
explore::Query notSortedBy(explore::Query query, int column);

/// Best matches first: has a meaning while the query has words.
explore::Query sortedByRelevance(explore::Query query);
bool isSortedByRelevance(const explore::Query &query);
/// Has a word that is looked for, so that some rows match better than others.
bool hasWords(const explore::Query &query);

/// "Sorted by Date, newest first, then by Title", for those who do not see the chevrons.
QString sortedWords(const explore::Query &query);

} // namespace waic::ui
