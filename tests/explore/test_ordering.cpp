// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/fold.h"
#include "explored_catalogue.h"

#include <algorithm>
#include <set>

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

struct Line
{
    const char *title;
    const char *date;
    const char *kind;
    std::vector<const char *> organisations;
};

catalogue::Contents contentsOf(const std::vector<Line> &lines)
{
    catalogue::Contents contents;
    contents.organisations = {{u("o1"), u("Zhipu"), u("CN"), {}, {}}, {u("o2"), u("Élan"), u("FR"), {}, {}},
        {u("o3"), u("Beijing Academy of Artificial Intelligence"), u("CN"), {}, {{u("BAAI"), QString(), true}}}};
    contents.sources
        = {{u("s1"), u("https://a.example"), u("A"), {}, {}, {}, {}}, {u("s2"), u("https://b.example"), u("B"), {}, {}, {}, {}}};
    for (const Line &line : lines) {
        auto &row = contents.announcements.emplace_back();
        row.uid = u("row-%1").arg(contents.announcements.size());
        row.title = u(line.title);
        if (*line.date != 0)
            row.announcedOn = u(line.date);
        if (*line.kind != 0)
            row.kind = u(line.kind);
        for (const char *organisation : line.organisations)
            row.organisations.push_back({u(organisation), u("announcer")});
    }
    return contents;
}

QString order(ExploredCatalogue &catalogue, const char *text)
{
    return catalogue.titles(u(text)).join(QLatin1Char(' '));
}

} // namespace

TEST_CASE("the newest comes first, a missing part of a date last of its year or month, undated last", "[order]")
{
    ExploredCatalogue catalogue(
        contentsOf({{"a", "2025", "", {}}, {"b", "2025-07", "", {}}, {"c", "2025-07-26", "", {}}, {"d", "2025-07-01", "", {}},
            {"e", "", "", {}}, {"f", "2026", "", {}}, {"g", "2024-12-31", "", {}}, {"h", "2025-08-01", "", {}}}));
    CHECK(order(catalogue, "") == u("f h c d b a g e"));
    CHECK(order(catalogue, "sort:-date") == u("f h c d b a g e"));
    CHECK(order(catalogue, "sort:date") == u("g d c b h a f e"));
}

TEST_CASE("equal keys are ordered by folded title", "[order]")
{
    ExploredCatalogue catalogue(contentsOf({{"Zebra", "2025", "", {}}, {"école", "2025", "", {}}, {"Eagle", "2025", "", {}},
        {"大会", "2025", "", {}}, {"fox", "2025", "", {}}}));
    CHECK(order(catalogue, "") == u("Eagle école fox Zebra 大会"));
    CHECK(order(catalogue, "sort:title") == u("Eagle école fox Zebra 大会"));
    CHECK(order(catalogue, "sort:-title") == u("大会 Zebra fox école Eagle"));
}

TEST_CASE("rows of one title are always in the same order", "[order]")
{
    const ExploredCatalogue catalogue(contentsOf(std::vector<Line>(50, {"same", "", "", {}})));
    const std::vector<catalogue::RowId> ids = catalogue.ask(u("")).ids.all();
    CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("missing values come last, rising and falling", "[order]")
{
    ExploredCatalogue catalogue(
        contentsOf({{"a", "", "robot", {}}, {"b", "", "", {}}, {"c", "", "Model", {}}, {"d", "", "hardware", {}}}));
    CHECK(order(catalogue, "sort:kind") == u("d c a b"));
    CHECK(order(catalogue, "sort:-kind") == u("a c d b"));
    CHECK(order(catalogue, "sort:edition,-title") == u("d c b a")); // none has one
}

TEST_CASE("organisations sort by the name that the table shows first", "[order]")
{
    ExploredCatalogue catalogue(contentsOf(
        {{"a", "", "", {"o1"}}, {"b", "", "", {}}, {"c", "", "", {"o1", "o2"}}, {"d", "", "", {"o3"}}, {"e", "", "", {"o2"}}}));
    CHECK(order(catalogue, "sort:org") == u("d c e a b")); // BAAI, Élan, Élan, Zhipu
    CHECK(order(catalogue, "sort:-org") == u("a c e d b"));
}

TEST_CASE("further keys decide among equals of the first", "[order]")
{
    ExploredCatalogue catalogue(contentsOf({{"a", "2024", "robot", {}}, {"b", "2025", "model", {}}, {"c", "2025", "robot", {}},
        {"d", "2024", "model", {}}, {"e", "2025", "model", {}}}));
    CHECK(order(catalogue, "sort:kind,-date") == u("b e d c a"));
    CHECK(order(catalogue, "sort:-kind,date,-title") == u("a c d e b"));
}

TEST_CASE("figures and sources sort by their number", "[order]")
{
    catalogue::Contents contents = contentsOf({{"a", "", "", {}}, {"b", "", "", {}}, {"c", "", "", {}}});
    contents.units = {{u("x"), u("x"), {}}};
    contents.measures = {{u("m"), u("x"), {}}};
    catalogue::Contents::Claim claim;
    claim.measure = u("m");
    claim.subject = u("s");
    claim.unit = u("x");
    claim.qualifier = u("exactly");
    claim.nature = u("observed");
    claim.citations = {{u("s1"), {}}};
    contents.announcements[0].claims = {claim};
    claim.value = 2;
    claim.citations = {{u("s2"), {}}};
    contents.announcements[0].claims.push_back(claim);
    contents.announcements[0].sources = {u("s1"), u("s2")};
    contents.announcements[1].claims = {claim};
    ExploredCatalogue catalogue(contents);
    CHECK(order(catalogue, "sort:figures") == u("c b a"));
    CHECK(order(catalogue, "sort:-sources") == u("a b c"));
}

TEST_CASE("every column sorts all of the starter", "[order]")
{
    const ExploredCatalogue starter(must(exchange::starterContents()));
    for (const QString &field : FacetIndex::sortFields()) {
        INFO(field.toStdString());
        const std::vector<catalogue::RowId> rising = starter.ask(u("sort:") + field).ids.all();
        const std::vector<catalogue::RowId> falling = starter.ask(u("sort:-") + field).ids.all();
        CHECK(rising.size() == 332);
        CHECK(std::set(rising.begin(), rising.end()) == std::set(falling.begin(), falling.end()));
    }
}

TEST_CASE("the organisation column sorts by what it shows", "[order]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    std::string before;
    for (const auto &row : must(starter.reader().rows(starter.ask(u("-org:none sort:org")).ids.all()))) {
        INFO(row.announcement.title.toStdString());
        REQUIRE_FALSE(row.organisations.isEmpty());
        const std::string shown = catalogue::folded(row.organisations.front()).toStdString();
        CHECK(before <= shown);
        before = shown;
    }
}
