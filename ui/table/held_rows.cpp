// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/held_rows.h"

#include <QHash>

#include <algorithm>

namespace waic::ui {

using catalogue::RowId;
using explore::IdList;

namespace {

constexpr std::size_t kMostPieces = 20'000;
constexpr std::size_t kNeighbours = 4; ///< looked at above a row for one that stays

IdList listOf(const QSet<RowId> &ids)
{
    return std::vector<RowId>(ids.begin(), ids.end());
}

/// Places of ids in a list.
QHash<RowId, std::size_t> placesIn(const IdList &list, const IdList &ids)
{
    QHash<RowId, std::size_t> places;
    for (const IdList::Run &run : list.runsOf(ids, kMostPieces).value_or(std::vector<IdList::Run>()))
        for (std::size_t place = run.first; place < run.end; ++place)
            places.insert(list[place], place);
    return places;
}

} // namespace

void HeldRows::ask(const explore::Query &query)
{
    if (query == m_query)
        return;
    forget();
    m_query = query;
}

void HeldRows::forget()
{
    m_query = {};
    m_edited.clear();
    m_held.clear();
}

void HeldRows::edited(const std::vector<RowId> &announcements)
{
    if (m_edited.size() + qsizetype(announcements.size()) <= kMostEdited)
        m_edited.unite(QSet<RowId>(announcements.begin(), announcements.end()));
}

std::vector<std::size_t> HeldRows::leavers(const IdList &answered, const IdList &before) const
{
    const IdList edited = listOf(m_edited);
    const QHash<RowId, std::size_t> stayed = placesIn(answered, edited);
    const QHash<RowId, std::size_t> shown = placesIn(before, edited);
    std::vector<std::size_t> places;
    for (auto row = shown.begin(); row != shown.end(); ++row)
        if (!stayed.contains(row.key()))
            places.push_back(*row);
    std::sort(places.begin(), places.end());
    return places;
}

void HeldRows::dropMoved(std::vector<RowId> &ids, std::vector<std::size_t> &places, const RowReader &reader) const
{
    const Result<std::vector<catalogue::AnnouncementRow>> rows = reader(ids);
    QSet<RowId> here;
    if (rows)
        for (const catalogue::AnnouncementRow &row : *rows)
            if (row.announcement.binnedAt.isNull() != m_query.inBin)
                here.insert(row.announcement.id);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (here.contains(ids[i])) {
            ids[kept] = ids[i];
            places[kept++] = places[i];
        }
    ids.resize(kept);
    places.resize(kept);
}

IdList HeldRows::among(const IdList &answered, const IdList &before, const RowReader &reader)
{
    m_held.clear();
    // What finds everything loses rows to the bin alone.
    if (m_edited.isEmpty() || m_query.isEverything())
        return answered;
    std::vector<std::size_t> places = leavers(answered, before);
    if (places.empty())
        return answered;
    std::vector<RowId> ids;
    for (const std::size_t place : places)
        ids.push_back(before[place]);
    dropMoved(ids, places, reader);
    // A row goes below the nearest row above it that is still there and was not edited itself, which may have moved.
    QSet<RowId> above;
    const auto neighbours = [&](std::size_t place, const auto &tell) {
        std::size_t looked = 0;
        for (std::size_t at = place; at > 0 && looked < kNeighbours; --at)
            if (const RowId id = before[at - 1]; !m_edited.contains(id) && ++looked && tell(id))
                return;
    };
    for (const std::size_t place : places)
        neighbours(place, [&](RowId id) {
            above.insert(id);
            return false;
        });
    const QHash<RowId, std::size_t> stays = placesIn(answered, listOf(above));
    std::vector<std::pair<std::size_t, RowId>> added;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        std::size_t place = std::min(places[i] - i, answered.size());
        neighbours(places[i], [&](RowId id) {
            if (!stays.contains(id))
                return false;
            place = stays[id] + 1;
            return true;
        });
        added.emplace_back(place, ids[i]);
        m_held.insert(ids[i]);
    }
    std::stable_sort(added.begin(), added.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_firstPlace = added.empty() ? 0 : added.front().first;
    return answered.with(added);
}

} // namespace waic::ui
