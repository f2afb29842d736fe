// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/charted_window.h"

#include "ui/chart/chart_builder.h"
#include "ui/chart/export_dialog.h"

#include <QTranslator>

#include <atomic>
#include <stdexcept>

using namespace waic;
using namespace waic::tests;

namespace {

/// Lets the wording of counts fail as no rule foresees, while it is there.
class ThrowingWords : public QTranslator
{
public:
    ThrowingWords() { QCoreApplication::installTranslator(this); }
    ~ThrowingWords() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *, const char *, int) const override
    {
        if (qstrcmp(context, "CountChart") == 0)
            throw std::runtime_error("out of words");
        return {};
    }
};

} // namespace

TEST_CASE("a picture of an older answer is not shown once a newer one came", "[chart-pane]")
{
    ChartedWindow window("kinds");
    QSignalSpy shown(&window.pane(), &ui::ChartPane::shown);
    window.pane().showChart(u("organisations"));
    emit window.workspace().answered();
    CHECK(window.waitFor(u("organisations"), 332));
    QTest::qWait(50);
    CHECK(shown.size() == 1);
}

TEST_CASE("a chart chosen while the pane is hidden is what is shown and exported then", "[chart-pane]")
{
    ChartedWindow window("kinds");
    window.pane().showChart(u("organisations"));
    window.pane().hide();
    window.pane().showChart(u("countries"));
    QTest::qWait(50);
    CHECK(window.data().spec.name == u("kinds"));
    window.dialogs().file = window.path("out.svg");
    window.pane().exportTo({{800, 500}, 1, ui::ThemeKind::Light, ui::PictureFormat::Svg});
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(window.path("out.svg")); }));
    CHECK(window.data().spec.name == u("countries"));
    window.pane().show();
    CHECK(window.waitFor(u("countries"), 332));
}

TEST_CASE("what nobody foresaw while a chart is made is told, and the next chart is drawn", "[chart-pane]")
{
    ChartedWindow window("months");
    QSignalSpy reported(&window.workspace(), &ui::Workspace::reported);
    {
        const ThrowingWords words;
        window.pane().showChart(u("kinds"));
        window.pane().exportChart();
        REQUIRE(QTest::qWaitFor([&] { return !reported.isEmpty(); }));
    }
    REQUIRE(reported.size() == 1);
    const Error error = reported.first().first().value<Error>();
    CHECK(error.kind == ErrorKind::Bug);
    CHECK(error.what == u("out of words"));

    window.workspace().setQuery(explore::parseQuery(u("org:Baidu")).query);
    REQUIRE(window.waitFor(u("kinds"), 23));
    // The export was given up with the chart that failed.
    CHECK_FALSE(window.pane().findChild<ui::ExportDialog *>());
}

TEST_CASE("a builder that is cancelled tells nothing", "[chart-builder]")
{
    ChartedWindow window("kinds");
    ui::ChartBuilder builder(window.workspace(), explore::TallyAsker::Thumbnails);
    QSignalSpy built(&builder, &ui::ChartBuilder::built);
    QSignalSpy failed(&builder, &ui::ChartBuilder::failed);
    builder.build(builtIn("kinds"));
    builder.cancel();
    QTest::qWait(50);
    CHECK(built.isEmpty());
    builder.build(builtIn("months"));
    REQUIRE(QTest::qWaitFor([&] { return !built.isEmpty(); }));
    CHECK(built.size() == 1);
    CHECK(built.first().first().value<chart::ChartData>().spec.name == u("months"));
    CHECK(failed.isEmpty());
}
