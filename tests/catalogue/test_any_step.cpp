// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/history_desk.h"

#include "catalogue/record_edits.h"
#include "catalogue/record_history.h"
#include "catalogue/step_list.h"
#include "catalogue/writer.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

TEST_CASE("a step in the middle is taken back while later ones on other cells stay", "[history]")
{
    HistoryDesk desk;
    const Step first = desk.set("title", kModels, text("A"));
    desk.set("notes", kModels, text("seen"));
    const Step undone = must(desk.writer->invert(first.id));
    CHECK(undone.kind == text("undo"));
    CHECK(desk.title() == text("China released 1,509 models"));
    CHECK(desk.record().announcement.notes == text("seen"));
    CHECK(desk.writer->invert(first.id).error().what == text("“Set title of an announcement” was taken back already"));

    // The branch that was left is taken up again.
    CHECK(must(desk.writer->invert(undone.id)).kind == text("redo"));
    CHECK(desk.title() == text("A"));
    CHECK_FALSE(desk.writer->invert(undone.id).has_value());
    CHECK(desk.writer->invert(99).error().kind == ErrorKind::NotFound);
}

TEST_CASE("a step whose cell was changed since asks cell by cell and writes what was decided", "[history]")
{
    HistoryDesk desk;
    Edit edit{text("Correct it"), {}};
    edit.changes.push_back(SetCell{Entity::Announcement, kModels, text("title"), text("A")});
    edit.changes.push_back(SetCell{Entity::Announcement, kModels, text("country"), text("US")});
    edit.changes.push_back(SetCell{Entity::Announcement, kRobot, text("title"), text("B")});
    const Step step = must(desk.writer->apply(edit));
    desk.set("title", kModels, text("later"));
    desk.set("title", kRobot, text("later too"));

    REQUIRE_FALSE(desk.writer->invert(step.id).has_value());
    std::vector<CellConflict> conflicts = desk.writer->conflicts();
    REQUIRE(conflicts.size() == 2);
    for (CellConflict &conflict : conflicts) {
        CHECK(conflict.kind == CellConflict::Kind::OtherValue);
        CHECK(conflict.field == text("Title"));
        if (conflict.foundText == text("later")) {
            CHECK(conflict.title == text("later"));
            CHECK(conflict.wantedText == text("China released 1,509 models"));
            conflict.take = true;
        }
    }
    CHECK(desk.title() == text("later"));
    CHECK(desk.record().announcement.country == text("US"));

    // A value that came after the question is asked about again.
    desk.set("title", kModels, text("later still"));
    REQUIRE_FALSE(desk.writer->invert(step.id, conflicts).has_value());
    conflicts = desk.writer->conflicts();
    REQUIRE(conflicts.size() == 2);
    CHECK(conflicts[0].foundText == text("later still"));
    conflicts[0].take = true;
    must(desk.writer->invert(step.id, conflicts));
    CHECK(desk.title() == text("China released 1,509 models"));
    CHECK(desk.record().announcement.country == text("CN"));
    CHECK(desk.ask("SELECT title FROM announcement WHERE uid = 'robot'").toString() == text("later too"));
}

TEST_CASE("a newest step that conflicts does not bar the way to older ones once it is decided", "[history]")
{
    HistoryDesk desk;
    desk.set("notes", kModels, text("old"));
    desk.set("title", kModels, text("A"));
    runSql(desk.path, text("UPDATE announcement SET title = 'by another' WHERE uid = 'models'"));
    REQUIRE_FALSE(desk.writer->undo().has_value());
    const std::vector<CellConflict> keep = desk.writer->conflicts();
    must(desk.writer->undo(keep));
    CHECK(desk.title() == text("by another"));
    CHECK(must(desk.writer->history()).undoLabel == text("Set notes of an announcement"));
    must(desk.writer->undo());
    CHECK(desk.record().announcement.notes.isNull());
}

