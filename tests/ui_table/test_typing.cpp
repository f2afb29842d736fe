// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"
#include "ui/table/cell_delegate.h"

#include <QFile>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolTip>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

class TypingFixture : public TableFixture
{
public:
    QModelIndex index(const char *uid, int column) { return view().model()->index(rowOf(uid), column); }
    QString refusal(const char *uid, int column) { return index(uid, column).data(AnnouncementModel::RefusedRole).toString(); }
    void select(std::initializer_list<const char *> uids, const char *current, int column)
    {
        goTo(current, column);
        for (const char *uid : uids)
            view().selectionModel()->select(index(uid, column), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void moveFileAway(bool away)
    {
        const QString there = path() + u(".away");
        REQUIRE((away ? QFile::rename(path(), there) : QFile::rename(there, path())));
    }
};

} // namespace

TEST_CASE("a letter on a cell opens its editor and takes the place of what was there", "[typing]")
{
    TypingFixture app;
    app.goTo("a4", TitleColumn);
    QTest::keyClicks(&app.view(), u("N"));
    REQUIRE(app.editor());
    CHECK(static_cast<QLineEdit *>(app.editor())->text() == u("N"));
    QTest::keyClicks(app.editor(), u("ew title"));

    SECTION("Enter keeps it")
    {
        QTest::keyClick(app.editor(), Qt::Key_Return);
        REQUIRE(app.waitForStep(app.committed, 1));
        CHECK(app.stored("a4").title == u("New title"));
    }
    SECTION("Esc keeps the old")
    {
        QTest::keyClick(app.editor(), Qt::Key_Escape);
        CHECK(app.editor() == nullptr);
        CHECK(app.cell(app.rowOf("a4"), TitleColumn) == u("Huawei opens a model"));
        CHECK_FALSE(app.workspace().isSaving());
    }
}

TEST_CASE("typing over several lines replaces them all, and offers values where there are some", "[typing]")
{
    TypingFixture app;
    app.view().header()->setSectionHidden(NotesColumn, false);
    app.goTo("a2", NotesColumn);
    app.typeOver(u("old"));
    QTest::keyClick(app.editor(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(app.waitForStep(app.committed, 1));
    QTest::keyClicks(&app.view(), u("n"));
    REQUIRE(app.editor());
    CHECK(static_cast<QPlainTextEdit *>(app.editor())->toPlainText() == u("n"));
    QTest::keyClick(app.editor(), Qt::Key_Escape);
    app.goTo("a2", KindColumn);
    QTest::keyClicks(&app.view(), u("r"));
    auto *list = app.window().findChild<QListView *>(u("suggestions"));
    REQUIRE(list);
    CHECK(list->isVisible());
    CHECK(list->model()->index(0, 0).data().toString() == u("robot"));
}

TEST_CASE("an input method types over a cell as well", "[typing]")
{
    TypingFixture app;
    app.goTo("a2", TitleColumn);
    SECTION("with a word that comes whole")
    {
        QInputMethodEvent typed;
        typed.setCommitString(u("模型"));
        QApplication::sendEvent(&app.view(), &typed);
    }
    SECTION("with one that is composed")
    {
        QInputMethodEvent begun(u("moxing"), {});
        QApplication::sendEvent(&app.view(), &begun);
        QInputMethodEvent typed;
        typed.setCommitString(u("模型"));
        QApplication::sendEvent(&app.view(), &typed);
    }
    REQUIRE(app.editor());
    CHECK(static_cast<QLineEdit *>(app.editor())->text() == u("模型"));
    QTest::keyClick(app.editor(), Qt::Key_Return);
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").title == u("模型"));
}

TEST_CASE("keys that write nothing open no editor, and a cell that is not edited takes none", "[typing]")
{
    TypingFixture app;
    app.goTo("a2", TitleColumn);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Backspace, Qt::Key_Escape, Qt::Key_Insert, Qt::Key_Tab})
        QTest::keyClick(&app.view(), key);
    QTest::keyClick(&app.view(), Qt::Key_X, Qt::ControlModifier);
    QTest::keyClick(&app.view(), Qt::Key_X, Qt::AltModifier);
    CHECK(app.editor() == nullptr);
    app.goTo("a2", OrganisationColumn);
    QTest::keyClicks(&app.view(), u("x"));
    CHECK(app.editor() == nullptr);
    CHECK(app.reported.count() == 0);

    SECTION("nor does a catalogue that may not be written, which says why")
    {
        static_cast<AnnouncementModel *>(app.view().model())->setWritable(false);
        app.goTo("a2", TitleColumn);
        QTest::keyClicks(&app.view(), u("x"));
        CHECK(app.editor() == nullptr);
        CHECK(app.reported.count() == 1);
    }
}

TEST_CASE("Enter in an editor saves and goes a row down, Shift+Enter up, and opens nothing there", "[typing]")
{
    TypingFixture app;
    const int row = app.rowOf("a4");
    app.openEditor("a4", TitleColumn);
    app.type(u("Changed"), Qt::Key_Return);
    CHECK(app.editor() == nullptr);
    CHECK(app.view().currentIndex() == app.view().model()->index(row + 1, TitleColumn));
    CHECK(app.view().selectionModel()->selectedRows().size() == 1);
    REQUIRE(app.waitForStep(app.committed, 1));
    app.typeOver(u("Other"));
    QTest::keyClick(app.editor(), Qt::Key_Enter, Qt::ShiftModifier | Qt::KeypadModifier);
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.view().currentIndex().row() == row);
    CHECK(app.stored("a4").title == u("Changed"));

