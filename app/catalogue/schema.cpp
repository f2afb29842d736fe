// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/schema.h"

#include "catalogue/filling.h"
#include "catalogue/migration.h"
#include "catalogue/placing.h"
#include "catalogue/sql.h"

#include <QFile>

#include <stdexcept>

namespace waic::catalogue {

namespace {

/// One transaction in rollback mode, so that the header has its application_id with the first commit; write-ahead logging goes
/// on when all is there.
void writeCatalogue(const QString &name, const Contents &contents)
{
    Database database(name, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.run(QStringLiteral("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF"));
    {
        Transaction transaction(database);
        for (const QString &script : Migrations::builtIn().scripts())
            database.run(script);
        database.run(QStringLiteral("INSERT INTO meta(key, value) VALUES('catalogue_uid', lower(hex(randomblob(16))))"));
        fill(database, contents);
        database.dropStatements();
        transaction.commit();
    }
    database.run(QStringLiteral("PRAGMA journal_mode = WAL"));
}

} // namespace

QStringList recordedTables()
{
    static const QStringList tables{QStringLiteral("unit"), QStringLiteral("measure"), QStringLiteral("definition"),
        QStringLiteral("source"), QStringLiteral("organisation"), QStringLiteral("tag"), QStringLiteral("announcement"),
        QStringLiteral("field"), QStringLiteral("organisation_name"), QStringLiteral("organisation_distinct"),
        QStringLiteral("participation"), QStringLiteral("announcement_tag"), QStringLiteral("claim"),
        QStringLiteral("source_quotes"), QStringLiteral("citation"), QStringLiteral("field_value"), QStringLiteral("saved_view"),
        QStringLiteral("saved_chart"), QStringLiteral("import_mapping"), QStringLiteral("accepted_finding")};
    return tables;
}

QString migrationSql(int version)
{
    QFile file(QStringLiteral(":/schema/%1.sql").arg(version, 4, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the schema is not built into the program");
    return QString::fromUtf8(file.readAll());
}

Result<QString> createCatalogue(const QString &path, const Contents &contents, bool replace, const QString &backupFolder)
{
    return guarded(path, [&]() -> Result<QString> {
        NewFile file(path, backupFolder);
        if (const Result<> checked = file.check(replace); !checked)
            return tl::make_unexpected(checked.error());
        writeCatalogue(file.name(), contents);
        return file.place(replace);
    });
}

} // namespace waic::catalogue
