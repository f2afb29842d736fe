// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/figured_catalogue.h"

#include "chart/field_words.h"

using namespace waic;
using namespace waic::chart;
using namespace waic::tests;

namespace {

ChartData drawn(ExploredCatalogue &catalogue, const char *json, const char *query = "")
{
    const ChartSpec spec = must(specFromJson(QJsonDocument::fromJson(json).object(), u("spec")));
    return must(buildChart(spec, explore::parseQuery(u(query)).query, catalogue.index(), catalogue.reader()));
}

double sum(const ChartData &data, int category)
{
    double all = 0;
    for (const Mark &mark : data.marks)
        all += mark.category == category ? mark.value : 0;
    return all;
}

} // namespace

TEST_CASE("a stack counts each announcement of a category once for each part", "[grid]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = drawn(starter, R"({"kind": "stacked-bar", "dimension": "edition", "split": "kind"})");
    REQUIRE(data.categories.size() == 9);
    CHECK(data.categories.front().label == u("WAIC 2026"));
    CHECK(data.categories.back().label == u("WAIC 2018"));
    CHECK(data.series.size() == 6);
    CHECK(data.series.back().label == u("6 others"));
    for (int i = 0; i < int(data.categories.size()); ++i) {
        const auto query = u("edition:\"%1\"").arg(data.categories[std::size_t(i)].label);
        CHECK(sum(data, i) == double(starter.ask(query).ids.size()));
    }
    CHECK(data.note.contains(u("Not drawn: 41 announcements have no edition.")));
}

TEST_CASE("a line over months has real zeros, and added up it ends at all that is dated", "[grid]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData months = drawn(starter, R"({"kind": "line", "dimension": "month"})");
    CHECK(months.marks.size() == months.categories.size());
    CHECK(std::any_of(months.marks.begin(), months.marks.end(), [](const Mark &mark) { return mark.value == 0; }));
    const ChartData added = drawn(starter, R"({"kind": "line", "dimension": "month", "cumulative": true})");
    CHECK(added.marks.back().value == 327);
    CHECK(added.title.startsWith(u("327 announcements by ")));
    CHECK(std::is_sorted(added.marks.begin(), added.marks.end(), [](const Mark &a, const Mark &b) { return a.value < b.value; }));
}

TEST_CASE("parts in per cent are those of their category", "[grid]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = drawn(starter, R"({"kind": "area", "dimension": "year", "split": "kind", "percent": true})");
    CHECK(data.isPercent);
    for (const Mark &mark : data.marks)
        if (mark.value > 0 && mark.value == sum(data, mark.category))
            CHECK(mark.shareText == u("100%"));
}

TEST_CASE("a share of counts has at most seven slices and a whole of all", "[grid]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = drawn(starter, R"({"kind": "share", "dimension": "kind", "form": "pie"})");
    REQUIRE(data.marks.size() == 6);
    double whole = 0;
    for (const Mark &mark : data.marks)
        whole += mark.value;
    CHECK(whole == 332);
    CHECK(data.marks.back().label == u("6 others"));
    CHECK(data.marks.front().filter == explore::Condition{u("kind"), {u("statistic")}});
}

TEST_CASE("a name has one colour whatever is drawn beside it, and no two of a chart share one", "[grid]")
{
    const auto colours = seriesColours(u("kind"), {u("model"), u("policy"), u("robot"), u("event"), u("research")});
    for (std::size_t i = 0; i < colours.size(); ++i)
        for (std::size_t k = i + 1; k < colours.size(); ++k)
            CHECK(colours[i] != colours[k]);
    CHECK(seriesColours(u("kind"), {u("robot")}) == seriesColours(u("kind"), {u("Robot ")}));
    CHECK(seriesColours(u("country"), {u("CN"), u("US")}) == std::vector{MarkColour::China, MarkColour::UnitedStates});
    CHECK(seriesColours(u("nature"), {u("observed"), u("target")}) == std::vector{MarkColour::Series1, MarkColour::Series4});
}

TEST_CASE("lines over editions have real zeros too, and the last sum is of all", "[grid]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = drawn(starter, R"({"kind": "line", "dimension": "edition", "split": "kind", "cumulative": true})");
    CHECK(data.marks.size() == data.categories.size() * data.series.size());
    double last = 0;
    for (const Mark &mark : data.marks)
        last += mark.category == int(data.categories.size()) - 1 ? mark.value : 0;
    CHECK(last == 291);
    CHECK(data.title == u("291 announcements by WAIC 2026"));
}

TEST_CASE("what does not add up is refused", "[grid]")
{
    const auto refused = [](const char *json) {
        const Result<ChartSpec> spec = specFromJson(QJsonDocument::fromJson(json).object(), u("x"));
        return spec ? QString() : spec.error().what;
    };
    CHECK(refused(R"({"kind": "area", "measure": "x", "dimension": "year", "split": "nature"})").contains(u("do not add up")));
    CHECK(refused(R"({"kind": "dots", "measure": "x", "dimension": "year", "cumulative": true})").contains(u("cumulative")));
    CHECK(refused(R"({"kind": "line", "dimension": "year", "percent": true})").contains(u("percent")));
    CHECK(refused(R"({"kind": "share", "measure": "x", "dimension": "kind"})").contains(u("subject")));
    CHECK(refused(R"({"kind": "line", "measure": "x", "dimension": "year", "cumulative": true})").contains(u("only sums")));
}
