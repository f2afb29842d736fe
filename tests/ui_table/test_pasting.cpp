// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"
#include "ui/table/column_layout.h"
#include "ui/table/paste_preview.h"
#include "ui/table/table_menus.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

class PastingFixture : public TableFixture
{
public:
    using TableFixture::TableFixture;

    void paste(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        table().paste();
    }
    /// Pastes and answers the preview; gives the counts that it showed.
    QString pasteAndAnswer(const QString &text, Qt::Key key)
    {
        QString counts;
        QTimer answer;
        answer.setInterval(10);
        QObject::connect(&answer, &QTimer::timeout, [&] {
            auto *preview = qobject_cast<PastePreview *>(QApplication::activeModalWidget());
            if (!preview || !preview->isActiveWindow())
                return;
            answer.stop();
            if (auto *label = preview->findChild<QLabel *>(u("pasteCounts")))
                counts = label->text();
            if (auto *label = preview->findChild<QLabel *>(u("pasteRemarks")))
                remarks = label->text();
            lines = preview->findChild<QTableView *>()->model()->rowCount();
            QTest::keyClick(preview, key);
        });
        answer.start();
        paste(text);
        REQUIRE(QTest::qWaitFor([&] { return !answer.isActive(); }, 20'000));
        REQUIRE(QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }));
        return counts;
    }

    QString remarks;
    int lines = 0;
};

} // namespace

TEST_CASE("a small block is pasted at once, from the current cell right and down, by one edit", "[paste]")
{
    PastingFixture app;
    app.goTo("a2", DateColumn);
    app.paste(u("2025-07-29\tA new title\n2024-12\tAnother\n"));
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").title == u("A new title"));
    CHECK(app.stored("a2").announcedOn == u("2025-07-29"));
    CHECK(app.stored("a1").title == u("Another"));
    CHECK(app.workspace().history().undoLabel == u("Paste 4 cells"));
    app.workspace().undo();
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.stored("a1").title == u("Huawei shows a <b>supernode</b>"));
}

TEST_CASE("one value goes to all rows selected, and a block begins at their top", "[paste]")
{
    PastingFixture app;
    const auto selectThree = [&] {
        app.goTo("a3", KindColumn);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(&app.view(), Qt::Key_Down, Qt::ShiftModifier);
    };
    selectThree();
    app.paste(u("policy"));
    REQUIRE(app.waitForStep(app.committed, 1));
    for (const char *uid : {"a3", "a2", "a1"})
        CHECK(app.stored(uid).kind == u("policy"));
    CHECK(app.stored("a5").kind == u("robot"));
    selectThree();
    app.paste(u("event\nservice"));
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.stored("a3").kind == u("event"));
    CHECK(app.stored("a2").kind == u("service"));
    CHECK(app.stored("a1").kind == u("policy"));
}

TEST_CASE("columns are taken in the order shown", "[paste]")
{
    PastingFixture app;
    TableHeader &header = *app.view().header();
    header.moveSection(header.visualIndex(KindColumn), header.visualIndex(TitleColumn));
    app.goTo("a2", KindColumn);
    app.paste(u("policy\tTitle after kind"));
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").kind == u("policy"));
    CHECK(app.stored("a2").title == u("Title after kind"));
}

TEST_CASE("a paste with a mistake, new rows or left out columns is shown first", "[paste]")
{
    PastingFixture app;
    app.goTo("a8", TitleColumn);
    const QString block = u("Kept\tHuawei\tresearch\nBrand new\tTencent\tmodel\n\tnobody\tmodel\n");

    SECTION("and pasted when that is wanted")
    {
        CHECK(app.pasteAndAnswer(block, Qt::Key_Return) == u("2 cells changed · 1 new announcement · 1 refused"));
        CHECK(app.remarks.contains(u("Organisation")));
        CHECK(app.lines == 4);
        REQUIRE(app.waitForStep(app.committed, 1));
        CHECK(app.stored("a8").kind == u("research"));
        CHECK(app.workspace().history().undoLabel == u("Paste 2 cells and 1 new announcement"));
        REQUIRE(app.waitForRows(9));
        CHECK(app.titles().contains(u("Brand new")));
        app.workspace().undo();
        REQUIRE(app.waitForRows(8));
    }
    SECTION("and left with Esc")
    {
        app.pasteAndAnswer(block, Qt::Key_Escape);
        CHECK_FALSE(app.workspace().isSaving());
        CHECK(app.stored("a8").title == u("模型 made in Hangzhou"));
    }
}

