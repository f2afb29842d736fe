// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/column_filler.h"

#include <algorithm>

namespace waic::explore {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

OwnType ownType(catalogue::Cell type)
{
    static constexpr std::pair<std::string_view, OwnType> known[] = {{"number", OwnType::Number}, {"date", OwnType::Date},
        {"choice", OwnType::Choice}, {"link", OwnType::Link}, {"yes/no", OwnType::YesNo}};
    const auto found = std::find_if(std::begin(known), std::end(known), [type](const auto &it) { return it.first == type; });
    return found == std::end(known) ? OwnType::Text : found->second;
}

bool repeatsIn(const Lists &lists, const NameTable &table, Row first)
{
    std::vector<Code> seen;
    for (Row row = first; row < lists.grouping.rowCount(); ++row) {
        if (lists.grouping.count(row) < 2)
            continue;
        seen.clear();
        bool isRepeated = false;
        lists.each(row, [&](Code code) {
            const Code canonical = table.canonical(code);
            isRepeated = isRepeated || std::find(seen.begin(), seen.end(), canonical) != seen.end();
            seen.push_back(canonical);
        });
        if (isRepeated)
            return true;
    }
    return false;
}

void addNumbers(CodedColumn &column, bool isDate)
{
    for (Code code = Code(column.numbers.size()); code < column.dictionary.size(); ++code) {
        const QString &text = column.dictionary.value(code);
        bool isNumber = false;
        const double number = isDate ? packed_date::pack(text) : text.toDouble(&isNumber);
        column.numbers.push_back((isDate ? number != 0 : isNumber) ? number : kNone);
    }
}

} // namespace

ColumnFiller::ColumnFiller(IndexColumns &columns, Purpose purpose)
    : m_columns(columns)
    , m_isPatch(purpose == Purpose::Patch)
    , m_firstRow(columns.rowCount())
{
}

void ColumnFiller::expect(NameTable &table, catalogue::RowId id)
{
    if (m_isPatch)
        table.expect(id);
}

void ColumnFiller::named(NameTable &table, const catalogue::NamedCells &cells)
{
    table.set(cells.id, cells.name, cells.mergedInto);
    if (cells.mergedInto != 0)
        expect(table, cells.mergedInto);
}

void ColumnFiller::organisationName(catalogue::RowId organisation, catalogue::Cell name, bool isAlias)
{
    m_columns.organisations.addName(organisation, name, isAlias);
}

void ColumnFiller::source(catalogue::RowId id, catalogue::Cell title, catalogue::Cell publisher)
{
    m_columns.sources.set(id, title);
    m_columns.sources.addName(id, publisher, false);
}

void ColumnFiller::ownField(catalogue::RowId id, catalogue::Cell name, catalogue::Cell type)
{
    const auto known
        = std::find_if(m_columns.own.begin(), m_columns.own.end(), [id](const OwnColumn &own) { return own.id == id; });
    OwnColumn &own = known == m_columns.own.end() ? m_columns.own.emplace_back() : *known;
    own.id = id;
    own.field = {QString::fromUtf8(name.data(), qsizetype(name.size())), ownType(type)};
}

void ColumnFiller::unit(catalogue::Cell name, catalogue::Cell dimension, std::optional<double> factor)
{
    m_columns.units[std::string(name)] = {std::string(dimension), factor.value_or(0)};
}

void ColumnFiller::take(RowPiece &piece, const catalogue::AnnouncementCells &cells)
{
    piece.ids.push_back(cells.id);
    quint8 flags = 0;
    const std::pair<bool, quint8> all[] = {{cells.binned, IndexColumns::Bin}, {cells.starred, IndexColumns::Starred},
        {cells.hasSummary, IndexColumns::HasSummary}, {cells.hasNotes, IndexColumns::HasNotes},
        {cells.hasLink, IndexColumns::HasLink}};
    for (const auto &[isSet, flag] : all)
        flags |= isSet ? flag : quint8(0);
    piece.flags.push_back(flags);
    const std::string_view texts[] = {cells.kind, cells.edition, cells.country, cells.openness, cells.verification,
        cells.announcedOn, cells.announcedOn.substr(0, 4)};
    for (size_t i = 0; i < piece.coded.size(); ++i)
        piece.coded[i].codes.push_back(piece.coded[i].dictionary.code(texts[i]));
    piece.titles.add(cells.title);
}

void ColumnFiller::participation(catalogue::RowId announcement, catalogue::RowId organisation, catalogue::Cell role)
{
    expect(m_columns.organisations, organisation);
    m_organisations.announcements.push_back(announcement);
    m_organisations.codes.push_back(m_columns.organisations.code(organisation));
    m_roles.push_back(m_columns.roles.dictionary.code(role));
}

void ColumnFiller::tagging(catalogue::RowId announcement, catalogue::RowId tag)
{
    expect(m_columns.tags, tag);
    m_tags.announcements.push_back(announcement);
    m_tags.codes.push_back(m_columns.tags.code(tag));
}

