// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/name_table.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Columns of which each row has a list, a text or a date.
namespace waic::explore {

using Row = quint32;

/// For each row the code of a value; the dictionary knows the value.
struct CodedColumn
{
    Dictionary dictionary;
    std::vector<Code> codes;
};

/// For each row a list of distinct codes, all lists in one block.  A list replaced leaves its place unused until compact().
class Lists
{
public:
    using Pair = std::pair<Row, Code>;

    void addRow() { m_places.emplace_back(); }
    /// Adds lists to rows whose lists are empty.  The pairs may come in any order and twice.
    void add(std::vector<Pair> pairs);
    void clear(Row row);
    std::span<const Code> at(Row row) const { return {m_codes.data() + m_places[row].start, m_places[row].count}; }
    void compact();

private:
    struct Place
    {
        quint64 start = 0;
        quint32 count = 0;
    };
    std::vector<Place> m_places;
    std::vector<Code> m_codes;
    size_t m_unused = 0;
};

/// For each row its folded title, summary and notes, UTF-8, a line each, all rows in one block.
class Texts
{
public:
    enum Part { Title, Summary, Notes };
    static constexpr size_t kParts = 3;

    void addRow() { m_places.emplace_back(); }
    /// Folds the parts and gives them to a row without.  data() nullptr: not there.
    void add(Row row, const std::array<std::string_view, kParts> &parts);
    void clear(Row row);
    std::string_view all(Row row) const;
    std::string_view part(Row row, Part part) const;
    bool isThere(Row row, Part part) const { return m_places[row].there & (1u << part); } ///< said, and more than white space
    void compact();

private:
    struct Place
    {
        quint64 start = 0;
        std::array<quint32, kParts> ends = {};
        quint8 there = 0;
    };
    std::vector<Place> m_places;
    std::string m_text;
    size_t m_unused = 0;
};

/// A partial date as one number: year, month, day; a missing part is 0, no date is 0.
namespace packed_date {
int pack(QStringView text); ///< 0 for what is no date
int first(int packed);      ///< first day of the interval
int last(int packed);
} // namespace packed_date

} // namespace waic::explore