TEST_CASE("rows that were copied here are pasted by their heads", "[paste]")
{
    PastingFixture app;
    app.goTo("a2", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    app.goTo("a5", KindColumn);
    app.pasteAndAnswer(copied, Qt::Key_Return);
    CHECK(app.remarks.contains(u("The first line names the columns")));
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a5").title == u("Tencent opens a world model"));
    CHECK(app.stored("a5").announcedOn == u("2025-07-27"));
}

TEST_CASE("a summary of several lines is copied and pasted whole", "[paste]")
{
    PastingFixture app;
    app.view().header()->setSectionHidden(NotesColumn, false);
    app.goTo("a2", NotesColumn);
    app.paste(u("\"first\nsecond \"\"quoted\"\"\""));
    REQUIRE(app.waitForStep(app.committed, 1));
    CHECK(app.stored("a2").notes == u("first\nsecond \"quoted\""));
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    app.goTo("a5", NotesColumn);
    app.pasteAndAnswer(copied, Qt::Key_Return);
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.stored("a5").notes == u("first\nsecond \"quoted\""));
}

TEST_CASE("many lines are compared beside the window", "[paste]")
{
    PastingFixture app(3'000);
    app.view().selectionModel()->setCurrentIndex(
        app.view().model()->index(0, TitleColumn), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QString block;
    for (int line = 0; line < 3'000; ++line)
        block += QStringLiteral("new title %1\n").arg(line);
    CHECK(app.pasteAndAnswer(block, Qt::Key_Return) == u("3,000 cells changed"));
    REQUIRE(QTest::qWaitFor([&] { return app.committed.count() == 1; }, 20'000));
    CHECK(QTest::qWaitFor([&] { return app.cell(0, TitleColumn) == u("new title 0"); }));
    CHECK(app.cell(2'999, TitleColumn) == u("new title 2999"));
}

TEST_CASE("more than can be pasted, and nothing to paste, are said", "[paste]")
{
    PastingFixture app;
    app.goTo("a2", TitleColumn);
    app.paste(QStringLiteral("x\n").repeated(100'000));
    REQUIRE(QTest::qWaitFor([&] { return app.reported.count() == 1; }));
    CHECK(app.reported.last().first().value<Error>().what.contains(u("50,000")));
    app.paste({});
    REQUIRE(app.reported.count() == 2);
    CHECK(app.reported.last().first().value<Error>().what.contains(u("no text")));
    CHECK_FALSE(app.workspace().isSaving());
}

TEST_CASE("the menu of a cell pastes and fills down", "[paste]")
{
    PastingFixture app;
    auto *menus = app.table().findChild<TableMenus *>();
    const auto entry = [&](QMenu &menu, const char *text) -> QAction * {
        menus->fillCell(menu, app.view().currentIndex());
        for (QAction *action : menu.actions())
            if (action->text() == u(text))
                return action;
        return nullptr;
    };
    app.goTo("a3", KindColumn);
    {
        QMenu menu;
        QAction *fill = entry(menu, "Fill &Down");
        REQUIRE(fill);
        CHECK_FALSE(fill->isEnabled());
    }
    QApplication::clipboard()->setText(u("policy"));
    {
        QMenu menu;
        entry(menu, "&Paste")->trigger();
    }
    REQUIRE(app.waitForStep(app.committed, 1));
    QTest::keyClick(&app.view(), Qt::Key_Down, Qt::ShiftModifier);
    QMenu menu;
    entry(menu, "Fill &Down")->trigger();
    REQUIRE(app.waitForStep(app.committed, 2));
    CHECK(app.stored("a2").kind == u("policy"));
}
