// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/batch_edit.h"
#include "catalogue/writer.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

QString replacedIn(const char *in, const char *find, const char *by, bool wholeWords = false, bool matchCase = false)
{
    BatchChange change;
    change.text = text(find);
    change.replacement = text(by);
    change.wholeWords = wholeWords;
    change.matchCase = matchCase;
    return replaced(text(in), change);
}

} // namespace

TEST_CASE("text is replaced as text, by whole words and by case", "[batch]")
{
    CHECK(replacedIn("AI for aid", "ai", "X") == text("X for Xd"));
    CHECK(replacedIn("AI for aid", "ai", "X", true) == text("X for aid"));
    CHECK(replacedIn("AI for ai", "ai", "X", false, true) == text("AI for X"));
    CHECK(replacedIn("Đồng", "đồng", "vàng", true) == text("vàng"));
    CHECK(replacedIn("Đồngx", "đồng", "vàng", true) == text("Đồngx"));
    CHECK(replacedIn("a.b axb", "a.b", "\\0 $1") == text("\\0 $1 axb"));
    CHECK(replacedIn("大模型", "模型", "模組") == text("大模組"));
}

TEST_CASE("a batch says what changes, stays and is refused, and others' writes meanwhile are a conflict", "[batch]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto file = must(CatalogueFile::open(path));
    const auto writer = must(Writer::open(file, QString()));
    const auto reader = must(Reader::open(file));
    const std::array rows{kModels, kRobot};

    BatchChange kind{BatchChange::Kind::SetField, text("kind"), text("Statistic"), {}, false, false, {}};
    const BatchPlan plan = must(planBatch(*reader, rows, kind));
    REQUIRE(plan.cells.size() == 1);
    CHECK(plan.unchanged == 1);
    CHECK(plan.cells[0].title == text("A robot that boxes"));
    CHECK(plan.cells[0].is == text("statistic"));
    CHECK(plan.edit.label == text("Set kind of an announcement"));

    BatchChange title{BatchChange::Kind::Replace, text("title"), text("A robot that boxes"), {}, false, false, {}};
    const BatchPlan emptied = must(planBatch(*reader, rows, title));
    CHECK(emptied.cells.empty());
    CHECK(emptied.refused == 1);
    CHECK(emptied.refusal
        == text("A robot that boxes: Title may not be empty. Type something or press Esc to keep what was there"));

    runSql(path, text("UPDATE announcement SET kind = 'event' WHERE uid = 'robot'"));
    CHECK(writer->apply(plan.edit).error().kind == ErrorKind::Conflict);
    CHECK(must(writer->history()).undoLabel.isNull());

    kind.column = text("no such");
    CHECK(planBatch(*reader, rows, kind).error().kind == ErrorKind::BadInput);
    title.text.clear();
    CHECK(planBatch(*reader, rows, title).error().what == text("there is nothing to look for"));
    int looks = 0;
    CHECK_FALSE(planBatch(*reader, rows, {BatchChange::Kind::AddTag, {}, text("x"), {}, false, false, {}}, [&](double) {
        return ++looks > 1;
    }).has_value());
}

TEST_CASE("tags and organisations join those that lack them and leave those that have them", "[batch]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    const auto file = must(CatalogueFile::open(path));
    const auto writer = must(Writer::open(file, QString()));
    const auto reader = must(Reader::open(file));
    const std::array rows{kModels, kRobot};
    const auto plan = [&](BatchChange::Kind kind, const char *name) {
        return planBatch(*reader, rows, {kind, {}, text(name), {}, false, false, {}});
    };
    CHECK(plan(BatchChange::Kind::RemoveOrganisation, "MIIT").error().what == text("there is no organisation “MIIT”"));
    must(writer->apply(must(plan(BatchChange::Kind::AddOrganisation, "MIIT")).edit));
    CHECK(must(plan(BatchChange::Kind::AddOrganisation, "MIIT")).unchanged == 2);
    CHECK(must(organisationNames(*reader)) == QStringList{text("MIIT")});
    must(writer->apply(must(plan(BatchChange::Kind::RemoveOrganisation, "MIIT")).edit));
    CHECK(must(reader->record(kRobot)).organisations.empty());
    must(writer->apply(must(plan(BatchChange::Kind::AddTag, "six")).edit));
    CHECK(must(plan(BatchChange::Kind::RemoveTag, "six")).cells.size() == 2);
    CHECK(must(tagNames(*reader)) == QStringList{text("six")});
    must(writer->undo());
    CHECK(must(reader->record(kModels)).tags.isEmpty());
}
