// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/id_list.h"

#include <algorithm>
#include <numeric>

namespace waic::explore {

namespace {

constexpr quint32 kNowhere = 0xffffffff;

/// Ids to be found among many: nearly all others are told apart by one bit, without a search.
class WantedIds
{
public:
    using RowId = catalogue::RowId;

    explicit WantedIds(std::vector<RowId> ids)
        : m_ids(std::move(ids))
        , m_maybe(kBits, false)
    {
        std::sort(m_ids.begin(), m_ids.end());
        for (const RowId id : m_ids)
            m_maybe[bitOf(id)] = true;
    }

    const std::vector<RowId> &sorted() const { return m_ids; }
    bool contains(RowId id) const { return m_maybe[bitOf(id)] && std::binary_search(m_ids.begin(), m_ids.end(), id); }

private:
    static constexpr std::size_t kBits = std::size_t(1) << 18;
    static std::size_t bitOf(RowId id) { return std::size_t(id) & (kBits - 1); }

    std::vector<RowId> m_ids;
    std::vector<bool> m_maybe;
};

} // namespace

IdList::IdList(std::vector<RowId> ids)
{
    Rows rows(ids.size());
    std::iota(rows.begin(), rows.end(), 0u);
    m_rows = std::make_shared<const Rows>(std::move(rows));
    m_idCount = ids.size();
    const std::shared_ptr<RowId[]> own(new RowId[ids.size()]);
    std::copy(ids.begin(), ids.end(), own.get());
    m_ids = own;
}

IdList::IdList(std::shared_ptr<const RowId[]> ids, std::size_t idCount, std::vector<quint32> rows)
    : m_ids(std::move(ids))
    , m_idCount(idCount)
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
    // The place among all ids once, then a search of numbers half as wide without a look at the ids.  From the end: an index adds
    // a row that was changed anew, and its old place is in no list.
    const RowId *place = m_ids.get() + m_idCount;
    while (place != m_ids.get() && place[-1] != id)
        --place;
    if (place == m_ids.get())
        return -1;
    const auto found = std::find(m_rows->begin(), m_rows->end(), quint32(place - 1 - m_ids.get()));
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

IdList IdList::picked(const std::vector<Run> &runs) const
{
    std::size_t count = 0;
    for (const Run &run : runs)
        count += run.end - run.first;
    Rows rows;
    rows.reserve(count);
    for (const Run &run : runs)
        rows.insert(rows.end(), m_rows->begin() + std::ptrdiff_t(run.first), m_rows->begin() + std::ptrdiff_t(run.end));
    IdList list;
    list.m_ids = m_ids;
    list.m_idCount = m_idCount;
    list.m_rows = std::make_shared<const Rows>(std::move(rows));
    return list;
}

IdList IdList::with(std::span<const std::pair<std::size_t, RowId>> added) const
{
    if (added.empty())
        return *this;
    std::vector<RowId> ids;
    for (const auto &[place, id] : added)
        ids.push_back(id);
    const WantedIds wanted(ids);
    // From the start, so that of several places of an id the last one stays: those before are of rows that were read anew.
    std::vector<quint32> rowOf(ids.size(), kNowhere);
    for (std::size_t row = 0; row < m_idCount; ++row)
        if (const RowId id = m_ids[std::ptrdiff_t(row)]; wanted.contains(id))
            rowOf[std::size_t(std::find(ids.begin(), ids.end(), id) - ids.begin())] = quint32(row);
    IdList list;
    list.m_ids = m_ids;
    list.m_idCount = m_idCount;
    if (const auto unknown = std::count(rowOf.begin(), rowOf.end(), kNowhere)) {
        const std::shared_ptr<RowId[]> own(new RowId[m_idCount + std::size_t(unknown)]);
        std::copy(m_ids.get(), m_ids.get() + m_idCount, own.get());
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (rowOf[i] == kNowhere) {
                rowOf[i] = quint32(list.m_idCount);
                own[std::ptrdiff_t(list.m_idCount++)] = ids[i];
            }
        list.m_ids = own;
    }
    Rows rows;
    rows.reserve(size() + added.size());
    std::size_t from = 0;
    for (std::size_t i = 0; i < added.size(); ++i) {
        const std::size_t place = std::min(added[i].first, size());
        if (place > from)
            rows.insert(rows.end(), m_rows->begin() + std::ptrdiff_t(from), m_rows->begin() + std::ptrdiff_t(place));
        from = std::max(from, place);
        rows.push_back(rowOf[i]);
    }
    if (m_rows)
        rows.insert(rows.end(), m_rows->begin() + std::ptrdiff_t(from), m_rows->end());
    list.m_rows = std::make_shared<const Rows>(std::move(rows));
    return list;
}

/// For each place among all ids whether it holds one of the others.
std::optional<std::vector<bool>> IdList::marked(const IdList &others) const
{
    constexpr std::size_t kMostSearched = 20'000;
    std::vector<bool> is(std::max(m_idCount, others.m_idCount), false);
    const bool shared = m_ids == others.m_ids;
    if (shared)
        for (const quint32 row : *others.m_rows)
            is[row] = true;
    // Places that the others do not know: of another index all, of the same one those of rows read anew since.
    const std::size_t unknown = shared ? std::min(others.m_idCount, m_idCount) : 0;
    if (unknown == m_idCount)
        return is;
    if (others.size() > kMostSearched)
        return shared ? std::optional(std::move(is)) : std::nullopt;
    const WantedIds wanted(others.all());
    const std::vector<RowId> &ids = wanted.sorted();
    const RowId *const begin = m_ids.get() + unknown, *const end = m_ids.get() + m_idCount;
    const bool sorted = std::is_sorted(begin, end);
    const RowId *from = begin;
    for (std::size_t i = 0; sorted && i < ids.size(); ++i) {
        from = std::lower_bound(from, end, ids[i]);
        for (const RowId *at = from; at != end && *at == ids[i]; ++at)
            is[std::size_t(at - m_ids.get())] = true;
    }
    for (const RowId *at = begin; !sorted && at != end; ++at)
        if (wanted.contains(*at))
            is[std::size_t(at - m_ids.get())] = true;
    return is;
}

std::optional<std::vector<IdList::Run>> IdList::runsOf(const IdList &others, std::size_t mostRuns) const
{
    std::vector<Run> runs;
    if (empty() || others.empty())
        return runs;
    const std::optional<std::vector<bool>> is = marked(others);
    if (!is)
        return std::nullopt;
    const Rows &rows = *m_rows;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (!(*is)[rows[at]])
            continue;
        const std::size_t first = at;
        while (at < rows.size() && (*is)[rows[at]])
            ++at;
        if (runs.size() == mostRuns)
            return std::nullopt;
        runs.push_back({first, at});
    }
    return runs;
}

} // namespace waic::explore