TEST_CASE("an edit of a cell that another changed meanwhile is refused with both values, and written once decided", "[history]")
{
    HistoryDesk desk;
    const Field &field = *findField(Entity::Announcement, u"title");
    const Edit edit = setField(field, kModels, text("mine"), text("China released 1,509 models"));
    runSql(desk.path, text("UPDATE announcement SET title = 'theirs' WHERE uid = 'models'"));
    REQUIRE_FALSE(desk.writer->apply(edit).has_value());
    std::vector<CellConflict> conflicts = desk.writer->conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].foundText == text("theirs"));
    CHECK(conflicts[0].wantedText == text("mine"));
    CHECK(must(desk.writer->apply(edit, conflicts)).id == 0);
    CHECK(desk.title() == text("theirs"));
    conflicts[0].take = true;
    must(desk.writer->apply(edit, conflicts));
    CHECK(desk.title() == text("mine"));

    // An empty cell that is empty still, and one that holds the new value already, are no conflicts.
    must(desk.writer->apply(setField(*findField(Entity::Announcement, u"notes"), kModels, text("n"), {})));
    CHECK(must(desk.writer->apply(setField(field, kModels, text("mine"), text("long ago")))).id == 0);
}

TEST_CASE("figures, sources, organisations and tags come and go, and undo brings each back", "[history]")
{
    HistoryDesk desk;
    const auto whole = [&desk] {
        const Record record = desk.record();
        QStringList all{record.tags};
        for (const Participation &part : record.organisations)
            all << part.name + part.role;
        for (const Claim &claim : record.claims)
            all << claim.subject + QString::number(claim.value) + claim.note + QString::number(claim.citations.size());
        for (const RecordSource &source : record.sources)
            all << source.source.title + QString::number(source.figures);
        return all;
    };
    const QStringList before = whole();
    Claim claim;
    claim.id = newRowId();
    claim.announcement = kModels;
    claim.measure = text("robots shown");
    claim.subject = text("WAIC 2025");
    claim.value = 60;
    claim.unit = text("models");
    must(desk.writer->apply(addFigure(claim)));
    CHECK(desk.ask("SELECT count(*) FROM measure WHERE name = 'robots shown'").toInt() == 1);
    Source source;
    source.title = text("A page");
    source.url = text("https://example.org/a");
    must(desk.writer->apply(citeSource(kModels, claim.id, source, {})));
    const std::array rows{kModels, kRobot};
    must(desk.writer->apply(addOrganisation(rows, 0, text("Unitree"), text("announcer"))));
    must(desk.writer->apply(addTag(rows, text("robots"))));
    const std::vector<QStringList> states{whole()};
    CHECK(states[0].contains(text("Unitreeannouncer")));
    CHECK(states[0].contains(text("robots")));
    CHECK(states[0].contains(text("WAIC 202560"
                                  "1")));
    CHECK(must(desk.reader->rows(rows)).at(1).organisations == QStringList{text("Unitree")});

    must(desk.writer->apply(removeFigure(claim)));
    CHECK_FALSE(whole().contains(text("WAIC 2025601")));
    CHECK(desk.ask("SELECT count(*) FROM citation").toInt() == 0);
    must(desk.writer->undo());
    CHECK(whole() == states[0]);
    for (int step = 0; step < 4; ++step)
        must(desk.writer->undo());
    CHECK(whole() == before);
    CHECK(desk.ask("SELECT count(*) FROM organisation").toInt() == 0);
    CHECK(desk.ask("SELECT count(*) FROM measure WHERE name = 'robots shown'").toInt() == 0);
    for (int step = 0; step < 4; ++step)
        must(desk.writer->redo());
    CHECK(whole() == states[0]);
}

