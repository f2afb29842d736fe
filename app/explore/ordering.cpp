// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/ordering.h"

#include "catalogue/reader.h"
#include "explore/fields.h"

#include <algorithm>
#include <numeric>

namespace waic::explore {

namespace {

/// Rising keys, one a row; what is missing has kLast.
using Keys = std::vector<quint32>;
constexpr quint32 kLast = ~quint32(0);

quint32 directed(quint32 key, bool descending)
{
    return descending ? kLast - 1 - key : key;
}

/// Ranks of texts by their order; equal texts alike.
template <typename TextOf>
std::vector<quint32> ranks(Code count, TextOf &&textOf)
{
    std::vector<Code> order(count);
    std::iota(order.begin(), order.end(), Code(0));
    std::sort(order.begin(), order.end(), [&](Code a, Code b) { return textOf(a) < textOf(b); });
    std::vector<quint32> ranked(count);
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && textOf(order[i]) != textOf(order[i - 1]))
            ++rank;
        ranked[order[i]] = rank;
    }
    return ranked;
}

Keys dateKeys(const IndexColumns &columns, std::span<const Row> rows, bool descending)
{
    Keys keys(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        const int date = columns.dates[rows[i]];
        // Falling, a missing part is 0 and so the least of its year or month; rising, it must be more than any month or day.
        const int rising = date + (date / 100 % 100 == 0 ? 1300 : 0) + (date % 100 == 0 ? 32 : 0);
        keys[i] = date == 0 ? kLast : directed(quint32(descending ? date : rising), descending);
    }
    return keys;
}

Keys codedKeys(const CodedColumn &column, std::span<const Row> rows, bool descending)
{
    const Dictionary &dictionary = column.dictionary;
    const auto ranked = ranks(dictionary.size(), [&](Code code) -> const std::string & { return dictionary.folded(code); });
    Keys keys(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        const Code code = column.codes[rows[i]];
        keys[i] = code == 0 ? kLast : directed(ranked[code], descending);
    }
    return keys;
}

Keys organisationKeys(const IndexColumns &columns, std::span<const Row> rows, bool descending)
{
    const NameTable &table = columns.organisations;
    std::vector<std::string> shown(table.size());
    for (Code code = 0; code < table.size(); ++code)
        if (table.isThere(code) && table.canonical(code) == code)
            shown[code] = foldedText(catalogue::shortName(table.name(code), table.aliases(code)));
    const auto byName
        = ranks(table.size(), [&](Code code) { return std::pair(std::string_view(table.folded(code)), table.name(code)); });
    const auto byShown = ranks(table.size(), [&](Code code) -> const std::string & { return shown[code]; });
    const auto isBefore = [&](Code a, Code b) { return byName[table.canonical(a)] < byName[table.canonical(b)]; };
    Keys keys(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        const std::span<const Code> leading = columns.leadingLists.at(rows[i]);
        const auto first = std::min_element(leading.begin(), leading.end(), isBefore);
        keys[i] = first == leading.end() ? kLast : directed(byShown[table.canonical(*first)], descending);
    }
    return keys;
}

template <typename NumberOf>
Keys numberKeys(std::span<const Row> rows, bool descending, NumberOf &&numberOf)
{
    Keys keys(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        keys[i] = directed(quint32(numberOf(rows[i])), descending);
    return keys;
}

Keys keysOf(const IndexColumns &columns, std::span<const Row> rows, SortId field, bool descending)
{
    switch (field) {
    case SortId::Date:
        return dateKeys(columns, rows, descending);
    case SortId::Title: {
        const std::vector<quint32> &ranked = columns.titleRanks();
        return numberKeys(rows, descending, [&](Row row) { return ranked[row]; });
    }
    case SortId::Org:
        return organisationKeys(columns, rows, descending);
    case SortId::Kind:
        return codedKeys(columns.kind, rows, descending);
    case SortId::Edition:
        return codedKeys(columns.edition, rows, descending);
    case SortId::Country:
        return codedKeys(columns.country, rows, descending);
    case SortId::Openness:
        return codedKeys(columns.openness, rows, descending);
    case SortId::Verification:
        return codedKeys(columns.verification, rows, descending);
    case SortId::Figures:
        return numberKeys(rows, descending, [&](Row row) { return columns.figures[row]; });
    case SortId::Sources:
        return numberKeys(rows, descending, [&](Row row) { return columns.sourceLists.at(row).size(); });
    }
    return {};
}

std::vector<Keys> keyColumns(const IndexColumns &columns, std::span<const Row> rows, const std::vector<SortKey> &sort)
{
    std::vector<Keys> all;
    for (const SortKey &key : sort)
        if (const std::optional<SortId> field = sortField(key.field))
            all.push_back(keysOf(columns, rows, *field, key.descending));
    if (all.empty())
        all.push_back(keysOf(columns, rows, SortId::Date, true));
    all.push_back(keysOf(columns, rows, SortId::Title, false));
    return all;
}

} // namespace

std::vector<catalogue::RowId> inOrder(const IndexColumns &columns, std::span<const Row> rows, const std::vector<SortKey> &sort)
{
    struct Entry
    {
        quint64 key; // the first two keys, which decide nearly always
        quint32 position;
    };
    const std::vector<Keys> keys = keyColumns(columns, rows, sort);
    std::vector<Entry> entries(rows.size());
    for (quint32 i = 0; i < entries.size(); ++i)
        entries[i] = {quint64(keys[0][i]) << 32 | keys[1][i], i};
    std::sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        if (a.key != b.key)
            return a.key < b.key;
        for (size_t k = 2; k < keys.size(); ++k)
            if (keys[k][a.position] != keys[k][b.position])
                return keys[k][a.position] < keys[k][b.position];
        return columns.ids[rows[a.position]] < columns.ids[rows[b.position]];
    });
    std::vector<catalogue::RowId> ids(entries.size());
    for (size_t i = 0; i < ids.size(); ++i)
        ids[i] = columns.ids[rows[entries[i].position]];
    return ids;
}

} // namespace waic::explore