void ColumnFiller::claim(const catalogue::ClaimCells &cells)
{
    ClaimColumns &to = m_columns.claims;
    m_claims.announcements.push_back(cells.announcement);
    m_claims.measures.push_back(to.measure.dictionary.code(cells.measure));
    m_claims.subjects.push_back(to.subject.dictionary.code(cells.subject));
    m_claims.units.push_back(to.unit.dictionary.code(cells.unit));
    m_claims.natures.push_back(to.nature.dictionary.code(cells.nature));
    m_claims.dates.push_back(to.asOf.dictionary.code(cells.asOf));
    m_claims.values.push_back(cells.value);
    m_claims.wholes.push_back(cells.whole.value_or(kNone));
}

void ColumnFiller::citation(catalogue::RowId announcement, catalogue::RowId source)
{
    expect(m_columns.sources, source);
    m_sources.announcements.push_back(announcement);
    m_sources.codes.push_back(m_columns.sources.code(source));
}

void ColumnFiller::ownValue(catalogue::RowId announcement, catalogue::RowId field, catalogue::Cell value)
{
    m_ownValues.push_back({announcement, field, std::string(value)});
}

void ColumnFiller::addRows(RowPiece &piece)
{
    IndexColumns &to = m_columns;
    for (const catalogue::RowId id : piece.ids) {
        const Row row = to.rowCount();
        if (to.m_added.empty() && (row == 0 || to.ids[row - 1] < id))
            to.m_sorted = row + 1;
        else
            to.m_added[id] = row;
        to.ids.push_back(id);
    }
    to.flags.insert(to.flags.end(), piece.flags.begin(), piece.flags.end());
    for (size_t i = 0; i < piece.coded.size(); ++i) {
        const Dictionary &own = piece.coded[i].dictionary;
        std::vector<Code> codes(own.size());
        for (Code code = 1; code < own.size(); ++code)
            codes[code] = to.m_coded[i].dictionary.code(own.value(code).toStdString());
        to.m_coded[i].codes.append(piece.coded[i].codes, codes);
    }
    to.titles.append(std::move(piece.titles));
    for (const catalogue::RowId id : piece.edited)
        if (const Row row = to.rowOf(id); row < to.rowCount())
            to.flags[row] |= IndexColumns::Edited;
    piece = {}; // a million titles need not be there twice
}

/// near: where the last one was; links mostly come by rising announcement.
Row ColumnFiller::rowOf(catalogue::RowId id, Row near) const
{
    const IndexColumns &columns = m_columns;
    constexpr Row kAhead = 16; ///< rows without a link between two that have one
    for (Row row = near; row < columns.rowCount() && row < near + kAhead; ++row)
        if (columns.ids[row] == id && !(columns.flags[row] & IndexColumns::Gone))
            return row;
    return columns.rowOf(id);
}

/// Leaves out entries of rows that are not new here, and returns the places of the others.
std::vector<quint32> ColumnFiller::group(
    Grouping &grouping, std::vector<catalogue::RowId> &announcements, std::vector<std::vector<Code> *> codes)
{
    std::vector<Row> rows(announcements.size());
    size_t kept = 0;
    Row near = m_firstRow;
    for (size_t i = 0; i < announcements.size(); ++i) {
        const Row row = rowOf(announcements[i], near);
        if (row < m_firstRow || row >= m_columns.rowCount())
            continue;
        rows[kept] = near = row;
        for (std::vector<Code> *column : codes)
            (*column)[kept] = (*column)[i];
        ++kept;
    }
    rows.resize(kept);
    for (std::vector<Code> *column : codes)
        column->resize(kept);
    announcements = {};
    return grouping.add(m_columns.rowCount(), rows);
}

void ColumnFiller::addLists(Lists &lists, Links &links, const NameTable *onlyThere, std::vector<Code> *beside)
{
    if (onlyThere) {
        size_t kept = 0;
        for (size_t i = 0; i < links.codes.size(); ++i) {
            if (!onlyThere->isThere(links.codes[i]))
                continue;
            links.announcements[kept] = links.announcements[i];
            links.codes[kept] = links.codes[i];
            if (beside)
                (*beside)[kept] = (*beside)[i];
            ++kept;
        }
        links.announcements.resize(kept);
        links.codes.resize(kept);
        if (beside)
            beside->resize(kept);
    }
    std::vector<std::vector<Code> *> columns{&links.codes};
    if (beside)
        columns.push_back(beside);
    const std::vector<quint32> places = group(lists.grouping, links.announcements, columns);
    lists.codes.append(placed<Code>(links.codes, places));
    if (beside)
        *beside = placed<Code>(*beside, places);
    links = {};
}

