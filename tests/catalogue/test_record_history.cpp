// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/record_history.h"
#include "catalogue/unit_names.h"
#include "catalogue/writer.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

/// A writer on a small catalogue, and a reader beside it.
struct Desk
{
    TemporaryFolder folder;
    QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    CatalogueFile file = must(CatalogueFile::open(path));
    std::unique_ptr<Writer> writer = must(Writer::open(file, QStringLiteral("ann")));
    std::unique_ptr<Reader> reader = must(Reader::open(file));

    std::vector<RecordStep> history(RowId row) { return must(recordHistory(*reader, row)); }
    RowId claim() { return must(reader->record(kModels)).claims.front().id; }
    void set(Entity entity, const char *column, RowId row, const QVariant &value)
    {
        must(writer->apply(setField(*findField(entity, QString::fromLatin1(column)), std::span(&row, 1), value)));
    }
};

} // namespace

TEST_CASE("a record that nobody changed has no history", "[record history]")
{
    Desk desk;
    CHECK(desk.history(kModels).empty());
    CHECK(desk.history(12345).empty());
}

TEST_CASE("the history of a record says what was and what is, in words", "[record history]")
{
    Desk desk;
    desk.set(Entity::Announcement, "country", kModels, QStringLiteral("FR"));
    desk.set(Entity::Announcement, "country", kModels, {});
    const std::vector<RecordStep> steps = desk.history(kModels);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].id > steps[1].id);
    CHECK(steps[0].author == QStringLiteral("ann"));
    CHECK(steps[0].kind == QStringLiteral("edit"));
    CHECK(steps[0].at.endsWith(QLatin1Char('Z')));
    CHECK_FALSE(steps[0].added);
    REQUIRE(steps[0].changes.size() == 1);
    CHECK(steps[0].changes[0].about.isNull());
    CHECK(steps[0].changes[0].field == QStringLiteral("Country"));
    CHECK(steps[0].changes[0].was == QStringLiteral("France"));
    CHECK(steps[0].changes[0].is.isNull());
    CHECK(steps[1].changes[0].was == QStringLiteral("China"));
    CHECK(desk.history(kRobot).empty());
}

TEST_CASE("a corrected figure is part of its announcement's history, undo and redo too", "[record history]")
{
    Desk desk;
    desk.set(Entity::Claim, "value", desk.claim(), 1510.0);
    must(desk.writer->undo());
    must(desk.writer->redo());
    const std::vector<RecordStep> steps = desk.history(kModels);
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].kind == QStringLiteral("redo"));
    CHECK(steps[1].kind == QStringLiteral("undo"));
    REQUIRE(steps[2].changes.size() == 1);
    CHECK(steps[2].changes[0].about == QStringLiteral("AI models released, China"));
    CHECK(steps[2].changes[0].field == QStringLiteral("Value"));
    CHECK(steps[2].changes[0].was == QStringLiteral("1,509"));
    CHECK(steps[2].changes[0].is == QStringLiteral("1,510"));
    CHECK(steps[1].changes[0].is == QStringLiteral("1,509"));
}

TEST_CASE("of a step over many records only the record's own part is told", "[record history]")
{
    Desk desk;
    const RowId both[] = {kModels, kRobot};
    must(desk.writer->apply(setField(*findField(Entity::Announcement, u"edition"), both, QStringLiteral("WAIC 2025"))));
    must(desk.writer->apply(moveToBin(both)));
    const std::vector<RecordStep> steps = desk.history(kRobot);
    REQUIRE(steps.size() == 2);
    REQUIRE(steps[0].changes.size() == 1);
    CHECK(steps[0].changes[0].field == QStringLiteral("In the bin"));
    CHECK(steps[0].changes[0].was == QStringLiteral("no"));
    CHECK(steps[0].changes[0].is == QStringLiteral("yes"));
    CHECK(steps[1].changes.size() == 1);
}

TEST_CASE("the step that added a record is marked", "[record history]")
{
    Desk desk;
    Announcement row;
    row.title = QStringLiteral("New");
    const Step step = must(desk.writer->apply(addAnnouncement(row)));
    const std::vector<RecordStep> steps = desk.history(step.announcements.front());
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].added);
    CHECK(steps[0].changes.empty());
}

TEST_CASE("the newest 200 steps are told", "[record history]")
{
    Desk desk;
    for (int count = 0; count < 203; ++count)
        desk.set(Entity::Announcement, "summary", kRobot, QString::number(count));
    const std::vector<RecordStep> steps = desk.history(kRobot);
    REQUIRE(steps.size() == 200);
    CHECK(steps.front().changes[0].is == QStringLiteral("202"));
}

TEST_CASE("a history whose contents are damaged is refused in words and never waited for", "[record history]")
{
    Desk desk;
    desk.set(Entity::Announcement, "summary", kRobot, QStringLiteral("x"));
    desk.writer.reset();
    runSql(desk.path, QStringLiteral("UPDATE step_part SET changeset = x'9900'"));
    const Result<std::vector<RecordStep>> steps = recordHistory(*desk.reader, kRobot);
    REQUIRE_FALSE(steps);
    CHECK_FALSE(steps.error().what.isEmpty());
    runSql(desk.path, QStringLiteral("UPDATE step_part SET changeset = x'54020100ff'")); // a table's name without an end
    const Result<std::vector<RecordStep>> unended = recordHistory(*desk.reader, kRobot);
    CHECK((!unended || unended->front().changes.empty()));
}

TEST_CASE("a damaged part of a step that is about other records is not in the way", "[record history]")
{
    Desk desk;
    desk.set(Entity::Announcement, "summary", kRobot, QStringLiteral("x"));
    desk.writer.reset();
    runSql(desk.path, QStringLiteral("INSERT INTO step_part(step, seq, changeset) SELECT id, 99, x'9900' FROM step"));
    const std::vector<RecordStep> steps = desk.history(kRobot);
    REQUIRE(steps.size() == 1);
    REQUIRE(steps[0].changes.size() == 1);
    CHECK(steps[0].changes[0].is == QStringLiteral("x"));
}

TEST_CASE("units to choose from begin with those of the same dimension", "[units]")
{
    Desk desk;
    CHECK(must(unitNames(*desk.reader, QStringLiteral("models")))
        == QStringList{QStringLiteral("models"), QStringLiteral("companies")});
    CHECK(must(unitNames(*desk.reader, QStringLiteral("companies"))).first() == QStringLiteral("companies"));
}
