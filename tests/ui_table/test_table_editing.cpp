// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"
#include "ui/common/used_values.h"

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

TEST_CASE("a title typed over with F2 and Enter lands in the catalogue and can be undone", "[gui]")
{
    TableFixture app;
    app.openEditor("a4", TitleColumn);
    CHECK(static_cast<QLineEdit *>(app.editor())->selectedText() == u("Huawei opens a model"));
    app.type(u("Huawei opens two models"), Qt::Key_Return);
    CHECK(app.cell(app.rowOf("a4"), TitleColumn) == u("Huawei opens two models"));
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a4").title == u("Huawei opens two models"));
    CHECK(app.cell(app.rowOf("a4"), TitleColumn) == u("Huawei opens two models"));
    CHECK(app.editor() == nullptr);
    app.workspace().undo();
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.cell(app.rowOf("a4"), TitleColumn) == u("Huawei opens a model"));
}

TEST_CASE("a date that does not exist keeps the editor open with words, and nothing is written", "[gui]")
{
    TableFixture app;
    app.openEditor("a2", DateColumn);
    app.type(u("2025-06-31"), Qt::Key_Return);
    REQUIRE(app.editor());
    CHECK(app.editor()->property("bad").toBool());
    CHECK(app.words().contains(u("31 June does not exist")));
    CHECK(app.editor()->accessibleDescription() == app.words());
    CHECK(app.committed.count() == 0);

    SECTION("and it can be put right")
    {
        app.type(u("2025-06-30"), Qt::Key_Return);
        REQUIRE(app.waitForStep(app.committed, 1));
        CHECK(app.stored("a2").announcedOn == u("2025-06-30"));
        CHECK(app.words().isNull());
    }
    SECTION("or left with Esc")
    {
        QTest::keyClick(app.editor(), Qt::Key_Escape);
        REQUIRE(QTest::qWaitFor([&] { return !app.editor(); }));
        CHECK(app.words().isNull());
        CHECK(app.cell(app.rowOf("a2"), DateColumn) == u("2025-07-27"));
    }
    SECTION("and going to another row says that it was not saved")
    {
        app.goTo("a5", TitleColumn);
        REQUIRE(app.reported.count() == 1);
        CHECK(app.reported.first().first().value<Error>().what.contains(u("2025-06-31")));
        CHECK(app.cell(app.rowOf("a2"), DateColumn) == u("2025-06-31"));
    }
    CHECK(app.stored("a2").announcedOn != u("2025-06-31"));
}