void ColumnFiller::addPublishers()
{
    std::vector<Code> bySource(m_columns.sources.size());
    for (Code source = 0; source < bySource.size(); ++source)
        bySource[source] = m_columns.publishers.dictionary.code(m_columns.publisherOf(source));
    std::vector<Code> codes;
    m_columns.sourceLists.codes.visit([&](auto all) {
        for (const auto source : all.subspan(m_columns.publishers.codes.size()))
            codes.push_back(bySource[source]);
    });
    m_columns.publishers.codes.append(codes);
}

void ColumnFiller::addClaims()
{
    ClaimColumns &to = m_columns.claims;
    std::vector<Code> order(m_claims.values.size()); // to bring values and wholes along
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = Code(i);
    const std::vector<quint32> places = group(to.grouping, m_claims.announcements,
        {&m_claims.measures, &m_claims.subjects, &m_claims.units, &m_claims.natures, &m_claims.dates, &order});
    to.measure.codes.append(placed<Code>(m_claims.measures, places));
    to.subject.codes.append(placed<Code>(m_claims.subjects, places));
    to.unit.codes.append(placed<Code>(m_claims.units, places));
    to.nature.codes.append(placed<Code>(m_claims.natures, places));
    to.asOf.codes.append(placed<Code>(m_claims.dates, places));
    for (auto [from, all] : {std::pair(&m_claims.values, &to.values), std::pair(&m_claims.wholes, &to.wholes)}) {
        const size_t base = all->size();
        all->resize(base + order.size());
        for (size_t i = 0; i < order.size(); ++i)
            (*all)[base + places[i]] = (*from)[order[i]];
    }
    m_claims = {};
}

void ColumnFiller::addOwnValues()
{
    const Row count = m_columns.rowCount();
    for (OwnColumn &own : m_columns.own) {
        std::vector<Code> codes(count - Row(own.column.codes.size()));
        const Row first = Row(own.column.codes.size());
        for (const OwnValue &value : m_ownValues) {
            const Row row = value.field == own.id ? m_columns.rowOf(value.announcement) : count;
            if (row >= first && row < count)
                codes[row - first] = own.column.dictionary.code(value.value);
        }
        own.column.codes.append(codes);
    }
    m_ownValues = {};
}

/// Figures and distinct sources of each new row.
void ColumnFiller::addCounts()
{
    const Row count = m_columns.rowCount();
    std::vector<Code> figures, sources, distinct;
    for (Row row = m_firstRow; row < count; ++row) {
        figures.push_back(m_columns.claims.grouping.count(row));
        distinct.clear();
        m_columns.sourceLists.each(row, [&distinct](Code code) { distinct.push_back(code); });
        std::sort(distinct.begin(), distinct.end());
        sources.push_back(Code(std::unique(distinct.begin(), distinct.end()) - distinct.begin()));
    }
    for (auto [field, codes] : {std::pair(FieldId::Figures, &figures), std::pair(FieldId::Sources, &sources)}) {
        CodedColumn &column = m_columns.m_coded[size_t(IndexColumns::codedPlace(field))];
        column.isNumber = true;
        for (const Code code : *codes)
            column.expectNumber(code);
        column.codes.append(*codes);
    }
}

void ColumnFiller::finish(std::span<RowPiece> pieces)
{
    for (RowPiece &piece : pieces)
        addRows(piece);
    addRows(m_piece);
    const bool organisationsChanged = m_columns.organisations.settle(), tagsChanged = m_columns.tags.settle(),
               sourcesChanged = m_columns.sources.settle();
    addLists(m_columns.organisationLists, m_organisations, &m_columns.organisations, &m_roles);
    m_columns.roles.codes.append(m_roles);
    addLists(m_columns.tagLists, m_tags, &m_columns.tags, nullptr);
    addLists(m_columns.sourceLists, m_sources, nullptr, nullptr); // missing ones count, as the table counts them
    addPublishers();
    addClaims();
    addOwnValues();
    addCounts();
    const auto look = [this](Lists &lists, const NameTable &table, bool tableChanged) {
        lists.repeats = (lists.repeats && !tableChanged) || repeatsIn(lists, table, tableChanged ? 0 : m_firstRow);
    };
    look(m_columns.organisationLists, m_columns.organisations, organisationsChanged);
    look(m_columns.tagLists, m_columns.tags, tagsChanged);
    look(m_columns.sourceLists, m_columns.sources, sourcesChanged);
    addNumbers(m_columns.m_coded[size_t(IndexColumns::codedPlace(FieldId::Date))], true);
    addNumbers(m_columns.m_coded[size_t(IndexColumns::codedPlace(FieldId::Year))], false);
    addNumbers(m_columns.claims.asOf, true);
    for (OwnColumn &own : m_columns.own)
        if (own.field.type == OwnType::Date || own.field.type == OwnType::Number)
            addNumbers(own.column, own.field.type == OwnType::Date);
}

} // namespace waic::explore
