// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/editor.h"

#include <QSignalSpy>
#include <QTest>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

Edit title(const QString &text)
{
    return setField(*findField(Entity::Announcement, u"title"), std::span(&kModels, 1), text);
}

QString titleIn(const QString &path)
{
    return askSql(path, QStringLiteral("SELECT title FROM announcement WHERE uid = 'models'")).toString();
}

} // namespace

TEST_CASE("an edit comes back as committed on the thread that asked", "[editor]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    Editor editor(must(CatalogueFile::open(path)), QStringLiteral("ann"));
    QSignalSpy committed(&editor, &Editor::committed);
    QSignalSpy refused(&editor, &Editor::refused);
    bool here = true;
    QObject::connect(
        &editor, &Editor::committed, &editor, [&here] { here = here && QThread::currentThread() == qApp->thread(); });

    editor.apply(title(QStringLiteral("A")));
    CHECK(editor.isSaving());
    REQUIRE(QTest::qWaitFor([&] { return !editor.isSaving(); }));
    REQUIRE(committed.size() == 1);
    CHECK(here);
    CHECK(committed[0][0].value<Step>().announcements == std::vector<RowId>{kModels});
    CHECK(titleIn(path) == QStringLiteral("A"));
    CHECK(editor.history().undoLabel == QStringLiteral("Set title of an announcement"));

    editor.undo();
    REQUIRE(QTest::qWaitFor([&] { return committed.size() == 2; }));
    CHECK(editor.history().undoLabel.isNull());
    CHECK(editor.history().redoLabel == QStringLiteral("Set title of an announcement"));
    editor.redo();
    REQUIRE(QTest::qWaitFor([&] { return committed.size() == 3; }));
    CHECK(titleIn(path) == QStringLiteral("A"));
    CHECK(refused.isEmpty());
}

TEST_CASE("the history of an opened catalogue is known without an edit", "[editor]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    {
        Editor first(must(CatalogueFile::open(path)), QStringLiteral("ann"));
        first.apply(title(QStringLiteral("A")));
    }
    Editor editor(must(CatalogueFile::open(path)), QStringLiteral("ann"));
    REQUIRE(QTest::qWaitFor([&] { return !editor.history().undoLabel.isNull(); }));
    CHECK_FALSE(editor.isSaving());
}

TEST_CASE("edits handed in before the editor goes are all on disk, and no side file stays", "[editor]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    {
        Editor editor(must(CatalogueFile::open(path)), QStringLiteral("ann"));
        for (int i = 1; i <= 100; ++i)
            editor.apply(title(QStringLiteral("title %1").arg(i)));
    }
    CHECK(snapshot(folder.path()).keys() == QStringList{QStringLiteral("a.waic")});
    CHECK(titleIn(path) == QStringLiteral("title 100"));
    CHECK(askSql(path, QStringLiteral("SELECT count(*) FROM step")).toInt() == 100);
}

TEST_CASE("a refused edit tells why and the next one goes through", "[editor]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    Editor editor(must(CatalogueFile::open(path)), QStringLiteral("ann"));
    QSignalSpy committed(&editor, &Editor::committed);
    QSignalSpy refused(&editor, &Editor::refused);
    editor.apply(title(QStringLiteral(" ")));
    editor.apply(title(QStringLiteral("A")));
    editor.apply(title(QStringLiteral("A")));
    REQUIRE(QTest::qWaitFor([&] { return !editor.isSaving(); }));
    REQUIRE(refused.size() == 1);
    CHECK(refused[0][0].value<Error>().what.startsWith(QStringLiteral("Title may not be empty")));
    CHECK(committed.size() == 1);
}

TEST_CASE("each edit of a catalogue that may not be written is refused", "[editor]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    runSql(path, QStringLiteral("CREATE TRIGGER spy AFTER UPDATE ON claim BEGIN SELECT 1; END"));
    Editor editor(must(CatalogueFile::open(path)), QStringLiteral("ann"));
    QSignalSpy refused(&editor, &Editor::refused);
    editor.apply(title(QStringLiteral("A")));
    editor.undo();
    REQUIRE(QTest::qWaitFor([&] { return refused.size() == 2; }));
    CHECK(refused[0][0].value<Error>().kind == ErrorKind::ReadOnly);
    CHECK_FALSE(editor.isSaving());
}

TEST_CASE("whoever closes the editor learns of every edit that was refused, once", "[editor]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    Editor editor(must(CatalogueFile::open(path)), QStringLiteral("ann"));
    QSignalSpy committed(&editor, &Editor::committed);
    QSignalSpy refused(&editor, &Editor::refused);
    editor.apply(title(QStringLiteral(" ")));
    REQUIRE(QTest::qWaitFor([&] { return refused.size() == 1; }));
    {
        Database other(path, SQLite::OPEN_READWRITE);
        const Transaction writing(other);
        editor.apply(title(QStringLiteral("A")));
        const std::vector<Error> errors = editor.finishAll();
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].kind == ErrorKind::Locked);
    }
    CHECK_FALSE(editor.isSaving());
    editor.tryAgain();
    editor.apply(title(QStringLiteral("B")));
    editor.apply(title(QStringLiteral(" ")));
    CHECK(editor.finishAll().size() == 1);
    CHECK(committed.size() == 1);
    CHECK(titleIn(path) == QStringLiteral("B"));
    CHECK(editor.history().undoLabel == QStringLiteral("Set title of an announcement"));
    CHECK(editor.finishAll().empty());
    QCoreApplication::processEvents();
    CHECK(refused.size() == 1);
}

TEST_CASE("what is handed in behind an edit that could not be written waits for it, and comes back in order", "[editor]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    Editor editor(must(CatalogueFile::open(path)), QStringLiteral("ann"));
    std::vector<Edit> kept;
    QObject::connect(&editor, &Editor::unsaved, &editor, [&](const Edit &edit, const Error &error) {
        CHECK(error.kind == ErrorKind::Io);
        kept.push_back(edit);
    });
    QSignalSpy committed(&editor, &Editor::committed);
    QSignalSpy refused(&editor, &Editor::refused);
    editor.apply(title(QStringLiteral("A")));
    REQUIRE(QTest::qWaitFor([&] { return committed.size() == 1; }));
    const QString away = path + QStringLiteral(".away");
    REQUIRE(QFile::rename(path, away));
    editor.apply(title(QStringLiteral("B")));
    REQUIRE(QTest::qWaitFor([&] { return kept.size() == 1; }));
    REQUIRE(QFile::rename(away, path));
    // The way is free again, but what follows must not overtake.
    editor.apply(title(QStringLiteral("C")));
    editor.undo();
    REQUIRE(QTest::qWaitFor([&] { return refused.size() == 3; }));
    REQUIRE(kept.size() == 2);
    CHECK(titleIn(path) == QStringLiteral("A"));
    CHECK(refused[2][1].value<Editor::Asked>() == Editor::Asked::Undo);
    editor.tryAgain();
    for (const Edit &edit : std::exchange(kept, {}))
        editor.apply(edit);
    REQUIRE(QTest::qWaitFor([&] { return committed.size() == 3; }));
    CHECK(committed[1][0].value<Step>().id < committed[2][0].value<Step>().id);
    CHECK(titleIn(path) == QStringLiteral("C"));
}
