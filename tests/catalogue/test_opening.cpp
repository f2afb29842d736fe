// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/ordinary_user.h"
#include "catalogue/small_catalogue.h"

#include <QFileInfo>

#include <sys/stat.h>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

/// A file whose refusal is tested: made in a folder of its own.
struct Refused
{
    const char *what;
    ErrorKind kind;
    const char *words; ///< that the error says
    void (*make)(const QString &path);
};

void makeForeign(const QString &path)
{
    runSql(path, QStringLiteral("CREATE TABLE t(a); INSERT INTO t VALUES(1)"));
}

// With so small a cache, pages reach the file before the commit, so that the journal is hot.
void crashInTransaction(const QString &path, const QString &change)
{
    const QString live = path + QStringLiteral(".live");
    QFile::rename(path, live);
    {
        Database database(live, SQLite::OPEN_READWRITE);
        database.run(QStringLiteral("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 2; BEGIN IMMEDIATE"));
        database.run(change);
        copyAsCrashed(live, path);
        database.run(QStringLiteral("ROLLBACK"));
    }
    QFile::remove(live);
    REQUIRE(QFileInfo(path + QStringLiteral("-journal")).size() > 512);
}

void crashWithLog(const QString &path, const QString &change)
{
    const QString live = path + QStringLiteral(".live");
    QFile::rename(path, live);
    {
        Database database(live, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.run(QStringLiteral("PRAGMA journal_mode = WAL"));
        database.run(change);
        copyAsCrashed(live, path);
    }
    QFile::remove(live);
    REQUIRE(QFileInfo(path + QStringLiteral("-wal")).size() > 0);
}

QString manyRows(const QString &insert)
{
    return QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) ") + insert;
}

