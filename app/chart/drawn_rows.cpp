// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/drawn_rows.h"

#include "catalogue/columns.h"

#include <algorithm>

namespace waic::chart {

namespace {

using catalogue::Cell;
using catalogue::RowId;

QString qtText(Cell cell)
{
    return cell.data() ? QString::fromUtf8(cell.data(), qsizetype(cell.size())) : QString();
}

template <typename Value>
void addDistinct(std::vector<Value> &values, const Value &value)
{
    if (std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
}

/// Links may come before what they lead to, so they are kept and resolved at the end.
class Sink : public catalogue::ColumnSink
{
public:
    explicit Sink(const std::vector<RowId> &ids)
    {
        m_places.reserve(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i)
            m_places.emplace(ids[i], i);
        m_rows.resize(ids.size());
        m_there.resize(ids.size());
    }

    void announcement(const catalogue::AnnouncementCells &cells) override
    {
        const auto place = m_places.find(cells.id);
        if (place == m_places.end())
            return;
        m_there[place->second] = true;
        DrawnRows::Row &row = m_rows[place->second];
        row.kind = qtText(cells.kind);
        row.country = qtText(cells.country);
        row.announcedOn = qtText(cells.announcedOn);
    }
    void participation(RowId announcement, RowId organisation, Cell) override
    {
        if (const auto place = m_places.find(announcement); place != m_places.end())
            addDistinct(m_rows[place->second].organisations, organisation);
    }
    void citation(RowId announcement, RowId source) override
    {
        if (const auto place = m_places.find(announcement); place != m_places.end())
            addDistinct(m_rows[place->second].sources, source);
    }
    void organisation(const catalogue::NamedCells &cells) override
    {
        m_organisations[cells.id].name = qtText(cells.name);
        m_organisations[cells.id].type = qtText(cells.type);
        if (cells.mergedInto != 0)
            m_mergedInto[cells.id] = cells.mergedInto;
    }
    void organisationName(RowId organisation, Cell name, bool isAlias) override
    {
        if (isAlias)
            m_aliases[organisation].append(qtText(name));
    }
    void source(RowId id, Cell title, Cell publisher) override
    {
        catalogue::Source &made = m_sources[id];
        made.id = id;
        made.title = qtText(title);
        made.publisher = qtText(publisher);
    }
    void tagging(RowId, RowId) override { }
    void claim(RowId, Cell, Cell) override { }
    void tag(const catalogue::NamedCells &) override { }

    DrawnRows take()
    {
        DrawnRows drawn;
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (m_there[i])
                drawn.rows.push_back(resolved(std::move(m_rows[i]), drawn));
        drawn.sources = std::move(m_sources);
        return drawn;
    }

private:
    RowId survivor(RowId organisation) const
    {
        for (std::size_t steps = 0; steps <= m_mergedInto.size(); ++steps) { // a file may hold a circle
            const auto next = m_mergedInto.find(organisation);
            if (next == m_mergedInto.end() || !m_organisations.contains(next->second))
                break;
            organisation = next->second;
        }
        return organisation;
    }

    DrawnRows::Row resolved(DrawnRows::Row row, DrawnRows &drawn) const
    {
        std::vector<RowId> survivors;
        for (const RowId member : row.organisations) {
            const RowId id = survivor(member);
            const auto known = m_organisations.find(id);
            if (known == m_organisations.end())
                continue;
            addDistinct(survivors, id);
            if (drawn.organisations.try_emplace(id, known->second).second)
                if (const auto aliases = m_aliases.find(id); aliases != m_aliases.end())
                    drawn.organisations[id].aliases = aliases->second;
        }
        row.organisations = std::move(survivors);
        std::erase_if(row.sources, [this](RowId id) { return !m_sources.contains(id); });
        return row;
    }

    std::unordered_map<RowId, std::size_t> m_places;
    std::vector<DrawnRows::Row> m_rows;
    std::vector<bool> m_there;
    std::unordered_map<RowId, DrawnRows::Organisation> m_organisations;
    std::unordered_map<RowId, RowId> m_mergedInto;
    std::unordered_map<RowId, QStringList> m_aliases;
    std::unordered_map<RowId, catalogue::Source> m_sources;
};

} // namespace

Result<DrawnRows> readDrawnRows(const std::vector<RowId> &announcements, int total, catalogue::Reader &reader)
{
    Sink sink(announcements);
    const bool isMost = announcements.size() * 2 > std::size_t(std::max(total, 0));
    const Result<> read = isMost ? catalogue::readColumns(reader.database(), sink)
                                 : catalogue::readColumns(reader.database(), announcements, sink);
    if (!read)
        return tl::make_unexpected(read.error());
    return sink.take();
}

} // namespace waic::chart
