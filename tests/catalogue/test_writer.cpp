// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/writer.h"

#include <QRegularExpression>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

/// A writer on a small catalogue.
struct Desk
{
    TemporaryFolder folder;
    QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    std::unique_ptr<Writer> writer = must(Writer::open(must(CatalogueFile::open(path)), QStringLiteral("ann")));

    QVariant ask(const QString &sql) const { return askSql(path, sql); }
    RowId claim() const { return ask(QStringLiteral("SELECT id FROM claim")).toLongLong(); }
    int steps() const { return ask(QStringLiteral("SELECT count(*) FROM step")).toInt(); }
};

Edit set(Entity entity, const char *column, RowId row, const QVariant &value)
{
    return setField(*findField(entity, QString::fromLatin1(column)), std::span(&row, 1), value);
}

Edit setText(const char *column, RowId row, const QString &value)
{
    return set(Entity::Announcement, column, row, value);
}

} // namespace

TEST_CASE("an edit is on disk and in the history when it returns", "[writer]")
{
    Desk desk;
    const Step step = must(desk.writer->apply(setText("summary", kModels, QStringLiteral("More than any other country"))));
    CHECK(step.id > 0);
    CHECK(step.kind == QStringLiteral("edit"));
    CHECK(step.label == QStringLiteral("Set summary of an announcement"));
    CHECK(step.announcements == std::vector<RowId>{kModels});
    CHECK(QRegularExpression(QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$)")).match(step.at).hasMatch());

    CHECK(desk.ask(QStringLiteral("SELECT summary FROM announcement WHERE uid = 'models'")).toString()
        == QStringLiteral("More than any other country"));
    CHECK(desk.ask(QStringLiteral("SELECT author || kind || schema_version FROM step")).toString() == QStringLiteral("annedit1"));
    CHECK(desk.ask(QStringLiteral("SELECT count(*) FROM step_part WHERE length(changeset) > 0 AND entity IS NULL")).toInt() == 1);
    CHECK(desk.ask(QStringLiteral("SELECT row FROM step_row WHERE entity = 'announcement'")).toLongLong() == kModels);
    CHECK(desk.ask(QStringLiteral("SELECT max(row) FROM touched WHERE entity = 'announcement'")).toLongLong() == kModels);
    CHECK(must(desk.writer->history()).undoLabel == step.label);
}

TEST_CASE("the figure 1,509 itself can be corrected", "[writer]")
{
    Desk desk;
    const RowId claim = desk.claim();
    const Step step = must(desk.writer->apply(set(Entity::Claim, "value", claim, 1510.0)));
    CHECK(step.announcements == std::vector<RowId>{kModels});
    must(desk.writer->apply(set(Entity::Claim, "of_value", claim, 3800.0)));
    must(desk.writer->apply(set(Entity::Claim, "unit", claim, QStringLiteral("companies"))));
    must(desk.writer->apply(set(Entity::Claim, "qualifier", claim, QStringLiteral("at least"))));
    must(desk.writer->apply(set(Entity::Claim, "as_of", claim, QStringLiteral("2025-07"))));
    CHECK(
        desk.ask(QStringLiteral("SELECT value || '|' || of_value || '|' || unit || '|' || qualifier || '|' || as_of FROM claim"))
            .toString()
        == QStringLiteral("1510.0|3800.0|companies|at least|2025-07"));
    CHECK(desk.ask(QStringLiteral("SELECT count(*) FROM step_row WHERE entity = 'claim'")).toInt() == 5);
    CHECK(
        desk.ask(QStringLiteral("SELECT count(*) FROM step_row WHERE entity = 'announcement' AND row = %1").arg(kModels)).toInt()
        == 5);

    must(desk.writer->apply(set(Entity::Claim, "of_value", claim, {})));
    CHECK_FALSE(desk.ask(QStringLiteral("SELECT of_value FROM claim")).isValid());
}

TEST_CASE("an edit that changes nothing is no step", "[writer]")
{
    Desk desk;
    CHECK(must(desk.writer->apply(setText("country", kModels, QStringLiteral("CN")))).id == 0);
    CHECK(must(desk.writer->apply(set(Entity::Claim, "value", desk.claim(), 1509.0))).id == 0);
    CHECK(must(desk.writer->apply(Edit{})).id == 0);
    CHECK(desk.steps() == 0);
    CHECK(must(desk.writer->history()).undoLabel.isNull());
}

TEST_CASE("one edit may set many rows", "[writer]")
{
    Desk desk;
    const std::vector<RowId> rows{kModels, kRobot};
    const Step step
        = must(desk.writer->apply(setField(*findField(Entity::Announcement, u"edition"), rows, QStringLiteral("WAIC 2025"))));
    CHECK(step.label == QStringLiteral("Set edition of 2 announcements"));
    CHECK(step.announcements.size() == 2);
    CHECK(desk.steps() == 1);
    CHECK(desk.ask(QStringLiteral("SELECT count(*) FROM announcement WHERE edition = 'WAIC 2025'")).toInt() == 2);
}

TEST_CASE("an edit of very many rows is kept in parts and undone as one", "[writer]")
{
    Desk desk;
    runSql(desk.path,
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)"
                       "INSERT INTO announcement(id, title) SELECT i, 'Row ' || i FROM n"));
    std::vector<RowId> rows;
    for (RowId row = 1; row <= 12000; ++row)
        rows.push_back(row);
    const Step step
        = must(desk.writer->apply(setField(*findField(Entity::Announcement, u"kind"), rows, QStringLiteral("event"))));
    CHECK(step.announcements.size() == 12000);
    CHECK(desk.ask(QStringLiteral("SELECT count(*) FROM step_part")).toInt() == 2);
    const Step undone = must(desk.writer->undo());
    CHECK(undone.announcements.size() == 12000);
    CHECK(desk.ask(QStringLiteral("SELECT count(*) FROM announcement WHERE kind = 'event'")).toInt() == 0);
    must(desk.writer->redo());
    CHECK(desk.ask(QStringLiteral("SELECT count(*) FROM announcement WHERE kind = 'event'")).toInt() == 12000);
}

