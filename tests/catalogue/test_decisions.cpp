// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/history_desk.h"

#include "catalogue/record_edits.h"
#include "catalogue/record_history.h"
#include "catalogue/writer.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

TEST_CASE("what another wrote since is decided on before a record is restored over it", "[history]")
{
    HistoryDesk desk;
    desk.set("title", kModels, text("A"));
    runSql(desk.path, text("UPDATE announcement SET title = 'theirs' WHERE uid = 'models'"));
    const Edit edit = must(restoreRecord(*desk.reader, kModels, 0));
    REQUIRE_FALSE(desk.writer->apply(edit).has_value());
    std::vector<CellConflict> conflicts = desk.writer->conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(must(desk.writer->apply(edit, conflicts)).id == 0);
    CHECK(desk.title() == text("theirs"));
    conflicts[0].take = true;
    must(desk.writer->apply(edit, conflicts));
    CHECK(desk.title() == text("China released 1,509 models"));
}

TEST_CASE("a rule that a decision runs into is a further question, and the decision is kept", "[history]")
{
    HistoryDesk desk;
    const Claim before = desk.record().claims.at(0);
    Claim after = before;
    after.value = 20;
    const Step step = must(desk.writer->apply(setFigure(before, after)));
    runSql(desk.path, text("UPDATE claim SET value = 30, value_to = 40"));
    REQUIRE_FALSE(desk.writer->invert(step.id).has_value());
    std::vector<CellConflict> first = desk.writer->conflicts();
    REQUIRE(first.size() == 1);
    first[0].take = first[0].decided = true;
    REQUIRE_FALSE(desk.writer->invert(step.id, first).has_value());
    const std::vector<CellConflict> second = desk.writer->conflicts();
    REQUIRE(second.size() == 2);
    CHECK(second[0].kind == CellConflict::Kind::Refused);
    CHECK(second[1].decided);
    must(desk.writer->invert(step.id, second));
    CHECK(desk.record().claims.at(0).value == 30);
}

TEST_CASE("a statement that failed once is no reason for its next run to fail", "[history]")
{
    HistoryDesk desk;
    SQLite::Database keeper(desk.path.toStdString(), SQLite::OPEN_READWRITE);
    keeper.exec("BEGIN IMMEDIATE");
    CHECK(desk.writer->apply(addTag(std::array{kModels}, text("a"))).error().kind == ErrorKind::Locked);
    keeper.exec("ROLLBACK");
    must(desk.writer->apply(addTag(std::array{kModels}, text("a"))));
    Edit twice{text("x"), {}};
    Claim claim = desk.record().claims.at(0);
    claim.unit = text("models");
    twice.changes.emplace_back(AddClaim{claim}); // an id that is taken: the statement itself fails
    CHECK_FALSE(desk.writer->apply(twice).has_value());
    claim.id = 0;
    claim.uid = QString();
    must(desk.writer->apply(addFigure(claim)));
}

TEST_CASE("undo of a cell whose text another made unreadable comes to an end", "[history]")
{
    HistoryDesk desk;
    const Step step = desk.set("title", kModels, text("A"));
    runSql(desk.path, text("UPDATE announcement SET title = CAST(x'ff41' AS TEXT) WHERE uid = 'models'"));
    REQUIRE_FALSE(desk.writer->invert(step.id).has_value());
    std::vector<CellConflict> conflicts = desk.writer->conflicts();
    REQUIRE(conflicts.size() == 1);
    conflicts[0].take = true;
    must(desk.writer->invert(step.id, conflicts));
    CHECK(desk.title() == text("China released 1,509 models"));
}
