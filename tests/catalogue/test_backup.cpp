// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/backup.h"
#include "catalogue/edit.h"
#include "catalogue/reader.h"
#include "catalogue/writer.h"
#include "small_catalogue.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

bool always(double)
{
    return true;
}

QString titleIn(const QString &path)
{
    const auto reader = must(Reader::open(must(CatalogueFile::open(path))));
    return must(reader->record(kModels)).announcement.title;
}

void setTitle(const QString &path, const QString &title)
{
    const auto writer = must(Writer::open(must(CatalogueFile::open(path)), {}));
    must(writer->apply(setField(*findField(Entity::Announcement, u"title"), std::span(&kModels, 1), title)));
}

struct BackupFixture
{
    TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("my work-2.waic")));
    const QString backups = folder.path(QStringLiteral("not/yet/backups"));
    const CatalogueFile file = must(CatalogueFile::open(path));

    QString backUpNow(BackupReason reason = BackupReason::Manual) { return must(backUp(file, backups, reason, always)); }
    /// A backup as if it had been made then.
    QString backUpAt(const char *time)
    {
        const QString made = backUpNow(),
                      aged
            = QStringLiteral("%1/my work-2-%2-%3-daily.waic").arg(backups, shortUid(file.uid()), QString::fromLatin1(time));
        REQUIRE(QFile::rename(made, aged));
        return aged;
    }
    QStringList names() { return QDir(backups).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
};

} // namespace

TEST_CASE("a backup's name says whose it is, when it was made and why", "[backup]")
{
    const auto name = parseBackupName(QStringLiteral("my work-2-0123abcd-20260102-030405-restore.waic"));
    REQUIRE(name);
    CHECK(name->stem == QStringLiteral("my work-2"));
    CHECK(name->uid == QStringLiteral("0123abcd"));
    CHECK(name->at == QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5)));
    CHECK(name->reason == BackupReason::Restore);
    for (const char *other : {"my work.waic", "a-0123abcd-20260102-030405-why.waic", "a-0123abcd-20260102-030405-daily.waic.bak",
             "-0123abcd-20260102-030405-daily.waic", "a-0123abc-20260102-030405-daily.waic",
             "a-0123abcd-20261302-030405-daily.waic", "a.backup-20260102-030405.waic"}) {
        CAPTURE(other);
        CHECK_FALSE(parseBackupName(QString::fromLatin1(other)));
    }
    CHECK(shortUid(QStringLiteral("../../etc")).size() == 8);
    const QString longName = QString(200, QChar(0x4e2d)) + QStringLiteral(".waic");
    const QString backup = freeBackupName(QStringLiteral("/nowhere"), longName, {}, BackupReason::Migration);
    CHECK(QFileInfo(backup).fileName().toUtf8().size() <= 255);
    CHECK(parseBackupName(QFileInfo(backup).fileName()));
}

TEST_CASE("a backup is a whole catalogue with its history, listed with what it holds", "[backup]")
{
    BackupFixture fixture;
    setTitle(fixture.path, QStringLiteral("A"));
    const QString first = fixture.backUpNow(BackupReason::Daily);
    setTitle(fixture.path, QStringLiteral("B"));
    // In the same second too.
    const QString second = fixture.backUpNow();
    CHECK(titleIn(first) == QStringLiteral("A"));
    CHECK(titleIn(second) == QStringLiteral("B"));
    const auto before = snapshot(fixture.backups);
    CHECK(before.size() == 2);
    const std::vector<Backup> listed = backupsOf(fixture.backups, fixture.file.uid());
    CHECK(snapshot(fixture.backups) == before);
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].path == second);
    CHECK(listed[0].name.reason == BackupReason::Manual);
    CHECK(listed[1].name.reason == BackupReason::Daily);
    CHECK(listed[1].announcements == 2);
    CHECK(listed[1].size == QFileInfo(first).size());
    CHECK(listed[0].place.seq > listed[1].place.seq);
    must(must(Writer::open(must(CatalogueFile::open(first)), {}))->undo());
    CHECK(titleIn(first) == QStringLiteral("China released 1,509 models"));
}

