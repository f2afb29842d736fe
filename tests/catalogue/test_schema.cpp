// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/ordinary_user.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "exchange/catalogue_json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace waic;
using namespace waic::catalogue;
using waic::tests::must;
using waic::tests::TemporaryFolder;

namespace {

QString starterIn(const TemporaryFolder &folder, const QString &name)
{
    must(createCatalogue(folder.path(name), must(exchange::starterContents())));
    return folder.path(name);
}

/// Every cell of the recorded tables as text, in the order of the keys.
QStringList dump(const QString &path)
{
    Database database(path, SQLite::OPEN_READWRITE);
    QStringList rows;
    for (const QString &table : recordedTables()) {
        SQLite::Statement all(database.connection(), "SELECT * FROM " + table.toStdString() + " ORDER BY 1, 2");
        while (all.executeStep()) {
            QStringList row{table};
            for (int i = 0; i < all.getColumnCount(); ++i)
                row.append(anything(all, i).isValid() ? anything(all, i).toString() : QStringLiteral("NULL"));
            rows.append(row.join(QLatin1Char('|')));
        }
    }
    return rows;
}

/// On a connection that may write, as only such a one takes its side files away.
QVariant asked(const QString &path, const char *sql)
{
    return Database(path, SQLite::OPEN_READWRITE).scalar(QString::fromLatin1(sql));
}

QStringList filesIn(const TemporaryFolder &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE("the starter holds the rows that its description counts", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = starterIn(folder, QStringLiteral("starter.waic"));
    CHECK(asked(path, "SELECT count(*) FROM announcement") == 332);
    CHECK(asked(path, "SELECT count(*) FROM claim") == 797);
    CHECK(asked(path, "SELECT count(*) FROM citation WHERE claim IS NOT NULL") == 1155);
    CHECK(asked(path, "SELECT count(*) FROM citation WHERE announcement IS NOT NULL") == 728);
    CHECK(asked(path, "SELECT count(*) FROM source") == 376);
    CHECK(asked(path, "SELECT count(*) FROM organisation") == 155);
    CHECK(asked(path, "SELECT count(*) FROM measure") == 333);
    CHECK(asked(path, "SELECT count(*) FROM unit") == 116);
    CHECK(asked(path, "SELECT count(*) FROM definition") == 47);
    CHECK(asked(path, "SELECT count(*) FROM pragma_foreign_key_check()") == 0);
    CHECK(asked(path, "PRAGMA integrity_check") == QStringLiteral("ok"));
}

TEST_CASE("1,509 of 3,755 models is a claim with sources", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = starterIn(folder, QStringLiteral("starter.waic"));
    CHECK(asked(path, "SELECT count(*) FROM claim WHERE value = 1509 AND of_value = 3755 AND subject = 'China'").toInt() == 1);
    CHECK(asked(path, "SELECT sources FROM v_claim WHERE value = 1509 AND of_value = 3755").toInt() > 1);
    CHECK(asked(path, "SELECT share FROM v_claim WHERE value = 1509 AND of_value = 3755").toDouble() == Approx(1509.0 / 3755));
}

TEST_CASE("two starters hold the same rows under different identities", "[schema]")
{
    const TemporaryFolder folder;
    const QString one = starterIn(folder, QStringLiteral("one.waic"));
    const QString two = starterIn(folder, QStringLiteral("two.waic"));
    const QStringList rows = dump(one);
    CHECK(rows.size() > 4000);
    CHECK(rows == dump(two));
    const char *uid = "SELECT value FROM meta WHERE key = 'catalogue_uid'";
    CHECK(asked(one, uid).toString().size() == 32);
    CHECK(asked(one, uid) != asked(two, uid));
    CHECK(asked(one, "SELECT max(id) FROM citation").toLongLong() < (qint64(1) << 53));
}

TEST_CASE("a new catalogue is marked as ours, writes ahead, has no history and one row of changes", "[schema]")
{
    const TemporaryFolder folder;
    const QString starter = starterIn(folder, QStringLiteral("starter.waic"));
    const QString empty = folder.path(QStringLiteral("empty.waic"));
    must(createCatalogue(empty, {}));
    CHECK(bytesOf(empty).mid(68, 4) == QByteArrayLiteral("WAIC"));
    for (const QString &path : {starter, empty}) {
        CHECK(asked(path, "PRAGMA application_id") == kApplicationId);
        CHECK(asked(path, "PRAGMA user_version") == kSchemaVersion);
        CHECK(asked(path, "PRAGMA journal_mode") == QStringLiteral("wal"));
        CHECK(asked(path, "SELECT count(*) FROM step") == 0);
        CHECK(asked(path, "SELECT count(*) FROM touched") == 1);
        CHECK(asked(path, "SELECT count(*) FROM meta WHERE key = 'bulk'") == 0);
    }
    CHECK(asked(empty, "SELECT count(*) FROM announcement") == 0);
    CHECK(asked(starter, "SELECT value FROM meta WHERE key = 'starter_version'") == QStringLiteral("2026-06-26"));
    CHECK(filesIn(folder) == QStringList{QStringLiteral("empty.waic"), QStringLiteral("starter.waic")});
}

TEST_CASE("another program's row with only a title is valid and noted", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("empty.waic"));
    must(createCatalogue(path, {}));
    Database(path, SQLite::OPEN_READWRITE).run(QStringLiteral("INSERT INTO announcement(title) VALUES('By hand')"));
    CHECK(asked(path, "SELECT verification FROM announcement") == QStringLiteral("unverified"));
    CHECK(asked(path, "SELECT length(uid) FROM announcement") == 32);
    CHECK(asked(path, "SELECT count(*) FROM touched WHERE entity = 'announcement'") == 1);
}

TEST_CASE("an existing file is refused and left as it was", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("mine.waic"));
    write(path, "not yours");
    const Result<QString> made = createCatalogue(path, {});
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::Exists);
    CHECK(made.error().where == path);
    CHECK(bytesOf(path) == QByteArrayLiteral("not yours"));
    CHECK(filesIn(folder).size() == 1);
}

