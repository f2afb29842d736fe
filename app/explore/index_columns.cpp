// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/index_columns.h"

#include "catalogue/columns.h"

#include <algorithm>
#include <numeric>

namespace waic::explore {

namespace {

/// In the order in which the table lists them.
quint8 roleRank(std::string_view role)
{
    static constexpr std::string_view order[] = {"announcer", "partner", "subject", "speaker"};
    return quint8(std::find(std::begin(order), std::end(order), role) - std::begin(order));
}

} // namespace

/// Puts what readColumns() hands over into the columns.
class IndexColumns::Filler : public catalogue::ColumnSink
{
public:
    enum class Purpose { Load, Patch };

    Filler(IndexColumns &columns, Purpose purpose)
        : m_columns(columns)
        , m_isPatch(purpose == Purpose::Patch)
    {
    }

    void announcement(const catalogue::AnnouncementCells &cells) override
    {
        IndexColumns &to = m_columns;
        const Row row = findRow(cells.id) ? m_row : to.addRow(cells.id);
        to.places[row] = cells.binned ? Place::Bin : Place::Shown;
        to.kind.codes[row] = to.kind.dictionary.code(cells.kind);
        to.edition.codes[row] = to.edition.dictionary.code(cells.edition);
        to.country.codes[row] = to.country.dictionary.code(cells.country);
        to.openness.codes[row] = to.openness.dictionary.code(cells.openness);
        to.verification.codes[row] = to.verification.dictionary.code(cells.verification);
        to.dates[row] = packed_date::pack(QString::fromLatin1(cells.announcedOn.data(), qsizetype(cells.announcedOn.size())));
        to.texts.add(row, {cells.title, cells.summary, cells.notes});
    }

    void participation(catalogue::RowId announcement, catalogue::RowId organisation, catalogue::Cell role) override
    {
        if (!findRow(announcement))
            return;
        expect(m_columns.organisations, organisation);
        const Code code = m_columns.organisations.code(organisation);
        m_organisations.emplace_back(m_row, code);
        m_participations.push_back({m_row, code, roleRank(role)});
    }

    void tagging(catalogue::RowId announcement, catalogue::RowId tag) override
    {
        if (!findRow(announcement))
            return;
        expect(m_columns.tags, tag);
        m_tags.emplace_back(m_row, m_columns.tags.code(tag));
    }

    void claim(catalogue::RowId announcement, catalogue::Cell measure, catalogue::Cell subject) override
    {
        if (!findRow(announcement))
            return;
        ++m_columns.figures[m_row];
        m_measures.emplace_back(m_row, m_columns.measures.code(measure));
        m_subjects.emplace_back(m_row, m_columns.subjects.code(subject));
    }

    void citation(catalogue::RowId announcement, catalogue::RowId source) override
    {
        if (!findRow(announcement))
            return;
        expect(m_columns.sources, source);
        m_sources.emplace_back(m_row, m_columns.sources.code(source));
    }

    void organisation(const catalogue::NamedCells &cells) override { named(m_columns.organisations, cells); }
    void tag(const catalogue::NamedCells &cells) override { named(m_columns.tags, cells); }

    void organisationName(catalogue::RowId organisation, catalogue::Cell name, bool isAlias) override
    {
        m_columns.organisations.addName(organisation, name, isAlias);
    }

    void source(catalogue::RowId id, catalogue::Cell title, catalogue::Cell publisher) override
    {
        m_columns.sources.set(id, title);
        m_columns.sources.addName(id, publisher, false);
    }

    void finish()
    {
        m_columns.organisations.settle();
        m_columns.tags.settle();
        m_columns.sources.settle();
        add(m_columns.organisationLists, m_organisations, &m_columns.organisations);
        add(m_columns.tagLists, m_tags, &m_columns.tags);
        add(m_columns.sourceLists, m_sources, nullptr); // missing ones count, as the table counts them
        add(m_columns.measureLists, m_measures, nullptr);
        add(m_columns.subjectLists, m_subjects, nullptr);
        addLeading();
    }

private:
    struct Participation
    {
        Row row;
        Code code;
        quint8 rank;
    };

    /// m_row: of that announcement.  Links come announcement by announcement, mostly by rising row.
    bool findRow(catalogue::RowId id)
    {
        if (m_row < m_columns.rowCount() && m_columns.ids[m_row] == id)
            return true;
        m_row = m_row + 1 < m_columns.rowCount() && m_columns.ids[m_row + 1] == id ? m_row + 1 : m_columns.rowOf(id);
        return m_row < m_columns.rowCount();
    }

