// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/charted_window.h"

#include "ui/chart/chart_editor.h"
#include "ui/chart/chart_table_view.h"
#include "ui/chart/value_box.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolTip>
#include <QWheelEvent>

using namespace waic;
using namespace waic::tests;

namespace {

/// The window with its chart being edited.
class EditedWindow : public ChartedWindow
{
public:
    explicit EditedWindow(const char *chart = "kinds")
        : ChartedWindow(chart)
    {
        pane().resize(1100, 420);
        pane().setEditing(true);
    }

    template <typename Widget>
    Widget &field(const char *name)
    {
        auto *found = pane().findChild<Widget *>(u(name));
        REQUIRE(found);
        return *found;
    }
    void choose(const char *name, const QString &label)
    {
        auto &box = field<QComboBox>(name);
        REQUIRE(QTest::qWaitFor([&] { return box.findText(label) >= 0; }));
        box.setCurrentIndex(box.findText(label));
        emit box.activated(box.currentIndex());
    }
    bool draws(const std::function<bool(const chart::ChartData &)> &isWanted)
    {
        return QTest::qWaitFor([&] { return pane().data() && isWanted(*pane().data()); });
    }
    const ui::ShelfChart &chosen() { return pane().shelf().at(pane().findChild<ui::ChartGallery *>()->current()); }
    std::vector<catalogue::SavedChart> saved() { return must(workspace().reader().savedCharts()); }
    bool hasSaved(const QString &name, const char *part)
    {
        return QTest::qWaitFor([&] {
            const auto charts = saved();
            return std::any_of(charts.begin(), charts.end(),
                [&](const catalogue::SavedChart &each) { return each.name == name && each.spec.contains(u(part)); });
        });
    }
};

} // namespace

TEST_CASE("a choice in the editor is drawn at once and kept only by Save", "[editing]")
{
    EditedWindow window;
    CHECK_FALSE(window.field<QPushButton>("chartSave").isEnabled());
    window.choose("chartDimension", u("Country"));
    REQUIRE(
        window.draws([](const chart::ChartData &data) { return data.spec.dimension == u("country") && !data.marks.empty(); }));
    CHECK(window.chosen().draft.has_value());
    CHECK(window.pane().findChild<QAbstractButton *>(u("chartThumbnail_kinds"))->text() == u("Kinds (edited)"));

    // It stays while other charts are looked at.
    window.pane().showChart(u("organisations"));
    REQUIRE(window.waitFor(u("organisations"), 332));
    CHECK(window.field<ui::ValueBox>("chartDimension").value() == u("org"));
    window.pane().showChart(u("kinds"));
    REQUIRE(window.draws([](const chart::ChartData &data) { return data.spec.dimension == u("country"); }));

    QTest::mouseClick(&window.field<QPushButton>("chartSave"), Qt::LeftButton);
    REQUIRE(window.hasSaved(u("kinds"), "country"));
    REQUIRE(QTest::qWaitFor([&] { return !window.chosen().draft; }));
    window.workspace().undo();
    REQUIRE(window.hasSaved(u("kinds"), "\"dimension\":\"kind\""));
    CHECK(window.draws([](const chart::ChartData &data) { return data.spec.dimension == u("kind"); }));
}

TEST_CASE("a new chart is saved under a name, renamed and deleted, and undo brings it back", "[editing]")
{
    EditedWindow window;
    window.pane().newChart();
    window.choose("chartKind", u("Dots with ranges"));
    REQUIRE(window.draws([](const chart::ChartData &data) { return data.spec.kind == chart::ChartKind::Dots; }));
    window.dialogs().text = u("Mine & yours");
    window.pane().saveChart();
    REQUIRE(window.hasSaved(u("Mine & yours"), "dots"));
    REQUIRE(QTest::qWaitFor([&] { return window.chosen().spec.name == u("Mine & yours"); }));
    CHECK_FALSE(window.chosen().draft);
    const int size = window.pane().shelf().size();

    window.dialogs().text = u("Ours");
    window.pane().renameChart();
    REQUIRE(window.hasSaved(u("Ours"), "dots"));
    REQUIRE(QTest::qWaitFor([&] { return window.chosen().spec.name == u("Ours"); }));
    CHECK(window.pane().shelf().size() == size);

    window.pane().deleteChart();
    REQUIRE(QTest::qWaitFor([&] { return window.pane().shelf().size() == size - 1; }));
    CHECK(window.pane().shelf().find(u("Ours")) < 0);
    window.workspace().undo();
    CHECK(QTest::qWaitFor([&] { return window.pane().shelf().find(u("Ours")) >= 0; }));
}

TEST_CASE("Save As asks before it replaces another chart", "[editing]")
{
    EditedWindow window;
    window.dialogs().text = u("countries");
    window.dialogs().confirms = false;
    window.pane().saveChartAs();
    CHECK(window.dialogs().questions.last().contains(u("countries")));
    CHECK(window.hasSaved(u("countries"), "\"dimension\":\"country\""));
    window.dialogs().confirms = true;
    window.pane().saveChartAs();
    CHECK(window.hasSaved(u("countries"), "\"dimension\":\"kind\""));
}

