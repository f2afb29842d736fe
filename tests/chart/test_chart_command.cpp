// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_desk.h"

using namespace waic;
using namespace waic::tests;

TEST_CASE("chart draws by name with the size, scale, theme and query asked for", "[chart-command]")
{
    ChartDesk desk;
    CHECK(desk.run({u("kinds"), u("--to"), desk.file("a.svg")}) == 0);
    CHECK(desk.run({u("--query"), u("org:Huawei"), u("kinds"), u("--to"), desk.file("b.png"), u("--size"), u("800x600"),
              u("--scale"), u("2"), u("--theme"), u("print"), u("--force")})
        == 0);
    REQUIRE(desk.writer.drawn.size() == 2);
    CHECK(desk.writer.requests[0].size == QSize(1600, 1000));
    CHECK(desk.writer.requests[0].theme == u("light"));
    CHECK(desk.writer.drawn[0].figures == 332);
    CHECK(desk.writer.drawn[0].catalogueUid == must(catalogue::CatalogueFile::open(desk.path)).uid());
    CHECK(desk.writer.requests[1].size == QSize(800, 600));
    CHECK(desk.writer.requests[1].scale == 2);
    CHECK(desk.writer.requests[1].theme == u("print"));
    CHECK(desk.writer.requests[1].force);
    CHECK(desk.writer.drawn[1].figures == 12);
    CHECK(desk.writer.drawn[1].query == u("org:Huawei"));
}

TEST_CASE("chart draws a specification from a file, with its own query unless another is asked", "[chart-command]")
{
    ChartDesk desk;
    desk.write("my.json", R"({"name": "mine", "kind": "ranked-bar", "dimension": "org", "top": 3, "query": "kind:robot"})");
    CHECK(desk.run({desk.file("my.json"), u("--to"), desk.file("a.png")}) == 0);
    CHECK(desk.run({desk.file("my.json"), u("--to"), desk.file("a.png"), u("--query"), u("kind:model")}) == 0);
    REQUIRE(desk.writer.drawn.size() == 2);
    CHECK(desk.writer.drawn[0].query == u("kind:robot"));
    CHECK(desk.writer.drawn[0].marks.size() == 3);
    CHECK(desk.writer.drawn[1].query == u("kind:model"));
}

TEST_CASE("wrong usage of chart is exit 2 and draws nothing", "[chart-command]")
{
    ChartDesk desk;
    const QString out = desk.file("a.png");
    CHECK(desk.run({u("kinds")}) == 2);
    CHECK(desk.run({}) == 2);
    CHECK(desk.run({u("kinds"), u("more"), u("--to"), out}) == 2);
    CHECK(desk.run({u("nosuchchart"), u("--to"), out}) == 2);
    CHECK(desk.run({u("kinds"), u("--to"), desk.file("a.gif")}) == 2);
    CHECK(desk.run({u("kinds"), u("--to"), desk.file("a")}) == 2);
    for (const char *size : {"", "big", "800", "800x", "0x0", "-5x5", "100x9999999", "800x600x3", "1e3x800"})
        CHECK(desk.run({u("kinds"), u("--to"), out, u("--size"), u(size)}) == 2);
    for (const char *scale : {"", "0", "-1", "nan", "inf", "99", "two"})
        CHECK(desk.run({u("kinds"), u("--to"), out, u("--scale"), u(scale)}) == 2);
    CHECK(desk.run({u("kinds"), u("--to"), out, u("--theme"), u("pink")}) == 2);
    CHECK(desk.run({u("kinds"), u("--to"), out, u("--query"), u("kidn:model")}) == 2);
    CHECK(desk.run({u("kinds"), u("--to"), out, u("--colour"), u("red")}) == 2);
    CHECK(desk.run({u("kinds"), u("--list")}) == 2);
    CHECK(desk.writer.drawn.empty());
}

TEST_CASE("chart fails with exit 1 for files that cannot be used", "[chart-command]")
{
    ChartDesk desk;
    desk.write("there.png", "mine");
    CHECK(desk.run({u("kinds"), u("--to"), desk.file("there.png")}) == 1);
    CHECK(desk.run({desk.file("missing.json"), u("--to"), desk.file("a.png")}) == 1);
    desk.write("broken.json", "{");
    CHECK(desk.run({desk.file("broken.json"), u("--to"), desk.file("a.png")}) == 1);
    desk.write("pie.json", R"({"kind": "pie"})");
    CHECK(desk.run({desk.file("pie.json"), u("--to"), desk.file("a.png")}) == 1);
    CHECK(batch::runChart({desk.file("missing.waic"), u("kinds"), u("--to"), desk.file("a.png")}, desk.writer) == 1);
    CHECK(batch::runChart({desk.file("there.png"), u("--list")}, desk.writer) == 1);
    CHECK(desk.writer.drawn.empty());
    CHECK(desk.run({u("--list")}) == 0);
}
