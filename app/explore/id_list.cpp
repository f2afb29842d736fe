// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/id_list.h"

#include <algorithm>
#include <numeric>

namespace waic::explore {

IdList::IdList(std::vector<RowId> ids)
{
    Rows rows(ids.size());
    std::iota(rows.begin(), rows.end(), 0u);
    m_rows = std::make_shared<const Rows>(std::move(rows));
    m_ids = std::make_shared<const std::vector<RowId>>(std::move(ids));
}

IdList::IdList(std::shared_ptr<const std::vector<RowId>> ids, std::vector<quint32> rows)
    : m_ids(std::move(ids))
    , m_rows(std::make_shared<const Rows>(std::move(rows)))
{
}

std::vector<catalogue::RowId> IdList::part(std::size_t first, std::size_t count) const
{
    std::vector<RowId> ids;
    const std::size_t end = std::min(size(), first + std::min(count, size()));
    ids.reserve(end > first ? end - first : 0);
    for (std::size_t i = first; i < end; ++i)
        ids.push_back((*this)[i]);
    return ids;
}

std::ptrdiff_t IdList::indexOf(RowId id) const
{
    if (empty())
        return -1;
    // The place among all ids once, then a search of numbers half as wide without a look at the ids.
    const auto place = std::find(m_ids->begin(), m_ids->end(), id);
    if (place == m_ids->end())
        return -1;
    const auto found = std::find(m_rows->begin(), m_rows->end(), quint32(place - m_ids->begin()));
    return found == m_rows->end() ? -1 : found - m_rows->begin();
}

bool IdList::operator==(const IdList &other) const
{
    if (size() != other.size())
        return false;
    if (m_ids == other.m_ids)
        return empty() || *m_rows == *other.m_rows;
    return std::equal(begin(), end(), other.begin());
}

} // namespace waic::explore