TEST_CASE("a value that the field does not allow is refused in words and nothing is written", "[writer]")
{
    Desk desk;
    const RowId claim = desk.claim();
    runSql(desk.path, QStringLiteral("UPDATE claim SET value_to = 2000"));
    const auto before = desk.ask(QStringLiteral("SELECT max(seq) FROM touched"));
    const std::pair<Edit, const char *> bad[]{
        {setText("title", kModels, QStringLiteral("  ")), "Title may not be empty"},
        {setText("announced_on", kModels, QStringLiteral("2025-06-31")), "31 June does not exist. Try 2025-06-30"},
        {setText("country", kModels, QStringLiteral("Atlantis")), "no country"},
        {setText("url", kModels, QStringLiteral("javascript:alert(1)")), "no web address"},
        {set(Entity::Claim, "value", claim, QStringLiteral("many")), "“many” is no number"},
        {set(Entity::Claim, "value", claim, qInf()), "no number"},
        {set(Entity::Claim, "value", claim, {}), "Value may not be empty"},
        {set(Entity::Claim, "value", claim, 2500.0), "2,500 is above the upper end of this figure's range. Try 2,000 or less"},
        {set(Entity::Claim, "unit", claim, QStringLiteral("company")),
            "no unit “company”. Try one that it has, such as companies, models"},
        {set(Entity::Claim, "qualifier", claim, QStringLiteral("roughly")), "no qualifier"},
        {Edit{{}, {SetCell{Entity::Announcement, kModels, QStringLiteral("uid"), QStringLiteral("x")}}}, "not edited by hand"},
        {Edit{{}, {SetCell{Entity::Claim, claim, QStringLiteral("value = 1; --"), 5.0}}}, "not edited by hand"},
    };
    for (const auto &[edit, words] : bad) {
        INFO(words);
        const auto refused = desk.writer->apply(edit);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == ErrorKind::BadInput);
        INFO(refused.error().line().toStdString());
        CHECK(refused.error().what.contains(QString::fromUtf8(words)));
        CHECK_FALSE(refused.error().where.isEmpty());
    }
    CHECK(desk.steps() == 0);
    CHECK(desk.ask(QStringLiteral("SELECT max(seq) FROM touched")) == before);
}

TEST_CASE("one bad row keeps the whole edit out", "[writer]")
{
    Desk desk;
    const std::vector<RowId> rows{kModels, 42, kRobot};
    const auto refused = desk.writer->apply(setField(*findField(Entity::Announcement, u"kind"), rows, QStringLiteral("event")));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::NotFound);
    CHECK(refused.error().what == QStringLiteral("this announcement is no longer in the catalogue"));
    CHECK(desk.ask(QStringLiteral("SELECT count(*) FROM announcement WHERE kind = 'event'")).toInt() == 0);

    const auto claim = desk.writer->apply(set(Entity::Claim, "value", 42, 1.0));
    REQUIRE_FALSE(claim.has_value());
    CHECK(claim.error().what == QStringLiteral("this figure is no longer in the catalogue"));
}

TEST_CASE("text is stored as typed, whatever it looks like", "[writer]")
{
    Desk desk;
    const QString hostile = QStringLiteral("'); DROP TABLE claim; -- “%1” <b>上海</b>");
    must(desk.writer->apply(setText("notes", kRobot, hostile)));
    CHECK(desk.ask(QStringLiteral("SELECT notes FROM announcement WHERE uid = 'robot'")).toString() == hostile);
}

