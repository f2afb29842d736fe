// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/backup_name.h"
#include "catalogue/migration.h"
#include "catalogue/reader.h"
#include "catalogue/writer.h"
#include "ordinary_user.h"
#include "small_catalogue.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

Migrations with(const QString &script)
{
    return Migrations(Migrations::builtIn().scripts() + QStringList{script});
}

/// One schema further than the program's.
const Migrations kNext = with(QStringLiteral("PRAGMA user_version = 2; ALTER TABLE announcement ADD COLUMN mood TEXT;"
                                             " UPDATE announcement SET mood = 'calm'"));

QString mood(const CatalogueFile &file)
{
    return must(file.connect(Access::Read))->scalar(QStringLiteral("SELECT mood FROM announcement")).toString();
}

struct MigrationFixture
{
    TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const QString backups = folder.path(QStringLiteral("backups"));

    Result<CatalogueFile> open(const Migrations &migrations = kNext) { return CatalogueFile::open(path, {migrations, backups}); }
    int version() { return askSql(path, QStringLiteral("PRAGMA user_version")).toInt(); }
    QStringList keptFiles() { return QDir(backups).entryList(QDir::Files | QDir::Hidden); }
};

} // namespace

TEST_CASE("a catalogue of an earlier schema is migrated when it is opened, and kept as it was", "[migration]")
{
    MigrationFixture fixture;
    const bool killedBefore = GENERATE(false, true);
    if (killedBefore) {
        // With changes that are in the write-ahead log alone.
        const QString crashed = fixture.folder.path(QStringLiteral("crashed.waic"));
        {
            Database database(fixture.path, SQLite::OPEN_READWRITE);
            database.run(QStringLiteral("UPDATE announcement SET title = 'In the log' WHERE uid = 'models'"));
            copyAsCrashed(fixture.path, crashed);
        }
        QFile::remove(fixture.path);
        for (const char *suffix : {"", "-wal"})
            REQUIRE(QFile::rename(crashed + QLatin1String(suffix), fixture.path + QLatin1String(suffix)));
    }
    const QString title = killedBefore ? QStringLiteral("In the log") : QStringLiteral("China released 1,509 models");
    const CatalogueFile file = must(fixture.open());
    CHECK(file.isWritable());
    CHECK(mood(file) == QStringLiteral("calm"));
    CHECK(must(must(Reader::open(file))->record(kModels)).announcement.title == title);
    REQUIRE(fixture.keptFiles().size() == 1);
    CHECK(file.migrationBackup() == QDir(fixture.backups).filePath(fixture.keptFiles().front()));
    CHECK(parseBackupName(fixture.keptFiles().front())->reason == BackupReason::Migration);
    CHECK(
        must(must(Reader::open(must(CatalogueFile::open(file.migrationBackup()))))->record(kModels)).announcement.title == title);
    CHECK(snapshot(fixture.folder.path()).keys().filter(QStringLiteral("tmp")).isEmpty());

    // Once only; it takes edits, and this version's program knows that it is a newer one.
    must(must(Writer::open(file, {}))->apply(setStarred(kModels, true)));
    CHECK(must(fixture.open()).migrationBackup().isNull());
    CHECK(fixture.keptFiles().size() == 1);
    const auto old = CatalogueFile::open(fixture.path);
    REQUIRE_FALSE(old);
    CHECK(old.error().kind == ErrorKind::NewerSchema);
}

TEST_CASE("a migration that does not come to its end leaves the file as it was, shown from a copy or refused", "[migration]")
{
    MigrationFixture fixture;
    const auto [script, said] = GENERATE(table<const char *, const char *>({
        {"PRAGMA user_version = 2; ALTER TABLE nowhere ADD COLUMN mood TEXT", "no such table"},
        {"ALTER TABLE announcement ADD COLUMN mood TEXT", "version"},
        {"PRAGMA user_version = 2; DELETE FROM claim; INSERT INTO claim(announcement, measure,"
         " subject, value, unit) VALUES(1, 'nothing', 'x', 1, 'nothing')",
            "refer to nothing"},
    }));
    CAPTURE(script);
    const QByteArray before = readFile(fixture.path);
    const auto file = fixture.open(with(QString::fromLatin1(script)));
    REQUIRE_FALSE(file);
    CAPTURE(file.error().line());
    CHECK(file.error().line().contains(QString::fromLatin1(said)));
    CHECK(file.error().where == fixture.path);
    CHECK(fixture.version() == 1);
    CHECK(fixture.keptFiles().isEmpty());
    CHECK(must(must(Reader::open(must(CatalogueFile::open(fixture.path))))->count()) == 2);
    CHECK(snapshot(fixture.folder.path()).keys() == QStringList{QStringLiteral("a.waic")});
}

TEST_CASE("a catalogue that may not be migrated is read from a copy that is, and says so", "[migration]")
{
    MigrationFixture fixture;
    SECTION("as nobody offered a folder for backups")
    {
        const auto before = snapshot(fixture.folder.path());
        const CatalogueFile file = must(CatalogueFile::open(fixture.path, {kNext, {}}));
        CHECK_FALSE(file.isWritable());
        CHECK(file.readOnlyReason().contains(QStringLiteral("earlier version")));
        CHECK(mood(file) == QStringLiteral("calm"));
        CHECK(snapshot(fixture.folder.path()) == before);
    }
    SECTION("as the folder for backups cannot be made")
    {
        const CatalogueFile file = must(CatalogueFile::open(fixture.path, {kNext, fixture.path + QStringLiteral("/below")}));
        CHECK_FALSE(file.isWritable());
        CHECK(file.readOnlyReason().contains(QStringLiteral("folder for backups")));
        CHECK(mood(file) == QStringLiteral("calm"));
        CHECK(fixture.version() == 1);
    }
    SECTION("as another program has it open")
    {
        Database other(fixture.path, SQLite::OPEN_READWRITE);
        other.scalar(QStringLiteral("SELECT count(*) FROM step"));
        const CatalogueFile file = must(fixture.open());
        CHECK_FALSE(file.isWritable());
        CHECK(file.readOnlyReason().contains(QStringLiteral("another program")));
        CHECK(mood(file) == QStringLiteral("calm"));
        CHECK(fixture.keptFiles().isEmpty());
    }
    SECTION("as another program changed its tables")
    {
        runSql(fixture.path, QStringLiteral("CREATE TRIGGER spy AFTER UPDATE ON claim BEGIN SELECT 1; END"));
        const CatalogueFile file = must(fixture.open());
        CHECK_FALSE(file.isWritable());
        CHECK(file.readOnlyReason().contains(QStringLiteral("spy")));
        CHECK(fixture.version() == 1);
    }
    SECTION("as it is write-protected")
    {
        const WriteProtection protection(fixture.folder.path());
        const QString said = asOrdinaryUser([&] {
            const auto file = fixture.open();
            return file ? file->readOnlyReason() + mood(*file) : file.error().line();
        });
        CHECK(said.contains(QStringLiteral("write-protected")));
        CHECK(said.endsWith(QStringLiteral("calm")));
    }
}