    void expect(NameTable &table, catalogue::RowId id)
    {
        if (m_isPatch)
            table.expect(id);
    }

    void named(NameTable &table, const catalogue::NamedCells &cells)
    {
        table.set(cells.id, cells.name, cells.mergedInto);
        if (cells.mergedInto != 0)
            expect(table, cells.mergedInto);
    }

    static void add(Lists &lists, std::vector<Lists::Pair> &pairs, const NameTable *table)
    {
        if (table)
            std::erase_if(pairs, [table](const Lists::Pair &pair) { return !table->isThere(pair.second); });
        lists.add(std::move(pairs));
        lists.compact();
    }

    void addLeading()
    {
        const NameTable &table = m_columns.organisations;
        std::erase_if(m_participations, [&table](const Participation &it) { return !table.isThere(it.code); });
        std::sort(m_participations.begin(), m_participations.end(),
            [](const Participation &a, const Participation &b) { return a.row != b.row ? a.row < b.row : a.rank < b.rank; });
        std::vector<Lists::Pair> leading;
        const Participation *first = nullptr;
        for (const Participation &it : m_participations) {
            if (!first || first->row != it.row)
                first = &it;
            if (it.rank == first->rank)
                leading.emplace_back(it.row, it.code);
        }
        add(m_columns.leadingLists, leading, nullptr);
    }

    IndexColumns &m_columns;
    bool m_isPatch;
    Row m_row = 0;
    std::vector<Lists::Pair> m_organisations, m_tags, m_sources, m_measures, m_subjects;
    std::vector<Participation> m_participations;
};

IndexColumns::IndexColumns()
    : organisations(NameTable::SameName::OneValue)
    , tags(NameTable::SameName::OneValue)
    , sources(NameTable::SameName::Apart)
{
}

Result<> IndexColumns::load(catalogue::Database &database)
{
    Filler filler(*this, Filler::Purpose::Load);
    const Result<> done = catalogue::readColumns(database, filler);
    if (done)
        filler.finish();
    return done;
}

Result<> IndexColumns::patch(catalogue::Database &database, std::span<const catalogue::RowId> announcements)
{
    for (const catalogue::RowId id : announcements)
        if (const Row row = rowOf(id); row < rowCount())
            clear(row);
    Filler filler(*this, Filler::Purpose::Patch);
    const Result<> done = catalogue::readColumns(database, announcements, filler);
    if (done) {
        filler.finish();
        texts.compact();
    }
    const std::scoped_lock lock(m_ranksMutex);
    m_titleRanks.clear();
    return done;
}

const std::vector<quint32> &IndexColumns::titleRanks() const
{
    const std::scoped_lock lock(m_ranksMutex);
    if (m_titleRanks.size() == ids.size())
        return m_titleRanks;
    std::vector<Row> order(ids.size());
    std::iota(order.begin(), order.end(), Row(0));
    const auto title = [this](Row row) { return texts.part(row, Texts::Title); };
    std::sort(order.begin(), order.end(), [&title](Row a, Row b) { return title(a) < title(b); });
    m_titleRanks.resize(ids.size());
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && title(order[i]) != title(order[i - 1]))
            ++rank;
        m_titleRanks[order[i]] = rank;
    }
    return m_titleRanks;
}

Row IndexColumns::rowOf(catalogue::RowId id) const
{
    const auto end = ids.begin() + m_sorted;
    const auto found = std::lower_bound(ids.begin(), end, id);
    if (found != end && *found == id)
        return Row(found - ids.begin());
    const auto added = m_added.find(id);
    return added == m_added.end() ? rowCount() : added->second;
}

Row IndexColumns::addRow(catalogue::RowId id)
{
    const Row row = rowCount();
    if (m_added.empty() && (ids.empty() || ids.back() < id))
        m_sorted = row + 1;
    else
        m_added.emplace(id, row);
    ids.push_back(id);
    places.push_back(Place::Gone);
    for (CodedColumn *column : {&kind, &edition, &country, &openness, &verification})
        column->codes.push_back(0);
    dates.push_back(0);
    texts.addRow();
    figures.push_back(0);
    for (Lists *lists : {&organisationLists, &tagLists, &sourceLists, &measureLists, &subjectLists, &leadingLists})
        lists->addRow();
    return row;
}

void IndexColumns::clear(Row row)
{
    places[row] = Place::Gone;
    texts.clear(row);
    figures[row] = 0;
    for (Lists *lists : {&organisationLists, &tagLists, &sourceLists, &measureLists, &subjectLists, &leadingLists})
        lists->clear(row);
}

} // namespace waic::explore