TEST_CASE("what is typed in a cell is handed over before the window goes", "[gui]")
{
    TableFixture app;
    app.openEditor("a4", TitleColumn);
    QTest::keyClick(app.editor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(app.editor(), u("Huawei opens two models"));
    app.table().commitTyped();
    CHECK(app.editor() == nullptr);
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a4").title == u("Huawei opens two models"));

    SECTION("a mistake is not")
    {
        app.openEditor("a4", DateColumn);
        QTest::keyClick(app.editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(app.editor(), u("2025-06-31"));
        app.table().commitTyped();
        CHECK(app.editor() == nullptr);
        CHECK(app.stored("a4").announcedOn == u("2024-07-04"));
    }
    SECTION("nothing is open")
    {
        app.table().commitTyped();
        CHECK_FALSE(app.workspace().isSaving());
    }
}

TEST_CASE("a kind is offered also while a filter hides it", "[gui]")
{
    TableFixture app;
    app.ask("kind:robot Tesla");
    app.openEditor("a5", KindColumn);
    auto *list = app.window().findChild<QListView *>(u("suggestions"));
    REQUIRE(list);
    QStringList offered;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        offered << list->model()->index(row, 0).data().toString();
    CHECK(offered.first() == u("robot"));
    CHECK(offered.contains(u("hardware")));
    CHECK(offered.removeDuplicates() == 0);
}

TEST_CASE("a value is offered once an edit has brought it", "[gui]")
{
    TableFixture app;
    UsedValues used(app.workspace());
    CHECK_FALSE(used.of(u("openness")).contains(u("open")));
    CHECK_FALSE(used.of(u("kind")).contains(u("dataset")));
    const catalogue::RowId id = catalogue::starterId(u("a2"));
    for (const auto &[column, value] : {std::pair("openness", "open"), std::pair("kind", "dataset")})
        app.workspace().apply(
            catalogue::setField(*catalogue::findField(catalogue::Entity::Announcement, u(column)), std::span(&id, 1), u(value)));
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(used.of(u("openness")) == QStringList{u("open")});
    CHECK(QTest::qWaitFor([&] { return used.of(u("kind")).contains(u("dataset")); }));
    app.workspace().close();
    CHECK(used.of(u("kind")).isEmpty());
}

TEST_CASE("an empty title is refused with words, an emptied kind is saved as missing", "[gui]")
{
    TableFixture app;
    app.openEditor("a2", TitleColumn);
    app.type({}, Qt::Key_Return);
    REQUIRE(app.editor());
    CHECK_FALSE(app.words().isEmpty());
    QTest::keyClick(app.editor(), Qt::Key_Escape);
    app.openEditor("a2", KindColumn);
    app.type({}, Qt::Key_Return);
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").kind.isNull());
    CHECK(app.cell(app.rowOf("a2"), KindColumn) == u("–"));
}

TEST_CASE("a kind is offered from what the catalogue holds and taken with the arrow keys", "[gui]")
{
    TableFixture app;
    app.openEditor("a2", KindColumn);
    auto *list = app.window().findChild<QListView *>(u("suggestions"));
    REQUIRE(list);
    CHECK(list->isVisible());
    QTest::keyClick(app.editor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(app.editor(), u("rob"));
    CHECK(list->model()->index(0, 0).data().toString() == u("robot"));
    QTest::keyClick(app.editor(), Qt::Key_Down);
    QTest::keyClick(app.editor(), Qt::Key_Return);
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").kind == u("robot"));

    SECTION("another value is accepted")
    {
        app.openEditor("a2", KindColumn);
        app.type(u("dataset"), Qt::Key_Return);
        REQUIRE(app.waitForStep(app.committed, 2));
        CHECK(app.stored("a2").kind == u("dataset"));
    }
}

TEST_CASE("Tab saves and goes on to the next cell that can be edited, also when rows move", "[gui]")
{
    TableFixture app;
    app.openEditor("a1", DateColumn);
    app.type(u("2021"), Qt::Key_Tab);
    REQUIRE(app.editor());
    CHECK(app.view().currentIndex().column() == TitleColumn);
    CHECK(app.view().currentIndex().data(AnnouncementModel::IdRole).toLongLong() == catalogue::starterId(u("a1")));
    REQUIRE(app.waitForStep(app.committed, 1));
    // The answer that moves the row waits for the editor.
    QTest::keyClick(app.editor(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(app.editor(), u("Still "));
    REQUIRE(QTest::qWaitFor([&] { return app.workspace().answer().ids.back() == catalogue::starterId(u("a1")); }));
    REQUIRE(app.editor());
    QTest::keyClicks(app.editor(), u("typing"));
    QTest::keyClick(app.editor(), Qt::Key_Return);
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.stored("a1").title == u("Still typing"));
    REQUIRE(QTest::qWaitFor([&] { return app.titles().last() == u("Still typing"); }));
    // Enter has gone on to the row that was below.
    CHECK(app.workspace().current() == catalogue::starterId(u("a5")));
    CHECK(app.view().currentIndex().row() == app.rowOf("a5"));
}

TEST_CASE("notes are written in several lines and saved with Ctrl+Enter", "[gui]")
{
    QSettings().clear();
    TableFixture app;
    app.view().header()->setSectionHidden(NotesColumn, false);
    app.openEditor("a2", NotesColumn);
    REQUIRE(qobject_cast<QPlainTextEdit *>(app.editor()));
    QTest::keyClicks(app.editor(), u("first"));
    QTest::keyClick(app.editor(), Qt::Key_Return);
    QTest::keyClicks(app.editor(), u("second"));
    CHECK(app.committed.count() == 0);
    QTest::keyClick(app.editor(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").notes == u("first\nsecond"));
    CHECK(app.cell(app.rowOf("a2"), NotesColumn) == u("first second"));
}

TEST_CASE("Enter where nothing can be edited opens the title", "[gui]")
{
    TableFixture app;
    app.goTo("a2", OrganisationColumn);
    QTest::keyClick(&app.view(), Qt::Key_Return);
    REQUIRE(app.editor());
    CHECK(static_cast<QLineEdit *>(app.editor())->text() == u("Tencent opens a world model"));
}

TEST_CASE("a star is set by a click, and by Space in its column", "[gui]")
{
    TableFixture app;
    const QModelIndex star = app.view().model()->index(app.rowOf("a2"), StarColumn);
    QTest::mouseClick(app.view().viewport(), Qt::LeftButton, Qt::NoModifier, app.view().visualRect(star).center());
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").starred);
    CHECK(app.view().model()->index(app.rowOf("a2"), StarColumn).data(AnnouncementModel::StarredRole).toBool());
    app.goTo("a2", StarColumn);
    QTest::keyClick(&app.view(), Qt::Key_Space);
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK_FALSE(app.stored("a2").starred);
}

TEST_CASE("after a move to the bin the next row takes its place", "[gui]")
{
    TableFixture app;
    app.goTo("a2", TitleColumn);
    const int row = app.view().currentIndex().row();
    app.workspace().apply(catalogue::moveToBin(app.workspace().selection().all()));
    REQUIRE(QTest::qWaitFor([&] { return app.view().model()->rowCount() == 7; }));
    CHECK(app.view().currentIndex().row() == row);
    CHECK(app.workspace().current() == app.workspace().answer().ids[std::size_t(row)]);
    CHECK(app.workspace().selection().size() == 1);
}

TEST_CASE("a catalogue that may not be written opens no editor and says why", "[gui]")
{
    TableFixture app;
    static_cast<AnnouncementModel *>(app.view().model())->setWritable(false);
    app.goTo("a2", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_F2);
    CHECK(app.editor() == nullptr);
    REQUIRE(app.reported.count() == 1);
    CHECK(app.reported.first().first().value<Error>().kind == ErrorKind::ReadOnly);
}