const Refused kRefused[] = {
    {"nothing at the path", ErrorKind::NotFound, "no such file", [](const QString &) {}},
    {"a link to nothing", ErrorKind::NotFound, "link",
        [](const QString &path) { QFile::link(path + QStringLiteral(".gone"), path); }},
    {"a folder", ErrorKind::NotACatalogue, "is a folder", [](const QString &path) { QDir().mkdir(path); }},
    {"a pipe", ErrorKind::NotACatalogue, "pipe",
        [](const QString &path) { ::mkfifo(QFile::encodeName(path).constData(), 0600); }},
    {"an empty file", ErrorKind::NotACatalogue, "empty", [](const QString &path) { writeFile(path, {}); }},
    {"a text", ErrorKind::NotACatalogue, "no SQLite file", [](const QString &path) { writeFile(path, "title,summary\nA,B\n"); }},
    {"bytes of no kind", ErrorKind::NotACatalogue, "no SQLite file",
        [](const QString &path) { writeFile(path, QByteArray(100'000, '\x9c')); }},
    {"a header cut in two", ErrorKind::Damaged, "cut short",
        [](const QString &path) { writeFile(path, readFile(smallCatalogue(path)).left(60)); }},
    {"half a catalogue", ErrorKind::Damaged, "cut short",
        [](const QString &path) {
            const QByteArray whole = readFile(smallCatalogue(path));
            writeFile(path, whole.left(whole.size() / 2));
        }},
    {"a catalogue with a page overwritten", ErrorKind::Damaged, "damaged",
        [](const QString &path) {
            QByteArray bytes = readFile(smallCatalogue(path));
            writeFile(path, bytes.replace(4096, 4096, QByteArray(4096, '\x5a')));
        }},
    {"a damaged catalogue with a log", ErrorKind::Damaged, "damaged",
        [](const QString &path) {
            crashWithLog(smallCatalogue(path), QStringLiteral("UPDATE announcement SET summary = 'new'"));
            QByteArray bytes = readFile(path);
            writeFile(path, bytes.replace(10 * 4096, 10 * 4096, QByteArray(10 * 4096, '\x5a')));
        }},
    {"another program's file", ErrorKind::NotACatalogue, "another program", makeForeign},
    {"another program's file that names it", ErrorKind::NotACatalogue, "another program",
        [](const QString &path) { runSql(path, QStringLiteral("PRAGMA application_id = 77; CREATE TABLE t(a)")); }},
    {"another program's file, cut", ErrorKind::NotACatalogue, "another program",
        [](const QString &path) {
            makeForeign(path);
            writeFile(path, readFile(path).left(4096 + 100));
        }},
    {"another program's file after a crash in a transaction", ErrorKind::NotACatalogue, "another program",
        [](const QString &path) {
            makeForeign(path);
            crashInTransaction(path, manyRows(QStringLiteral("INSERT INTO t SELECT hex(randomblob(50)) FROM n")));
        }},
    {"another program's file with a log", ErrorKind::NotACatalogue, "another program",
        [](const QString &path) { crashWithLog(path, QStringLiteral("CREATE TABLE t(a); INSERT INTO t VALUES(1)")); }},
    {"a catalogue of a newer version", ErrorKind::NewerSchema, "schema 7, this one knows 1",
        [](const QString &path) { runSql(smallCatalogue(path), QStringLiteral("PRAGMA user_version = 7")); }},
    {"a catalogue of a newer version after a crash in a transaction", ErrorKind::NewerSchema, "newer version",
        [](const QString &path) {
            runSql(smallCatalogue(path), QStringLiteral("PRAGMA journal_mode = DELETE; PRAGMA user_version = 7"));
            crashInTransaction(
                path, manyRows(QStringLiteral("INSERT INTO announcement(title) SELECT hex(randomblob(50)) FROM n")));
        }},
    {"a newer version that stands in the log only", ErrorKind::NewerSchema, "newer version",
        [](const QString &path) { crashWithLog(smallCatalogue(path), QStringLiteral("PRAGMA user_version = 7")); }},
    {"a catalogue without its tables", ErrorKind::Damaged, "never finished",
        [](const QString &path) { runSql(path, QStringLiteral("PRAGMA application_id = 0x57414943; CREATE TABLE t(a)")); }},
    {"a catalogue with a table that calls functions", ErrorKind::Damaged, "json_extract",
        [](const QString &path) {
            runSql(smallCatalogue(path), QStringLiteral("CREATE TABLE mine(a, b AS (json_extract(a, '$.x')))"));
        }},
    {"a catalogue that lacks a table", ErrorKind::Damaged, "“citation” is missing",
        [](const QString &path) { runSql(smallCatalogue(path), QStringLiteral("DROP TABLE citation")); }},
    {"a catalogue that lacks a column", ErrorKind::Damaged, "no column “note”",
        [](const QString &path) { runSql(smallCatalogue(path), QStringLiteral("ALTER TABLE claim DROP COLUMN note")); }},
};

QStringList everythingIn(const TemporaryFolder &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

TEST_CASE("each kind of file that is no catalogue is refused in its own words and no byte of it changes", "[opening]")
{
    for (const Refused &refused : kRefused) {
        INFO(refused.what);
        const TemporaryFolder folder;
        const QString path = folder.path(QStringLiteral("file.waic"));
        refused.make(path);
        const QStringList names = everythingIn(folder);
        const auto before = snapshot(folder.path());

        const auto opened = CatalogueFile::open(path);
        REQUIRE_FALSE(opened.has_value());
        INFO(opened.error().line().toStdString());
        CHECK(opened.error().kind == refused.kind);
        CHECK(opened.error().what.contains(QString::fromUtf8(refused.words)));
        CHECK(opened.error().where == path);
        CHECK_FALSE(opened.error().next.isEmpty());
        CHECK(snapshot(folder.path()) == before);
        CHECK(everythingIn(folder) == names);
    }
}

TEST_CASE("a catalogue opens for reading and writing and a clean close leaves one file", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("my list.waic")));
    const CatalogueFile file = must(CatalogueFile::open(path));
    CHECK(file.path() == path);
    CHECK(file.name() == QStringLiteral("my list.waic"));
    CHECK(file.isWritable());
    CHECK(file.readOnlyReason().isNull());
    CHECK(file.uid() == askSql(path, QStringLiteral("SELECT value FROM meta WHERE key = 'catalogue_uid'")).toString());

    auto reader = must(file.connect(Access::Read));
    auto writer = must(file.connect(Access::Write));
    writer->run(QStringLiteral("UPDATE announcement SET summary = 'kept'"));
    CHECK(reader->scalar(QStringLiteral("SELECT summary FROM announcement")).toString() == QStringLiteral("kept"));
    CHECK_THROWS_AS(reader->run(QStringLiteral("UPDATE announcement SET summary = 'by a reader'")), SQLite::Exception);
    CHECK(writer->scalar(QStringLiteral("PRAGMA journal_mode")).toString() == QStringLiteral("wal"));

    closeCleanly(std::move(writer));
    reader.reset();
    CHECK(snapshot(folder.path()).keys() == QStringList{QStringLiteral("my list.waic")});
    CHECK(askSql(path, QStringLiteral("SELECT summary FROM announcement")).toString() == QStringLiteral("kept"));
}

TEST_CASE("looking at a catalogue changes no byte of it", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto before = snapshot(folder.path());
    {
        const CatalogueFile file = must(CatalogueFile::open(path));
        const auto reader = must(file.connect(Access::Read));
        CHECK(reader->scalar(QStringLiteral("SELECT count(*) FROM announcement")).toInt() == 2);
    }
    CHECK(snapshot(folder.path()) == before);
}

TEST_CASE("a name may hold any character", "[opening]")
{
    const TemporaryFolder folder;
    for (const char *name :
        {"a b.waic", "100%25.waic", "what?.waic", "no#1.waic", "file:x.waic", "Đà Nẵng 上海.waic", "a&b=c;d'e\"f.waic"}) {
        INFO(name);
        const QString path = smallCatalogue(folder.path(QString::fromUtf8(name)));
        const CatalogueFile file = must(CatalogueFile::open(path));
        CHECK(file.isWritable());
        must(file.connect(Access::Write))->run(QStringLiteral("UPDATE announcement SET notes = 'here'"));
        CHECK(must(file.connect(Access::Read))->scalar(QStringLiteral("SELECT notes FROM announcement")).toString()
            == QStringLiteral("here"));
    }
    CHECK(snapshot(folder.path()).size() == 7);
}

TEST_CASE("a link opens the catalogue that it points at", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("real.waic")));
    crashWithLog(path, QStringLiteral("UPDATE announcement SET title = 'in the log'"));
    const QString link = folder.path(QStringLiteral("link.waic"));
    REQUIRE(QFile::link(path, link));
    const CatalogueFile file = must(CatalogueFile::open(link));
    CHECK(file.path() == link);
    CHECK(must(file.connect(Access::Read))->scalar(QStringLiteral("SELECT title FROM announcement")).toString()
        == QStringLiteral("in the log"));
}

TEST_CASE("what a crash left in the log or in a journal is recovered", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));

    SECTION("committed in the log")
    {
        crashWithLog(path, QStringLiteral("UPDATE announcement SET title = 'in the log'"));
        const CatalogueFile file = must(CatalogueFile::open(path));
        CHECK(file.isWritable());
        CHECK(must(file.connect(Access::Read))->scalar(QStringLiteral("SELECT title FROM announcement")).toString()
            == QStringLiteral("in the log"));
    }
    SECTION("not committed in the file")
    {
        crashInTransaction(path, manyRows(QStringLiteral("INSERT INTO announcement(title) SELECT hex(randomblob(50)) FROM n")));
        const CatalogueFile file = must(CatalogueFile::open(path));
        CHECK(file.isWritable());
        CHECK(must(file.connect(Access::Read))->scalar(QStringLiteral("SELECT count(*) FROM announcement")).toInt() == 2);
    }
    SECTION("the id itself still in the log")
    {
        const QString young = folder.path(QStringLiteral("young.waic"));
        crashWithLog(young, migrationSql(kSchemaVersion));
        CHECK(readFile(young).mid(68, 4) == QByteArray(4, '\0'));
        CHECK(must(CatalogueFile::open(young)).isWritable());
    }
}