TEST_CASE("a target that cannot be a file is refused with clear words", "[schema]")
{
    const TemporaryFolder folder;
    const auto refused = [&](const QString &path) {
        const Result<QString> made = createCatalogue(path, {}, true);
        REQUIRE_FALSE(made);
        CHECK_FALSE(made.error().what.isEmpty());
        return made.error().kind;
    };
    CHECK(refused(folder.path(QStringLiteral("missing/new.waic"))) == ErrorKind::NotFound);
    CHECK(refused(folder.path()) == ErrorKind::Exists);
    CHECK(refused(QStringLiteral("/dev/null")) == ErrorKind::Exists);
    CHECK(refused(QString()) == ErrorKind::BadInput);
    CHECK(filesIn(folder).isEmpty());
}

TEST_CASE("contents that break a rule of the schema leave no file", "[schema]")
{
    const TemporaryFolder folder;
    Contents contents;
    contents.announcements.resize(1);
    contents.announcements[0].uid = QStringLiteral("untitled");
    contents.announcements[0].title = QStringLiteral(" ");
    const Result<QString> made = createCatalogue(folder.path(QStringLiteral("new.waic")), contents);
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::BadInput);
    CHECK(filesIn(folder).isEmpty());
}

TEST_CASE("replacing a catalogue keeps all of it in a backup", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = starterIn(folder, QStringLiteral("mine.waic"));
    // A program that ended without closing: its last change is in the write-ahead log alone.
    const QString left = folder.path(QStringLiteral("left.waic"));
    {
        Database writer(path, SQLite::OPEN_READWRITE);
        writer.run(QStringLiteral("UPDATE announcement SET notes = 'unsaved in the log' WHERE uid = 'china-1509-of-3755'"));
        QFile::copy(path, left);
        QFile::copy(path + QStringLiteral("-wal"), left + QStringLiteral("-wal"));
    }
    REQUIRE(QFileInfo(left + QStringLiteral("-wal")).size() > 0);
    const QString backup = must(createCatalogue(left, {}, true));
    CHECK(QFileInfo(backup).fileName().contains(QRegularExpression(QStringLiteral("^left\\.backup-\\d{8}-\\d{6}\\.waic$"))));
    CHECK(asked(left, "SELECT count(*) FROM announcement") == 0);
    CHECK(asked(left, "PRAGMA integrity_check") == QStringLiteral("ok"));
    CHECK(asked(backup, "SELECT count(*) FROM announcement") == 332);
    CHECK(asked(backup, "SELECT count(*) FROM announcement WHERE notes = 'unsaved in the log'") == 1);
    CHECK(filesIn(folder) == QStringList{QFileInfo(backup).fileName(), QStringLiteral("left.waic"), QStringLiteral("mine.waic")});
}