TEST_CASE("Revert goes back to what is kept", "[editing]")
{
    EditedWindow window;
    window.field<QLineEdit>("chartTitle").setText(u("My <b>title</b>"));
    QTest::keyClick(&window.field<QLineEdit>("chartTitle"), Qt::Key_Return);
    REQUIRE(window.draws([](const chart::ChartData &data) { return data.title == u("My <b>title</b>"); }));
    QTest::mouseClick(&window.field<QPushButton>("chartRevert"), Qt::LeftButton);
    CHECK(window.draws([](const chart::ChartData &data) { return data.title.startsWith(u("Statistics")); }));
    CHECK(window.field<QLineEdit>("chartTitle").text().isEmpty());
}

TEST_CASE("a proposal draws a chart that fits the data", "[editing]")
{
    EditedWindow window;
    window.choose("chartProposal", u("Exhibitors by edition"));
    REQUIRE(window.draws([](const chart::ChartData &data) { return data.spec.measure == u("exhibitors"); }));
    CHECK(window.data().empty.isNull());
    CHECK(window.data().spec.kind == chart::ChartKind::Dots);
    CHECK(window.data().spec.name == u("kinds"));
}

TEST_CASE("every kind that is chosen draws something, whatever was drawn before", "[editing]")
{
    EditedWindow window("visitors");
    auto &kinds = window.field<QComboBox>("chartKind");
    for (int i = 0; i < kinds.count(); ++i) {
        window.choose("chartKind", kinds.itemText(i));
        const auto kind = chart::ChartKind(kinds.itemData(i).toInt());
        INFO(kinds.itemText(i).toStdString());
        REQUIRE(window.draws([&](const chart::ChartData &data) { return data.spec.kind == kind; }));
        const Result<> checked = chart::checkSpec(window.data().spec);
        INFO((checked ? QString() : checked.error().line()).toStdString());
        INFO(QJsonDocument(chart::toJson(window.data().spec)).toJson().toStdString());
        CHECK(checked.has_value());
    }
}

TEST_CASE("what is mixed on an axis is named in the editor, and drawn alone at a click", "[editing]")
{
    EditedWindow window("output");
    auto *words = window.pane().findChild<QLabel *>(u("chartMixture"));
    REQUIRE(words);
    CHECK(words->text().contains(u("core AI industry")));
    CHECK(words->textFormat() == Qt::PlainText);
    for (QPushButton *button : words->parentWidget()->findChildren<QPushButton *>())
        if (button->accessibleName() == u("Only “core AI industry”"))
            QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE(window.draws([](const chart::ChartData &data) { return data.spec.definition == u("core AI industry"); }));
    CHECK(window.data().mixtures.empty());
}

TEST_CASE("a chart keeps a question of its own", "[editing]")
{
    EditedWindow window;
    window.workspace().setQuery(explore::parseQuery(u("org:Huawei")).query);
    REQUIRE(window.waitFor(u("kinds"), 12));
    window.pane().setEditing(false);
    window.pane().setEditing(true);
    window.field<QCheckBox>("chartOwnQuestion").setChecked(true);
    window.workspace().setQuery({});
    REQUIRE(QTest::qWaitFor([&] { return window.workspace().answer().ids.size() == 332; }));
    QTest::qWait(50);
    CHECK(window.data().figures == 12);
    CHECK(window.data().query == u("org:Huawei"));
}

TEST_CASE("what is edited and not saved is there again after the program ended", "[editing]")
{
    EditedWindow window;
    window.choose("chartDimension", u("Country"));
    REQUIRE(window.draws([](const chart::ChartData &data) { return data.spec.dimension == u("country"); }));
    window.pane().newChart();
    ui::ChartPane again(window.workspace());
    const int kinds = again.shelf().find(u("kinds"));
    REQUIRE(again.shelf().at(kinds).draft);
    CHECK(again.shelf().at(kinds).draft->dimension == u("country"));
    CHECK(again.shelf().charts().back().label() == u("New chart"));
    again.showChart(u("kinds"));
    again.revertChart();
    ui::ChartPane last(window.workspace());
    CHECK_FALSE(last.shelf().at(kinds).draft);
}

TEST_CASE("a chart that another renames or deletes keeps what was edited of it", "[editing]")
{
    EditedWindow window;
    window.choose("chartDimension", u("Country"));
    const auto charts = window.saved();
    const auto kinds
        = std::find_if(charts.begin(), charts.end(), [](const catalogue::SavedChart &each) { return each.name == u("kinds"); });
    window.workspace().apply(catalogue::renameChart(*kinds, u("sorts")));
    REQUIRE(QTest::qWaitFor([&] { return window.pane().shelf().find(u("sorts")) >= 0; }));
    CHECK(window.pane().shelf().at(window.pane().shelf().find(u("sorts"))).draft.has_value());
    window.workspace().apply(catalogue::deleteChart(*kinds));
    REQUIRE(QTest::qWaitFor([&] { return window.pane().shelf().find(u("sorts")) < 0; }));
    CHECK(window.pane().shelf().charts().back().draft.has_value());
}

