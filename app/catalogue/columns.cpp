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

/// Steps to the end, or resets when the sink throws, so that no statement keeps the snapshot open.
template <typename TakeRow>
void eachRow(SQLite::Statement &statement, TakeRow &&take)
{
    struct Reset
    {
        SQLite::Statement &statement;
        ~Reset() { statement.tryReset(); }
    } reset{statement};
    while (statement.executeStep())
        take(statement);
}

void announcements(SQLite::Statement &statement, ColumnSink &sink)
{
    eachRow(statement, [&sink](SQLite::Statement &row) {
        AnnouncementCells cells;
        cells.id = integer(row, 0);
        Cell *const texts[] = {&cells.title, &cells.summary, &cells.kind, &cells.edition, &cells.announcedOn, &cells.country,
            &cells.openness, &cells.notes, &cells.verification};
        int column = 0;
        for (Cell *text : texts)
            *text = cell(row, ++column);
        cells.binned = integer(row, ++column) != 0;
        sink.announcement(cells);
    });
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
    eachRow(statement, [&](SQLite::Statement &row) { sink.claim(integer(row, 0), cell(row, 1), cell(row, 2)); });
}

void citations(SQLite::Statement &statement, ColumnSink &sink, Ids *named)
{
    eachRow(statement, [&](SQLite::Statement &row) {
        sink.citation(integer(row, 0), integer(row, 1));
        if (named)
            named->insert(integer(row, 1));
    });
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

void readAll(Database &database, ColumnSink &sink)
{
    eachRow(database.kept("SELECT id, name, merged_into, type FROM organisation"),
        [&](SQLite::Statement &row) { sink.organisation(namedCells(row)); });
    organisationNames(database.kept("SELECT organisation, name, is_alias FROM organisation_name NOT INDEXED"), sink);
    eachRow(
        database.kept("SELECT id, name, merged_into, NULL FROM tag"), [&](SQLite::Statement &row) { sink.tag(namedCells(row)); });
    sources(database.kept("SELECT id, title, publisher FROM source"), sink);
    announcements(database.kept("SELECT id, title, summary, kind, edition, announced_on, country, openness, notes, verification, "
                                "binned_at IS NOT NULL FROM announcement ORDER BY id"),
        sink);
    // NOT INDEXED: else SQLite reads a narrower covering index, whose order is by organisation or tag.
    participations(database.kept("SELECT announcement, organisation, role FROM participation NOT INDEXED"), sink, nullptr);
    taggings(database.kept("SELECT announcement, tag FROM announcement_tag NOT INDEXED"), sink, nullptr);
    claims(database.kept("SELECT announcement, measure, subject FROM claim NOT INDEXED"), sink);
    citations(
        database.kept("SELECT announcement, source FROM citation NOT INDEXED WHERE announcement IS NOT NULL"), sink, nullptr);
    citations(database.kept("SELECT c.announcement, t.source FROM citation t NOT INDEXED CROSS JOIN claim c ON c.id = t.claim"),
        sink, nullptr);
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

void readSome(Database &database, std::span<const RowId> wanted, ColumnSink &sink)
{
    Ids organisationIds, tagIds, sourceIds;
    const Ids distinct(wanted.begin(), wanted.end());
    for (const RowId id : distinct) {
        announcements(bound(database.kept("SELECT id, title, summary, kind, edition, announced_on, country, openness, notes, "
                                          "verification, binned_at IS NOT NULL FROM announcement WHERE id = ?"),
                          id),
            sink);
        participations(
            bound(database.kept("SELECT announcement, organisation, role FROM participation WHERE announcement = ?"), id), sink,
            &organisationIds);
        taggings(
            bound(database.kept("SELECT announcement, tag FROM announcement_tag WHERE announcement = ?"), id), sink, &tagIds);
        claims(bound(database.kept("SELECT announcement, measure, subject FROM claim WHERE announcement = ?"), id), sink);
        citations(bound(database.kept("SELECT announcement, source FROM citation WHERE announcement = ?"), id), sink, &sourceIds);
        citations(bound(database.kept("SELECT c.announcement, t.source FROM claim c CROSS JOIN citation t ON t.claim = c.id "
                                      "WHERE c.announcement = ?"),
                      id),
            sink, &sourceIds);
    }
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

QString fileName(Database &database)
{
    return QString::fromUtf8(sqlite3_db_filename(database.handle(), "main"));
}

} // namespace

Result<> readColumns(Database &database, ColumnSink &sink)
{
    return guarded(fileName(database), [&]() -> Result<> {
        const Snapshot snapshot(database);
        readAll(database, sink);
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

} // namespace waic::catalogue