TEST_CASE("a backup that is ended or cannot be made leaves nothing of it", "[backup]")
{
    BackupFixture fixture;
    CHECK(must(backUp(fixture.file, fixture.backups, BackupReason::Daily, [](double) { return false; })).isNull());
    CHECK(fixture.names().isEmpty());
    const QString noFolder = fixture.path + QStringLiteral("/below");
    const auto failed = backUp(fixture.file, noFolder, BackupReason::Daily, always);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().kind == ErrorKind::Io);
    CHECK(failed.error().where == noFolder);
}

TEST_CASE("files that are no backups of the catalogue are neither listed nor removed", "[backup]")
{
    BackupFixture fixture;
    const QString mine = fixture.backUpNow();
    const QString prefix = fixture.backups + QStringLiteral("/my work-2-") + shortUid(fixture.file.uid());
    // Its name, but another catalogue, no catalogue, or no more than a text inside.
    must(createCatalogue(prefix + QStringLiteral("-20200101-000000-daily.waic"), smallContents()));
    runSql(prefix + QStringLiteral("-20200102-000000-daily.waic"), QStringLiteral("CREATE TABLE meta(key, value)"));
    writeFile(prefix + QStringLiteral("-20200103-000000-daily.waic"), "a letter");
    QFile::copy(mine, fixture.backups + QStringLiteral("/precious.waic"));
    // Of a copy of the catalogue, which has the same uid.
    const QString copy = fixture.folder.path(QStringLiteral("copy.waic"));
    must(saveCopy(fixture.file, copy, false, {}, always));
    must(backUp(must(CatalogueFile::open(copy)), fixture.backups, BackupReason::Manual, always));
    const auto before = snapshot(fixture.backups);
    CHECK(backupsOf(fixture.backups, fixture.file.uid()).size() == 2);
    must(pruneBackups(fixture.backups, fixture.path, fixture.file.uid(), 1));
    CHECK(snapshot(fixture.backups) == before);
    must(pruneBackups(fixture.backups, fixture.path, fixture.file.uid(), 0));
    CHECK_FALSE(QFile::exists(mine));
    CHECK(snapshot(fixture.backups).size() == before.size() - 1);
}

TEST_CASE("the newest ten backups stay", "[backup]")
{
    BackupFixture fixture;
    for (int day = 10; day < 22; ++day)
        fixture.backUpAt(qPrintable(QStringLiteral("202601%1-000000").arg(day)));
    must(pruneBackups(fixture.backups, fixture.path, fixture.file.uid()));
    REQUIRE(fixture.names().size() == 10);
    CHECK(fixture.names().front().contains(QStringLiteral("-20260112-")));
    CHECK(fixture.names().back().contains(QStringLiteral("-20260121-")));
}

TEST_CASE("what a killed program left of a backup goes after a day, and nothing else does", "[backup]")
{
    BackupFixture fixture;
    fixture.backUpNow();
    const auto leave = [&](const char *name, int days) {
        QFile file(QDir(fixture.backups).filePath(QString::fromLatin1(name)));
        REQUIRE(file.open(QFile::WriteOnly));
        file.write("half");
        file.flush();
        REQUIRE(file.setFileTime(QDateTime::currentDateTime().addDays(-days), QFileDevice::FileModificationTime));
    };
    leave(".waic-0123456789ab.tmp", 2);
    leave(".waic-0123456789ab.tmp-journal", 2);
    leave(".waic-0123456789ac.tmp", 0); // is being made
    leave(".waic-mine.tmp", 2);
    leave("notes.tmp", 2);
    must(pruneBackups(fixture.backups, fixture.path, fixture.file.uid()));
    CHECK(fixture.names().size() == 4);
    CHECK(fixture.names().filter(QStringLiteral("0123456789ab")).isEmpty());
}

TEST_CASE("a backup is due a day after the last one, when something changed since", "[backup]")
{
    BackupFixture fixture;
    const auto due = [&](const QDateTime &now) { return must(isBackupDue(fixture.file, fixture.backups, now)); };
    const QDateTime then(QDate(2026, 1, 10), QTime(12, 0));
    CHECK(due(then));
    fixture.backUpAt("20260110-120000");
    CHECK_FALSE(due(then.addSecs(60)));
    CHECK_FALSE(due(then.addDays(30)));
    setTitle(fixture.path, QStringLiteral("A"));
    CHECK_FALSE(due(then.addSecs(23 * 3600)));
    CHECK(due(then.addDays(1)));
    CHECK(due(then.addDays(-3)));
    // Without a step, by another program.
    fixture.backUpAt("20260112-120000");
    CHECK_FALSE(due(then.addDays(5)));
    runSql(fixture.path, QStringLiteral("UPDATE announcement SET title = 'B' WHERE uid = 'robot'"));
    CHECK(due(then.addDays(5)));
}

