// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/writer.h"

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

std::unique_ptr<Writer> writerOn(const QString &path)
{
    return must(Writer::open(must(CatalogueFile::open(path)), QStringLiteral("ann")));
}

Edit set(Entity entity, const char *column, RowId row, const QVariant &value)
{
    return setField(*findField(entity, QString::fromLatin1(column)), std::span(&row, 1), value);
}

Edit title(const char *text)
{
    return set(Entity::Announcement, "title", kModels, QString::fromLatin1(text));
}

QString titleIn(const QString &path)
{
    return askSql(path, QStringLiteral("SELECT title FROM announcement WHERE uid = 'models'")).toString();
}

const QString kFirst = QStringLiteral("China released 1,509 models");

} // namespace

TEST_CASE("undo and redo walk back and forth through the edits", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    auto writer = writerOn(path);
    for (const char *text : {"A", "B", "C"})
        must(writer->apply(title(text)));

    // Reopening between any two steps makes no difference.
    const bool reopen = GENERATE(false, true);
    const auto next = [&]() -> Writer & {
        if (reopen) {
            writer.reset();
            writer = writerOn(path);
        }
        return *writer;
    };
    for (const char *text : {"B", "A"}) {
        const Step step = must(next().undo());
        CHECK(step.kind == QStringLiteral("undo"));
        CHECK(step.label == QStringLiteral("Set title of an announcement"));
        CHECK(step.announcements == std::vector<RowId>{kModels});
        CHECK(titleIn(path) == QString::fromLatin1(text));
    }
    must(next().undo());
    CHECK(titleIn(path) == kFirst);
    CHECK(next().undo().error().kind == ErrorKind::NotFound);
    CHECK(must(next().history()).undoLabel.isNull());

    for (const char *text : {"A", "B", "C"}) {
        CHECK(must(next().redo()).kind == QStringLiteral("redo"));
        CHECK(titleIn(path) == QString::fromLatin1(text));
    }
    CHECK(next().redo().error().kind == ErrorKind::NotFound);
    CHECK(must(next().history()).redoLabel.isNull());

    must(next().undo());
    CHECK(titleIn(path) == QStringLiteral("B"));
    must(next().redo());
    must(next().undo());
    must(next().undo());
    CHECK(titleIn(path) == QStringLiteral("A"));
}

TEST_CASE("an edit after an undo ends redo and the branch stays in the file", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = writerOn(path);
    must(writer->apply(title("A")));
    must(writer->apply(title("B")));
    must(writer->undo());
    CHECK_FALSE(must(writer->history()).redoLabel.isNull());
    must(writer->apply(title("C")));
    CHECK(must(writer->history()).redoLabel.isNull());
    CHECK(writer->redo().error().what == QStringLiteral("there is nothing to redo"));

    must(writer->undo());
    CHECK(titleIn(path) == QStringLiteral("A"));
    must(writer->undo());
    CHECK(titleIn(path) == kFirst);
    CHECK(askSql(path, QStringLiteral("SELECT group_concat(kind || coalesce(inverts, '')) FROM step")).toString()
        == QStringLiteral("edit,edit,undo2,edit,undo4,undo1"));
}

TEST_CASE("undo of an addition moves it to the bin and redo takes it out", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = writerOn(path);
    Announcement row;
    row.title = QStringLiteral("New");
    const RowId id = must(writer->apply(addAnnouncement(row))).announcements.at(0);
    runSql(path,
        QStringLiteral(
            "INSERT INTO claim(announcement, measure, subject, value, unit) VALUES(%1, 'AI models released', 'x', 1, 'models')")
            .arg(id));
    const QString binned = QStringLiteral("SELECT binned_at IS NOT NULL FROM announcement WHERE id = %1").arg(id);

    CHECK(must(writer->undo()).announcements == std::vector<RowId>{id});
    CHECK(askSql(path, binned).toInt() == 1);
    must(writer->redo());
    CHECK(askSql(path, binned).toInt() == 0);
    must(writer->undo());
    CHECK(askSql(path, binned).toInt() == 1);
    CHECK(askSql(path, QStringLiteral("SELECT count(*) FROM claim WHERE announcement = %1").arg(id)).toInt() == 1);
}

TEST_CASE("undo leaves alone what others changed since in other cells", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = writerOn(path);
    must(writer->apply(title("A")));
    runSql(path, QStringLiteral("UPDATE announcement SET summary = 'by another', kind = 'event'"));
    must(writer->undo());
    CHECK(titleIn(path) == kFirst);
    CHECK(askSql(path, QStringLiteral("SELECT summary FROM announcement WHERE uid = 'models'")).toString()
        == QStringLiteral("by another"));
}

