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
    CHECK(refused(R"({"kind": "ranked-bar", "dimension": "colour"})").next == u("it is one of: kind, org, country"));
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
    const ChartData data = must(buildChart(spec, starter.ask(u("")), starter.reader()));
    CHECK(data.title == u("What was announced"));
    CHECK(data.subtitle == u("At all editions"));
}