TEST_CASE("the wheel does not change what is drawn", "[editing]")
{
    EditedWindow window;
    auto &kind = window.field<QComboBox>("chartKind");
    const int before = kind.currentIndex();
    QWheelEvent wheel(
        {5, 5}, kind.mapToGlobal(QPointF(5, 5)), {}, {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&kind, &wheel);
    CHECK(kind.currentIndex() == before);
}

TEST_CASE("a part of a stacked bar asks for both of its values", "[links]")
{
    ChartedWindow window("kinds-by-edition");
    emit window.canvas().chosen(window.mark(u("WAIC 2025, model")));
    CHECK(window.query() == u("edition:\"WAIC 2025\" kind:model"));
    REQUIRE(window.waitFor(u("kinds-by-edition"), 14));
    emit window.canvas().chosen(0);
    CHECK(window.query().isEmpty());
}

TEST_CASE("dragging over months asks for that time, and Back takes it back", "[links]")
{
    ChartedWindow window("months");
    const QPoint from = window.canvas().centreOf(window.mark(u("May 2025"))),
                 to = window.canvas().centreOf(window.mark(u("July 2025")));
    QTest::mousePress(&window.canvas(), Qt::LeftButton, Qt::NoModifier, {from.x(), 150});
    QTest::mouseMove(&window.canvas(), {to.x() + 30, 150});
    QTest::mouseMove(&window.canvas(), {to.x(), 150});
    QTest::mouseRelease(&window.canvas(), Qt::LeftButton, Qt::NoModifier, {to.x(), 150});
    CHECK(window.query() == u("date:2025-05..2025-07"));
    window.workspace().goBack();
    CHECK(window.query().isEmpty());
}

TEST_CASE("a click on a figure's mark asks for the announcements that give it", "[links]")
{
    ChartedWindow window("visitors");
    const int mark = window.mark(u("WAIC 2021, on-site visitors"));
    REQUIRE(mark >= 0);
    emit window.canvas().chosen(mark);
    CHECK(window.query() == u("subject:\"WAIC 2021\" measure:visitors"));
    REQUIRE(QTest::qWaitFor([&] { return window.data().query == window.query(); }));
    REQUIRE(window.data().marks.size() == 1);
    emit window.canvas().chosen(0);
    CHECK(window.query().isEmpty());
}

TEST_CASE("hovering over a figure tells what it is and who says so", "[links]")
{
    ChartedWindow window("visitors");
    const int mark = window.mark(u("WAIC 2021, on-site visitors"));
    const QPoint at = window.canvas().centreOf(mark);
    QHelpEvent help(QEvent::ToolTip, at, window.canvas().mapToGlobal(at));
    QApplication::sendEvent(&window.canvas(), &help);
    CHECK(QToolTip::text().contains(u("140,000")));
    CHECK(QToolTip::text().contains(u("Observed · on-site visitors")));
    CHECK(QToolTip::text().contains(u("Source: ")));
    QToolTip::hideText();
}

TEST_CASE("the numbers as a table answer to the keyboard", "[table]")
{
    ChartedWindow window("kinds");
    window.pane().setAsTable(true);
    window.pane().focusChart();
    auto *table = window.pane().findChild<ui::ChartTableView *>();
    REQUIRE(table->isVisible());
    CHECK(table->model()->rowCount() == int(window.data().marks.size()));
    CHECK(table->model()->index(0, 0).data() == u("statistic"));
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    CHECK(window.query() == u("kind:event"));
    REQUIRE(window.waitFor(u("kinds"), 58));
    CHECK(table->model()->rowCount() == int(window.data().marks.size()));
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    CHECK(QGuiApplication::clipboard()->text().startsWith(u("event\t58")));
    window.pane().setAsTable(false);
    CHECK(window.canvas().isVisible());
}

TEST_CASE("a saved chart that cannot be read says so and harms no other", "[editing]")
{
    ChartedWindow window("kinds");
    window.workspace().apply(catalogue::saveChart(u("broken"), u("{\"kind\": \"sphere\"}")));
    REQUIRE(QTest::qWaitFor([&] { return window.pane().shelf().find(u("broken")) >= 0; }));
    window.pane().showChart(u("broken"));
    REQUIRE(QTest::qWaitFor([&] { return window.pane().data() && !window.pane().data()->empty.isNull(); }));
    CHECK(window.data().empty.contains(u("sphere")));
    window.pane().showChart(u("kinds"));
    CHECK(window.waitFor(u("kinds"), 332));
}