TEST_CASE("a catalogue that another program changed inside is shown but not written", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    QString named;

    SECTION("a trigger on an own table")
    {
        runSql(path, QStringLiteral("CREATE TRIGGER spy AFTER UPDATE ON Announcement BEGIN DELETE FROM claim; END"));
        named = QStringLiteral("spy");
    }
    SECTION("an own trigger changed")
    {
        runSql(path,
            QStringLiteral("DROP TRIGGER claim_added; CREATE TRIGGER claim_added AFTER INSERT ON claim BEGIN SELECT 1; END"));
        named = QStringLiteral("claim");
    }
    SECTION("an own trigger removed")
    {
        runSql(path, QStringLiteral("DROP TRIGGER claim_added"));
        named = QStringLiteral("claim");
    }
    SECTION("a column added")
    {
        runSql(path, QStringLiteral("ALTER TABLE source ADD COLUMN price REAL"));
        named = QStringLiteral("source");
    }
    SECTION("a unique index added")
    {
        runSql(path, QStringLiteral("CREATE UNIQUE INDEX once ON announcement(title)"));
        named = QStringLiteral("announcement");
    }

    const CatalogueFile file = must(CatalogueFile::open(path));
    CHECK_FALSE(file.isWritable());
    CHECK(file.readOnlyReason().contains(named));
    const auto writing = file.connect(Access::Write);
    REQUIRE_FALSE(writing.has_value());
    CHECK(writing.error().kind == ErrorKind::ReadOnly);
    CHECK(must(file.connect(Access::Read))->scalar(QStringLiteral("SELECT count(*) FROM announcement")).toInt() == 2);
}

