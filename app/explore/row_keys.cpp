// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/row_keys.h"

#include "catalogue/reader.h"

#include <algorithm>
#include <cmath>

namespace waic::explore {

namespace {

quint8 roleRank(const QString &role)
{
    static const QStringList order{
        QStringLiteral("announcer"), QStringLiteral("partner"), QStringLiteral("subject"), QStringLiteral("speaker")};
    const qsizetype place = order.indexOf(role);
    return quint8(place < 0 ? order.size() : place);
}

} // namespace

int sortableDate(int packed, bool descending)
{
    if (descending)
        return packed;
    return packed + (packed / 100 % 100 == 0 ? 1300 : 0) + (packed % 100 == 0 ? 32 : 0);
}

RowKeys::RowKeys(const IndexColumns &columns, std::vector<SortKey> sort, const QString &measure)
    : m_columns(columns)
{
    for (const SortKey &key : sort)
        if (const std::optional<SortId> field = sortField(key.field))
            m_sort.emplace_back(*field, key.descending);
    const auto sortsBy = [this](SortId field) {
        return std::any_of(m_sort.begin(), m_sort.end(), [field](const auto &key) { return key.first == field; });
    };
    if (!measure.isNull() && sortsBy(SortId::Value)) {
        const std::string folded = foldedText(measure);
        for (Code code = 0; code < columns.claims.measure.dictionary.size(); ++code)
            m_measures.push_back(columns.claims.measure.dictionary.folded(code) == folded);
    }
    if (!sortsBy(SortId::Org))
        return;
    const NameTable &names = columns.organisations;
    m_shown.resize(names.size());
    for (Code code = 0; code < names.size(); ++code)
        if (names.isThere(code) && names.canonical(code) == code)
            m_shown[code] = foldedText(catalogue::shortName(names.name(code), names.aliases(code)));
    for (Code code = 0; code < columns.roles.dictionary.size(); ++code)
        m_roleRanks.push_back(roleRank(columns.roles.dictionary.value(code)));
}

/// Of the organisations in the foremost role the first by name.
const std::string &RowKeys::shownOrganisation(Row row) const
{
    static const std::string kNobody;
    const NameTable &names = m_columns.organisations;
    const Lists &lists = m_columns.organisationLists;
    const quint32 begin = lists.grouping.start(row), end = begin + lists.grouping.count(row);
    std::optional<Code> first;
    quint8 foremost = 0;
    for (quint32 entry = begin; entry < end; ++entry) {
        const quint8 rank = m_roleRanks[m_columns.roles.codes[entry]];
        const Code code = names.canonical(lists.codes[entry]);
        if (!first || rank < foremost || (rank == foremost && names.ranks()[code] < names.ranks()[*first])) {
            first = code;
            foremost = rank;
        }
    }
    return first ? m_shown[*first] : kNobody;
}

RowKey RowKeys::key(SortId field, bool descending, Row row) const
{
    const auto text = [](std::string_view words) { return RowKey{words.empty(), 0, words}; };
    const auto coded = [&](FieldId id) {
        const CodedColumn &column = m_columns.coded(id);
        return text(column.dictionary.folded(column.codes[row]));
    };
    const auto number = [&](FieldId id) { return RowKey{false, double(m_columns.coded(id).codes[row]), {}}; };
    switch (field) {
    case SortId::Date: {
        const CodedColumn &dates = m_columns.coded(FieldId::Date);
        const double packed = dates.number(dates.codes[row]);
        return std::isnan(packed) ? RowKey{} : RowKey{false, double(sortableDate(int(packed), descending)), {}};
    }
    case SortId::Title:
        return text(m_columns.titles.at(row));
    case SortId::Org:
        return text(shownOrganisation(row));
    case SortId::Kind:
        return coded(FieldId::Kind);
    case SortId::Edition:
        return coded(FieldId::Edition);
    case SortId::Country:
        return coded(FieldId::Country);
    case SortId::Openness:
        return coded(FieldId::Openness);
    case SortId::Verification:
        return coded(FieldId::Verification);
    case SortId::Figures:
        return number(FieldId::Figures);
    case SortId::Sources:
        return number(FieldId::Sources);
    case SortId::Value: {
        const ClaimColumns &claims = m_columns.claims;
        for (quint32 claim = claims.grouping.start(row), end = claim + claims.grouping.count(row); claim < end; ++claim)
            if (m_measures.empty() || m_measures[claims.measure.codes[claim]])
                return RowKey{false, claims.values[claim], {}};
        return {};
    }
    case SortId::Relevance:
        break;
    }
    return {};
}

int RowKeys::compare(SortId field, bool descending, Row a, Row b) const
{
    const RowKey left = key(field, descending, a), right = key(field, descending, b);
    if (left.isMissing || right.isMissing)
        return int(left.isMissing) - int(right.isMissing);
    const int rising = left.number != right.number ? (left.number < right.number ? -1 : 1) : left.text.compare(right.text);
    return descending ? -rising : rising;
}

bool RowKeys::isBefore(Row a, Row b) const
{
    for (const auto &[field, descending] : m_sort)
        if (const int order = compare(field, descending, a, b); order != 0)
            return order < 0;
    if (const int order = compare(SortId::Date, true, a, b); order != 0)
        return order < 0;
    if (const int order = m_columns.titles.at(a).compare(m_columns.titles.at(b)); order != 0)
        return order < 0;
    return m_columns.ids[a] < m_columns.ids[b];
}

} // namespace waic::explore