    SECTION("also when nothing was changed, and not past the last row")
    {
        app.goTo("a8", TitleColumn);
        QTest::keyClick(&app.view(), Qt::Key_F2);
        QTest::keyClick(app.editor(), Qt::Key_Return);
        CHECK(app.editor() == nullptr);
        CHECK(app.view().currentIndex().row() == 7);
        CHECK_FALSE(app.workspace().isSaving());
    }
}

TEST_CASE("the arrow keys move the current cell from column to column", "[typing]")
{
    TypingFixture app;
    app.goTo("a4", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_Right);
    CHECK(app.view().currentIndex() == app.index("a4", OrganisationColumn));
    QTest::keyClick(&app.view(), Qt::Key_Left);
    QTest::keyClick(&app.view(), Qt::Key_Left);
    CHECK(app.view().currentIndex() == app.index("a4", DateColumn));
}

TEST_CASE("Ctrl+Enter in an editor puts the value into all selected rows by one edit", "[typing]")
{
    TypingFixture app;
    app.select({"a2", "a4", "a6"}, "a4", KindColumn);
    app.typeOver(u("policy"));
    QTest::keyClick(app.editor(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(app.editor() == nullptr);
    CHECK(app.cell(app.rowOf("a4"), KindColumn) == u("policy"));
    REQUIRE(app.waitForStep(app.committed, 1));
    for (const char *uid : {"a2", "a4", "a6"})
        CHECK(app.stored(uid).kind == u("policy"));
    CHECK(app.stored("a5").kind == u("robot"));
    CHECK(app.workspace().history().undoLabel == u("Set kind of 3 announcements"));
    app.workspace().undo();
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.stored("a2").kind == u("model"));

    SECTION("one that was only looked at too")
    {
        app.select({"a2", "a5"}, "a5", KindColumn);
        QTest::keyClick(&app.view(), Qt::Key_F2);
        QTest::keyClick(app.editor(), Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(app.waitForStep(app.committed, 3));
        CHECK(app.stored("a2").kind == u("robot"));
    }
    SECTION("a mistake stays in the editor")
    {
        app.select({"a2", "a5"}, "a5", DateColumn);
        app.typeOver(u("soon"));
        QTest::keyClick(app.editor(), Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(app.editor());
        CHECK_FALSE(app.words().isEmpty());
    }
}

TEST_CASE("Fill Down puts the topmost value into the other rows selected", "[typing]")
{
    TypingFixture app;
    // In order: a3 robot, a2 model, a4 model.
    app.select({"a3", "a2", "a4"}, "a4", KindColumn);
    app.table().fillDown();
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").kind == u("robot"));
    CHECK(app.stored("a4").kind == u("robot"));
    CHECK(app.stored("a6").kind == u("model"));
    app.workspace().undo();
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.stored("a2").kind == u("model"));

    SECTION("nothing is filled into a column that is not edited, which is said")
    {
        app.select({"a3", "a2"}, "a3", OrganisationColumn);
        app.table().fillDown();
        REQUIRE(app.reported.count() == 1);
        CHECK(app.reported.first().first().value<Error>().what.contains(u("Organisation")));
    }
    SECTION("what is still being typed at the top is what is filled")
    {
        app.select({"a3", "a2"}, "a3", KindColumn);
        app.typeOver(u("policy"));
        app.table().fillDown();
        REQUIRE(app.waitForStep(app.committed, 4));
        CHECK(app.stored("a3").kind == u("policy"));
        CHECK(app.stored("a2").kind == u("policy"));
    }
    SECTION("nor from one row")
    {
        app.goTo("a3", KindColumn);
        app.table().fillDown();
        CHECK_FALSE(app.workspace().isSaving());
    }
}

TEST_CASE("an edit that the file refuses stays in its cell with the reason, and can be tried again", "[typing]")
{
    TypingFixture app;
    QSignalSpy refused(&app.workspace(), &Workspace::refused);
    app.moveFileAway(true);
    app.goTo("a2", TitleColumn);
    app.typeOver(u("Precious words"));
    QTest::keyClick(app.editor(), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return refused.count() == 1; }));
    CHECK(app.cell(app.rowOf("a2"), TitleColumn) == u("Precious words"));
    CHECK_FALSE(app.refusal("a2", TitleColumn).isEmpty());
    CHECK(app.refusal("a2", DateColumn).isEmpty());
    CHECK(app.index("a2", TitleColumn).data(Qt::AccessibleTextRole).toString().contains(u("not saved")));
    app.moveFileAway(false);

    SECTION("F2 and Enter write it")
    {
        app.openEditor("a2", TitleColumn);
        CHECK(static_cast<QLineEdit *>(app.editor())->text() == u("Precious words"));
        QTest::keyClick(app.editor(), Qt::Key_Return);
        REQUIRE(app.waitForStep(app.committed, 1));
        CHECK(app.stored("a2").title == u("Precious words"));
        CHECK(app.refusal("a2", TitleColumn).isEmpty());
    }
    SECTION("Esc in the editor gives the old value back")
    {
        app.openEditor("a2", TitleColumn);
        QTest::keyClick(app.editor(), Qt::Key_Escape);
        CHECK(app.cell(app.rowOf("a2"), TitleColumn) == u("Tencent opens a world model"));
        CHECK(app.refusal("a2", TitleColumn).isEmpty());
    }
    SECTION("the tooltip says why")
    {
        const QRect cell = app.view().visualRect(app.index("a2", TitleColumn));
        QHelpEvent help(QEvent::ToolTip, cell.center(), app.view().viewport()->mapToGlobal(cell.center()));
        QApplication::sendEvent(app.view().viewport(), &help);
        CHECK(QToolTip::text().contains(u("Not saved")));
        QToolTip::hideText();
    }
    SECTION("another answer does not lose it")
    {
        app.ask("Tencent");
        CHECK(app.titles().contains(u("Precious words")));
    }
}

