// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/backup.h"
#include "catalogue/edit.h"
#include "catalogue/migration.h"
#include "catalogue/writer.h"
#include "small_catalogue.h"
#include "support/failing_vfs.h"

#include <sqlite3.h>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

bool always(double)
{
    return true;
}

/// What a user would see, and the steps; without times and random ids.
QString dump(const QString &path)
{
    Database database(path, SQLite::OPEN_READWRITE);
    const auto ask = [&](const char *sql) { return database.scalar(QString::fromLatin1(sql)).toString(); };
    CHECK(ask("PRAGMA integrity_check") == QStringLiteral("ok"));
    CHECK(ask("SELECT count(*) FROM pragma_foreign_key_check") == QStringLiteral("0"));
    return ask("SELECT group_concat(id || title || starred || (binned_at IS NULL), x'0a') FROM announcement")
        + ask("SELECT group_concat(value || unit || measure) FROM claim")
        + ask("SELECT group_concat(kind || coalesce(inverts, '') || label) FROM step")
        + ask("SELECT group_concat(step || seq) FROM step_part");
}

/// Kinds of failures: the code, and whether it lasts.  The first few in each run; scripts/acceptance tries them all.
std::vector<std::pair<int, bool>> failures(std::size_t usual)
{
    std::vector<std::pair<int, bool>> kinds{{SQLITE_IOERR, false}, {SQLITE_FULL, true}, {SQLITE_IOERR, true},
        {SQLITE_FULL, false}, {SQLITE_READONLY, false}, {SQLITE_READONLY, true}, {SQLITE_CANTOPEN, false},
        {SQLITE_CANTOPEN, true}};
    if (!qEnvironmentVariableIsSet("WAIC_EVERY_FAILURE"))
        kinds.resize(usual);
    return kinds;
}

template <typename Prepare, typename Work, typename Check>
void failEach(int code, bool lasting, const Prepare &prepare, const Work &work, const Check &check)
{
    for (int at = 1;; ++at) {
        CAPTURE(code, lasting, at);
        REQUIRE(at < 1000);
        prepare();
        bool hasFailed = false;
        Result<> result;
        {
            const FailingVfs vfs(at, code, lasting);
            result = work();
            hasFailed = vfs.hasFailed();
        }
        if (!result) {
            const Error &error = result.error();
            CAPTURE(error.line());
            CHECK(hasFailed);
            CHECK((error.kind == ErrorKind::Io || error.kind == ErrorKind::ReadOnly || error.kind == ErrorKind::Damaged));
            CHECK(error.where.contains(QStringLiteral(".waic")));
            CHECK_FALSE(error.what.isEmpty());
        }
        check(result.has_value());
        if (!hasFailed) {
            CHECK(result.has_value());
            CHECK(at > 3); // it wrote
            return;
        }
    }
}

/// Runs work with its first, second, … call that writes failing in turn, until it comes to its end with none failed.  prepare()
/// makes its world anew before, check(succeeded) looks at what is left of it; each in a file system that works.
template <typename Prepare, typename Work, typename Check>
void failEach(std::size_t usual, const Prepare &prepare, const Work &work, const Check &check)
{
    for (const auto &[code, lasting] : failures(usual))
        failEach(code, lasting, prepare, work, check);
}

template <typename Value>
Result<> plain(const Result<Value> &result)
{
    return result ? Result<>() : tl::make_unexpected(result.error());
}

Edit someEdit()
{
    Edit edit = setField(*findField(Entity::Announcement, u"title"), std::span(&kModels, 1), QStringLiteral("Another title"));
    Announcement added;
    added.id = 4711;
    added.uid = QStringLiteral("added");
    added.title = QString(20'000, QLatin1Char('x')); // over several pages
    edit.changes.push_back(AddAnnouncement{added});
    return edit;
}

/// A catalogue that is made anew from the same bytes.
struct FailingFixture
{
    TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("a.waic"));
    const QString backups = folder.path(QStringLiteral("backups"));
    const QByteArray bytes = readFile(smallCatalogue(folder.path(QStringLiteral("first.waic"))));
    QString before;

    FailingFixture()
    {
        renew();
        before = dump(path);
    }
    void renew()
    {
        for (const char *suffix : {"-wal", "-shm", "-journal"})
            QFile::remove(path + QLatin1String(suffix));
        writeFile(path, bytes);
        QDir(backups).removeRecursively();
    }
    QStringList temporaryFiles() const
    {
        return QDir(folder.path()).entryList({QStringLiteral("*.tmp*")}, QDir::Files | QDir::Hidden)
            + QDir(backups).entryList({QStringLiteral("*.tmp*")}, QDir::Files | QDir::Hidden);
    }
};

} // namespace

TEST_CASE("whatever write of an edit or an undo fails, the file is as before or as after and the error says why", "[failing]")
{
    FailingFixture fixture;
    QStringList states{fixture.before};
    int done = 0;
    const auto work = [&]() -> Result<> {
        done = 0;
        const auto file = CatalogueFile::open(fixture.path);
        if (!file)
            return tl::make_unexpected(file.error());
        const auto writer = Writer::open(*file, QStringLiteral("ann"));
        if (!writer)
            return tl::make_unexpected(writer.error());
        const auto applied = (*writer)->apply(someEdit());
        if (!applied)
            return tl::make_unexpected(applied.error());
        done = 1;
        const auto undone = (*writer)->undo();
        done += undone ? 1 : 0;
        return plain(undone);
    };
    {
        const auto writer = must(Writer::open(must(CatalogueFile::open(fixture.path)), QStringLiteral("ann")));
        must(writer->apply(someEdit()));
        states << dump(fixture.path);
        must(writer->undo());
        states << dump(fixture.path);
    }
    REQUIRE(QSet<QString>(states.begin(), states.end()).size() == 3);
    failEach(
        2, [&] { fixture.renew(); }, work,
        [&](bool) {
            const int state = int(states.indexOf(dump(fixture.path)));
            // What was told to be saved is there; what was refused is there as a whole or not at all.
            CHECK((state == done || state == done + 1));
        });
}

