// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/facet_counter.h"

#include "explore/bins.h"
#include "explore/row_test.h"

#include <algorithm>

namespace waic::explore {

namespace {

/// Counts codes that stand side by side.
template <typename Narrow>
void countRun(std::span<const Narrow> codes, quint32 *first, quint32 *second)
{
    size_t i = 0;
    for (; i + 4 <= codes.size(); i += 4) {
        ++first[codes[i]];
        ++second[codes[i + 1]];
        ++first[codes[i + 2]];
        ++second[codes[i + 3]];
    }
    for (; i < codes.size(); ++i)
        ++first[codes[i]];
}

} // namespace

FacetCounter::FacetCounter(const FieldColumn &column)
    : m_column(column)
    , m_counts(column.size())
    , m_second(column.size())
{
}

void FacetCounter::count(Row first, Row blockRows, std::span<const quint16> rows)
{
    if (rows.empty())
        return;
    const bool isWhole = rows.size() == blockRows;
    if (m_column.grouping)
        return countLists(first, rows, isWhole);
    m_column.codes->visit([&](auto all) {
        const auto codes = all.subspan(first, blockRows);
        if (isWhole)
            return countRun(codes, m_counts.data(), m_second.data());
        size_t i = 0;
        for (; i + 2 <= rows.size(); i += 2) {
            ++m_counts[codes[rows[i]]];
            ++m_second[codes[rows[i + 1]]];
        }
        if (i < rows.size())
            ++m_counts[codes[rows[i]]];
    });
}

void FacetCounter::countLists(Row first, std::span<const quint16> rows, bool isWhole)
{
    const quint32 *starts = m_column.grouping->starts().data() + first;
    for (const quint16 row : rows)
        m_missing += starts[row] == starts[row + 1];
    m_column.codes->visit([&](auto codes) {
        if (!m_column.repeats) {
            if (isWhole)
                return countRun(codes.subspan(starts[0], starts[rows.size()] - starts[0]), m_counts.data(), m_second.data());
            for (const quint16 row : rows)
                for (quint32 entry = starts[row]; entry < starts[row + 1]; ++entry)
                    ++m_counts[codes[entry]];
            return;
        }
        const auto canonical = [this](Code code) { return m_column.names ? m_column.names->canonical(code) : code; };
        for (const quint16 row : rows)
            for (quint32 entry = starts[row]; entry < starts[row + 1]; ++entry) {
                const Code code = canonical(codes[entry]);
                bool isNew = true;
                for (quint32 before = starts[row]; before < entry && isNew; ++before)
                    isNew = canonical(codes[before]) != code;
                m_counts[code] += isNew;
            }
    });
}

void FacetCounter::add(const FacetCounter &other)
{
    for (size_t code = 0; code < m_counts.size(); ++code)
        m_counts[code] += other.m_counts[code] + other.m_second[code];
    m_missing += other.m_missing;
}

/// Of names by their canonical code: no row names one twice, so their counts add up.
std::vector<quint32> FacetCounter::canonicalCounts() const
{
    std::vector<quint32> counts(m_counts.size());
    for (Code code = 0; code < counts.size(); ++code)
        counts[m_column.names ? m_column.names->canonical(code) : code] += m_counts[code] + m_second[code];
    return counts;
}

QString FacetCounter::valueOf(Code code) const
{
    return m_column.names ? m_column.names->name(code) : m_column.coded->value(code);
}

void FacetCounter::addBins(FacetCounts &counts, const std::vector<quint32> &byCode) const
{
    std::vector<NumberCount> numbers;
    for (Code code = m_column.coded->isNumber ? 0 : 1; code < byCode.size(); ++code)
        if (byCode[code] > 0)
            numbers.push_back({m_column.coded->number(code), int(byCode[code])});
    counts.isRanged = true;
    counts.bins = m_column.type == OwnType::Date ? monthBins(numbers) : numberBins(std::move(numbers));
}

FacetCounts FacetCounter::result(const QString &field, const Query &query) const
{
    const std::vector<quint32> byCode = canonicalCounts();
    FacetCounts counts;
    counts.field = field;
    const bool isRanged = m_column.isRanged() && field != QLatin1String("year");
    if (isRanged)
        addBins(counts, byCode);
    std::vector<quint8> named(byCode.size());
    QStringList unknown;
    bool missingIsNamed = false;
    for (const Condition &condition : query.conditions) {
        if (condition.field != field)
            continue;
        for (const QString &value : condition.values) {
            missingIsNamed = missingIsNamed || value.isNull();
            if (isRanged || value.isNull())
                continue;
            const std::vector<quint8> accepted = acceptedCodes(m_column, {.field = field, .values = {value}});
            if (std::find(accepted.begin(), accepted.end(), 1) == accepted.end() && !unknown.contains(value))
                unknown.append(value);
            for (Code code = 0; code < named.size(); ++code)
                named[m_column.names ? m_column.names->canonical(code) : code] |= accepted[code];
        }
    }
    std::vector<Entry> entries;
    const std::vector<quint32> *ranks = m_column.names ? &m_column.names->ranks()
        : m_column.coded->isNumber                     ? nullptr
                                                       : &m_column.coded->dictionary.ranks();
    const Code begin = m_column.grouping && m_column.names ? 0 : m_column.coded && m_column.coded->isNumber ? 0 : 1;
    for (Code code = begin; code < byCode.size() && !isRanged; ++code)
        if (byCode[code] > 0 || named[code])
            entries.push_back(
                {quint64(~byCode[code]) << 32 | (ranks ? (*ranks)[code] : code), {valueOf(code), int(byCode[code])}});
    for (const QString &value : unknown)
        entries.push_back({~quint64(0), {value, 0}});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.key < b.key; });
    counts.values.reserve(entries.size() + 1);
    for (Entry &entry : entries)
        counts.values.push_back(std::move(entry.value));
    const bool isCoded = !m_column.grouping && !m_column.coded->isNumber;
    const quint32 missing = isCoded ? byCode[0] : m_missing;
    if (missing > 0 || missingIsNamed)
        counts.values.push_back({QString(), int(missing)});
    return counts;
}

} // namespace waic::explore