TEST_CASE("a catalogue that another connection has open is not replaced", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = starterIn(folder, QStringLiteral("mine.waic"));
    {
        Database other(path, SQLite::OPEN_READWRITE);
        CHECK(other.scalar(QStringLiteral("SELECT count(*) FROM claim")) == 797);
        const Result<QString> made = createCatalogue(path, {}, true);
        REQUIRE_FALSE(made);
        CHECK(made.error().kind == ErrorKind::Locked);
        other.run(QStringLiteral("UPDATE announcement SET notes = 'still here'"));
    }
    CHECK(asked(path, "SELECT count(*) FROM announcement WHERE notes = 'still here'") == 332);
    CHECK(filesIn(folder) == QStringList{QStringLiteral("mine.waic")});
}

TEST_CASE("replacing a file that is no database keeps its bytes", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("notes.txt"));
    write(path, "shopping list");
    const QString first = must(createCatalogue(path, {}, true));
    CHECK(bytesOf(first) == QByteArrayLiteral("shopping list"));
    CHECK(QFileInfo(first).fileName().startsWith(QStringLiteral("notes.txt.backup-")));
    const QString second = must(createCatalogue(path, {}, true));
    CHECK(first != second);
    CHECK(asked(second, "PRAGMA application_id") == kApplicationId);
    CHECK(filesIn(folder).size() == 3);
}

TEST_CASE("replacing a damaged catalogue keeps its bytes and its log", "[schema]")
{
    const TemporaryFolder folder;
    const QByteArray whole = bytesOf(starterIn(folder, QStringLiteral("whole.waic")));
    const auto damage = GENERATE(0, 1, 2, 3);
    QByteArray bytes = damage == 0 ? whole.first(50) : damage == 1 ? whole.first(5000) : whole;
    if (damage == 2)
        bytes.replace(100, 4000, QByteArray(4000, '\x5a'));
    if (damage == 3)
        bytes.replace(16, 2, "\x01\x01");
    const QString path = folder.path(QStringLiteral("damaged.waic"));
    write(path, bytes);
    const QString backup = must(createCatalogue(path, {}, true));
    CHECK(bytesOf(backup).first(16) == bytes.first(16));
    CHECK(bytesOf(backup).size() == bytes.size());
    CHECK(asked(path, "PRAGMA integrity_check") == QStringLiteral("ok"));
    CHECK(asked(path, "SELECT count(*) FROM announcement") == 0);
}

TEST_CASE("a folder that may not be written is refused", "[schema]")
{
    const TemporaryFolder folder;
    starterIn(folder, QStringLiteral("mine.waic"));
    const tests::WriteProtection protection(folder.path());
    const QString said = tests::asOrdinaryUser([&] {
        const Result<QString> made = createCatalogue(folder.path(QStringLiteral("new.waic")), {});
        const Result<QString> replaced = createCatalogue(folder.path(QStringLiteral("mine.waic")), {}, true);
        const bool isIo = !made && made.error().kind == ErrorKind::Io && !replaced && replaced.error().kind == ErrorKind::Io;
        return isIo ? QStringLiteral("refused") : QStringLiteral("written");
    });
    CHECK(said == QStringLiteral("refused"));
    CHECK(filesIn(folder) == QStringList{QStringLiteral("mine.waic")});
}

TEST_CASE("a log left by a vanished file is not played into a new catalogue", "[schema]")
{
    const TemporaryFolder folder;
    const QString old = starterIn(folder, QStringLiteral("old.waic"));
    const QString path = folder.path(QStringLiteral("new.waic"));
    QByteArray log;
    {
        Database writer(old, SQLite::OPEN_READWRITE);
        writer.run(QStringLiteral("UPDATE announcement SET notes = 'from the log'"));
        log = bytesOf(old + QStringLiteral("-wal"));
    }
    write(path + QStringLiteral("-wal"), log);
    const Result<QString> refused = createCatalogue(path, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Exists);
    CHECK(bytesOf(path + QStringLiteral("-wal")) == log);
    const QString backup = must(createCatalogue(path, {}, true));
    CHECK(bytesOf(backup) == log);
    CHECK(asked(path, "SELECT count(*) FROM announcement") == 0);
    CHECK(asked(path, "PRAGMA integrity_check") == QStringLiteral("ok"));
}

TEST_CASE("a symbolic link stays one when its catalogue is replaced", "[schema]")
{
    const TemporaryFolder folder;
    const QString path = starterIn(folder, QStringLiteral("real.waic"));
    const QString link = folder.path(QStringLiteral("link.waic"));
    REQUIRE(QFile::link(path, link));
    must(createCatalogue(link, {}, true));
    CHECK(QFileInfo(link).isSymLink());
    CHECK(asked(path, "SELECT count(*) FROM announcement") == 0);
}