TEST_CASE("undo of a cell that others changed since says both values and writes nothing", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const RowId claim = askSql(path, QStringLiteral("SELECT id FROM claim")).toLongLong();
    const auto writer = writerOn(path);
    Edit both = title("A");
    both.changes.push_back(SetCell{Entity::Claim, claim, QStringLiteral("value"), 1600.0});
    must(writer->apply(both));
    runSql(path, QStringLiteral("UPDATE claim SET value = 1700"));

    const auto refused = writer->undo();
    REQUIRE_FALSE(refused.has_value());
    INFO(refused.error().line().toStdString());
    CHECK(refused.error().kind == ErrorKind::Conflict);
    CHECK(refused.error().what.contains(QStringLiteral("Value is 1,700 now, and would become 1,509")));
    CHECK(refused.error().where == QStringLiteral("A"));
    CHECK(titleIn(path) == QStringLiteral("A"));
    CHECK(askSql(path, QStringLiteral("SELECT count(*) FROM step")).toInt() == 1);

    runSql(path, QStringLiteral("UPDATE claim SET value = 1600"));
    must(writer->undo());
    CHECK(askSql(path, QStringLiteral("SELECT value FROM claim")).toDouble() == 1509);
    CHECK(titleIn(path) == kFirst);
}

TEST_CASE("redo of a cell that others changed since is refused as well", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = writerOn(path);
    must(writer->apply(title("A")));
    must(writer->undo());
    runSql(path, QStringLiteral("UPDATE announcement SET title = 'by another'"));
    const auto refused = writer->redo();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what.contains(QStringLiteral("Title is “by another” now, and would become “A”")));
}

TEST_CASE("undo of a row that others removed is refused", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = writerOn(path);
    must(writer->apply(set(Entity::Announcement, "notes", kRobot, QStringLiteral("x"))));
    runSql(path, QStringLiteral("DELETE FROM announcement WHERE uid = 'robot'"));
    const auto refused = writer->undo();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::Conflict);
    CHECK(refused.error().what.contains(QStringLiteral("no longer there")));
}

TEST_CASE("undo does not touch a table whose layout changed", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = writerOn(path);
    must(writer->apply(title("A")));
    runSql(path, QStringLiteral("DROP VIEW v_announcement; DROP VIEW v_claim; ALTER TABLE announcement DROP COLUMN notes"));
    const auto refused = writer->undo();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::Conflict);
    CHECK(refused.error().what.contains(QStringLiteral("another layout")));
    CHECK(titleIn(path) == QStringLiteral("A"));
}

TEST_CASE("an acknowledged edit survives the death of the program", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto file = CatalogueFile::open(path);
        const auto writer = file ? Writer::open(*file, QStringLiteral("ann")) : tl::make_unexpected(file.error());
        const char acknowledged = writer && (*writer)->apply(title("A")) && (*writer)->apply(title("B")) ? 'y' : 'n';
        if (::write(ends[1], &acknowledged, 1) == 1)
            ::pause();
        ::_exit(1);
    }
    char acknowledged = '?';
    REQUIRE(::read(ends[0], &acknowledged, 1) == 1);
    REQUIRE(::kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    ::close(ends[0]);
    ::close(ends[1]);
    REQUIRE(acknowledged == 'y');
    REQUIRE(WIFSIGNALED(status));

    const auto writer = writerOn(path);
    CHECK(titleIn(path) == QStringLiteral("B"));
    must(writer->undo());
    CHECK(titleIn(path) == QStringLiteral("A"));
    must(writer->undo());
    CHECK(titleIn(path) == kFirst);
    must(writer->redo());
    CHECK(titleIn(path) == QStringLiteral("A"));
}

TEST_CASE("undo of a step whose contents are damaged is refused in words and never waited for", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    REQUIRE(writerOn(path)->apply(title("Changed")));
    for (const char *damage : {"x'9900'", "x'54020100ff'"}) { // the second: a table's name without an end
        runSql(path, QStringLiteral("UPDATE step_part SET changeset = %1").arg(QString::fromLatin1(damage)));
        const Result<Step> undone = writerOn(path)->undo();
        CAPTURE(damage);
        CHECK((!undone || undone->announcements.empty()));
        CHECK(titleIn(path) == QStringLiteral("Changed"));
    }
}

TEST_CASE("an edit of a file that was deleted or replaced meanwhile is refused, not saved into nothing", "[history]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = writerOn(path);
    must(writer->apply(title("A")));
    REQUIRE(QFile::rename(path, folder.path(QStringLiteral("b.waic"))));
    const Result<Step> refused = writer->apply(title("B"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Io);
    CHECK_FALSE(writer->undo());
    REQUIRE(QFile::rename(folder.path(QStringLiteral("b.waic")), path));
    CHECK(writer->apply(title("B")));
}
