// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/reader.h"
#include "catalogue/writer.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

struct Desk
{
    TemporaryFolder folder;
    QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    std::unique_ptr<Writer> writer = must(Writer::open(must(CatalogueFile::open(path)), QStringLiteral("ann")));
    std::unique_ptr<Reader> reader = must(Reader::open(must(CatalogueFile::open(path))));

    std::vector<SavedView> views() { return must(reader->savedViews()); }
    QStringList names()
    {
        QStringList found;
        for (const SavedView &view : views())
            found << view.name;
        return found;
    }
    SavedView view(const char *name)
    {
        for (const SavedView &view : views())
            if (view.name == QString::fromUtf8(name))
                return view;
        FAIL("no view " << name);
        return {};
    }
    Step save(const char *name, const char *query = "kind:robot")
    {
        return must(writer->apply(saveView(QString::fromUtf8(name), QString::fromUtf8(query))));
    }
};

} // namespace

TEST_CASE("a saved view is in the catalogue after the others, and undo and redo take it away and bring it back", "[views]")
{
    Desk desk;
    desk.save("Robots");
    const Step step = desk.save("模型 & models", "kind:model sort:-figures");
    CHECK(step.label == QStringLiteral("Save the view “模型 & models”"));
    CHECK(step.announcements.empty());
    REQUIRE(desk.names() == QStringList{QStringLiteral("Robots"), QStringLiteral("模型 & models")});
    CHECK(desk.view("模型 & models").query == QStringLiteral("kind:model sort:-figures"));
    CHECK(desk.view("模型 & models").columns.isNull());
    CHECK_FALSE(desk.view("Robots").uid.isEmpty());

    const SavedView before = desk.view("模型 & models");
    must(desk.writer->undo());
    CHECK(desk.names() == QStringList{QStringLiteral("Robots")});
    must(desk.writer->redo());
    CHECK(desk.names() == QStringList{QStringLiteral("Robots"), QStringLiteral("模型 & models")});
    CHECK(desk.view("模型 & models").uid == before.uid);
}

TEST_CASE("a view is renamed, given another question and deleted, each a step to undo", "[views]")
{
    Desk desk;
    desk.save("Robots");
    must(desk.writer->apply(renameView(desk.view("Robots"), QStringLiteral("Machines"))));
    CHECK(desk.names() == QStringList{QStringLiteral("Machines")});
    CHECK(desk.view("Machines").query == QStringLiteral("kind:robot"));
    must(desk.writer->apply(setViewQuery(desk.view("Machines"), QStringLiteral("kind:robot country:CN"))));
    CHECK(desk.view("Machines").query == QStringLiteral("kind:robot country:CN"));
    must(desk.writer->apply(deleteView(desk.view("Machines"))));
    CHECK(desk.names().isEmpty());

    must(desk.writer->undo());
    CHECK(desk.view("Machines").query == QStringLiteral("kind:robot country:CN"));
    must(desk.writer->undo());
    CHECK(desk.view("Machines").query == QStringLiteral("kind:robot"));
    must(desk.writer->undo());
    CHECK(desk.names() == QStringList{QStringLiteral("Robots")});
}

TEST_CASE("views keep the order they were moved to, and a new one comes last", "[views]")
{
    Desk desk;
    for (const char *name : {"A", "B", "C"})
        desk.save(name);
    const std::vector<SavedView> wanted{desk.view("C"), desk.view("A"), desk.view("B")};
    CHECK(must(desk.writer->apply(orderViews(wanted, QStringLiteral("C")))).label == QStringLiteral("Move the view “C”"));
    desk.save("D");
    CHECK(desk.names().join(QString()) == QStringLiteral("CABD"));
    must(desk.writer->undo());
    must(desk.writer->undo());
    CHECK(desk.names().join(QString()) == QStringLiteral("ABC"));
}

TEST_CASE("a view without a name, with another's name or gone is refused, and nothing is written", "[views]")
{
    Desk desk;
    desk.save("Robots");
    desk.save("Models");
    const SavedView robots = desk.view("Robots");
    for (const Edit &edit : {saveView(QStringLiteral("Robots"), QString()), saveView(QStringLiteral("  "), QString()),
             renameView(robots, QStringLiteral("Models")), renameView(robots, QString())}) {
        const Result<Step> refused = desk.writer->apply(edit);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::BadInput);
    }
    CHECK(desk.names() == QStringList{QStringLiteral("Robots"), QStringLiteral("Models")});
    CHECK(must(desk.writer->apply(renameView(robots, robots.name))).id == 0);

    must(desk.writer->apply(deleteView(robots)));
    for (const Edit &edit : {deleteView(robots), renameView(robots, QStringLiteral("Other"))}) {
        const Result<Step> refused = desk.writer->apply(edit);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::NotFound);
    }
}

TEST_CASE("undo says which view another program has changed since, and changes nothing", "[views]")
{
    Desk desk;
    desk.save("Robots");
    must(desk.writer->apply(setViewQuery(desk.view("Robots"), QStringLiteral("kind:model"))));
    runSql(desk.path, QStringLiteral("UPDATE saved_view SET query = 'kind:policy'"));
    const Result<Step> undone = desk.writer->undo();
    REQUIRE_FALSE(undone);
    CHECK(undone.error().kind == ErrorKind::Conflict);
    CHECK(undone.error().where == QStringLiteral("Robots"));
    CHECK(undone.error().what.contains(QStringLiteral("Question is “kind:policy” now")));
    CHECK(desk.view("Robots").query == QStringLiteral("kind:policy"));
}

TEST_CASE("the history of an announcement does not show a view whose id is that of one of its figures", "[views]")
{
    Desk desk;
    const qint64 claim = askSql(desk.path, QStringLiteral("SELECT id FROM claim")).toLongLong();
    runSql(desk.path, QStringLiteral("INSERT INTO saved_view(id, name, query) VALUES(%1, 'Same', '')").arg(claim));
    CHECK(must(desk.writer->apply(renameView(desk.view("Same"), QStringLiteral("Other")))).announcements.empty());
}