TEST_CASE("of two edits on their way the one that is refused comes back", "[typing]")
{
    TypingFixture app;
    QSignalSpy refused(&app.workspace(), &Workspace::refused);
    app.workspace().apply(catalogue::setStarred(catalogue::starterId(u("a5")), true));
    REQUIRE(app.waitForStep(app.committed, 1));
    app.moveFileAway(true);
    app.workspace().apply(catalogue::setStarred(catalogue::starterId(u("a6")), true));
    app.goTo("a2", TitleColumn);
    app.typeOver(u("Typed"));
    QTest::keyClick(app.editor(), Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return refused.count() == 2; }));
    app.moveFileAway(false);
    CHECK(app.refusal("a6", TitleColumn).isEmpty());
    CHECK_FALSE(app.refusal("a2", TitleColumn).isEmpty());
}

TEST_CASE("an editor that loses the focus with a mistake leaves it in the cell, marked", "[typing]")
{
    TypingFixture app;
    QLineEdit elsewhere(&app.window());
    elsewhere.show();
    app.goTo("a2", DateColumn);
    app.typeOver(u("2025-06-31"));
    elsewhere.setFocus();
    CHECK(app.editor() == nullptr);
    CHECK(app.words().isNull());
    CHECK(app.cell(app.rowOf("a2"), DateColumn) == u("2025-06-31"));
    CHECK(app.refusal("a2", DateColumn).contains(u("31 June does not exist")));
    CHECK(app.reported.count() == 1);
    CHECK(app.stored("a2").announcedOn == u("2025-07-27"));
    app.table().focusTable();
    app.openEditor("a2", DateColumn);
    // The same once more is wrong once more.
    QTest::keyClick(app.editor(), Qt::Key_Return);
    REQUIRE(app.editor());
    CHECK(app.words().contains(u("31 June does not exist")));
    app.type(u("2025-06"), Qt::Key_Return);
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").announcedOn == u("2025-06"));
    CHECK(app.refusal("a2", DateColumn).isEmpty());
}
