// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/shape.h"

#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMap>
#include <QStringList>

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

struct Table
{
    QStringList columns;             ///< names, in lower case
    QStringList signature;           ///< kind, columns, keys and indexes, one line each
    QMap<QString, QString> triggers; ///< SQL by name
};

using Shape = QMap<QString, Table>;

// One row is one line; the joined cells are compared, never parsed.
QStringList lines(Database &database, const char *sql, const QString &name)
{
    SQLite::Statement &statement = bound(database.kept(sql), name);
    QStringList found;
    while (statement.executeStep()) {
        QStringList cells;
        for (int column = 0; column < statement.getColumnCount(); ++column)
            cells.append(anything(statement, column).toString());
        found.append(cells.join(QLatin1Char('|')));
    }
    return found;
}

Table tableShape(Database &database, const QString &name)
{
    Table table;
    for (const QString &column : lines(database, "SELECT lower(name) FROM pragma_table_xinfo(?)", name))
        table.columns.append(column);
    table.signature += lines(database, "SELECT type, wr, strict FROM pragma_table_list(?) WHERE schema = 'main'", name);
    table.signature += lines(
        database, "SELECT lower(name), type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid", name);
    table.signature += lines(database,
        "SELECT \"from\", lower(\"table\"), \"to\", on_update, on_delete FROM pragma_foreign_key_list(?) ORDER BY 1, 2, 3", name);
    table.signature += lines(database,
        "SELECT i.\"unique\", i.origin, i.partial, s.sql, group_concat(x.cid || ' ' || x.\"desc\" || ' ' || x.coll || ' ' || "
        "x.key)"
        " FROM pragma_index_list(?) i JOIN pragma_index_xinfo(i.name) x LEFT JOIN sqlite_schema s ON s.type = 'index' AND s.name "
        "= i.name"
        " GROUP BY i.name ORDER BY 1, 2, 3, 4, 5",
        name);

    SQLite::Statement &triggers
        = bound(database.kept("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND lower(tbl_name) = ?"), name);
    while (triggers.executeStep())
        table.triggers.insert(text(triggers, 0), text(triggers, 1));
    return table;
}

Shape expectedShape(const Migrations &migrations)
{
    Database model(QStringLiteral(":memory:"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    for (const QString &script : migrations.scripts())
        model.run(script);
    QStringList names;
    {
        SQLite::Statement tables(
            model.connection(), "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
        while (tables.executeStep())
            names.append(text(tables, 0));
    }
    Shape shape;
    for (const QString &name : std::as_const(names))
        shape.insert(name, tableShape(model, name));
    return shape;
}

/// Of the newest schema as createCatalogue() writes it: most files are known by it without comparing their tables one by one.
constexpr char kNewestFingerprint[] = "ad6a1a8f17fcb69985206b039196813139a3f8dc061f74a8d8415c3da0498220";

QString missingPart(const QString &name, const Table &expected, const Table &found)
{
    if (found.columns.isEmpty())
        return Text::tr("the table “%1” is missing").arg(name);
    for (const QString &column : expected.columns) {
        if (!found.columns.contains(column))
            return Text::tr("the table “%1” has no column “%2”").arg(name, column);
    }
    return {};
}

QString readOnlyReason(const QString &name, const Table &expected, const Table &found)
{
    for (auto trigger = found.triggers.cbegin(); trigger != found.triggers.cend(); ++trigger) {
        if (!expected.triggers.contains(trigger.key()))
            return Text::tr("another program added the trigger “%1” to the table “%2”").arg(trigger.key(), name);
    }
    if (found.triggers != expected.triggers || found.signature != expected.signature)
        return Text::tr("another program changed the layout of the table “%1”").arg(name);
    return {};
}

} // namespace

QByteArray schemaFingerprint(Database &database)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    SQLite::Statement objects(
        database.connection(), "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type <> 'view' ORDER BY type, name");
    while (objects.executeStep()) {
        for (int column = 0; column < 4; ++column) {
            const SQLite::Column cell = objects.getColumn(column);
            hash.addData(QByteArray(cell.getText(), cell.getBytes()).append('\0'));
        }
    }
    return hash.result().toHex();
}

QByteArray newestFingerprint()
{
    return QByteArray(kNewestFingerprint);
}

Result<QString> compareShape(Database &database, const QString &where, const Migrations &migrations)
{
    const bool isNewest = migrations == Migrations::builtIn();
    if (isNewest && schemaFingerprint(database) == newestFingerprint())
        return QString();
    static const Shape newest = expectedShape(Migrations::builtIn());
    const Shape expected = isNewest ? newest : expectedShape(migrations);
    QString reason;
    for (auto table = expected.cbegin(); table != expected.cend(); ++table) {
        const Table found = tableShape(database, table.key());
        const QString missing = missingPart(table.key(), table.value(), found);
        if (!missing.isEmpty())
            return failure(ErrorKind::Damaged, Text::tr("the catalogue is damaged: %1").arg(missing), where,
                Text::tr("open a backup instead"));
        if (reason.isNull())
            reason = readOnlyReason(table.key(), table.value(), found);
    }
    return reason;
}

} // namespace waic::catalogue
