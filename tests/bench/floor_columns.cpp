// SPDX-License-Identifier: GPL-3.0-or-later
#include "floor_columns.h"

#include <algorithm>

namespace floor_explore {

namespace {

/// Latin letters with marks, U+00C0 to U+024F and U+1E00 to U+1EFF, as their letter; ' ' for what is none.
char plainLetter(std::uint32_t code)
{
    static const std::array<char, 0x350> table = [] {
        std::array<char, 0x350> made{};
        made.fill('\0');
        const auto range = [&](int first, const char *letters) {
            for (int i = 0; letters[i]; ++i)
                made[std::size_t(first + i)] = letters[i];
        };
        range(0x00, "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"); // U+00C0
        range(0x40,
            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuu"
            "wwyyyzzzzzzs");
        for (int i = 0; i < 0x60; ++i) // U+01A0: what Vietnamese needs
            made[std::size_t(0xe0 + i)] = i < 2 ? 'o' : i == 0x0f || i == 0x10 ? 'u' : '\0';
        for (int i = 0; i < 0x100; ++i) { // U+1E00: in alphabetical runs
            const int code_ = 0x1e00 + i;
            made[std::size_t(0x250 + i)] = code_ < 0x1ea0 ? '\0'
                : code_ < 0x1eb8                          ? 'a'
                : code_ < 0x1ec8                          ? 'e'
                : code_ < 0x1ecc                          ? 'i'
                : code_ < 0x1ee4                          ? 'o'
                : code_ < 0x1ef2                          ? 'u'
                                                          : 'y';
        }
        return made;
    }();
    if (code >= 0xc0 && code < 0x250)
        return table[code - 0xc0];
    return code >= 0x1e00 && code < 0x1f00 ? table[code - 0x1e00 + 0x250] : '\0';
}

/// Appends the words of a text, each after a space, lower case without marks; each Chinese character is a word.
void fold(std::string &to, std::string_view text)
{
    bool gap = true;
    const auto put = [&](char letter) {
        if (gap)
            to += ' ';
        gap = false;
        to += letter;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            const bool letter = (byte | 32) >= 'a' && (byte | 32) <= 'z';
            if (letter || (byte >= '0' && byte <= '9'))
                put(letter ? char(byte | 32) : char(byte));
            else
                gap = true;
            ++i;
            continue;
        }
        const std::size_t length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        std::uint32_t code = byte & (0xffu >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 63u);
        if (const char plain = plainLetter(code)) {
            put(plain);
        } else if (code >= 0x3040 && code < 0xfb00) {
            to += ' ';
            to += text.substr(i, length);
            gap = true;
        } else {
            gap = true;
        }
        i += length;
    }
}

std::uint16_t dateKey(std::string_view date)
{
    if (date.size() < 4)
        return 0xffff;
    const auto part = [&](std::size_t at, int missing) {
        return date.size() >= at + 2 ? (date[at] - '0') * 10 + date[at + 1] - '0' : missing;
    };
    return std::uint16_t(((part(0, 0) * 100 + part(2, 0) - 1950) * 13 + part(5, 13) - 1) * 32 + part(8, 0));
}

Lists readLists(sqlite3 *database, const std::vector<std::int64_t> &ids, const char *sql)
{
    std::vector<std::pair<Row, Code>> links;
    std::unordered_map<std::int64_t, Code> codes;
    for (Statement statement(database, sql); statement.step();) {
        const auto row = std::lower_bound(ids.begin(), ids.end(), statement.integer(0));
        if (row == ids.end() || *row != statement.integer(0))
            continue;
        const Code code = codes.try_emplace(statement.integer(1), Code(codes.size())).first->second;
        links.emplace_back(Row(row - ids.begin()), code);
    }
    Lists lists{std::vector<Row>(ids.size() + 1, 0), std::vector<Code>(links.size()), codes.size()};
    for (const auto &link : links)
        ++lists.begin[link.first + 1];
    for (std::size_t i = 0; i < ids.size(); ++i)
        lists.begin[i + 1] += lists.begin[i];
    std::vector<Row> next(lists.begin.begin(), lists.begin.end() - 1);
    for (const auto &[row, code] : links)
        lists.values[next[row]++] = code;
    return lists;
}

void readRows(sqlite3 *database, Columns &columns)
{
    Statement statement(database,
        "SELECT id, kind, edition, country, openness, verification, announced_on, title FROM announcement "
        "WHERE binned_at IS NULL ORDER BY id");
    while (statement.step()) {
        columns.ids.push_back(statement.integer(0));
        for (int column = Kind; column < Year; ++column)
            columns.codes[std::size_t(column)].add(statement.text(1 + column));
        columns.codes[Year].add(statement.text(6).substr(0, 4));
        columns.dates.push_back(dateKey(statement.text(6)));
        columns.titleBegin.push_back(Row(columns.titles.size()));
        fold(columns.titles, statement.text(7));
        columns.titles += '\n';
    }
}

} // namespace

Columns load(sqlite3 *database)
{
    Columns columns;
    readRows(database, columns);
    columns.organisations = readLists(database, columns.ids, "SELECT announcement, organisation FROM participation NOT INDEXED");
    columns.tags = readLists(database, columns.ids, "SELECT announcement, tag FROM announcement_tag NOT INDEXED");
    columns.titleBegin.push_back(Row(columns.titles.size()));
    Row row = 0;
    for (std::size_t at = 0; at < columns.titles.size(); at += 64) {
        while (row + 1 < columns.rows() && columns.titleBegin[row + 1] <= at)
            ++row;
        columns.titleAt.push_back(row);
    }
    columns.titles.append(kPadding + 64, '\0');
    for (Codes &codes : columns.codes)
        codes.of.resize((columns.rows() + kBlock - 1) / kBlock * kBlock);
    return columns;
}

} // namespace floor_explore
