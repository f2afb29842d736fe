// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/facet_counter.h"

#include <algorithm>

namespace waic::explore {

FacetCounter::FacetCounter(const IndexColumns &columns, FieldId field)
    : m_columns(columns)
    , m_field(field)
    , m_coded(codedColumn(columns, field))
    , m_counts(m_coded ? m_coded->dictionary.size() : columns.organisations.size())
    , m_countedFor(m_coded ? 0 : m_counts.size())
{
}

void FacetCounter::count(Row first, std::span<const quint16> rows)
{
    if (!m_coded)
        return countOrganisations(first, rows);
    const Code *codes = m_coded->codes.data() + first;
    for (const quint16 row : rows)
        ++m_counts[codes[row]];
}

/// Once for each value, however many of its merged members take part.
void FacetCounter::countOrganisations(Row first, std::span<const quint16> rows)
{
    const NameTable &table = m_columns.organisations;
    for (const quint16 row : rows) {
        const std::span<const Code> codes = m_columns.organisationLists.at(first + row);
        if (codes.empty())
            ++m_missing;
        // Row numbers begin at 0, which is the mark of a value that no row had yet.
        const Row mark = first + row + 1;
        for (const Code code : codes) {
            const Code canonical = table.canonical(code);
            if (m_countedFor[canonical] == mark)
                continue;
            m_countedFor[canonical] = mark;
            ++m_counts[canonical];
        }
    }
}

std::vector<FacetCounter::Entry> FacetCounter::entries(const Query &query, bool &missingIsNamed) const
{
    std::vector<quint8> named(m_counts.size());
    std::vector<Entry> found;
    for (const Condition &condition : query.conditions) {
        if (conditionField(condition.field) != m_field)
            continue;
        for (const QString &value : condition.values) {
            missingIsNamed = missingIsNamed || value.isNull();
            const RowTest test(m_columns, {condition.field, {value}, false}, m_field);
            bool isKnown = value.isNull();
            for (Code code = m_coded ? 1 : 0; code < named.size(); ++code) {
                if (!test.accepts(code))
                    continue;
                named[m_coded ? code : m_columns.organisations.canonical(code)] = true;
                isKnown = true;
            }
            const auto isListed = [&value](const Entry &entry) { return entry.value.value == value; };
            if (!isKnown && std::none_of(found.begin(), found.end(), isListed))
                found.push_back({foldedText(value), {value, 0}});
        }
    }
    for (Code code = m_coded ? 1 : 0; code < named.size(); ++code) {
        if (m_counts[code] == 0 && !named[code])
            continue;
        if (m_coded)
            found.push_back({m_coded->dictionary.folded(code), {m_coded->dictionary.value(code), int(m_counts[code])}});
        else
            found.push_back({m_columns.organisations.folded(code), {m_columns.organisations.name(code), int(m_counts[code])}});
    }
    return found;
}

FacetCounts FacetCounter::result(const Query &query) const
{
    bool missingIsNamed = false;
    std::vector<Entry> found = entries(query, missingIsNamed);
    std::sort(found.begin(), found.end(), [](const Entry &a, const Entry &b) {
        if (a.value.count != b.value.count)
            return a.value.count > b.value.count;
        return a.folded != b.folded ? a.folded < b.folded : a.value.value < b.value.value;
    });
    FacetCounts counts;
    counts.field = conditionFieldNames()[qsizetype(m_field)];
    for (Entry &entry : found)
        counts.values.push_back(std::move(entry.value));
    const quint32 missing = m_coded ? m_counts[0] : m_missing;
    if (missing > 0 || missingIsNamed)
        counts.values.push_back({QString(), int(missing)});
    return counts;
}

} // namespace waic::explore
