// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/index_columns.h"
#include "explore/query.h"

namespace waic::explore {

/// What a row is sorted by: nothing (last, rising and falling), a number or a text.
struct RowKey
{
    bool isMissing = true;
    double number = 0;
    std::string_view text;
};

/// The keys of rows under the sort keys of a query, one row at a time: for the few rows that no order knows yet, and to say what
/// the orders mean.
class RowKeys
{
public:
    /// measure: of the claim that `sort:value` looks at; null: the first claim.
    RowKeys(const IndexColumns &columns, std::vector<SortKey> sort, const QString &measure);

    /// By the keys, then newest first, then by title, then by id.
    bool isBefore(Row a, Row b) const;
    RowKey key(SortId field, bool descending, Row row) const;
    /// Folded name that the table shows first, of the organisations; empty: none.
    const std::string &shownOrganisation(Row row) const;

private:
    int compare(SortId field, bool descending, Row a, Row b) const;

    const IndexColumns &m_columns;
    std::vector<std::pair<SortId, bool>> m_sort;
    std::vector<quint8> m_measures;   ///< by code, of the claims that count; empty: all
    std::vector<std::string> m_shown; ///< by canonical code
    std::vector<quint8> m_roleRanks;  ///< by code, in the order in which the table lists them
};

/// A date as a number to sort by: rising, a missing part is more than any other; falling, less.
int sortableDate(int packed, bool descending);

} // namespace waic::explore
