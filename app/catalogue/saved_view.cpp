// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/saved_view.h"

#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SavedView)
};

bool findsRow(SQLite::Statement &statement)
{
    const bool found = statement.executeStep();
    statement.reset();
    return found;
}

bool exists(Database &database, RowId row)
{
    return findsRow(bound(database.kept("SELECT 1 FROM saved_view WHERE id = ?"), row));
}

tl::unexpected<Error> gone()
{
    return failure(ErrorKind::NotFound, Text::tr("this view is no longer in the catalogue"), {},
        Text::tr("it was deleted meanwhile; save it again under a name"));
}

Result<> checkName(Database &database, const QString &name, RowId own)
{
    if (name.trimmed().isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("a view needs a name"));
    if (findsRow(bound(database.kept("SELECT 1 FROM saved_view WHERE name = ? AND id <> ?"), name, own)))
        return failure(
            ErrorKind::BadInput, Text::tr("there is a view “%1” already").arg(name), {}, Text::tr("choose another name"));
    return {};
}

/// 53 bits and random, as the ids of announcements: views made in two copies of a catalogue do not share an id.
RowId freeId(Database &database)
{
    for (;;) {
        const auto id = RowId(QRandomGenerator::system()->generate64() >> 11);
        if (id != 0 && !exists(database, id))
            return id;
    }
}

} // namespace

std::vector<SavedView> readSavedViews(Database &database)
{
    SQLite::Statement &rows
        = bound(database.kept("SELECT id, uid, name, query, columns, position FROM saved_view ORDER BY position, name, id"));
    std::vector<SavedView> views;
    while (rows.executeStep())
        views.push_back({integer(rows, 0), text(rows, 1), text(rows, 2), text(rows, 3), text(rows, 4), int(integer(rows, 5))});
    return views;
}

Result<bool> writeSavedView(Database &database, const AddSavedView &added)
{
    const SavedView &row = added.row;
    if (const Result<> named = checkName(database, row.name, 0); !named)
        return tl::make_unexpected(named.error());
    bound(database.kept("INSERT INTO saved_view(id, uid, name, query, columns, position) VALUES(?, coalesce(?, "
                        "lower(hex(randomblob(16)))), ?, ?, ?, (SELECT coalesce(max(position), -1) + 1 FROM saved_view))"),
        freeId(database), row.uid, row.name, row.query.isNull() ? QStringLiteral("") : row.query, row.columns)
        .exec();
    return true;
}

Result<bool> writeSavedView(Database &database, const SetSavedView &set)
{
    if (!exists(database, set.row))
        return gone();
    if (set.name)
        if (const Result<> named = checkName(database, *set.name, set.row); !named)
            return tl::make_unexpected(named.error());
    const QVariant name = set.name ? QVariant(*set.name) : QVariant();
    const QVariant query = set.query ? QVariant(set.query->isNull() ? QStringLiteral("") : *set.query) : QVariant();
    const QVariant position = set.position ? QVariant(qint64(*set.position)) : QVariant();
    const int changed
        = bound(database.kept("UPDATE saved_view SET name = coalesce(?1, name), query = coalesce(?2, query), position = "
                              "coalesce(?3, position) WHERE id = ?4 AND (name IS NOT coalesce(?1, name) OR query IS NOT "
                              "coalesce(?2, query) OR position IS NOT coalesce(?3, position))"),
            name, query, position, set.row)
              .exec();
    return changed > 0;
}

Result<bool> writeSavedView(Database &database, const RemoveSavedView &removed)
{
    if (bound(database.kept("DELETE FROM saved_view WHERE id = ?"), removed.row).exec() == 0)
        return gone();
    return true;
}

} // namespace waic::catalogue
