// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"
#include "ui/common/link_button.h"
#include "ui/table/cell_delegate.h"
#include "ui/table/column_chooser.h"
#include "ui/table/copy_job.h"
#include "ui/table/empty_note.h"
#include "ui/table/table_menus.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

void clickHeader(TableFixture &app, int column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    TableHeader &header = *app.view().header();
    const QPoint place(header.sectionViewportPosition(column) + 20, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, modifiers, place);
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
    CHECK(app.view().header()->sorted() == std::vector<SortedColumn>{{TitleColumn, true}});
    app.restart();
    CHECK(app.titles().last() == u("A third model"));
    CHECK(app.view().header()->sorted() == std::vector<SortedColumn>{{TitleColumn, true}});
}

TEST_CASE("Shift and a click on a header sorts by it too", "[gui]")
{
    TableFixture app;
    clickHeader(app, KindColumn);
    REQUIRE(app.waitForAnswer());
    clickHeader(app, TitleColumn, Qt::ShiftModifier);
    REQUIRE(app.waitForAnswer());
    CHECK(app.view().header()->sorted() == std::vector<SortedColumn>{{KindColumn, false}, {TitleColumn, false}});
    CHECK(app.titles().mid(1, 3) == QStringList{u("A third model"), u("Huawei opens a model"), u("Model of a city")});
    CHECK(app.view().accessibleDescription() == u("Sorted by Kind rising, then Title rising"));
    clickHeader(app, KindColumn, Qt::ShiftModifier);
    clickHeader(app, KindColumn, Qt::ShiftModifier);
    REQUIRE(app.waitForAnswer());
    CHECK(app.view().header()->sorted() == std::vector<SortedColumn>{{TitleColumn, false}});
}

TEST_CASE("a header's menu sorts also by it, and ends that", "[gui]")
{
    TableFixture app;
    auto *menus = app.table().findChild<TableMenus *>();
    const auto choose = [&](int column, const QString &text) {
        QMenu menu;
        menus->fillHeader(menu, column);
        for (QAction *action : menu.actions())
            if (action->text() == text) {
                action->trigger();
                return app.waitForAnswer();
            }
        return false;
    };
    REQUIRE(choose(KindColumn, u("Sort A&lso by Kind")));
    CHECK(app.queryText() == u("sort:-date,kind"));
    REQUIRE(choose(DateColumn, u("Do &Not Sort by Date")));
    CHECK(app.queryText() == u("sort:kind"));
    CHECK_FALSE(choose(KindColumn, u("Sort A&lso by Kind")));
    CHECK_FALSE(choose(KindColumn, u("Sort by &Relevance")));
}

TEST_CASE("with words in the question rows can be sorted by relevance", "[gui]")
{
    TableFixture app;
    const auto link = [&]() -> LinkButton * {
        for (auto *found : app.table().findChildren<LinkButton *>())
            if (found->isVisible() && found->text() == u("Sort by relevance"))
                return found;
        return nullptr;
    };
    CHECK_FALSE(link());
    app.ask("model");
    REQUIRE(link());
    QTest::mouseClick(link(), Qt::LeftButton);
    CHECK(app.workspace().query().sort == std::vector<explore::SortKey>{{u("relevance"), false}});
    CHECK_FALSE(link());
    CHECK(labels(app.table()).contains(u("by relevance")));
    clickHeader(app, TitleColumn);
    CHECK(link());
    CHECK_FALSE(labels(app.table()).contains(u("by relevance")));
}

