// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/index_columns.h"

#include "catalogue/columns.h"
#include "catalogue/follow.h"
#include "catalogue/opening.h"
#include "catalogue/partial_date.h"
#include "catalogue/sql.h"
#include "explore/column_filler.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>

namespace waic::explore {

namespace {

using catalogue::ColumnPart;

constexpr Row kWorthTwoThreads = 20000;

/// Announcements go to a piece; all else to the filler, whose parts do not touch each other.
class PieceSink : public catalogue::ColumnSink
{
public:
    PieceSink(RowPiece &piece, ColumnFiller &filler)
        : m_piece(piece)
        , m_filler(filler)
    {
    }

    void organisation(const catalogue::NamedCells &cells) override { m_filler.organisation(cells); }
    void organisationName(catalogue::RowId id, catalogue::Cell name, bool isAlias) override
    {
        m_filler.organisationName(id, name, isAlias);
    }
    void tag(const catalogue::NamedCells &cells) override { m_filler.tag(cells); }
    void source(catalogue::RowId id, catalogue::Cell title, catalogue::Cell publisher) override
    {
        m_filler.source(id, title, publisher);
    }
    void ownField(catalogue::RowId id, catalogue::Cell name, catalogue::Cell type) override { m_filler.ownField(id, name, type); }
    void unit(catalogue::Cell name, catalogue::Cell dimension, std::optional<double> factor) override
    {
        m_filler.unit(name, dimension, factor);
    }
    void announcement(const catalogue::AnnouncementCells &cells) override { ColumnFiller::take(m_piece, cells); }
    void edited(catalogue::RowId id) override { m_piece.edited.push_back(id); }
    void participation(catalogue::RowId id, catalogue::RowId organisation, catalogue::Cell role) override
    {
        m_filler.participation(id, organisation, role);
    }
    void tagging(catalogue::RowId id, catalogue::RowId tag) override { m_filler.tagging(id, tag); }
    void claim(const catalogue::ClaimCells &cells) override { m_filler.claim(cells); }
    void citation(catalogue::RowId id, catalogue::RowId source) override { m_filler.citation(id, source); }
    void ownValue(catalogue::RowId id, catalogue::RowId field, catalogue::Cell value) override
    {
        m_filler.ownValue(id, field, value);
    }

private:
    RowPiece &m_piece;
    ColumnFiller &m_filler;
};

/// Parts that are read by whoever is free, the longest first.
struct Work
{
    struct Item
    {
        ColumnPart part;
        catalogue::IdRange range;
        size_t piece;
    };
    std::vector<Item> items;
    std::vector<RowPiece> pieces;
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    std::optional<Error> error;

