// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/ordering.h"

#include "explore/row_keys.h"
#include "explore/row_sort.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace waic::explore {

namespace {

constexpr Row kMostAdded = 2000; ///< rows put into their places one by one
constexpr size_t kMostOrders = 8;

void invert(Order &order)
{
    order.places.resize(order.rows.size());
    for (size_t place = 0; place < order.rows.size(); ++place)
        order.places[order.rows[place]] = quint32(place);
}

/// Those of the order's rows that are hits.
std::vector<Row> picked(const Order &order, std::span<const Row> hits, const RowMask &passes)
{
    const size_t known = order.rows.size();
    std::vector<Row> rows;
    if (hits.size() == known)
        return order.rows;
    rows.resize(hits.size() + 1);
    size_t count = 0;
    if (hits.size() > known / 4) {
        for (const Row row : order.rows) {
            rows[count] = row;
            count += passes[row];
        }
    } else {
        std::vector<quint64> bits((known + 63) / 64);
        for (const Row hit : hits)
            bits[order.places[hit] >> 6] |= quint64(1) << (order.places[hit] & 63);
        for (size_t word = 0; word < bits.size(); ++word)
            for (quint64 left = bits[word]; left != 0; left &= left - 1)
                rows[count++] = order.rows[word * 64 + size_t(std::countr_zero(left))];
    }
    rows.resize(count);
    return rows;
}

quint32 directed(quint32 rank, quint32 count, bool descending)
{
    return rank == kLast || !descending ? rank : count - 1 - rank;
}

} // namespace

Ordering::Ordering(const IndexColumns &columns)
    : m_columns(columns)
{
}

void Ordering::expectRows()
{
    if (m_newestFirst && m_columns.rowCount() - m_rows <= kMostAdded)
        return;
    m_rows = m_columns.rowCount();
    m_orders.clear();
    m_titleRanks.reset();
    m_newestFirst.reset();
}

const Order &Ordering::newestFirst()
{
    expectRows();
    if (m_newestFirst)
        return *m_newestFirst;
    std::vector<Row> rows(m_rows);
    std::iota(rows.begin(), rows.end(), Row(0));
    const Ranks dates = codedRanks(m_columns.coded(FieldId::Date), true, true);
    // The ids' order is the rows' but for those that were added.
    const auto isBefore = [this](Row a, Row b) { return m_columns.ids[a] < m_columns.ids[b]; };
    if (!std::is_sorted(rows.begin(), rows.end(), isBefore))
        std::sort(rows.begin(), rows.end(), isBefore);
    Order order{std::move(rows), {}};
    invert(order);
    const std::vector<quint32> byId = std::move(order.places);
    order.rows = sortedByRank(order.rows, dates.of, dates.count);
    sortGroupsByText(order.rows, dates.of, m_columns.titles, byId);
    invert(order);
    m_newestFirst = std::move(order);
    return *m_newestFirst;
}

void Ordering::setNewestFirst(std::vector<Row> rows)
{
    m_rows = Row(rows.size());
    m_orders.clear();
    m_titleRanks.reset();
    m_newestFirst = Order{std::move(rows), {}};
    invert(*m_newestFirst);
}

Ordering::Ranks Ordering::codedRanks(const CodedColumn &column, bool isDate, bool descending) const
{
    Ranks ranks;
    std::vector<quint32> byCode(column.size(), kLast);
    if (column.isNumber) {
        std::iota(byCode.begin(), byCode.end(), 0u);
        ranks.count = column.size();
    } else if (isDate) {
        std::vector<double> numbers(column.size());
        for (Code code = 0; code < column.size(); ++code) {
            const double packed = column.number(code);
            numbers[code] = std::isnan(packed) ? packed : sortableDate(int(packed), descending);
        }
        byCode = ranksOf(numbers, ranks.count);
    } else {
        const std::vector<quint32> &places = column.dictionary.ranks();
        std::vector<Code> order(column.size());
        for (Code code = 0; code < column.size(); ++code)
            order[places[code]] = code;
        const std::string *before = nullptr;
        for (const Code code : order) {
            const std::string &text = column.dictionary.folded(code);
            if (text.empty())
                continue;
            ranks.count += !before || *before != text;
            byCode[code] = ranks.count - 1;
            before = &text;
        }
    }
    ranks.of.resize(m_rows);
    for (quint32 &rank : byCode)
        rank = directed(rank, ranks.count, descending);
    column.codes.visit([&](auto codes) {
        for (Row row = 0; row < m_rows; ++row)
            ranks.of[row] = byCode[codes[row]];
    });
    return ranks;
}

Ordering::Ranks Ordering::organisationRanks(bool descending) const
{
    const RowKeys keys(m_columns, {{QStringLiteral("org"), false}}, {});
    // Few names for many rows: the names are ranked, not the rows.
    std::map<std::string_view, quint32> byName;
    for (Row row = 0; row < m_rows; ++row)
        if (const std::string &name = keys.shownOrganisation(row); !name.empty())
            byName.try_emplace(name, 0);
    Ranks ranks;
    for (auto &[name, rank] : byName)
        rank = ranks.count++;
    ranks.of.resize(m_rows, kLast);
    for (Row row = 0; row < m_rows; ++row)
        if (const std::string &name = keys.shownOrganisation(row); !name.empty())
            ranks.of[row] = directed(byName.at(name), ranks.count, descending);
    return ranks;
}

