// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/charted_window.h"

#include "ui/chart/export_dialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QMimeData>
#include <QToolTip>

using namespace waic;
using namespace waic::tests;

TEST_CASE("the share of models is drawn first and told to assistive technology", "[chart-pane]")
{
    ChartedWindow window;
    CHECK(window.data().title == u("China has released 1,509 of the world’s 3,755 AI models"));
    CHECK(window.canvas().accessibleName() == window.data().title);
    CHECK(window.canvas().accessibleDescription().contains(u("China: 1,509 (40.2%); Rest of the world: 2,246 (59.8%).")));
}

TEST_CASE("the chart follows the query", "[chart-pane]")
{
    ChartedWindow window("kinds");
    window.workspace().setQuery(explore::parseQuery(u("org:Huawei")).query);
    REQUIRE(window.waitFor(u("kinds"), 12));
    CHECK(window.data().figures == 12);
}

TEST_CASE("an edited figure changes the picture", "[chart-pane]")
{
    ChartedWindow window;
    catalogue::RowId claim = 0;
    for (const catalogue::Claim &each : must(window.workspace().reader().claims(window.data().marks.front().announcements)))
        if (each.value == 1509)
            claim = each.id;
    window.workspace().apply(
        catalogue::setField(*catalogue::findField(catalogue::Entity::Claim, u("value")), std::span(&claim, 1), 1510.0));
    REQUIRE(QTest::qWaitFor([&] { return window.data().marks.front().value == 1510; }));
    CHECK(window.data().title == u("China has released 1,510 of the world’s 3,755 AI models"));
    CHECK(window.data().newestStepAt.endsWith(QLatin1Char('Z')));
}

TEST_CASE("a click on a bar filters, a second click takes the filter away", "[chart-pane]")
{
    ChartedWindow window("kinds");
    window.click(u("robot"));
    CHECK(window.query() == u("kind:robot"));
    REQUIRE(window.waitFor(u("kinds"), 24));
    window.click(u("robot"));
    CHECK(window.query().isEmpty());
    REQUIRE(window.waitFor(u("kinds"), 332));
}

TEST_CASE("a click with Ctrl adds a value, a plain click takes its place", "[chart-pane]")
{
    ChartedWindow window("organisations");
    window.click(u("Baidu"));
    REQUIRE(window.waitFor(u("organisations"), 23));
    window.click(u("Shanghai Municipal Government"), Qt::ControlModifier);
    QTest::keyRelease(&window.canvas(), Qt::Key_Control);
    CHECK(window.query() == u("org:Baidu|\"Shanghai Municipal Government\""));
    REQUIRE(QTest::qWaitFor([&] { return window.data().query == window.query(); }));
    window.click(u("Baidu"));
    CHECK(window.query() == u("org:Baidu"));
}

TEST_CASE("with Ctrl held several marks are gathered, and asked for when it is let go", "[chart-pane]")
{
    ChartedWindow window("kinds");
    window.click(u("event"), Qt::ControlModifier);
    window.click(u("robot"), Qt::ControlModifier);
    window.click(u("policy"), Qt::ControlModifier);
    window.click(u("robot"), Qt::ControlModifier);
    CHECK(window.query().isEmpty());
    QTest::keyRelease(&window.canvas(), Qt::Key_Control);
    CHECK(window.query() == u("kind:event|policy"));
    REQUIRE(window.waitFor(u("kinds"), 100));
    window.click(u("event"), Qt::ControlModifier);
    QTest::keyClick(&window.canvas(), Qt::Key_Escape);
    QTest::keyRelease(&window.canvas(), Qt::Key_Control);
    CHECK(window.query() == u("kind:event|policy"));
}

TEST_CASE("a click on a slice finds the announcements behind it", "[chart-pane]")
{
    ChartedWindow window;
    window.click(u("China"));
    CHECK(window.query() == u("measure:\"AI models released\""));
}

TEST_CASE("a click beside the marks changes nothing", "[chart-pane]")
{
    ChartedWindow window("kinds");
    QTest::mouseClick(&window.canvas(), Qt::LeftButton, Qt::NoModifier, {4, 4});
    CHECK(window.query().isEmpty());
}

TEST_CASE("arrows go from mark to mark and Enter filters", "[chart-pane]")
{
    ChartedWindow window("kinds");
    window.pane().focusChart();
    QTest::keyClick(&window.canvas(), Qt::Key_Down);
    CHECK(window.canvas().currentMark() == 0);
    CHECK(window.canvas().accessibleDescription() == u("statistic: 82 (24.7%)"));
    QTest::keyClick(&window.canvas(), Qt::Key_Down);
    CHECK(window.canvas().currentMark() == 1);
    QTest::keyClick(&window.canvas(), Qt::Key_Home);
    CHECK(window.canvas().currentMark() == 0);
    QTest::keyClick(&window.canvas(), Qt::Key_Return);
    CHECK(window.query() == u("kind:statistic"));
    QTest::keyClick(&window.canvas(), Qt::Key_Escape);
    CHECK(window.canvas().currentMark() == -1);
}