TEST_CASE("an edit that the disk refuses is told with the file, the cause and what to do", "[failing]")
{
    FailingFixture fixture;
    const auto [code, what, kind] = GENERATE(table<int, const char *, ErrorKind>({
        {SQLITE_FULL, "the disk is full", ErrorKind::Io},
        {SQLITE_IOERR, "the disk gives an error when the file is written", ErrorKind::Io},
        {SQLITE_READONLY, "this catalogue may not be written", ErrorKind::ReadOnly},
    }));
    int refused = 0;
    for (int at = 1; at < 40; ++at) {
        CAPTURE(code, at);
        fixture.renew();
        const FailingVfs vfs(at, code, true);
        const auto file = CatalogueFile::open(fixture.path);
        if (!file || !file->isWritable())
            continue; // it failed before
        const auto writer = Writer::open(*file, {});
        const auto step = writer ? (*writer)->apply(someEdit()) : Result<Step>();
        if (step || step.error().what.contains(QStringLiteral("cannot be read or written")))
            continue; // of shared memory, which has no words of its own
        ++refused;
        CHECK(step.error().what.startsWith(QString::fromLatin1(what)));
        CHECK(step.error().kind == kind);
        CHECK(step.error().where == fixture.path);
        CHECK_FALSE(step.error().next.isEmpty());
    }
    CHECK(refused > 2);
}

TEST_CASE("whatever write of a new catalogue fails, it is there as a whole or not at all", "[failing]")
{
    FailingFixture fixture;
    const QString path = fixture.folder.path(QStringLiteral("new.waic"));
    failEach(
        2, [&] { QFile::remove(path); }, [&] { return plain(createCatalogue(path, smallContents())); },
        [&](bool succeeded) {
            CHECK(QFile::exists(path) == succeeded);
            CHECK(fixture.temporaryFiles().isEmpty());
            if (succeeded)
                CHECK(dump(path) == fixture.before);
        });
}

TEST_CASE("whatever write of a copy or a backup fails, it is whole or not there, and the catalogue is as before", "[failing]")
{
    FailingFixture fixture;
    const QString copy = fixture.folder.path(QStringLiteral("copy.waic"));
    const bool isBackup = GENERATE(false, true);
    const auto work = [&]() -> Result<> {
        const auto file = CatalogueFile::open(fixture.path);
        if (!file)
            return tl::make_unexpected(file.error());
        return isBackup ? plain(backUp(*file, fixture.backups, BackupReason::Daily, always))
                        : plain(saveCopy(*file, copy, true, fixture.backups, always));
    };
    const auto prepare = [&] {
        fixture.renew();
        QFile::remove(copy);
    };
    failEach(1, prepare, work, [&](bool succeeded) {
        const QStringList made = QDir(fixture.backups).entryList(QDir::Files);
        CHECK(dump(fixture.path) == fixture.before);
        CHECK(fixture.temporaryFiles().isEmpty());
        CHECK(made.size() == (isBackup && succeeded ? 1 : 0));
        CHECK(QFile::exists(copy) == (!isBackup && succeeded));
        if (succeeded)
            CHECK(dump(isBackup ? QDir(fixture.backups).filePath(made.front()) : copy) == fixture.before);
    });
}

TEST_CASE("whatever write of a migration or a restore fails, the file is whole in the old or in the new form", "[failing]")
{
    FailingFixture fixture;
    const bool isRestore = GENERATE(false, true);
    const QString other = fixture.folder.path(QStringLiteral("other.waic"));
    writeFile(other, fixture.bytes);
    runSql(other, QStringLiteral("UPDATE announcement SET title = 'Of the backup' WHERE uid = 'robot'"));
    const QString after = isRestore ? dump(other) : fixture.before;
    const Migrations next(Migrations::builtIn().scripts()
        + QStringList{QStringLiteral("PRAGMA user_version = 2; ALTER TABLE announcement ADD COLUMN mood TEXT;"
                                     " UPDATE announcement SET mood = 'calm'")});
    const auto work = [&]() -> Result<> {
        if (isRestore)
            return plain(restoreBackup(fixture.path, QStringLiteral("00000000"), other, fixture.backups, always));
        QDir().mkpath(fixture.backups);
        return plain(migrateInPlace(fixture.path, fixture.backups + QStringLiteral("/kept.waic"), next));
    };
    failEach(
        1, [&] { fixture.renew(); }, work,
        [&](bool succeeded) {
            const QString now = dump(fixture.path);
            CHECK(now == (succeeded ? after : fixture.before));
            CHECK(askSql(fixture.path, QStringLiteral("PRAGMA user_version")).toInt() == (!isRestore && succeeded ? 2 : 1));
            CHECK(fixture.temporaryFiles().isEmpty());
            const QStringList kept = QDir(fixture.backups).entryList(QDir::Files);
            CHECK(kept.size() == (succeeded ? 1 : 0));
            if (succeeded)
                CHECK(dump(QDir(fixture.backups).filePath(kept.front())) == fixture.before);
        });
}