TEST_CASE("undo of an addition takes along what was hung on it and keeps what others use", "[history]")
{
    HistoryDesk desk;
    const RowId claim = desk.record().claims.at(0).id;
    Source source;
    source.id = newRowId();
    source.title = text("A page");
    const Step added
        = must(desk.writer->apply({text("Add it"), {AddSource{source}, AddCitation{0, claim, {0, source.id, {}, {}, {}, {}}}}}));
    must(desk.writer->apply(citeSource(kRobot, 0, source, {})));
    must(desk.writer->invert(added.id));
    CHECK(desk.ask("SELECT count(*) FROM source").toInt() == 1); // the robot cites it
    CHECK(desk.ask("SELECT count(*) FROM citation").toInt() == 1);

    Claim figure;
    figure.id = newRowId();
    figure.announcement = kRobot;
    figure.measure = text("AI models released");
    figure.subject = text("x");
    figure.unit = text("models");
    const Step first = must(desk.writer->apply(addFigure(figure)));
    must(desk.writer->apply(citeSource(kRobot, figure.id, source, {})));
    const Step undone = must(desk.writer->invert(first.id));
    CHECK(desk.ask("SELECT count(*) FROM claim").toInt() == 1);
    must(desk.writer->invert(undone.id));
    CHECK(desk.ask("SELECT count(*) FROM citation WHERE claim IS NOT NULL").toInt() == 1);

    // One that was edited since is asked about before it goes.
    Claim changed = figure;
    changed.value = 5;
    changed.qualifier = text("exactly");
    figure.qualifier = changed.qualifier;
    figure.nature = changed.nature = text("observed");
    figure.verification = changed.verification = text("unverified");
    must(desk.writer->apply(setFigure(figure, changed)));
    REQUIRE_FALSE(desk.writer->invert(first.id).has_value());
    std::vector<CellConflict> conflicts = desk.writer->conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].kind == CellConflict::Kind::Changed);
    CHECK(conflicts[0].foundText == text("5"));
    conflicts[0].take = true;
    must(desk.writer->invert(first.id, conflicts));
    CHECK(desk.ask("SELECT count(*) FROM claim").toInt() == 1);
}

TEST_CASE("a duplicate has all that the record has, and goes to the bin as one", "[history]")
{
    HistoryDesk desk;
    const std::array rows{kModels};
    must(desk.writer->apply(addTag(rows, text("models"))));
    Source source;
    source.title = text("A page");
    must(desk.writer->apply(citeSource(kModels, desk.record().claims.at(0).id, source, {})));
    must(desk.writer->apply(addOrganisation(rows, 0, text("MIIT"), text("announcer"))));
    const RowId copy = newRowId();
    const Step step = must(desk.writer->apply(duplicate(desk.record(), copy)));
    CHECK(step.announcements == std::vector<RowId>{copy});
    const Record made = must(desk.reader->record(copy));
    CHECK(made.announcement.title == text("Copy of China released 1,509 models"));
    CHECK(made.tags == QStringList{text("models")});
    CHECK(made.organisations.size() == 1);
    REQUIRE(made.claims.size() == 1);
    CHECK(made.claims[0].citations.size() == 1);
    CHECK(made.claims[0].of == 3755);
    must(desk.writer->undo());
    CHECK_FALSE(must(desk.reader->record(copy)).announcement.binnedAt.isNull());
    must(desk.writer->redo());
    CHECK(must(desk.reader->record(copy)).claims.size() == 1);
}

TEST_CASE("a record and one of its fields are restored to an earlier state", "[history]")
{
    HistoryDesk desk;
    const std::array rows{kModels};
    const Step first = desk.set("title", kModels, text("A"));
    must(desk.writer->apply(addTag(rows, text("one"))));
    const Claim claim = desk.record().claims.at(0);
    must(desk.writer->apply(removeFigure(claim)));
    desk.set("title", kModels, text("B"));
    desk.set("notes", kModels, text("n"));

    const Edit field = must(restoreField(*desk.reader, kModels, first.id, text("title")));
    CHECK(field.changes.size() == 1);
    must(desk.writer->apply(field));
    CHECK(desk.title() == text("A"));
    CHECK(desk.record().announcement.notes == text("n"));
    must(desk.writer->undo());

    must(desk.writer->apply(must(restoreRecord(*desk.reader, kModels, first.id))));
    Record now = desk.record();
    CHECK(now.announcement.title == text("A"));
    CHECK(now.announcement.notes.isNull());
    CHECK(now.tags.isEmpty());
    REQUIRE(now.claims.size() == 1);
    CHECK(now.claims[0].id == claim.id);
    must(desk.writer->undo());
    CHECK(desk.record().announcement.notes == text("n"));
    CHECK(desk.record().tags == QStringList{text("one")});

    must(desk.writer->apply(must(restoreRecord(*desk.reader, kModels, 0))));
    CHECK(desk.title() == text("China released 1,509 models"));
    CHECK(must(restoreRecord(*desk.reader, kModels, 0)).changes.empty());
    CHECK(must(restoreRecord(*desk.reader, kRobot, 0)).changes.empty());
}

