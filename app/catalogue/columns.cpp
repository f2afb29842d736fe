// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/columns.h"

#include "catalogue/sql.h"

#include <sqlite3.h>

#include <unordered_set>

namespace waic::catalogue {

namespace {

using Ids = std::unordered_set<RowId>;

Cell cell(SQLite::Statement &row, int column)
{
    const SQLite::Column value = row.getColumn(column);
    if (value.isNull())
        return {};
    const char *text = value.getText();
    return {text, size_t(value.getBytes())};
}

/// Steps to the end or while take() says so, and resets also when it throws, so that no statement keeps the snapshot open.
template <typename TakeRow>
void whileWanted(SQLite::Statement &statement, TakeRow &&take)
{
    struct Reset
    {
        SQLite::Statement &statement;
        ~Reset() { statement.tryReset(); }
    } reset{statement};
    while (statement.executeStep() && take(statement)) { }
}

template <typename TakeRow>
void eachRow(SQLite::Statement &statement, TakeRow &&take)
{
    whileWanted(statement, [&take](SQLite::Statement &row) {
        take(row);
        return true;
    });
}

constexpr const char *kAnnouncements
    = "SELECT id, title, kind, edition, announced_on, country, openness, verification, binned_at IS NOT NULL, starred, "
      "trim(summary, char(32, 9, 10, 13)) <> '', trim(notes, char(32, 9, 10, 13)) <> '', trim(url) <> '' "
      "FROM announcement WHERE id BETWEEN ? AND ? ORDER BY id";

void announcements(SQLite::Statement &statement, ColumnSink &sink)
{
    eachRow(statement, [&sink](SQLite::Statement &row) {
        AnnouncementCells cells;
        cells.id = integer(row, 0);
        int column = 0;
        for (Cell *text :
            {&cells.title, &cells.kind, &cells.edition, &cells.announcedOn, &cells.country, &cells.openness, &cells.verification})
            *text = cell(row, ++column);
        for (bool *flag : {&cells.binned, &cells.starred, &cells.hasSummary, &cells.hasNotes, &cells.hasLink})
            *flag = integer(row, ++column) != 0;
        sink.announcement(cells);
    });
}

void edited(SQLite::Statement &statement, ColumnSink &sink)
{
    eachRow(statement, [&sink](SQLite::Statement &row) { sink.edited(integer(row, 0)); });
}

void participations(SQLite::Statement &statement, ColumnSink &sink, Ids *named)
{
    eachRow(statement, [&](SQLite::Statement &row) {
        sink.participation(integer(row, 0), integer(row, 1), cell(row, 2));
        if (named)
            named->insert(integer(row, 1));
    });
}

void taggings(SQLite::Statement &statement, ColumnSink &sink, Ids *named)
{
    eachRow(statement, [&](SQLite::Statement &row) {
        sink.tagging(integer(row, 0), integer(row, 1));
        if (named)
            named->insert(integer(row, 1));
    });
}

void claims(SQLite::Statement &statement, ColumnSink &sink)
{
    eachRow(statement, [&](SQLite::Statement &row) {
        sink.claim({integer(row, 0), cell(row, 1), cell(row, 2), cell(row, 3), cell(row, 4), cell(row, 5),
            row.getColumn(6).getDouble(), real(row, 7)});
    });
}

void citations(SQLite::Statement &statement, ColumnSink &sink, Ids *named)
{
    eachRow(statement, [&](SQLite::Statement &row) {
        sink.citation(integer(row, 0), integer(row, 1));
        if (named)
            named->insert(integer(row, 1));
    });
}

void ownValues(SQLite::Statement &statement, ColumnSink &sink)
{
    eachRow(statement, [&](SQLite::Statement &row) { sink.ownValue(integer(row, 0), integer(row, 1), cell(row, 2)); });
}

NamedCells namedCells(SQLite::Statement &row)
{
    return {integer(row, 0), cell(row, 1), integer(row, 2), cell(row, 3)};
}

void organisationNames(SQLite::Statement &statement, ColumnSink &sink)
{
    eachRow(
        statement, [&](SQLite::Statement &row) { sink.organisationName(integer(row, 0), cell(row, 1), integer(row, 2) != 0); });
}

void sources(SQLite::Statement &statement, ColumnSink &sink)
{
    eachRow(statement, [&](SQLite::Statement &row) { sink.source(integer(row, 0), cell(row, 1), cell(row, 2)); });
}

void ownFields(Database &database, ColumnSink &sink)
{
    eachRow(database.kept("SELECT id, name, type FROM field WHERE hidden = 0 ORDER BY position, id"),
        [&](SQLite::Statement &row) { sink.ownField(integer(row, 0), cell(row, 1), cell(row, 2)); });
    eachRow(database.kept("SELECT name, dimension, factor FROM unit"),
        [&](SQLite::Statement &row) { sink.unit(cell(row, 0), cell(row, 1), real(row, 2)); });
}

void names(Database &database, ColumnSink &sink)
{
    eachRow(database.kept("SELECT id, name, merged_into, type FROM organisation"),
        [&](SQLite::Statement &row) { sink.organisation(namedCells(row)); });
    organisationNames(database.kept("SELECT organisation, name, is_alias FROM organisation_name NOT INDEXED"), sink);
    eachRow(
        database.kept("SELECT id, name, merged_into, NULL FROM tag"), [&](SQLite::Statement &row) { sink.tag(namedCells(row)); });
    sources(database.kept("SELECT id, title, publisher FROM source"), sink);
    ownFields(database, sink);
}

void readPart(Database &database, ColumnPart part, IdRange range, ColumnSink &sink)
{
    // NOT INDEXED: else SQLite reads a narrower covering index, whose order is by organisation or tag.
    switch (part) {
    case ColumnPart::Names:
        return names(database, sink);
    case ColumnPart::Announcements:
        announcements(bound(database.kept(kAnnouncements), range.first, range.last), sink);
        return edited(bound(database.kept("SELECT DISTINCT row FROM step_row WHERE entity = 'announcement' AND row BETWEEN ? "
                                          "AND ?"),
                          range.first, range.last),
            sink);
    case ColumnPart::Participations:
        return participations(
            database.kept("SELECT announcement, organisation, role FROM participation NOT INDEXED"), sink, nullptr);
    case ColumnPart::Taggings:
        return taggings(database.kept("SELECT announcement, tag FROM announcement_tag NOT INDEXED"), sink, nullptr);
    case ColumnPart::Claims:
        return claims(database.kept("SELECT announcement, measure, subject, unit, nature, as_of, value, of_value FROM claim "
                                    "NOT INDEXED"),
            sink);
    case ColumnPart::Citations:
        citations(
            database.kept("SELECT announcement, source FROM citation NOT INDEXED WHERE announcement IS NOT NULL"), sink, nullptr);
        return citations(
            database.kept("SELECT c.announcement, t.source FROM citation t NOT INDEXED CROSS JOIN claim c ON c.id = t.claim"),
            sink, nullptr);
    case ColumnPart::OwnValues:
        return ownValues(database.kept("SELECT announcement, field, value FROM field_value NOT INDEXED"), sink);
    }
}

/// Hands over the rows of these ids and, one merge after the other, of what they were merged into.
template <typename TakeRow>
void withSurvivors(SQLite::Statement &statement, Ids ids, TakeRow &&take)
{
    Ids seen;
    while (!ids.empty()) {
        Ids next;
        for (const RowId id : ids) {
            seen.insert(id);
            eachRow(bound(statement, id), [&](SQLite::Statement &row) {
                const NamedCells cells = namedCells(row);
                if (cells.mergedInto != 0 && !seen.contains(cells.mergedInto) && !ids.contains(cells.mergedInto))
                    next.insert(cells.mergedInto);
                take(cells);
            });
        }
        ids = std::move(next);
    }
}

void readSomeNames(Database &database, const Ids &organisationIds, const Ids &tagIds, const Ids &sourceIds, ColumnSink &sink)
{
    withSurvivors(database.kept("SELECT id, name, merged_into, type FROM organisation WHERE id = ?"), organisationIds,
        [&](const NamedCells &cells) {
            const RowId id = cells.id;
            sink.organisation(cells);
            organisationNames(
                bound(database.kept("SELECT organisation, name, is_alias FROM organisation_name WHERE organisation = ?"), id),
                sink);
        });
    withSurvivors(database.kept("SELECT id, name, merged_into, NULL FROM tag WHERE id = ?"), tagIds,
        [&](const NamedCells &cells) { sink.tag(cells); });
    for (const RowId id : sourceIds)
        sources(bound(database.kept("SELECT id, title, publisher FROM source WHERE id = ?"), id), sink);
}

void readLinks(Database &database, RowId id, ColumnSink &sink, Ids &organisationIds, Ids &tagIds, Ids &sourceIds)
{
    participations(bound(database.kept("SELECT announcement, organisation, role FROM participation WHERE announcement = ?"), id),
        sink, &organisationIds);
    taggings(bound(database.kept("SELECT announcement, tag FROM announcement_tag WHERE announcement = ?"), id), sink, &tagIds);
    claims(bound(database.kept("SELECT announcement, measure, subject, unit, nature, as_of, value, of_value FROM claim "
                               "WHERE announcement = ? ORDER BY id"),
               id),
        sink);
    citations(bound(database.kept("SELECT announcement, source FROM citation WHERE announcement = ?"), id), sink, &sourceIds);
    citations(bound(database.kept("SELECT c.announcement, t.source FROM claim c CROSS JOIN citation t ON t.claim = c.id "
                                  "WHERE c.announcement = ?"),
                  id),
        sink, &sourceIds);
    ownValues(bound(database.kept("SELECT announcement, field, value FROM field_value WHERE announcement = ?"), id), sink);
}

void readSome(Database &database, std::span<const RowId> wanted, ColumnSink &sink)
{
    Ids organisationIds, tagIds, sourceIds;
    const Ids distinct(wanted.begin(), wanted.end());
    ownFields(database, sink);
    for (const RowId id : distinct) {
        announcements(bound(database.kept(kAnnouncements), id, id), sink);
        edited(bound(database.kept("SELECT row FROM step_row WHERE entity = 'announcement' AND row = ? LIMIT 1"), id), sink);
        readLinks(database, id, sink, organisationIds, tagIds, sourceIds);
    }
    readSomeNames(database, organisationIds, tagIds, sourceIds, sink);
}

/// False when take() wanted no more.
bool textsOf(SQLite::Statement &statement, const TakeTexts &take)
{
    bool isWanted = true;
    whileWanted(statement, [&](SQLite::Statement &row) {
        return isWanted = take({integer(row, 0), cell(row, 1), cell(row, 2), cell(row, 3)});
    });
    return isWanted;
}

bool claimTextsOf(SQLite::Statement &statement, const TakeClaimText &take)
{
    bool isWanted = true;
    whileWanted(statement, [&](SQLite::Statement &row) {
        for (int column = 1; column <= 2 && isWanted; ++column)
            if (const Cell text = cell(row, column); text.data())
                isWanted = take(integer(row, 0), text);
        return isWanted;
    });
    return isWanted;
}

QString fileName(Database &database)
{
    return QString::fromUtf8(sqlite3_db_filename(database.handle(), "main"));
}

} // namespace

Result<> readColumns(Database &database, ColumnPart part, IdRange range, ColumnSink &sink)
{
    return guarded(fileName(database), [&]() -> Result<> {
        const Snapshot snapshot(database);
        readPart(database, part, range, sink);
        return {};
    });
}

Result<> readColumns(Database &database, std::span<const RowId> announcements, ColumnSink &sink)
{
    return guarded(fileName(database), [&]() -> Result<> {
        const Snapshot snapshot(database);
        readSome(database, announcements, sink);
        return {};
    });
}

Result<> readNames(Database &database, std::span<const RowId> organisations, std::span<const RowId> tags,
    std::span<const RowId> sources, ColumnSink &sink)
{
    return guarded(fileName(database), [&]() -> Result<> {
        const Snapshot snapshot(database);
        ownFields(database, sink);
        readSomeNames(database, Ids(organisations.begin(), organisations.end()), Ids(tags.begin(), tags.end()),
            Ids(sources.begin(), sources.end()), sink);
        return {};
    });
}

Result<IdRange> announcementIds(Database &database)
{
    return guarded(fileName(database), [&]() -> Result<IdRange> {
        IdRange range{1, 0};
        eachRow(database.kept("SELECT (SELECT min(id) FROM announcement), (SELECT max(id) FROM announcement)"),
            [&](SQLite::Statement &row) {
                if (!row.isColumnNull(0))
                    range = {integer(row, 0), integer(row, 1)};
            });
        return range;
    });
}

Result<> readTexts(Database &database, const TakeTexts &take)
{
    return guarded(fileName(database), [&]() -> Result<> {
        const Snapshot snapshot(database);
        textsOf(database.kept("SELECT id, title, summary, notes FROM announcement ORDER BY id"), take);
        return {};
    });
}

Result<> readClaimTexts(Database &database, const TakeClaimText &take)
{
    return guarded(fileName(database), [&]() -> Result<> {
        const Snapshot snapshot(database);
        claimTextsOf(database.kept("SELECT announcement, scope, note FROM claim WHERE scope IS NOT NULL OR note IS NOT NULL "
                                   "ORDER BY announcement, id"),
            take);
        return {};
    });
}

Result<> readTexts(
    Database &database, std::span<const RowId> announcements, const TakeTexts &take, const TakeClaimText &takeClaim)
{
    return guarded(fileName(database), [&]() -> Result<> {
        const Snapshot snapshot(database);
        for (const RowId id : announcements) {
            if (!textsOf(bound(database.kept("SELECT id, title, summary, notes FROM announcement WHERE id = ?"), id), take)
                || !claimTextsOf(
                    bound(database.kept("SELECT announcement, scope, note FROM claim WHERE announcement = ?"), id), takeClaim))
                break;
        }
        return {};
    });
}

} // namespace waic::catalogue