TEST_CASE("an added announcement gets an identity of its own", "[writer]")
{
    Desk desk;
    Announcement row;
    row.title = QStringLiteral(" A new model ");
    row.country = QStringLiteral("china");
    row.announcedOn = QStringLiteral("2025-07");
    const Step first = must(desk.writer->apply(addAnnouncement(row)));
    const Step second = must(desk.writer->apply(addAnnouncement(row)));
    REQUIRE(first.announcements.size() == 1);
    REQUIRE(second.announcements.size() == 1);
    CHECK(first.announcements[0] > 0);
    CHECK(first.announcements[0] < (RowId(1) << 53));
    CHECK(first.announcements[0] != second.announcements[0]);
    CHECK(first.label == QStringLiteral("Add “A new model”"));
    const QString mine = QStringLiteral("SELECT %1 FROM announcement WHERE id = %2");
    CHECK(desk.ask(mine.arg(QStringLiteral("title || country || announced_on || verification || starred"))
                       .arg(first.announcements[0]))
              .toString()
        == QStringLiteral("A new modelCN2025-07unverified0"));
    CHECK(desk.ask(mine.arg(QStringLiteral("length(uid)")).arg(first.announcements[0])).toInt() == 32);

    row.title = QStringLiteral(" ");
    CHECK(desk.writer->apply(addAnnouncement(row)).error().kind == ErrorKind::BadInput);
    row.title = QStringLiteral("Dated");
    row.announcedOn = QStringLiteral("soon");
    CHECK(desk.writer->apply(addAnnouncement(row)).error().where == QStringLiteral("Date"));
    CHECK(desk.steps() == 2);
}

TEST_CASE("an announcement goes to the bin and comes back", "[writer]")
{
    Desk desk;
    must(desk.writer->apply(moveToBin(std::span(&kRobot, 1))));
    const QString binned = desk.ask(QStringLiteral("SELECT binned_at FROM announcement WHERE uid = 'robot'")).toString();
    CHECK(binned.endsWith(QLatin1Char('Z')));
    CHECK(must(desk.writer->history()).undoLabel == QStringLiteral("Move an announcement to the bin"));
    must(desk.writer->apply(restoreFromBin(std::span(&kRobot, 1))));
    CHECK_FALSE(desk.ask(QStringLiteral("SELECT binned_at FROM announcement WHERE uid = 'robot'")).isValid());
}

TEST_CASE("two writers take turns and see each other's edits", "[writer]")
{
    Desk desk;
    const auto other = must(Writer::open(must(CatalogueFile::open(desk.path)), QStringLiteral("bob")));
    for (int turn = 0; turn < 20; ++turn) {
        Writer &writer = turn % 2 == 0 ? *desk.writer : *other;
        must(writer.apply(setText("notes", turn % 3 == 0 ? kModels : kRobot, QStringLiteral("turn %1").arg(turn))));
    }
    CHECK(desk.steps() == 20);
    CHECK(must(desk.writer->history()).undoLabel == must(other->history()).undoLabel);
    must(other->undo());
    CHECK(desk.ask(QStringLiteral("SELECT notes FROM announcement WHERE uid = 'robot'")).toString() == QStringLiteral("turn 17"));
    CHECK(must(desk.writer->history()).redoLabel == QStringLiteral("Set notes of an announcement"));
}

TEST_CASE("while another program writes an edit is refused as locked", "[writer]")
{
    Desk desk;
    Database other(desk.path, SQLite::OPEN_READWRITE);
    {
        const Transaction writing(other);
        const auto refused = desk.writer->apply(setText("notes", kModels, QStringLiteral("x")));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == ErrorKind::Locked);
    }
    CHECK(must(desk.writer->apply(setText("notes", kModels, QStringLiteral("x")))).id > 0);
}

TEST_CASE("a writer leaves no side files and does not open what may not be written", "[writer]")
{
    Desk desk;
    must(desk.writer->apply(setText("notes", kModels, QStringLiteral("kept"))));
    desk.writer.reset();
    CHECK(snapshot(desk.folder.path()).keys() == QStringList{QStringLiteral("a.waic")});

    runSql(desk.path, QStringLiteral("CREATE TRIGGER t AFTER INSERT ON source BEGIN SELECT 1; END"));
    const auto refused = Writer::open(must(CatalogueFile::open(desk.path)), QStringLiteral("ann"));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::ReadOnly);
}

TEST_CASE("what a catalogue holds is told as it is, percent signs and all", "[writer]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto writer = must(Writer::open(must(CatalogueFile::open(path)), QStringLiteral("ann")));
    const RowId both[] = {kModels, kRobot};
    must(writer->apply(setField(*findField(Entity::Announcement, u"title"), both, QStringLiteral("A"))));
    runSql(path, QStringLiteral("UPDATE announcement SET title = 'up %2 by %1'"));
    const Result<Step> undone = writer->undo();
    REQUIRE_FALSE(undone);
    INFO(undone.error().what.toStdString());
    CHECK(undone.error().what.contains(QStringLiteral("“up %2 by %1”")));
    CHECK(undone.error().what.endsWith(QStringLiteral(", and 1 more")));
}
