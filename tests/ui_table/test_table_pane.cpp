// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"
#include "ui/common/pane_head.h"
#include "ui/table/cell_delegate.h"
#include "ui/table/empty_note.h"
#include "ui/table/table_menus.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolTip>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

void clickHeader(TableFixture &app, int column)
{
    TableHeader &header = *app.view().header();
    const QPoint place(header.sectionViewportPosition(column) + 20, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, Qt::NoModifier, place);
}

QStringList labels(const QWidget &widget)
{
    QStringList found;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisible())
            found << label->text();
    return found;
}

} // namespace

TEST_CASE("the table opens on the newest announcement with all rows", "[gui]")
{
    TableFixture app;
    QAbstractItemModelTester tester(app.view().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(app.titles().first() == u("Robots walk in Shanghai"));
    CHECK(app.titles().last() == u("模型 made in Hangzhou"));
    CHECK(app.workspace().current() == catalogue::starterId(u("a3")));
    CHECK(app.workspace().selection() == std::vector{catalogue::starterId(u("a3"))});
    CHECK(labels(app.table()).contains(u("8")));
    app.ask("kind:robot");
    CHECK(labels(app.table()).contains(u("2 of 8")));
}

TEST_CASE("a click on a header sorts, another turns round, and the order is kept", "[gui]")
{
    TableFixture app;
    app.goTo("a2", TitleColumn);
    clickHeader(app, TitleColumn);
    REQUIRE(app.waitForAnswer());
    CHECK(app.titles().first() == u("A third model"));
    CHECK(app.view().currentIndex().data().toString() == u("Tencent opens a world model"));
    CHECK(app.workspace().current() == catalogue::starterId(u("a2")));
    clickHeader(app, TitleColumn);
    REQUIRE(app.waitForAnswer());
    CHECK(app.titles().last() == u("A third model"));
    CHECK(app.view().header()->sortedColumn() == TitleColumn);
    CHECK(app.view().header()->isDescending());
    app.restart();
    CHECK(app.titles().last() == u("A third model"));
    CHECK(app.view().header()->sortedColumn() == TitleColumn);
}

TEST_CASE("the current row stays the same announcement through filters, and comes back after one that hides it", "[gui]")
{
    TableFixture app;
    app.goTo("a4", KindColumn);
    app.ask("kind:model");
    CHECK(app.workspace().current() == catalogue::starterId(u("a4")));
    CHECK(app.view().currentIndex().row() == app.rowOf("a4"));
    CHECK(app.view().currentIndex().column() == KindColumn);
    app.ask("kind:robot");
    CHECK(app.view().currentIndex().row() == 0);
    CHECK(app.workspace().current() == app.workspace().answer().ids.front());
    app.ask("");
    CHECK(app.workspace().current() == catalogue::starterId(u("a4")));
    CHECK(app.view().selectedIds() == std::vector{catalogue::starterId(u("a4"))});
}

TEST_CASE("several selected rows stay selected through a sort and are what the workspace knows", "[gui]")
{
    TableFixture app;
    app.goTo("a3", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(app.workspace().selection().size() == 2);
    const auto before = app.workspace().selection();
    clickHeader(app, TitleColumn);
    REQUIRE(app.waitForAnswer());
    const auto &after = app.workspace().selection();
    CHECK(after.size() == 2);
    CHECK(std::is_permutation(before.begin(), before.end(), after.begin()));
}

TEST_CASE("another pane's choice is shown in the table", "[gui]")
{
    TableFixture app;
    app.workspace().setCurrent(catalogue::starterId(u("a6")));
    CHECK(app.view().currentIndex().row() == app.rowOf("a6"));
    app.table().showRow(catalogue::starterId(u("a7")));
    CHECK(app.workspace().current() == catalogue::starterId(u("a7")));
    app.table().showRow(12345);
    CHECK(app.workspace().current() == catalogue::starterId(u("a7")));
}

TEST_CASE("a title with tags is text, in the cell and in its tooltip", "[gui]")
{
    TableFixture app;
    const QModelIndex index = app.view().model()->index(app.rowOf("a1"), TitleColumn);
    CHECK(index.data().toString() == u("Huawei shows a <b>supernode</b>"));
    app.window().resize(560, 600);
    REQUIRE(QTest::qWaitFor([&] { return app.view().columnWidth(TitleColumn) < 200; }));
    QStyleOptionViewItem option;
    option.rect = app.view().visualRect(index);
    const QPoint place = option.rect.center();
    QHelpEvent help(QEvent::ToolTip, place, app.view().viewport()->mapToGlobal(place));
    CHECK(app.view().itemDelegate()->helpEvent(&help, &app.view(), option, index));
    CHECK(QToolTip::text().contains(u("&lt;b&gt;supernode&lt;/b&gt;")));
    QToolTip::hideText();
}

TEST_CASE("selected rows are copied as tab-separated text with a line of names", "[gui]")
{
    TableFixture app;
    app.goTo("a1", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u("\n"), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].startsWith(u("Date\tTitle\tOrganisation\tKind")));
    CHECK(lines[1].startsWith(u("2025-07-26\tHuawei shows a <b>supernode</b>\t")));
    CHECK((lines[1].contains(u("Huawei; City of Shanghai")) || lines[1].contains(u("City of Shanghai; Huawei"))));
}

TEST_CASE("several rows stay selected only while the question is the same", "[gui]")
{
    TableFixture app;
    app.goTo("a3", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_A, Qt::ControlModifier);
    REQUIRE(app.workspace().selection().size() == 8);
    app.ask("kind:robot");
    CHECK(app.workspace().selection() == std::vector{catalogue::starterId(u("a3"))});
    app.ask("");
    CHECK(app.workspace().selection() == std::vector{catalogue::starterId(u("a3"))});
    CHECK(app.view().selectedIds() == app.workspace().selection());
}

TEST_CASE("all rows are copied in the order shown", "[gui]")
{
    TableFixture app;
    clickHeader(app, TitleColumn);
    REQUIRE(app.waitForAnswer());
    QTest::keyClick(&app.view(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    QStringList titles;
    for (const QString &line : QApplication::clipboard()->text().split(u("\n"), Qt::SkipEmptyParts).mid(1))
        titles << line.section(QLatin1Char('\t'), 1, 1);
    CHECK(titles == app.titles());
}

TEST_CASE("more rows than a clipboard should carry are refused with what to do", "[gui]")
{
    TableFixture app(10'001);
    QApplication::clipboard()->setText(u("before"));
    QTest::keyClick(&app.view(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    REQUIRE(app.reported.count() == 1);
    const auto error = app.reported.first().first().value<Error>();
    CHECK(error.kind == ErrorKind::BadInput);
    CHECK(error.what.contains(u("10,001")));
    CHECK_FALSE(error.next.isEmpty());
    CHECK(QApplication::clipboard()->text() == u("before"));

    SECTION("the most that may be")
    {
        app.view().selectionModel()->select(
            app.view().model()->index(0, 0), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
        CHECK(app.reported.count() == 1);
        CHECK(QApplication::clipboard()->text().count(QLatin1Char('\n')) == 10'001);
    }
    SECTION("a selection in too many pieces is not kept through a sort")
    {
        const auto &ids = app.workspace().answer().ids;
        std::vector<catalogue::RowId> scattered;
        for (std::size_t row = 0; row < ids.size(); row += 2)
            scattered.push_back(ids[row]);
        app.view().select(4, TitleColumn, scattered);
        CHECK(app.view().selectedIds() == std::vector{ids[4]});
        scattered.resize(1'000);
        app.view().select(4, TitleColumn, scattered);
        CHECK(app.view().selectedIds() == scattered);
    }
}

TEST_CASE("a cell's menu filters to its value and excludes it", "[gui]")
{
    TableFixture app;
    auto *menus = app.table().findChild<TableMenus *>();
    const auto choose = [&](const char *uid, int column, const QString &text) {
        QMenu menu;
        menus->fillCell(menu, app.view().model()->index(app.rowOf(uid), column));
        for (QAction *action : menu.actions())
            if (action->text() == text) {
                action->trigger();
                return app.waitForAnswer();
            }
        return false;
    };
    REQUIRE(choose("a5", KindColumn, u("Filter to “robot”")));
    CHECK(app.queryText() == u("kind:robot"));
    CHECK(app.view().model()->rowCount() == 2);
    REQUIRE(choose("a5", CountryColumn, u("Exclude “United States”")));
    CHECK(app.queryText() == u("kind:robot -country:US"));
    CHECK(app.titles() == QStringList{u("Robots walk in Shanghai")});
    app.ask("");
    REQUIRE(choose("a1", OrganisationColumn, u("Filter to “City of Shanghai”")));
    CHECK(app.view().model()->rowCount() == 3);
    app.ask("");
    REQUIRE(choose("a8", EditionColumn, u("Filter to “no edition”")));
    CHECK(app.queryText() == u("edition:none"));
    CHECK(app.view().model()->rowCount() == 2);
}

TEST_CASE("no match says so, and offers to drop the condition that hides most", "[gui]")
{
    TableFixture app;
    auto *note = app.view().findChild<EmptyNote *>();
    REQUIRE(note);
    CHECK(note->isHidden());
    app.ask("kind:robot country:FR");
    REQUIRE(note->isVisible());
    CHECK(labels(*note).contains(u("No announcement matches")));
    const auto button = [&](const char *text) {
        for (auto *found : note->findChildren<QPushButton *>())
            if (found->isVisible() && found->text() == u(text))
                return found;
        return static_cast<QPushButton *>(nullptr);
    };
    REQUIRE(button("Remove"));
    CHECK(labels(*note).contains(u("Without “Country France” there would be 2.")));
    QTest::mouseClick(button("Remove"), Qt::LeftButton);
    REQUIRE(app.waitForRows(2));
    CHECK(app.queryText() == u("kind:robot"));
    CHECK(note->isHidden());
    app.ask("nothinglikethis");
    REQUIRE(button("Clear all filters"));
    CHECK_FALSE(button("Remove"));
    QTest::mouseClick(button("Clear all filters"), Qt::LeftButton);
    REQUIRE(app.waitForRows(8));
}

TEST_CASE("another catalogue begins with its own first row and nothing of the one before", "[gui]")
{
    TableFixture app;
    app.goTo("a6", TitleColumn);
    app.workspace().close();
    CHECK(app.view().model()->rowCount() == 0);
    must(app.workspace().open(app.path()));
    REQUIRE(app.waitForAnswer());
    CHECK(app.workspace().current() == catalogue::starterId(u("a3")));
}