TEST_CASE("columns are chosen by boxes that stay open, with the keyboard too", "[gui]")
{
    TableFixture app;
    auto *button = app.table().findChild<QToolButton *>();
    REQUIRE(button);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QPointer<ColumnChooser> chooser = app.window().findChild<ColumnChooser *>();
    REQUIRE(chooser);
    const auto box = [&](const char *name) {
        for (auto *found : chooser->findChildren<QCheckBox *>())
            if (found->text() == u(name))
                return found;
        return static_cast<QCheckBox *>(nullptr);
    };
    REQUIRE(box("Verification"));
    CHECK_FALSE(box("Title"));
    CHECK(box("Kind")->isChecked());
    box("Verification")->setFocus();
    QTest::keyClick(box("Verification"), Qt::Key_Space);
    CHECK_FALSE(app.view().isColumnHidden(VerificationColumn));
    CHECK(app.cell(0, VerificationColumn) == u("unverified"));
    QTest::mouseClick(box("Kind"), Qt::LeftButton, Qt::NoModifier, QPoint(8, 14));
    CHECK(app.view().isColumnHidden(KindColumn));
    REQUIRE(chooser);
    auto *reset = chooser->findChild<LinkButton *>();
    QTest::mouseClick(reset, Qt::LeftButton);
    CHECK(app.view().isColumnHidden(VerificationColumn));
    CHECK_FALSE(app.view().isColumnHidden(KindColumn));
    CHECK(box("Kind")->isChecked());
    QTest::keyClick(chooser, Qt::Key_Escape);
    CHECK(QTest::qWaitFor([&] { return chooser.isNull(); }));
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

TEST_CASE("copied rows are an HTML table too, with tags as text", "[gui]")
{
    TableFixture app;
    app.goTo("a1", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    const QMimeData *data = QApplication::clipboard()->mimeData();
    REQUIRE(data->hasHtml());
    const QString html = data->html();
    CHECK(html.contains(u("<th>Date</th><th>Title</th>")));
    CHECK(html.contains(u("<td>Huawei shows a &lt;b&gt;supernode&lt;/b&gt;</td>")));
    CHECK(html.count(u("<tr>")) == 2);
}

TEST_CASE("many rows are copied while the window goes on, in the order shown", "[gui]")
{
    TableFixture app(3'000);
    QApplication::clipboard()->setText(u("before"));
    QTest::keyClick(&app.view(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == u("before"));
    REQUIRE(QTest::qWaitFor([] { return QApplication::clipboard()->text() != u("before"); }));
    const QStringList lines = QApplication::clipboard()->text().split(u("\n"), Qt::SkipEmptyParts);
    CHECK(lines.size() == 3'001);
    CHECK(lines[1].section(QLatin1Char('\t'), 1, 1) == app.cell(0, TitleColumn));
    CHECK(lines.last().section(QLatin1Char('\t'), 1, 1) == app.cell(2'999, TitleColumn));
    CHECK(QApplication::clipboard()->mimeData()->html().count(u("<tr>")) == 3'001);
    CHECK(app.reported.count() == 0);

    SECTION("the catalogue can be closed meanwhile")
    {
        QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
        app.workspace().close();
        CHECK(app.view().model()->rowCount() == 0);
    }
}

TEST_CASE("more rows than a clipboard should carry are refused with what to do", "[gui]")
{
    TableFixture app(int(CopyJob::kMostRows) + 1);
    QApplication::clipboard()->setText(u("before"));
    QTest::keyClick(&app.view(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&app.view(), Qt::Key_C, Qt::ControlModifier);
    REQUIRE(app.reported.count() == 1);
    const auto error = app.reported.first().first().value<Error>();
    CHECK(error.kind == ErrorKind::BadInput);
    CHECK(error.what.contains(u("100,001")));
    CHECK_FALSE(error.next.isEmpty());
    CHECK(QApplication::clipboard()->text() == u("before"));
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

TEST_CASE("no match because of flags or tags alone can be cleared too, and no number is said that would be wrong", "[gui]")
{
    TableFixture app;
    auto *note = app.view().findChild<EmptyNote *>();
    const char *const question = GENERATE("is:starred", "has:claim", "-has:url is:disputed", "tag:nothinglikethis kind:robot");
    CAPTURE(question);
    app.ask(question);
    REQUIRE(note->isVisible());
    CHECK(labels(*note).contains(u("No announcement matches")));
    for (auto *button : note->findChildren<QPushButton *>())
        if (button->text() == u("Clear all filters"))
            QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE(app.waitForRows(8));
    CHECK(app.workspace().query().isEverything());
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