TEST_CASE("arrows pass over months without announcements", "[chart-pane]")
{
    ChartedWindow window("months");
    window.pane().focusChart();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&window.canvas(), Qt::Key_Right);
    CHECK(window.data().marks[std::size_t(window.canvas().currentMark())].label == u("May 2019"));
    QTest::keyClick(&window.canvas(), Qt::Key_End);
    CHECK(window.data().marks[std::size_t(window.canvas().currentMark())].label == u("June 2026"));
}

TEST_CASE("hovering tells value and share", "[chart-pane]")
{
    ChartedWindow window("countries");
    const QPoint at = window.canvas().centreOf(window.mark(u("United States")));
    QHelpEvent help(QEvent::ToolTip, at, window.canvas().mapToGlobal(at));
    QApplication::sendEvent(&window.canvas(), &help);
    CHECK(QToolTip::text().contains(u("United States: 22 (6.6%)")));
    QToolTip::hideText();
}

TEST_CASE("the gallery chooses a chart, by mouse and keyboard, and the choice is kept", "[chart-pane]")
{
    ChartedWindow window;
    auto *kinds = window.pane().findChild<QAbstractButton *>(u("chartThumbnail_kinds"));
    REQUIRE(kinds);
    CHECK(kinds->text() == u("Kinds"));
    QTest::mouseClick(kinds, Qt::LeftButton);
    REQUIRE(window.waitFor(u("kinds"), 332));
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_Down);
    REQUIRE(window.waitFor(u("kinds-by-edition"), 332));
    ui::ChartPane again(window.workspace());
    CHECK(again.shelf().at(again.findChild<ui::ChartGallery *>()->current()).spec.name == u("kinds-by-edition"));
}

TEST_CASE("an export asks for the file and writes it whole", "[chart-pane]")
{
    ChartedWindow window("kinds");
    window.dialogs().file = window.path("out");
    window.pane().exportTo({{800, 500}, 1, ui::ThemeKind::Dark, ui::PictureFormat::Png});
    CHECK(window.dialogs().errors.empty());
    CHECK(QImage(window.path("out.png")).size() == QSize(800, 500));

    window.dialogs().confirms = false;
    window.pane().exportTo({{400, 300}, 1, ui::ThemeKind::Light, ui::PictureFormat::Png});
    CHECK(window.dialogs().questions.size() == 1);
    CHECK(QImage(window.path("out.png")).size() == QSize(800, 500));

    window.dialogs().file = window.path("no/such/folder.svg");
    window.pane().exportTo({{400, 300}, 1, ui::ThemeKind::Light, ui::PictureFormat::Svg});
    REQUIRE(window.dialogs().errors.size() == 1);
    CHECK(window.dialogs().errors.front().what.startsWith(u("there is no folder")));

    window.dialogs().file.reset();
    window.pane().exportTo({});
    CHECK(window.dialogs().errors.size() == 1);
}

TEST_CASE("export opens the dialog and its acceptance writes the file", "[chart-pane]")
{
    ChartedWindow window("months");
    window.dialogs().file = window.path("months.svg");
    window.pane().exportChart();
    auto *dialog = window.pane().findChild<ui::ExportDialog *>();
    REQUIRE(dialog);
    ui::PictureOptions options = dialog->options();
    options.format = ui::PictureFormat::Svg;
    dialog->setOptions(options);
    dialog->accept();
    CHECK(QFile::exists(window.path("months.svg")));
}

TEST_CASE("a copy holds an image and a drawing", "[chart-pane]")
{
    ChartedWindow window;
    window.pane().copyChart();
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    REQUIRE(mime);
    CHECK(mime->hasImage());
    CHECK(mime->data(u("image/svg+xml")).contains("<svg"));
}

TEST_CASE("nothing to draw is said in the pane and offers no export", "[chart-pane]")
{
    ChartedWindow window;
    window.workspace().setQuery(explore::parseQuery(u("kind:robot")).query);
    REQUIRE(window.waitFor(u("models-share"), 24));
    CHECK_FALSE(window.data().empty.isNull());
    CHECK(window.canvas().accessibleDescription() == window.data().empty);
    QSignalSpy reported(&window.workspace(), &ui::Workspace::reported);
    window.pane().exportChart();
    CHECK(reported.size() == 1);
    CHECK_FALSE(window.pane().findChild<ui::ExportDialog *>());
}

TEST_CASE("a closed catalogue leaves an empty pane, another is drawn anew", "[chart-pane]")
{
    ChartedWindow window("kinds");
    window.workspace().close();
    CHECK_FALSE(window.pane().data());
    window.pane().copyChart();
    window.pane().exportChart();
    catalogue::Contents contents;
    contents.announcements = {announcement(u("a"), u("robot"))};
    must(catalogue::createCatalogue(window.path("other.waic"), contents));
    REQUIRE(window.workspace().open(window.path("other.waic")));
    REQUIRE(QTest::qWaitFor([&] { return window.pane().data().has_value(); }));
    CHECK(window.data().title == u("The announcement is of the kind “robot”"));
}

TEST_CASE("many questions in a row end with the picture of the last", "[chart-pane]")
{
    ChartedWindow window("kinds");
    for (const char *query : {"a", "kind:model", "huawei", "kind:event", "org:Baidu"})
        window.workspace().setQuery(explore::parseQuery(u(query)).query);
    REQUIRE(window.waitFor(u("kinds"), 23));
    CHECK(window.data().figures == 23);
}
