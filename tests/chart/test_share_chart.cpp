// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

using namespace waic;
using namespace waic::chart;
using namespace waic::tests;

namespace {

using Claim = catalogue::Contents::Claim;

Claim models(double value, std::optional<double> whole, const char *qualifier = "exactly", const char *asOf = "2025-07-28")
{
    Claim claim;
    claim.measure = u("AI models released");
    claim.subject = u("China");
    claim.value = value;
    claim.of = whole;
    claim.unit = u("models");
    claim.qualifier = u(qualifier);
    claim.nature = u("observed");
    claim.asOf = u(asOf);
    return claim;
}

/// One announcement with these claims; the first `sources` sources cite the first claim, one the others.
catalogue::Contents contents(std::vector<Claim> claims, int sources = 1)
{
    catalogue::Contents made;
    made.units.push_back({u("models"), u("count of models"), 1.0});
    made.measures.push_back({u("AI models released"), u("count of models"), {}});
    catalogue::Contents::Announcement all = announcement(u("a"), u("statistic"));
    for (int i = 0; i < std::max(1, sources); ++i) {
        catalogue::Contents::Source source;
        source.uid = u("s%1").arg(i);
        source.title = source.uid;
        source.publisher = u("Paper %1").arg(i);
        source.url = u("https://example.org/%1").arg(i);
        made.sources.push_back(source);
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
        for (int s = 0; s < (i == 0 ? sources : 1); ++s)
            claims[i].citations.push_back({u("s%1").arg(s), {}});
        all.claims.push_back(claims[i]);
    }
    made.announcements.push_back(all);
    return made;
}

} // namespace

TEST_CASE("China's share is 1,509 of 3,755, with what the sources say", "[share]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = charted(starter, "models-share");
    CHECK(data.title == u("China has released 1,509 of the world’s 3,755 AI models"));
    CHECK(data.subtitle == u("AI models released, counted to 28 July 2025 and presented at WAIC 2025"));
    REQUIRE(data.marks.size() == 2);
    CHECK(data.marks[0].label == u("China"));
    CHECK(data.marks[0].value == 1509);
    CHECK(data.marks[0].valueText == u("1,509"));
    CHECK(data.marks[0].shareText == u("40.2%"));
    CHECK(data.marks[0].colour == MarkColour::China);
    CHECK(data.marks[1].label == u("Rest of the world"));
    CHECK(data.marks[1].value == 2246);
    CHECK(data.marks[1].shareText == u("59.8%"));
    CHECK(data.centreValue == u("3,755"));
    CHECK(data.note
        == u("Counted: all released large models; the rest is not divided by country. One source says “more than 1,500”. "
             "2 of 2 figures have a source."));
    CHECK(data.source
        == u("Source: Bastille Post; Media365 (reprint); Mexico Business News (30 July 2025); People’s Daily Online "
             "(28 July 2025); VietNamNet. Four of the five quote Xinhua or CAICT."));
    CHECK(data.figures == 2);
    CHECK(data.unsourced == 0);
}

TEST_CASE("a corrected figure changes title, slices and shares", "[share]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(u("UPDATE claim SET value = 1600 WHERE value = 1509 AND of_value = 3755"));
    const ChartData data = charted(starter, "models-share");
    CHECK(data.title == u("China has released 1,600 of the world’s 3,755 AI models"));
    CHECK(data.marks[0].value == 1600);
    CHECK(data.marks[1].value == 2155);
    CHECK(data.marks[0].shareText == u("42.6%"));
}

TEST_CASE("the chart follows the filter, and says so when it hides the figure", "[share]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    CHECK(charted(starter, "models-share", "edition:\"WAIC 2025\"").marks[0].value == 1509);
    const ChartData hidden = charted(starter, "models-share", "kind:robot");
    CHECK(hidden.marks.empty());
    CHECK(hidden.empty == u("No announcement shown states China’s share of “AI models released”. Widen the filter to see it."));
    CHECK(charted(starter, "models-share", "nothingmatchesthis").empty.contains(u("No announcement matches")));
    // Of 2023 there are 39 of 149, which come to light when the newer figure is filtered out.
    CHECK(charted(starter, "models-share", "date:2023").title == u("China has released 39 of the world’s 149 AI models"));
}

