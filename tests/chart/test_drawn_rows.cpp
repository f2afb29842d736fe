// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include "chart/drawn_rows.h"

using namespace waic;
using namespace waic::chart;
using namespace waic::tests;

namespace {

const Cancelled kNever = [] { return false; };

DrawnRows drawn(ExploredCatalogue &catalogue)
{
    const explore::Answer all = catalogue.ask(u(""));
    return must(readDrawnRows(all.ids.all(), all.total, catalogue.reader(), kNever));
}

/// One announcement, without anything linked to it.
catalogue::Contents one()
{
    catalogue::Contents contents;
    contents.announcements.push_back(announcement(u("a"), u("robot")));
    return contents;
}

} // namespace

TEST_CASE("a long chain of merges leads every member to its end", "[drawn-rows]")
{
    ExploredCatalogue catalogue(one());
    catalogue.sql(u("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                    "INSERT INTO organisation(id, name, merged_into) "
                    "SELECT i, 'Name ' || i, CASE WHEN i < 3000 THEN i + 1 END FROM n;"
                    "INSERT INTO participation(announcement, organisation, role) "
                    "SELECT a.id, o.id, 'partner' FROM announcement a, organisation o"));
    const DrawnRows rows = drawn(catalogue);
    REQUIRE(rows.rows.size() == 1);
    CHECK(rows.rows.front().organisations == std::vector<catalogue::RowId>{3000});
    CHECK(rows.organisations.size() == 1);
    CHECK(rows.organisations.at(3000).name == u("Name 3000"));
}

TEST_CASE("organisations merged in a ring stand for one, as a filter by it finds them", "[drawn-rows]")
{
    ExploredCatalogue catalogue(one());
    catalogue.sql(u("INSERT INTO organisation(id, name, merged_into) "
                    "VALUES (4, 'Outside', 3), (3, 'Three', 2), (2, 'Two', 1), (1, 'One', 3);"
                    "INSERT INTO participation(announcement, organisation, role) SELECT id, 4, 'partner' FROM announcement;"
                    "INSERT INTO participation(announcement, organisation, role) SELECT id, 2, 'partner' FROM announcement"));
    CHECK(drawn(catalogue).rows.front().organisations == std::vector<catalogue::RowId>{1});
    catalogue.reload();
    const ChartData data = charted(catalogue, "organisations");
    REQUIRE(data.marks.size() == 1);
    explore::Query query;
    query.conditions.push_back(*data.marks.front().filter);
    CHECK(catalogue.ask(query).ids.size() == 1);
}

TEST_CASE("of many links of one announcement each counts once", "[drawn-rows]")
{
    catalogue::Contents contents = one();
    contents.units.push_back({u("robots"), u("count of robots"), 1.0});
    contents.measures.push_back({u("robots"), u("count of robots"), {}});
    ExploredCatalogue catalogue(contents);
    catalogue.sql(u("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                    "INSERT INTO source(id, title, publisher) SELECT i, 'Page ' || i, 'Paper ' || (i % 7) FROM n;"
                    "INSERT INTO claim(id, announcement, measure, subject, value, unit) "
                    "SELECT 1, id, 'robots', 'China', 5, 'robots' FROM announcement;"
                    "INSERT INTO citation(announcement, source) SELECT a.id, s.id FROM announcement a, source s;"
                    "INSERT INTO citation(claim, source) SELECT 1, id FROM source"));
    CHECK(drawn(catalogue).rows.front().sources.size() == 3000);
    const ChartData data = charted(catalogue, "kinds");
    CHECK(data.sourceForms.value(0).contains(u("Paper 0; Paper 1; Paper 2")));
}

TEST_CASE("a chart that is no longer wanted ends early and empty", "[drawn-rows]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(u("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                  "INSERT INTO announcement(uid, title) SELECT 'copy' || i, 'Copy ' || i FROM n"));
    starter.reload();
    for (const ChartSpec &spec : builtInCharts()) {
        INFO(spec.name.toStdString());
        int asked = 0;
        const Cancelled never = [&asked] { return ++asked < 0; };
        REQUIRE(must(buildChart(spec, starter.ask(u("")), starter.reader(), never)).has_value());
        // A share reads its few claims at once; what counts announcements looks up between blocks of them.
        CHECK(asked > (spec.kind == ChartKind::Share ? 1 : 4));
        int askedTwice = 0;
        const Cancelled atTwo = [&askedTwice] { return ++askedTwice >= 2; };
        CHECK_FALSE(must(buildChart(spec, starter.ask(u("")), starter.reader(), atTwo)).has_value());
        CHECK(askedTwice < 6);
        // The reader serves the next chart.
        CHECK(must(buildChart(spec, starter.ask(u("")), starter.reader(), kNever)).has_value());
    }
}