TEST_CASE("a restored backup takes the file's place, and what was there is kept", "[backup]")
{
    BackupFixture fixture;
    const QString backup = fixture.backUpNow();
    setTitle(fixture.path, QStringLiteral("Later"));
    const auto restored = must(restoreBackup(fixture.path, fixture.file.uid(), backup, fixture.backups, always));
    CHECK(restored.complete);
    CHECK(titleIn(fixture.path) == QStringLiteral("China released 1,509 models"));
    CHECK(titleIn(restored.kept) == QStringLiteral("Later"));
    CHECK(parseBackupName(QFileInfo(restored.kept).fileName())->reason == BackupReason::Restore);
    // And back again.
    must(restoreBackup(fixture.path, fixture.file.uid(), restored.kept, fixture.backups, always));
    CHECK(titleIn(fixture.path) == QStringLiteral("Later"));
    CHECK(snapshot(fixture.folder.path()).keys() == QStringList{QStringLiteral("my work-2.waic")});
}

TEST_CASE("a restore that cannot be leaves everything as it was", "[backup]")
{
    BackupFixture fixture;
    const QString backup = fixture.backUpNow();
    setTitle(fixture.path, QStringLiteral("Later"));
    const auto refused = [&](const QString &from) {
        const auto before = snapshot(fixture.backups);
        const auto restored = restoreBackup(fixture.path, fixture.file.uid(), from, fixture.backups, always);
        CHECK(snapshot(fixture.backups) == before);
        CHECK(titleIn(fixture.path) == QStringLiteral("Later"));
        REQUIRE_FALSE(restored);
        return restored.error();
    };
    const QString letter = fixture.folder.path(QStringLiteral("letter"));
    writeFile(letter, "no catalogue");
    CHECK(refused(letter).kind == ErrorKind::NotACatalogue);
    CHECK(refused(fixture.folder.path(QStringLiteral("nothing"))).kind == ErrorKind::NotFound);
    {
        Database other(fixture.path, SQLite::OPEN_READWRITE);
        other.scalar(QStringLiteral("SELECT count(*) FROM step"));
        const auto before = snapshot(fixture.backups);
        const auto locked = restoreBackup(fixture.path, fixture.file.uid(), backup, fixture.backups, always);
        REQUIRE_FALSE(locked);
        CHECK(locked.error().kind == ErrorKind::Locked);
        CHECK(locked.error().where == fixture.path);
        CHECK(snapshot(fixture.backups) == before);
    }
    CHECK_FALSE(must(restoreBackup(fixture.path, fixture.file.uid(), backup, fixture.backups, [](double done) {
        return done < 1;
    })).complete);
    CHECK(titleIn(fixture.path) == QStringLiteral("Later"));
}

TEST_CASE("a file that was held is backed up and copied after it was deleted", "[backup]")
{
    BackupFixture fixture;
    CatalogueFile file = fixture.file;
    must(file.hold());
    {
        // Written last, and only in the write-ahead log.
        const auto writer = must(Writer::open(file, {}));
        must(writer->apply(
            setField(*findField(Entity::Announcement, u"title"), std::span(&kModels, 1), QStringLiteral("Newest"))));
        CHECK_FALSE(file.heldIfMoved());
        for (const char *suffix : {"", "-wal", "-shm"})
            REQUIRE(QFile::remove(fixture.path + QLatin1String(suffix)));
        CHECK(file.heldIfMoved());
        CHECK(titleIn(must(backUp(file, fixture.backups, BackupReason::Restore, always))) == QStringLiteral("Newest"));
        const QString copy = fixture.folder.path(QStringLiteral("copy.waic"));
        must(saveCopy(file, copy, false, {}, always));
        CHECK(titleIn(copy) == QStringLiteral("Newest"));
    }
    file.letGo();
    CHECK_FALSE(file.heldIfMoved());
}