TEST_CASE("the preferred figure is shown, else the exact one with most sources, else the newest", "[share]")
{
    SECTION("exact before a bound")
    {
        ExploredCatalogue catalogue(contents({models(1500, 3755, "more than"), models(1509, 3755)}, 3));
        CHECK(charted(catalogue, "models-share").marks[0].value == 1509);
    }
    SECTION("more sources before a newer date")
    {
        ExploredCatalogue catalogue(contents({models(39, 149, "exactly", "2023"), models(1509, 3755)}, 2));
        CHECK(charted(catalogue, "models-share").marks[0].value == 39);
    }
    SECTION("the newer of two with as many")
    {
        ExploredCatalogue catalogue(contents({models(39, 149, "exactly", "2023"), models(1509, 3755)}));
        CHECK(charted(catalogue, "models-share").marks[0].value == 1509);
    }
    SECTION("preferred before all")
    {
        ExploredCatalogue catalogue(contents({models(1509, 3755), models(1500, 3755, "more than")}, 3));
        catalogue.sql(u("UPDATE claim SET preferred = 1 WHERE value = 1500"));
        CHECK(charted(catalogue, "models-share").marks[0].value == 1500);
    }
}

TEST_CASE("a bound stays a bound, and its rest the opposite one", "[share]")
{
    ExploredCatalogue catalogue(contents({models(1500, 3755, "more than")}));
    const ChartData data = charted(catalogue, "models-share");
    CHECK(data.title == u("China has released more than 1,500 of the world’s 3,755 AI models"));
    CHECK(data.marks[0].valueText == u("> 1,500"));
    CHECK(data.marks[1].valueText == u("< 2,255"));
}

TEST_CASE("figures without a source are counted in the source line", "[share]")
{
    ExploredCatalogue catalogue(contents({models(1509, 3755)}, 0));
    const ChartData data = charted(catalogue, "models-share");
    CHECK(data.unsourced == 2);
    CHECK(data.source.contains(u("2 of 2 figures without a source")));
    CHECK(data.note.contains(u("0 of 2 figures have a source.")));
}

TEST_CASE("a figure that is no part of its whole draws nothing and says why", "[share]")
{
    ExploredCatalogue catalogue(contents({models(5000, 3755)}));
    const ChartData data = charted(catalogue, "models-share");
    CHECK(data.marks.empty());
    CHECK(data.empty == u("The figure 5,000 is no part of its whole, 3,755. Correct one of them to see the share."));
    ExploredCatalogue whole(contents({models(10, std::nullopt), models(10, 0)}));
    CHECK(charted(whole, "models-share").empty.contains(u("no figure of “AI models released” says of which whole")));
}

TEST_CASE("a picture's record names chart, question, numbers and catalogue, and never the time", "[share]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    ChartData data = charted(starter, "models-share", "edition:\"WAIC 2025\"");
    data.catalogueUid = starter.file().uid();
    const QJsonObject record = pictureRecord(data, 2);
    CHECK(must(specFromJson(record.value(u("spec")).toObject(), {})) == data.spec);
    CHECK(record.value(u("query")).toString() == u("edition:\"WAIC 2025\""));
    CHECK(record.value(u("numbers")).toArray().at(0).toObject().value(u("value")).toDouble() == 1509);
    CHECK(record.value(u("catalogue")).toObject().value(u("uid")).toString() == starter.file().uid());
    CHECK(record.value(u("catalogue")).toObject().value(u("date")).toString() == u("starter"));
    CHECK(pictureRecord(data, 1).value(u("numbers")).toArray().size() == 1);
}
