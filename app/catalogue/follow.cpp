// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/follow.h"

#include "catalogue/sql.h"

#include <sqlite3.h>

#include <algorithm>

namespace waic::catalogue {

namespace {

QString fileName(Database &database)
{
    return QString::fromUtf8(sqlite3_db_filename(database.handle(), "main"));
}

FollowPlace placeNow(Database &database)
{
    FollowPlace place;
    SQLite::Statement &row = database.kept("SELECT seq, token FROM touched ORDER BY seq DESC LIMIT 1");
    if (row.executeStep())
        place = {integer(row, 0), integer(row, 1)};
    row.reset();
    return place;
}

/// The place is still in the table, or nothing was ever there.
bool isKnown(Database &database, const FollowPlace &place)
{
    SQLite::Statement &row = bound(database.kept("SELECT token FROM touched WHERE seq = ?"), place.seq);
    const bool isThere = row.executeStep();
    const bool isSame = isThere ? integer(row, 0) == place.token : place.seq == 0;
    row.reset();
    return isSame;
}

void unique(std::vector<RowId> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

void take(Touched &touched, const QString &entity, RowId row)
{
    if (entity == QLatin1String("announcement"))
        touched.announcements.push_back(row);
    else if (entity == QLatin1String("organisation"))
        touched.organisations.push_back(row);
    else if (entity == QLatin1String("tag"))
        touched.tags.push_back(row);
    else if (entity == QLatin1String("source"))
        touched.sources.push_back(row);
    else if (entity == QLatin1String("unit"))
        touched.units = true;
    else if (entity == QLatin1String("field") || entity == QLatin1String("import"))
        touched.isComplete = false;
}

} // namespace

Result<FollowPlace> followPlace(Database &database)
{
    return guarded(fileName(database), [&]() -> Result<FollowPlace> { return placeNow(database); });
}

Result<Touched> touchedSince(Database &database, const FollowPlace &place)
{
    return guarded(fileName(database), [&]() -> Result<Touched> {
        const Snapshot snapshot(database);
        Touched touched;
        touched.isComplete = isKnown(database, place);
        touched.place = placeNow(database);
        SQLite::Statement &rows = bound(database.kept("SELECT DISTINCT entity, row FROM touched WHERE seq > ?"), place.seq);
        while (touched.isComplete && rows.executeStep())
            take(touched, text(rows, 0), integer(rows, 1));
        rows.reset();
        for (std::vector<RowId> *ids : {&touched.announcements, &touched.organisations, &touched.tags, &touched.sources})
            unique(*ids);
        return touched;
    });
}

Result<qint64> dataVersion(Database &database)
{
    return guarded(fileName(database), [&]() -> Result<qint64> {
        SQLite::Statement &row = database.kept("PRAGMA data_version");
        row.executeStep();
        const qint64 version = integer(row, 0);
        row.reset();
        return version;
    });
}

Result<qint64> pageCount(Database &database)
{
    return guarded(fileName(database), [&]() -> Result<qint64> {
        SQLite::Statement &row = database.kept("PRAGMA page_count");
        row.executeStep();
        const qint64 pages = integer(row, 0);
        row.reset();
        return pages;
    });
}

} // namespace waic::catalogue
