// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/codes.h"

namespace waic::explore {

/// Where the entries of each row stand: row r has those from start(r) to start(r + 1).  Rows are only ever added at the end.
class Grouping
{
public:
    /// Adds rows until there are rowCount, of which entry i is of row rows[i] ≥ the rows there were.  Returns for each entry its
    /// place after all entries there were, by row and then as they came.
    std::vector<quint32> add(Row rowCount, std::span<const Row> rows);

    quint32 start(Row row) const { return m_starts[row]; }
    quint32 count(Row row) const { return m_starts[row + 1] - m_starts[row]; }
    Row rowCount() const { return Row(m_starts.size() - 1); }
    const std::vector<quint32> &starts() const { return m_starts; }
    std::vector<quint32> &starts() { return m_starts; } ///< for a reader of stored columns

private:
    std::vector<quint32> m_starts = std::vector<quint32>(1);
};

/// Values in the order of their places.
template <typename Value>
std::vector<Value> placed(std::span<const Value> values, std::span<const quint32> places)
{
    std::vector<Value> ordered(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        ordered[places[i]] = values[i];
    return ordered;
}

/// For each row a list of codes, all lists in one block; a list may hold a code twice.
struct Lists
{
    Grouping grouping;
    Codes codes;
    bool repeats = false; ///< a row names one thing twice, perhaps by two of its merged names

    /// Calls with each code of a row.
    template <typename Take>
    void each(Row row, Take &&take) const
    {
        codes.visit([&](auto all) {
            for (const auto code : all.subspan(grouping.start(row), grouping.count(row)))
                take(Code(code));
        });
    }
};

} // namespace waic::explore