Ordering::Ranks Ordering::valueRanks(const QString &measure, bool descending) const
{
    const RowKeys keys(m_columns, {{QStringLiteral("value"), false}}, measure);
    std::vector<double> values(m_rows);
    for (Row row = 0; row < m_rows; ++row) {
        const RowKey key = keys.key(SortId::Value, false, row);
        values[row] = key.isMissing ? std::numeric_limits<double>::quiet_NaN() : key.number;
    }
    Ranks ranks;
    ranks.of = ranksOf(values, ranks.count);
    for (quint32 &rank : ranks.of)
        rank = directed(rank, ranks.count, descending);
    return ranks;
}

const Ordering::Ranks &Ordering::titleRanks()
{
    if (m_titleRanks)
        return *m_titleRanks;
    const Order &base = newestFirst();
    std::vector<Row> rows = base.rows;
    const std::vector<quint8> repeated = sortByText(rows, m_columns.titles, base.places);
    Ranks ranks;
    ranks.of.resize(m_rows);
    for (size_t i = 0; i < rows.size(); ++i) {
        ranks.count += repeated[i] == 0;
        ranks.of[rows[i]] = ranks.count - 1;
    }
    m_titleRanks = std::move(ranks);
    return *m_titleRanks;
}

Ordering::Ranks Ordering::ranks(SortId field, bool descending, const QString &measure)
{
    switch (field) {
    case SortId::Date:
        return codedRanks(m_columns.coded(FieldId::Date), true, descending);
    case SortId::Title: {
        Ranks ranks = titleRanks();
        for (quint32 &rank : ranks.of)
            rank = directed(rank, ranks.count, descending);
        return ranks;
    }
    case SortId::Org:
        return organisationRanks(descending);
    case SortId::Kind:
        return codedRanks(m_columns.coded(FieldId::Kind), false, descending);
    case SortId::Edition:
        return codedRanks(m_columns.coded(FieldId::Edition), false, descending);
    case SortId::Country:
        return codedRanks(m_columns.coded(FieldId::Country), false, descending);
    case SortId::Openness:
        return codedRanks(m_columns.coded(FieldId::Openness), false, descending);
    case SortId::Verification:
        return codedRanks(m_columns.coded(FieldId::Verification), false, descending);
    case SortId::Figures:
        return codedRanks(m_columns.coded(FieldId::Figures), false, descending);
    case SortId::Sources:
        return codedRanks(m_columns.coded(FieldId::Sources), false, descending);
    case SortId::Value:
        return valueRanks(measure, descending);
    case SortId::Relevance:
        break;
    }
    return {std::vector<quint32>(m_rows), 1};
}

const Order &Ordering::order(const std::vector<SortKey> &sort, const QString &measure)
{
    const Order &base = newestFirst();
    QString name = measure;
    for (const SortKey &key : sort)
        name += QLatin1Char(key.descending ? '-' : '+') + key.field;
    if (const auto known = m_orders.find(name); known != m_orders.end())
        return known->second;
    if (m_orders.size() >= kMostOrders)
        m_orders.clear();
    Order made;
    made.rows = base.rows;
    // From the last key to the first: each sort leaves equals as they stand.
    for (auto key = sort.rbegin(); key != sort.rend(); ++key) {
        const std::optional<SortId> field = sortField(key->field);
        if (!field)
            continue;
        const Ranks by = ranks(*field, key->descending, measure);
        made.rows = sortedByRank(made.rows, by.of, by.count);
    }
    invert(made);
    return m_orders.emplace(name, std::move(made)).first->second;
}

std::vector<Row> Ordering::inOrder(
    std::span<const Row> hits, const RowMask &passes, const std::vector<SortKey> &sort, const QString &measure)
{
    const bool isUsual = sort.empty() || (sort.size() == 1 && sort[0] == SortKey{QStringLiteral("date"), true});
    const Order &known = isUsual ? newestFirst() : order(sort, measure);
    const auto firstAdded = std::lower_bound(hits.begin(), hits.end(), m_rows);
    std::vector<Row> rows = picked(known, hits.first(size_t(firstAdded - hits.begin())), passes);
    if (firstAdded == hits.end())
        return rows;
    std::vector<Row> added(firstAdded, hits.end());
    const RowKeys keys(m_columns, sort, measure);
    const auto isBefore = [&keys](Row a, Row b) { return keys.isBefore(a, b); };
    std::sort(added.begin(), added.end(), isBefore);
    std::vector<Row> all;
    all.reserve(rows.size() + added.size());
    auto from = rows.begin();
    for (const Row row : added) {
        const auto to = std::lower_bound(from, rows.end(), row, isBefore);
        all.insert(all.end(), from, to);
        all.push_back(row);
        from = to;
    }
    all.insert(all.end(), from, rows.end());
    return all;
}

std::vector<Row> Ordering::byScore(std::span<const Row> hits, const RowMask &passes, const std::vector<quint8> &scores)
{
    const std::vector<Row> newest = inOrder(hits, passes, {}, {});
    constexpr quint32 kScores = 256;
    std::array<std::vector<Row>, kScores> buckets;
    for (const Row row : newest)
        buckets[kScores - 1 - scores[row]].push_back(row);
    std::vector<Row> rows;
    rows.reserve(newest.size());
    for (const std::vector<Row> &bucket : buckets)
        rows.insert(rows.end(), bucket.begin(), bucket.end());
    return rows;
}

} // namespace waic::explore