    void run(catalogue::Database &database, ColumnFiller &filler)
    {
        for (size_t i = next++; i < items.size(); i = next++) {
            PieceSink sink(pieces[items[i].piece], filler);
            const Result<> done = catalogue::readColumns(database, items[i].part, items[i].range, sink);
            if (done)
                continue;
            const std::scoped_lock lock(mutex);
            if (!error)
                error = done.error();
            next = items.size();
        }
    }
};

void plan(Work &work, catalogue::IdRange ids, bool inHalves)
{
    const auto middle = catalogue::RowId(quint64(ids.first) + (quint64(ids.last) - quint64(ids.first)) / 2);
    work.pieces.resize(2);
    if (inHalves) {
        work.items.push_back({ColumnPart::Announcements, {ids.first, middle}, 0});
        work.items.push_back({ColumnPart::Announcements, {middle + 1, ids.last}, 1});
    } else if (ids.first <= ids.last) {
        work.items.push_back({ColumnPart::Announcements, ids, 0});
    }
    for (const ColumnPart part :
        {ColumnPart::Participations, ColumnPart::Claims, ColumnPart::Taggings, ColumnPart::Citations, ColumnPart::OwnValues})
        work.items.push_back({part, {}, 0});
}

} // namespace

void RowIds::push_back(RowId id)
{
    if (m_size == m_room) {
        m_room = std::max<Row>(256, m_room + m_room / 2);
        std::shared_ptr<RowId[]> larger(new RowId[m_room]);
        std::copy(m_ids.get(), m_ids.get() + m_size, larger.get());
        m_ids = std::move(larger);
    }
    m_ids[m_size++] = id;
}

void RowIds::assign(std::span<const RowId> ids)
{
    m_size = m_room = Row(ids.size());
    m_ids.reset(new RowId[m_room]);
    std::copy(ids.begin(), ids.end(), m_ids.get());
}

IndexColumns::IndexColumns()
    : organisations(NameTable::SameName::OneValue)
    , tags(NameTable::SameName::OneValue)
    , sources(NameTable::SameName::Apart)
{
}

Result<> IndexColumns::load(catalogue::Database &database, const catalogue::CatalogueFile *file)
{
    ColumnFiller filler(*this, ColumnFiller::Purpose::Load);
    Work work;
    if (const Result<> names = catalogue::readColumns(database, ColumnPart::Names, {}, filler); !names)
        return names;
    const Result<catalogue::IdRange> range = catalogue::announcementIds(database);
    if (!range)
        return tl::make_unexpected(range.error());
    const bool isLarge = file && quint64(range->last) - quint64(range->first) > kWorthTwoThreads;
    plan(work, *range, isLarge);
    std::future<void> other;
    if (isLarge)
        other = std::async(std::launch::async, [&work, &filler, file] {
            // Without a second connection the calling thread reads all.
            if (const auto second = file->connect(catalogue::Access::Read))
                work.run(**second, filler);
        });
    work.run(database, filler);
    if (other.valid())
        other.get();
    if (work.error)
        return tl::make_unexpected(*work.error);
    filler.finish(work.pieces);
    return {};
}

Result<> IndexColumns::patch(catalogue::Database &database, std::span<const catalogue::RowId> announcements)
{
    for (const catalogue::RowId id : announcements)
        markGone(id);
    ColumnFiller filler(*this, ColumnFiller::Purpose::Patch);
    const Result<> done = catalogue::readColumns(database, announcements, filler);
    if (done)
        filler.finish({});
    return done;
}

Result<bool> IndexColumns::patchNames(catalogue::Database &database, const catalogue::Touched &touched)
{
    const std::pair<NameTable *, std::span<const catalogue::RowId>> all[]
        = {{&organisations, touched.organisations}, {&tags, touched.tags}, {&sources, touched.sources}};
    std::vector<std::pair<catalogue::RowId, bool>> before;
    for (const auto &[table, changed] : all)
        for (const catalogue::RowId id : changed) {
            before.emplace_back(id, table->isThere(id));
            table->expect(id);
        }
    const std::vector<std::string> publishersBefore = publishersOf(touched.sources);
    ColumnFiller filler(*this, ColumnFiller::Purpose::Patch);
    const Result<> done = catalogue::readNames(database, touched.organisations, touched.tags, touched.sources, filler);
    if (!done)
        return tl::make_unexpected(done.error());
    filler.finish({});
    auto was = before.begin();
    bool isSame = true;
    for (const auto &[table, changed] : all)
        for (const catalogue::RowId id : changed)
            isSame = isSame && (was++)->second == table->isThere(id);
    return isSame && publishersOf(touched.sources) == publishersBefore;
}

std::vector<std::string> IndexColumns::publishersOf(std::span<const catalogue::RowId> changed)
{
    std::vector<std::string> found;
    for (const catalogue::RowId id : changed)
        found.push_back(sources.isThere(id) ? publisherOf(sources.code(id)) : std::string());
    return found;
}

std::string IndexColumns::publisherOf(Code source) const
{
    const NameTable::Thing &thing = sources.thing(source);
    return (thing.names.isEmpty() ? thing.name : thing.names.first()).toStdString();
}

void IndexColumns::markGone(catalogue::RowId id)
{
    const Row row = rowOf(id);
    if (row == rowCount())
        return;
    flags[row] = Gone;
    ++m_gone;
}

Row IndexColumns::rowOf(catalogue::RowId id) const
{
    const auto isHere = [this](Row row) { return (flags[row] & Gone) == 0; };
    if (const auto added = m_added.find(id); added != m_added.end())
        return isHere(added->second) ? added->second : rowCount();
    const std::span<const catalogue::RowId> sorted = ids.all().first(m_sorted);
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), id);
    const Row row = Row(found - sorted.begin());
    return found != sorted.end() && *found == id && isHere(row) ? row : rowCount();
}

