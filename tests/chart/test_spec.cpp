// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

using namespace waic;
using namespace waic::chart;
using namespace waic::tests;

namespace {

Error refused(const char *json)
{
    const Result<ChartSpec> spec = specFromJson(QJsonDocument::fromJson(json).object(), u("my.json"));
    REQUIRE_FALSE(spec);
    return spec.error();
}

} // namespace

TEST_CASE("the share of models is the opening chart, and each chart has a name for galleries", "[spec]")
{
    QStringList names, labels;
    for (const ChartSpec &spec : builtInCharts()) {
        names.append(spec.name);
        labels.append(galleryLabel(spec));
    }
    CHECK(names == QStringList{u("models-share"), u("kinds"), u("organisations"), u("countries"), u("months")});
    CHECK(labels == QStringList{u("China’s share"), u("Kinds"), u("Organisations"), u("Countries"), u("By month")});
}

TEST_CASE("a chart written as JSON and read back is the same chart", "[spec]")
{
    std::vector<ChartSpec> specs = builtInCharts();
    ChartSpec own = specs[1];
    own.name = u("robots");
    own.top = 3;
    own.title = u("Robots of every kind");
    own.subtitle = u("\"quoted\" & <tagged>");
    own.query = explore::parseQuery(u("kind:robot \"humanoid\" -country:US")).query;
    specs.push_back(own);
    for (const ChartSpec &spec : specs) {
        const QByteArray written = QJsonDocument(toJson(spec)).toJson();
        CHECK(must(specFromJson(QJsonDocument::fromJson(written).object(), {})) == spec);
    }
}

TEST_CASE("a chart that cannot be drawn is refused with what is wrong and what there is", "[spec]")
{
    CHECK(refused(R"({"kind": "pie"})").what == u("there is no kind of chart “pie”"));
    CHECK(refused(R"({"kind": "pie"})").next.contains(u("ranked-bar")));
    CHECK(refused(R"({"kind": "pie"})").where == u("my.json"));
    CHECK(refused(R"({"kind": "ranked-bar"})").next.contains(u("kind, edition, org, country")));
    CHECK(refused(R"({"kind": "stacked-bar", "dimension": "kind"})").what == u("a chart of the kind stacked-bar needs “split”"));
    CHECK(refused(R"({"kind": "stacked-bar", "dimension": "kind", "split": "kind"})").what.contains(u("same")));
    CHECK(refused(R"({"kind": "scatter", "measure": "compute"})").what.contains(u("second-measure")));
    CHECK(refused(R"({"kind": "dots", "dimension": "edition"})").what.contains(u("needs “measure”")));
    CHECK(refused(R"({"kind": "line", "dimension": "kind"})").next == u("it is one of: month, year, edition"));
    CHECK(refused(R"({"kind": "share", "dimension": "kind", "form": "sphere"})").next == u("it is one of: donut, pie, bar"));
    CHECK(refused(R"({"kind": "line", "dimension": "year", "cumulative": 1})").what.contains(u("neither true nor false")));
    CHECK(refused(R"({"kind": "time-columns", "dimension": "kind"})").next == u("it is one of: month"));
    CHECK(refused(R"({"kind": "share", "subject": "China"})").what.contains(u("measure")));
    CHECK(refused(R"({"kind": "ranked-bar", "dimension": "kind", "top": 0})").what.contains(u("whole number from 1")));
    CHECK(refused(R"({"kind": "ranked-bar", "dimension": "kind", "top": 2.5})").what.contains(u("whole number")));
    CHECK(refused(R"({"kind": "ranked-bar", "dimension": "kind", "titel": "x"})").what == u("a chart has no “titel”"));
    CHECK(refused(R"({"kind": "ranked-bar", "dimension": "kind", "title": 3})").what.contains(u("is not a text")));
    CHECK(refused(R"({"kind": "ranked-bar", "dimension": "kind", "query": "kidn:model"})").what.contains(u("query")));
}

TEST_CASE("a title of one's own takes the place of the finding", "[spec]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    ChartSpec spec = builtIn("kinds");
    spec.title = u("What was announced");
    spec.subtitle = u("At all editions");
    const ChartData data = must(buildChart(spec, {}, starter.index(), starter.reader()));
    CHECK(data.title == u("What was announced"));
    CHECK(data.subtitle == u("At all editions"));
}

TEST_CASE("a chart of a field that the catalogue does not have says so", "[spec]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    ChartSpec spec = builtIn("kinds");
    spec.dimension = u("colour");
    CHECK(must(buildChart(spec, {}, starter.index(), starter.reader())).empty == u("This catalogue has no field “colour”."));
}

TEST_CASE("the starter ships with charts that can all be drawn", "[spec]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const std::vector<catalogue::SavedChart> charts = must(starter.reader().savedCharts());
    REQUIRE(charts.size() >= 8);
    CHECK(charts.front().name == u("models-share"));
    for (const catalogue::SavedChart &chart : charts) {
        INFO(chart.name.toStdString());
        const ChartSpec spec = must(specFromJson(QJsonDocument::fromJson(chart.spec.toUtf8()).object(), chart.name));
        CHECK(spec.name == chart.name);
        const ChartData data = must(buildChart(spec, {}, starter.index(), starter.reader()));
        CHECK(data.empty.isNull());
        CHECK(data.marks.size() > 1);
        CHECK(data.unsourced == 0);
    }
}