TEST_CASE("the record's history names what came and went", "[history]")
{
    HistoryDesk desk;
    const std::array rows{kModels};
    must(desk.writer->apply(addTag(rows, text("one"))));
    must(desk.writer->apply(removeFigure(desk.record().claims.at(0))));
    must(desk.writer->undo());
    const std::vector<RecordStep> steps = must(recordHistory(*desk.reader, kModels));
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].kind == text("undo"));
    CHECK(steps[1].standing == false);
    REQUIRE(steps[1].changes.size() == 1);
    CHECK(steps[1].changes[0].field == text("Figure"));
    CHECK(steps[1].changes[0].was == text("China: 1,509 models"));
    CHECK(steps[1].changes[0].is.isNull());
    CHECK(steps[2].changes[0].field == text("Tag"));
    CHECK(steps[2].changes[0].is == text("one"));
}

TEST_CASE("the catalogue's history lists steps, what they did and what can be done with them", "[history]")
{
    HistoryDesk desk;
    const std::array both{kModels, kRobot};
    must(desk.writer->apply(setField(*findField(Entity::Announcement, u"kind"), both, text("event"))));
    const Step second = desk.set("title", kModels, text("A"));
    const Step undo = must(desk.writer->undo());
    const std::vector<ListedStep> steps = must(listSteps(*desk.reader, 0, 10));
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].takeBack == 0);
    CHECK_FALSE(steps[1].standing);
    CHECK(steps[1].takeBack == undo.id);
    CHECK(steps[2].takeBack == steps[2].id);
    CHECK(must(listSteps(*desk.reader, second.id, 10)).size() == 1);
    CHECK(must(listSteps(*desk.reader, 0, 10, text("KIND"))).size() == 1);
    const StepContents contents = must(stepContents(*desk.reader, steps[2].id, 1));
    REQUIRE(contents.targets.size() == 1);
    CHECK(contents.more == 1);
    CHECK(contents.targets[0].changes[0].is == text("event"));
}

TEST_CASE("an emptied bin is gone for good, and undo says so instead of failing", "[history]")
{
    HistoryDesk desk;
    CHECK(desk.writer->emptyBin().error().kind == ErrorKind::NotFound);
    desk.set("title", kRobot, text("A"));
    must(desk.writer->apply(moveToBin(std::array{kRobot})));
    const Step emptied = must(desk.writer->emptyBin());
    CHECK(emptied.label == text("Empty the bin of an announcement"));
    CHECK(emptied.announcements == std::vector<RowId>{kRobot});
    CHECK(desk.ask("SELECT count(*) FROM announcement").toInt() == 1);
    REQUIRE_FALSE(desk.writer->undo().has_value());
    REQUIRE(desk.writer->conflicts().size() == 1);
    CHECK(desk.writer->conflicts()[0].kind == CellConflict::Kind::Gone);
    must(desk.writer->undo(std::vector(desk.writer->conflicts())));
    CHECK(must(desk.writer->history()).undoLabel == text("Set title of an announcement"));
}

TEST_CASE("a compacted history keeps its lines and undoes only what came after", "[history]")
{
    HistoryDesk desk;
    const Step first = desk.set("title", kModels, text("A"));
    runSql(desk.path, text("UPDATE step SET at = '2020-01-01T00:00:00.000Z'"));
    desk.set("title", kModels, text("B"));
    CHECK(desk.writer->compactHistory(text("2019-01-01")).error().kind == ErrorKind::NotFound);
    must(desk.writer->compactHistory(text("2021-01-01T00:00:00.000Z")));
    must(desk.writer->undo());
    CHECK(desk.title() == text("A"));
    CHECK(must(desk.writer->history()).undoLabel.isNull());
    CHECK_FALSE(desk.writer->invert(first.id).has_value());
    CHECK_FALSE(restoreRecord(*desk.reader, kModels, 0).has_value());
    const std::vector<RecordStep> steps = must(recordHistory(*desk.reader, kModels));
    CHECK(steps.back().hasContents == false);
    CHECK(steps.back().changes.empty());
}