int IndexColumns::codedPlace(FieldId field)
{
    const auto found = std::find(kCoded.begin(), kCoded.end(), field);
    return found == kCoded.end() ? -1 : int(found - kCoded.begin());
}

std::optional<FieldColumn> IndexColumns::column(const QString &name) const
{
    const std::optional<FieldId> field = conditionField(name);
    if (!field) {
        const auto isIt = [&name](const OwnColumn &it) { return it.field.name.compare(name, Qt::CaseInsensitive) == 0; };
        const auto found = std::find_if(own.begin(), own.end(), isIt);
        if (found == own.end())
            return std::nullopt;
        return FieldColumn{.coded = &found->column, .codes = &found->column.codes, .type = found->field.type};
    }
    if (const int place = codedPlace(*field); place >= 0) {
        const CodedColumn &coded = m_coded[size_t(place)];
        const bool isNumber = *field == FieldId::Year || coded.isNumber;
        return FieldColumn{.coded = &coded,
            .codes = &coded.codes,
            .type = *field == FieldId::Date ? OwnType::Date
                : isNumber                  ? OwnType::Number
                                            : OwnType::Text};
    }
    const auto ofClaims = [this](const CodedColumn &entries, OwnType type = OwnType::Text) {
        return FieldColumn{
            .coded = &entries, .grouping = &claims.grouping, .codes = &entries.codes, .repeats = true, .type = type};
    };
    const auto named = [](const NameTable &table, const Lists &lists) {
        return FieldColumn{.grouping = &lists.grouping, .codes = &lists.codes, .names = &table, .repeats = lists.repeats};
    };
    switch (*field) {
    case FieldId::Org:
        return named(organisations, organisationLists);
    case FieldId::Tag:
        return named(tags, tagLists);
    case FieldId::Source:
        return FieldColumn{.coded = &publishers, .grouping = &sourceLists.grouping, .codes = &publishers.codes, .repeats = true};
    case FieldId::Role:
        return FieldColumn{.coded = &roles, .grouping = &organisationLists.grouping, .codes = &roles.codes, .repeats = true};
    case FieldId::Measure:
        return ofClaims(claims.measure);
    case FieldId::Subject:
        return ofClaims(claims.subject);
    case FieldId::Unit:
        return ofClaims(claims.unit);
    case FieldId::Nature:
        return ofClaims(claims.nature);
    case FieldId::AsOf:
        return ofClaims(claims.asOf, OwnType::Date);
    default:
        return std::nullopt;
    }
}

Vocabulary IndexColumns::vocabulary() const
{
    Vocabulary made;
    for (const OwnColumn &column : own)
        made.fields.push_back(column.field);
    for (Code code = 1; code < claims.measure.dictionary.size(); ++code)
        made.measures.append(claims.measure.dictionary.value(code));
    for (const auto &[name, unit] : units)
        made.units.append(QString::fromStdString(name));
    made.units.sort();
    return made;
}

int packed_date::pack(QStringView text)
{
    const Result<catalogue::PartialDate> date = catalogue::PartialDate::parse(text);
    return date ? date->year() * 10000 + date->month() * 100 + date->day() : 0;
}

int packed_date::first(int packed)
{
    return packed + (packed / 100 % 100 == 0 ? 100 : 0) + (packed % 100 == 0 ? 1 : 0);
}

int packed_date::last(int packed)
{
    return packed + (packed / 100 % 100 == 0 ? 1200 : 0) + (packed % 100 == 0 ? 31 : 0);
}

} // namespace waic::explore