TEST_CASE("a row that breaks a rule of the schema does not keep a catalogue from opening", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    runSql(path,
        QStringLiteral("PRAGMA ignore_check_constraints = ON; UPDATE announcement SET announced_on = 'soon';"
                       "DELETE FROM unit"));
    CHECK(must(CatalogueFile::open(path)).isWritable());
}

TEST_CASE("a program that writes at the moment does not make a catalogue read-only", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    Database other(path, SQLite::OPEN_READWRITE);
    const Transaction writing(other);
    other.run(QStringLiteral("UPDATE announcement SET title = 'half done'"));

    const CatalogueFile file = must(CatalogueFile::open(path));
    CHECK(file.isWritable());
    CHECK(must(file.connect(Access::Read))
              ->scalar(QStringLiteral("SELECT count(*) FROM announcement WHERE title = 'half done'"))
              .toInt()
        == 0);
}

TEST_CASE("a write-protected catalogue is shown and says why it cannot be edited", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const bool withLog = GENERATE(false, true);
    if (withLog)
        crashWithLog(path, QStringLiteral("UPDATE announcement SET title = 'in the log'"));
    const auto before = snapshot(folder.path());
    const WriteProtection protection(folder.path());

    const QString said = asOrdinaryUser([&path] {
        const auto file = CatalogueFile::open(path);
        if (!file)
            return file.error().line();
        const auto reader = file->connect(Access::Read);
        if (!reader)
            return reader.error().line();
        const QString title = (*reader)->scalar(QStringLiteral("SELECT title FROM announcement WHERE uid = 'models'")).toString();
        return QStringLiteral("%1|%2|%3|%4")
            .arg(file->isWritable())
            .arg(file->readOnlyReason(), title)
            .arg(int(file->connect(Access::Write).error().kind));
    });
    const QStringList answers = said.split(QLatin1Char('|'));
    INFO(said.toStdString());
    REQUIRE(answers.size() == 4);
    CHECK(answers[0] == QStringLiteral("0"));
    CHECK(answers[1].startsWith(QStringLiteral("the file is write-protected")));
    CHECK(answers[1].contains(QStringLiteral("private copy")) == withLog);
    CHECK(answers[2] == (withLog ? QStringLiteral("in the log") : QStringLiteral("China released 1,509 models")));
    CHECK(answers[3].toInt() == int(ErrorKind::ReadOnly));
    CHECK(snapshot(folder.path()) == before);
}

TEST_CASE("a catalogue in a write-protected folder is not taken for writable", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    if (GENERATE(false, true))
        runSql(path, QStringLiteral("PRAGMA journal_mode = DELETE"));
    const WriteProtection protection(folder.path());
    REQUIRE(::chmod(QFile::encodeName(path).constData(), 0666) == 0);
    const QString said = asOrdinaryUser([&path] {
        const auto file = CatalogueFile::open(path);
        return !file ? file.error().line() : file->isWritable() ? QStringLiteral("writable") : file->readOnlyReason();
    });
    CHECK(said == QStringLiteral("its folder is write-protected"));
}

TEST_CASE("a file that may not be read is refused", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const WriteProtection protection(folder.path());
    REQUIRE(::chmod(QFile::encodeName(path).constData(), 0) == 0);
    const QString said = asOrdinaryUser([&path] {
        const auto file = CatalogueFile::open(path);
        return file ? QString() : file.error().what;
    });
    CHECK(said == QStringLiteral("you may not read this file"));
}
