// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/index_columns.h"
#include "explore/query.h"

#include <map>
#include <optional>
#include <span>

namespace waic::explore {

/// Rows in an order, and for each row its place in it.
struct Order
{
    std::vector<Row> rows;
    std::vector<quint32> places;
};

/// Orders of rows by sort keys, made when first asked for: by the keys, then newest first, then by title (its tokens), then by
/// id.  What is missing comes last, rising and falling; so does a date's missing part: after all others of its year or month.
/// Rows added since the orders were made are put between the others one by one; past some thousand all orders are made anew.
/// One thread at a time.
class Ordering
{
public:
    explicit Ordering(const IndexColumns &columns);

    /// hits: rising rows.  passes: for every row 1 when it is among them.  measure: what sort:value looks at; null: any.
    std::vector<Row> inOrder(
        std::span<const Row> hits, const RowMask &passes, const std::vector<SortKey> &sort, const QString &measure);
    /// By falling score (for every row), else newest first.
    std::vector<Row> byScore(std::span<const Row> hits, const RowMask &passes, const std::vector<quint8> &scores);

    /// Makes the order that a query without sort keys has, of all rows there are now.
    const Order &newestFirst();
    /// Organisations have other names: orders by them are made anew.
    void forgetNames() { m_orders.clear(); }
    /// The same as it was stored with the columns.
    void setNewestFirst(std::vector<Row> rows);

private:
    /// For each row a rank, rising; kLast where missing.  Ranks are below count.
    struct Ranks
    {
        std::vector<quint32> of;
        quint32 count = 0;
    };

    void expectRows();
    const Order &order(const std::vector<SortKey> &sort, const QString &measure);
    Ranks ranks(SortId field, bool descending, const QString &measure);
    Ranks codedRanks(const CodedColumn &column, bool isDate, bool descending) const;
    Ranks organisationRanks(bool descending) const;
    Ranks valueRanks(const QString &measure, bool descending) const;
    const Ranks &titleRanks();

    const IndexColumns &m_columns;
    Row m_rows = 0; ///< rows that the orders know
    std::map<QString, Order> m_orders;
    std::optional<Order> m_newestFirst;
    std::optional<Ranks> m_titleRanks;
};

} // namespace waic::explore
