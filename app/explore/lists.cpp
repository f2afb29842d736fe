// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/lists.h"

namespace waic::explore {

std::vector<quint32> Grouping::add(Row rowCount, std::span<const Row> rows)
{
    const Row before = this->rowCount();
    const quint32 base = m_starts.back();
    m_starts.resize(size_t(rowCount) + 1, 0);
    // Each row's count one place up; summed, that is the start of the next.
    for (const Row row : rows)
        ++m_starts[row + 1];
    quint32 start = base;
    for (Row row = before; row < rowCount; ++row)
        start = m_starts[row + 1] += start;
    std::vector<quint32> next(m_starts.begin() + before, m_starts.end() - 1);
    std::vector<quint32> places(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        places[i] = next[rows[i] - before]++ - base;
    return places;
}

} // namespace waic::explore
