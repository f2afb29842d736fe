// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/migration.h"

#include "catalogue/placing.h"
#include "catalogue/schema.h"
#include "catalogue/shape.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migration)
};

tl::unexpected<Error> unsound(const QString &what, const QString &where)
{
    return failure(ErrorKind::Damaged, Text::tr("it could not be brought to the layout of this version (%1)").arg(what), where,
        Text::tr("nothing was changed; open it with the version that made it"));
}

int versionOf(Database &database)
{
    return database.scalar(QStringLiteral("PRAGMA user_version")).toInt();
}

/// wasAltered: other programs had changed the tables before.
Result<> checkMigrated(Database &database, const Migrations &migrations, const QString &where, bool wasAltered)
{
    if (versionOf(database) != migrations.version())
        return unsound(Text::tr("its version is %1 instead of %2").arg(versionOf(database)).arg(migrations.version()), where);
    const QString finding = database.scalar(QStringLiteral("PRAGMA quick_check(1)")).toString();
    if (finding != QLatin1String("ok"))
        return unsound(finding, where);
    const Result<QString> altered = compareShape(database, where, migrations);
    if (!altered)
        return tl::make_unexpected(altered.error());
    return altered->isNull() || wasAltered ? Result<>() : unsound(*altered, where);
}

} // namespace

const Migrations &Migrations::builtIn()
{
    static const Migrations scripts = [] {
        QStringList all;
        for (int version = 1; version <= kSchemaVersion; ++version)
            all << migrationSql(version);
        return Migrations(all);
    }();
    return scripts;
}

Result<> migrate(const QString &name, const Migrations &migrations, const QString &where)
{
    Database database(name, SQLite::OPEN_READWRITE);
    // Defensive mode is left off: a script may change what a hostile statement must not.  The file was compared with its schema
    // before, so nothing but the scripts runs.
    database.run(QStringLiteral("PRAGMA trusted_schema = OFF; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
                                " PRAGMA foreign_keys = OFF"));
    const auto orphans
        = [&] { return database.scalar(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")).toLongLong(); };
    const qint64 orphansBefore = orphans();
    const int from = versionOf(database);
    const Result<QString> altered = compareShape(database, where, migrations.upTo(from));
    if (!altered)
        return tl::make_unexpected(altered.error());
    database.dropStatements();
    Transaction transaction(database);
    for (int version = from; version < migrations.version(); ++version)
        database.run(migrations.scripts()[version]);
    if (const Result<> checked = checkMigrated(database, migrations, where, !altered->isNull()); !checked)
        return checked;
    // Every load path tolerates orphans that other programs left; a migration may not make any.
    if (orphans() > orphansBefore)
        return unsound(Text::tr("rows would refer to nothing"), where);
    database.dropStatements();
    transaction.commit();
    return {};
}

Result<QString> migrateInPlace(const QString &path, const QString &backup, const Migrations &migrations)
{
    return guarded(path, [&] {
        NewFile made(path);
        return made.replace(backup, [&](const QString &old) -> Result<> {
            copyDatabase(old, made.name());
            return migrate(made.name(), migrations, path);
        });
    });
}

} // namespace waic::catalogue
