// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/drawn_rows.h"

#include "catalogue/columns.h"

#include <algorithm>
#include <unordered_set>

namespace waic::chart {

namespace {

using catalogue::Cell;
using catalogue::RowId;

QString qtText(Cell cell)
{
    return cell.data() ? QString::fromUtf8(cell.data(), qsizetype(cell.size())) : QString();
}

constexpr std::size_t kFew = 16; ///< values up to which a look at each is quicker than a set

/// Takes repetitions away; the first of each stays in its place.
void keepDistinct(std::vector<RowId> &values)
{
    if (values.size() <= kFew) {
        auto end = values.begin();
        for (const RowId value : values)
            if (std::find(values.begin(), end, value) == end)
                *end++ = value;
        values.erase(end, values.end());
        return;
    }
    std::unordered_set<RowId> seen;
    std::erase_if(values, [&](RowId value) { return !seen.insert(value).second; });
}

/// Ends the reading of columns from within.
class Stopped : public std::exception
{
};

/// Links may come before what they lead to, so they are kept and resolved at the end.
class Sink : public catalogue::ColumnSink
{
public:
    Sink(const std::vector<RowId> &ids, const Cancelled &cancelled)
        : m_cancelled(cancelled)
    {
        m_places.reserve(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i)
            m_places.emplace(ids[i], i);
        m_rows.resize(ids.size());
        m_there.resize(ids.size());
    }

    void announcement(const catalogue::AnnouncementCells &cells) override
    {
        poll();
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
        poll();
        if (const auto place = m_places.find(announcement); place != m_places.end())
            m_rows[place->second].organisations.push_back(organisation);
    }
    void citation(RowId announcement, RowId source) override
    {
        poll();
        if (const auto place = m_places.find(announcement); place != m_places.end())
            m_rows[place->second].sources.push_back(source);
    }
    void organisation(const catalogue::NamedCells &cells) override
    {
        poll();
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
        poll();
        catalogue::Source &made = m_sources[id];
        made.id = id;
        made.title = qtText(title);
        made.publisher = qtText(publisher);
    }
    void tagging(RowId, RowId) override { poll(); }
    void claim(const catalogue::ClaimCells &) override { poll(); }
    void tag(const catalogue::NamedCells &) override { }
    void ownField(RowId, Cell, Cell) override { }
    void unit(Cell, Cell, std::optional<double>) override { }
    void edited(RowId) override { }
    void ownValue(RowId, RowId, Cell) override { }

    DrawnRows take()
    {
        DrawnRows drawn;
        for (std::size_t i = 0; i < m_rows.size() && !isStopped(); ++i)
            if (m_there[i])
                drawn.rows.push_back(resolved(std::move(m_rows[i]), drawn));
        drawn.sources = std::move(m_sources);
        return drawn;
    }

private:
    bool isStopped() { return ++m_steps % kBlock == 0 && m_cancelled(); }
    void poll()
    {
        if (isStopped())
            throw Stopped();
    }

    /// Each merge is followed once, however many organisations lead to it.  A file may hold a ring: as in the index, its member
    /// with the least id stands for all.
    RowId survivor(RowId organisation)
    {
        std::vector<RowId> passed;
        RowId last = organisation;
        for (;;) {
            const auto [known, isNew] = m_survivors.try_emplace(last, last);
            if (!isNew) {
                const auto ring = std::find(passed.begin(), passed.end(), last);
                last = ring == passed.end() ? known->second : *std::min_element(ring, passed.end());
                break;
            }
            passed.push_back(last);
            const auto next = m_mergedInto.find(last);
            if (next == m_mergedInto.end() || !m_organisations.contains(next->second))
                break;
            last = next->second;
        }
        for (const RowId each : passed)
            m_survivors[each] = last;
        return last;
    }

    DrawnRows::Row resolved(DrawnRows::Row row, DrawnRows &drawn)
    {
        std::vector<RowId> survivors;
        for (const RowId member : row.organisations) {
            const RowId id = survivor(member);
            const auto known = m_organisations.find(id);
            if (known == m_organisations.end())
                continue;
            survivors.push_back(id);
            if (drawn.organisations.try_emplace(id, known->second).second)
                if (const auto aliases = m_aliases.find(id); aliases != m_aliases.end())
                    drawn.organisations[id].aliases = aliases->second;
        }
        keepDistinct(survivors);
        row.organisations = std::move(survivors);
        keepDistinct(row.sources);
        std::erase_if(row.sources, [this](RowId id) { return !m_sources.contains(id); });
        return row;
    }

    static constexpr quint64 kBlock = 4096; ///< cells and links between two looks at m_cancelled

    const Cancelled &m_cancelled;
    quint64 m_steps = 0;
    std::unordered_map<RowId, RowId> m_survivors; ///< as far as asked for
    std::unordered_map<RowId, std::size_t> m_places;
    std::vector<DrawnRows::Row> m_rows;
    std::vector<bool> m_there;
    std::unordered_map<RowId, DrawnRows::Organisation> m_organisations;
    std::unordered_map<RowId, RowId> m_mergedInto;
    std::unordered_map<RowId, QStringList> m_aliases;
    std::unordered_map<RowId, catalogue::Source> m_sources;
};

/// One part after the other; the parts that a chart has no use for are left out.
Result<> readAll(catalogue::Database &database, Sink &sink)
{
    using catalogue::ColumnPart;
    for (const ColumnPart part :
        {ColumnPart::Names, ColumnPart::Announcements, ColumnPart::Participations, ColumnPart::Citations})
        if (const Result<> read = catalogue::readColumns(database, part, {}, sink); !read)
            return read;
    return {};
}

} // namespace

Result<DrawnRows> readDrawnRows(
    const std::vector<RowId> &announcements, int total, catalogue::Reader &reader, const Cancelled &cancelled)
{
    Sink sink(announcements, cancelled);
    const bool isMost = announcements.size() * 2 > std::size_t(std::max(total, 0));
    const Result<> read
        = isMost ? readAll(reader.database(), sink) : catalogue::readColumns(reader.database(), announcements, sink);
    if (!read)
        return tl::make_unexpected(read.error());
    return sink.take();
}

} // namespace waic::chart
