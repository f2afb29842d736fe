// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/named_row.h"

#include "catalogue/row_lookup.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace waic::catalogue {

namespace {

/// The statement with TABLE and CONTENT in place, kept.  Both names are the program's own.
SQLite::Statement &statement(Database &database, const NamedTable &table, const char *sql)
{
    QByteArray text(sql);
    text.replace("TABLE", table.table).replace("CONTENT", table.content);
    return database.kept(text.constData());
}

bool exists(Database &database, const NamedTable &table, RowId row)
{
    return findsRow(bound(statement(database, table, "SELECT 1 FROM TABLE WHERE id = ?"), row));
}

tl::unexpected<Error> gone(const NamedTable &table)
{
    return failure(ErrorKind::NotFound, table.gone(), {}, table.saveAgain());
}

Result<> checkName(Database &database, const NamedTable &table, const QString &name, RowId own)
{
    if (name.trimmed().isEmpty())
        return failure(ErrorKind::BadInput, table.needsName());
    if (findsRow(bound(statement(database, table, "SELECT 1 FROM TABLE WHERE name = ? AND id <> ?"), name, own)))
        return failure(
            ErrorKind::BadInput, table.isTaken(name), {}, QCoreApplication::translate("SavedView", "choose another name"));
    return {};
}

/// 53 bits and random, as the ids of announcements: rows made in two copies of a catalogue do not share an id.
RowId freeId(Database &database, const NamedTable &table)
{
    for (;;) {
        const auto id = RowId(QRandomGenerator::system()->generate64() >> 11);
        if (id != 0 && !exists(database, table, id))
            return id;
    }
}

QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

std::vector<NamedRow> readNamedRows(Database &database, const NamedTable &table)
{
    SQLite::Statement &rows
        = bound(statement(database, table, "SELECT id, uid, name, CONTENT, position FROM TABLE ORDER BY position, name, id"));
    std::vector<NamedRow> found;
    while (rows.executeStep())
        found.push_back({integer(rows, 0), text(rows, 1), text(rows, 2), text(rows, 3), int(integer(rows, 4))});
    return found;
}

Result<RowId> addNamedRow(Database &database, const NamedTable &table, const NamedRow &row)
{
    if (const Result<> named = checkName(database, table, row.name, 0); !named)
        return tl::make_unexpected(named.error());
    const RowId id = freeId(database, table);
    bound(statement(database, table,
              "INSERT INTO TABLE(id, uid, name, CONTENT, position) VALUES(?, coalesce(?, lower(hex(randomblob(16)))), ?, ?,"
              " (SELECT coalesce(max(position), -1) + 1 FROM TABLE))"),
        id, row.uid, row.name, present(row.content))
        .exec();
    return id;
}

Result<bool> setNamedRow(Database &database, const NamedTable &table, RowId row, const std::optional<QString> &name,
    const std::optional<QString> &content, std::optional<int> position)
{
    if (!exists(database, table, row))
        return gone(table);
    if (name)
        if (const Result<> named = checkName(database, table, *name, row); !named)
            return tl::make_unexpected(named.error());
    const int changed = bound(statement(database, table,
                                  "UPDATE TABLE SET name = coalesce(?1, name), CONTENT = coalesce(?2, CONTENT), position ="
                                  " coalesce(?3, position) WHERE id = ?4 AND (name IS NOT coalesce(?1, name) OR CONTENT IS NOT"
                                  " coalesce(?2, CONTENT) OR position IS NOT coalesce(?3, position))"),
        name ? QVariant(*name) : QVariant(), content ? QVariant(present(*content)) : QVariant(),
        position ? QVariant(qint64(*position)) : QVariant(), row)
                            .exec();
    return changed > 0;
}

Result<bool> removeNamedRow(Database &database, const NamedTable &table, RowId row)
{
    if (bound(statement(database, table, "DELETE FROM TABLE WHERE id = ?"), row).exec() == 0)
        return gone(table);
    return true;
}

} // namespace waic::catalogue
