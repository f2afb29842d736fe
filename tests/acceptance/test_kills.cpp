// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance/killed_catalogue.h"
#include "acceptance/killed_program.h"
#include "catalogue/sql.h"
#include "catalogue/writer.h"
#include "support/test_support.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QThread>

#include <random>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

QString ask(const QString &path, const char *sql)
{
    return Database(path, SQLite::OPEN_READWRITE).scalar(QString::fromLatin1(sql)).toString();
}

QStringList column(const QString &path, const char *sql)
{
    Database database(path, SQLite::OPEN_READWRITE);
    SQLite::Statement rows(database.connection(), sql);
    QStringList values;
    while (rows.executeStep())
        values << text(rows, 0);
    return values;
}

/// What was said to be on disk is there; at most one step more is, whole.
void checkAcknowledged(const QString &path, const QByteArrayList &said, QStringList &steps)
{
    for (const QByteArray &line : said)
        if (line.startsWith("acknowledged "))
            steps << QString::fromLatin1(line.mid(line.indexOf(' ') + 1));
    QStringList there = column(path, "SELECT id || ' ' || kind FROM step ORDER BY id");
    if (there.size() == steps.size() + 1)
        steps << there.back();
    CHECK(there == steps);
    CHECK(ask(path, "PRAGMA integrity_check") == QStringLiteral("ok"));
    CHECK(ask(path, "SELECT count(DISTINCT coalesce(notes, '')) FROM announcement") == QStringLiteral("1"));
}

/// The newest step can be taken back and made again, with the same cells as before.
void checkUndo(const QString &path, QStringList &steps)
{
    const char *cells = "SELECT title || coalesce(notes, '') FROM announcement ORDER BY id";
    const QStringList before = column(path, cells);
    const auto writer = must(Writer::open(must(CatalogueFile::open(path)), {}));
    if (must(writer->history()).undoLabel.isNull())
        return;
    const Step undone = must(writer->undo());
    CHECK(column(path, cells) != before);
    const Step redone = must(writer->redo());
    CHECK(column(path, cells) == before);
    for (const Step &step : {undone, redone})
        steps << QStringLiteral("%1 %2").arg(QString::number(step.id), step.kind);
}

/// At any moment, or right after the program said that it begins something.
void killSomewhen(KilledProgram &program, std::mt19937 &chance)
{
    const unsigned aim = chance() % 4;
    if (aim >= 2) {
        const bool isCommit = aim == 2;
        REQUIRE(program.waitFor(isCommit ? "now commit" : "now checkpoint", 1 + int(chance() % (isCommit ? 12 : 2))));
        QThread::usleep(chance() % 3000);
        return;
    }
    // Now and then while it opens the file after the last kill.
    if (chance() % 4 > 0)
        REQUIRE(program.waitFor("acknowledged"));
    QThread::usleep(chance() % 60'000);
}

} // namespace

TEST_CASE("killed at any moment, no acknowledged edit is lost and undo goes on", "[kills]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("killed.waic"));
    makeKilledCatalogue(path);
    std::mt19937 chance(unsigned(Catch::rngSeed()));
    QStringList steps;
    for (int kill = 1, kills = countFrom("WAIC_KILLS", 20); kill <= kills; ++kill) {
        CAPTURE(kill, Catch::rngSeed());
        KilledProgram program({QStringLiteral("edit"), path, QString::number(chance())});
        killSomewhen(program, chance);
        checkAcknowledged(path, program.kill(), steps);
        checkUndo(path, steps);
    }
    CHECK(steps.size() > 20);
}

TEST_CASE("killed while it migrates, the file is whole in the old or in the new schema", "[kills]")
{
    const TemporaryFolder folder;
    const QString first = folder.path(QStringLiteral("first.waic")), path = folder.path(QStringLiteral("killed.waic"));
    const QString backups = folder.path(QStringLiteral("backups"));
    makeKilledCatalogue(first);
    const char *rows = "SELECT id || title FROM announcement ORDER BY id";
    const QStringList before = column(first, rows);
    std::mt19937 chance(unsigned(Catch::rngSeed()));
    QSet<QString> met;
    for (int kill = 1, kills = countFrom("WAIC_KILLS", 20); kill <= kills; ++kill) {
        CAPTURE(kill, Catch::rngSeed());
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(path + QLatin1String(suffix));
        QDir(backups).removeRecursively();
        REQUIRE(QFile::copy(first, path));
        KilledProgram program({QStringLiteral("migrate"), path, backups});
        REQUIRE(program.waitFor("now migrate"));
        QThread::usleep(chance() % 30'000);
        const bool acknowledged = program.kill().contains("acknowledged 2 migrated");
        const QString version = ask(path, "PRAGMA user_version");
        met.insert(version);
        CHECK((version == QStringLiteral("2") || (version == QStringLiteral("1") && !acknowledged)));
        CHECK(ask(path, "PRAGMA integrity_check") == QStringLiteral("ok"));
        CHECK(column(path, rows) == before);
        // What was begun again comes to its end.
        const CatalogueFile file = must(CatalogueFile::open(path, {nextMigrations(), backups}));
        CHECK(file.isWritable());
        CHECK(ask(path, "SELECT count(*) FROM announcement WHERE mood = 'calm'") == QString::number(kKilledRows));
        for (const QString &kept : QDir(backups).entryList({QStringLiteral("*-migration.waic")}, QDir::Files))
            CHECK(column(QDir(backups).filePath(kept), rows) == before);
    }
    CHECK_FALSE(met.isEmpty());
}
