// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/figured_catalogue.h"

using namespace waic;
using namespace waic::chart;
using namespace waic::tests;

namespace {

constexpr const char *kBySubject = R"({"kind": "ranked-bar", "measure": "distance", "dimension": "subject"})";
constexpr const char *kByYear = R"({"kind": "line", "measure": "distance", "dimension": "year"})";

} // namespace

TEST_CASE("figures are drawn in one unit, those that do not convert are told", "[figures]")
{
    Figures figures;
    figures.add("A", 1500);
    figures.add("B", 2).unit = u("km");
    figures.add("C", 7).unit = u("USD");
    figures.add("D", 100);
    const ChartData data = figures.draw(kBySubject);
    CHECK(marksText(data) == u("2,000 B, 1,500 A, 100 D"));
    CHECK(data.up.unit == u("m"));
    CHECK(data.note.contains(u("Not drawn: 1 figure in other units.")));
    CHECK(data.title == u("Distance: B leads with 2,000\u00a0m"));
    const ChartData kilometres
        = figures.draw(R"({"kind": "ranked-bar", "measure": "distance", "dimension": "subject", "unit": "km"})");
    CHECK(marksText(kilometres) == u("2 B, 1.5 A, 0.1 D"));
}

TEST_CASE("hedges are shown as bounds and large numbers by their size", "[figures]")
{
    Figures figures;
    figures.add("A", 3e11).qualifier = u("more than");
    figures.add("B", 2.5e11).qualifier = u("about");
    figures.add("C", 1e11).valueTo = 1.5e11;
    const ChartData data = figures.draw(kBySubject);
    CHECK(marksText(data) == u("≥\u00a0300 A, ≈\u00a0250 B, 100 to 150 C"));
    CHECK(data.subtitle.contains(u("billion m")));
    CHECK(data.marks[2].low == 1e11);
    CHECK(data.marks[2].high == 1.5e11);
}

TEST_CASE("figures of one time that differ have a range, those of different days of a year do not", "[figures]")
{
    Figures figures;
    figures.add("A", 100, "2024-03-01").citations = {{u("s0"), {}}, {u("s1"), {}}};
    figures.add("A", 140, "2024-03-01");
    figures.add("B", 100, "2024-03-01");
    figures.add("B", 140, "2024-09-01");
    figures.add("C", 134, "2024");
    figures.add("C", 130, "2024"); // 134 rounds to it
    const ChartData data = figures.draw(kBySubject);
    const Mark &a = *markNamed(data, u("A")), &b = *markNamed(data, u("B")), &c = *markNamed(data, u("C"));
    CHECK(a.value == 100); // of most sources
    CHECK(a.low == 100);
    CHECK(a.high == 140);
    CHECK(a.others.size() == 1);
    CHECK_FALSE(b.low);
    CHECK(b.value == 140); // the newest
    CHECK_FALSE(c.low);
    CHECK(data.note.contains(u("Sources differ on A (100 to 140).")));
    CHECK(data.figures == 4); // those that are drawn: both of A, which make its range
    CHECK(a.facts.figures == 2);
    CHECK(a.facts.publishers == QStringList{u("Paper 0"), u("Paper 1")});
}

TEST_CASE("unlike definitions and natures on an axis are named, and can be drawn apart", "[figures]")
{
    Figures figures;
    figures.add("A", 100, "2023").definition = u("net");
    figures.add("A", 200, "2024").definition = u("gross");
    figures.add("A", 300, "2025").nature = u("target");
    const ChartData data = figures.draw(kByYear);
    REQUIRE(data.mixtures.size() == 2);
    CHECK(data.mixtures[0].field == u("definition"));
    CHECK(data.mixtures[0].values.size() == 3);
    CHECK(data.note.contains(u("Figures count different things: net and gross; some pages do not say what.")));
    CHECK(data.note.contains(u("Unlike figures share the axis: observed and target.")));
    CHECK_FALSE(data.briefNote.isEmpty());
    const ChartData net = figures.draw(R"({"kind": "line", "measure": "distance", "dimension": "year", "definition": "net"})");
    CHECK(net.mixtures.empty());
    CHECK(net.marks.size() == 1);
    const ChartData dots = figures.draw(R"({"kind": "dots", "measure": "distance", "dimension": "year"})");
    CHECK(dots.mixtures.empty()); // each has a colour and lane of its own
    CHECK(dots.series.size() == 3);
}

TEST_CASE("years without a figure are gaps, not zeros", "[figures]")
{
    Figures figures;
    figures.add("A", 100, "2020");
    figures.add("A", 300, "2023-06");
    const ChartData data = figures.draw(kByYear);
    REQUIRE(data.categories.size() == 4);
    CHECK(data.marks.size() == 2);
    CHECK(data.categories[1].isMissing);
    CHECK(data.note.contains(u("No figure for 2021 and 2022.")));
    CHECK(data.title == u("Distance of A: from 100\u00a0m in 2020 to 300\u00a0m in 2023"));
    CHECK(data.marks[1].filter == explore::Condition{u("asof"), {u("2023")}});
}

TEST_CASE("several subjects over time are lines of their own", "[figures]")
{
    Figures figures;
    for (const char *subject : {"China", "United States", "C", "D"})
        for (const char *year : {"2023", "2024"})
            figures.add(subject, 100, year);
    const ChartData data = figures.draw(kByYear);
    REQUIRE(data.series.size() == 4);
    for (const Series &series : data.series) {
        CHECK((series.label == u("China")) == (series.colour == MarkColour::China));
        CHECK((series.label == u("United States")) == (series.colour == MarkColour::UnitedStates));
    }
    CHECK(data.key.size() == 4);
}

TEST_CASE("sum, median, largest, smallest and latest take each thing once", "[figures]")
{
    const auto drawn = [](const char *figure) {
        Figures figures;
        figures.add("A", 10, "2020").citations = {{u("s0"), {}}, {u("s1"), {}}};
        figures.add("A", 14, "2020"); // of the same thing and time: not added up
        figures.add("B", 20, "2022");
        figures.add("C", 60, "2021");
        const QString json
            = u(R"({"kind": "ranked-bar", "measure": "distance", "dimension": "kind", "figure": "%1"})").arg(u(figure));
        return figures.draw(json.toUtf8().constData());
    };
    CHECK(drawn("sum").marks.front().value == 90);
    CHECK(drawn("median").marks.front().value == 20);
    CHECK(drawn("max").marks.front().value == 60);
    CHECK(drawn("min").marks.front().value == 10);
    CHECK(drawn("latest").marks.front().value == 20);
    CHECK(drawn("sum").figures == 3);
    CHECK(drawn("sum").subtitle.contains(u("sum")));
}

TEST_CASE("figures of editions stand at the edition that they are said of", "[figures]")
{
    Figures figures;
    figures.add("WAIC 2023", 100, "2023");
    figures.lastRow().edition = u("WAIC 2025"); // looks back
    figures.add("WAIC 2025", 300, "2025");
    figures.lastRow().edition = u("WAIC 2025");
    figures.add("WAIC 2018-2022", 900, "2022");
    figures.lastRow().edition = u("WAIC 2023");
    figures.add("x", 1, nullptr, "height");
    figures.lastRow().edition = u("WAIC 2024");
    const ChartData data = figures.draw(R"({"kind": "dots", "measure": "distance", "dimension": "edition"})");
    QStringList labels;
    for (const Category &category : data.categories)
        labels.append(category.label + (category.isMissing ? u(" -") : u(" ") + category.summary));
    CHECK(labels == QStringList{u("WAIC 2023 100"), u("WAIC 2024 -"), u("WAIC 2025 300")});
    CHECK(data.note.contains(u("Not drawn: 1 figure without edition.")));
    CHECK(data.note.contains(u("3 of 4 announcements give distance.")));
    CHECK(data.marks.front().filter == explore::Condition{u("subject"), {u("WAIC 2023")}});
}

TEST_CASE("a chart of figures draws only what the question finds, and says when that is nothing", "[figures]")
{
    Figures figures;
    figures.add("A", 100);
    figures.add("B", 200).citations.clear();
    figures.lastRow().kind = u("robot");
    CHECK(marksText(figures.draw(kBySubject, "kind:robot")) == u("200 B"));
    const ChartData unsourced = figures.draw(kBySubject, "kind:robot");
    CHECK(unsourced.unsourced == 1);
    CHECK(unsourced.marks.front().facts.isUnsourced);
    CHECK(figures.draw(R"({"kind": "ranked-bar", "measure": "height", "dimension": "subject"})").empty
        == u("No announcement gives “height” as this chart asks for it."));
    CHECK(figures.draw(kByYear).empty == u("No figure of “distance” says its year."));
}

TEST_CASE("figures that nobody verified carry an asterisk when wished", "[figures]")
{
    Figures figures;
    figures.add("A", 100);
    const ChartData data
        = figures.draw(R"({"kind": "ranked-bar", "measure": "distance", "dimension": "subject", "marks-unverified": true})");
    CHECK(data.marks.front().valueText == u("100*"));
    CHECK(data.note.contains(u("* not verified.")));
}

TEST_CASE("a scatter pairs figures of one subject", "[figures]")
{
    Figures figures;
    figures.add("A", 100);
    figures.add("A", 5, nullptr, "height");
    figures.add("B", 300);
    figures.add("B", 2, nullptr, "height");
    figures.add("C", 400);
    const ChartData data = figures.draw(R"({"kind": "scatter", "measure": "distance", "second-measure": "height"})");
    REQUIRE(data.marks.size() == 2);
    const Mark &a = *markNamed(data, u("A"));
    CHECK(a.across == 100);
    CHECK(a.value == 5);
    CHECK(data.figures == 4);
    CHECK(data.title == u("Height: A leads with 5\u00a0m"));
    figures.add("D", 0);
    figures.add("D", 2, nullptr, "height");
    const ChartData log
        = figures.draw(R"({"kind": "scatter", "measure": "distance", "second-measure": "height", "scale": "log"})");
    CHECK(log.marks.size() == 2);
    CHECK(log.note.contains(u("Not drawn: 1 of zero or less.")));
}

TEST_CASE("what is known of a mark is told line by line", "[figures]")
{
    Figures figures;
    auto &claim = figures.add("A", 100, "2024-03-01");
    claim.definition = u("net");
    claim.citations = {{u("s1"), {}}};
    const QStringList lines = markDetails(figures.draw(kBySubject).marks.front());
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == u("A: 100"));
    CHECK(lines[1] == u("Observed · net · 1 Mar 2024 · not verified").replace(u("1 Mar"), u("1 March")));
    CHECK(lines[2] == u("Source: Paper 1"));
}

TEST_CASE("an estimate is not added to the count of the same thing, and bounds stay bounds", "[figures]")
{
    Figures figures;
    figures.add("A", 800, "2025").qualifier = u("more than");
    figures.add("A", 800, "2025").nature = u("forecast");
    figures.add("B", 100, "2025");
    const ChartData data = figures.draw(R"({"kind": "ranked-bar", "measure": "distance", "dimension": "kind", "figure": "sum"})");
    CHECK(data.marks.front().value == 900);
    CHECK(data.marks.front().valueText == u("≥\u00a0900"));
    CHECK(data.title.contains(u("at least 900")));
}

TEST_CASE("a figure of one edition is never drawn at another, whatever the filter leaves", "[figures]")
{
    Figures figures;
    figures.add("WAIC 2018", 72000, "2018");
    figures.lastRow().edition = u("WAIC 2025");
    figures.add("x", 1, nullptr, "height");
    figures.lastRow().edition = u("WAIC 2018");
    const ChartData data
        = figures.draw(R"({"kind": "ranked-bar", "measure": "distance", "dimension": "edition"})", "edition:\"WAIC 2025\"");
    REQUIRE(data.marks.size() == 1);
    CHECK(data.marks.front().label == u("WAIC 2018"));
}

TEST_CASE("subjects that share a line are named", "[figures]")
{
    Figures figures;
    figures.add("China", 500, "2023");
    figures.add("Shanghai", 400, "2024");
    const ChartData data = figures.draw(R"({"kind": "line", "measure": "distance", "dimension": "year", "split": "nature"})");
    REQUIRE(data.mixtures.size() == 1);
    CHECK(data.mixtures.front().field == u("subject"));
    CHECK(data.note.contains(u("Figures of several subjects stand together: China and Shanghai.")));
}

TEST_CASE("equal figures in two units do not differ", "[figures]")
{
    Figures figures;
    figures.add("A", 70);
    figures.add("A", 0.07).unit = u("km");
    figures.add("B", 1);
    const ChartData data = figures.draw(kBySubject);
    CHECK_FALSE(markNamed(data, u("A"))->low);
    CHECK_FALSE(data.note.contains(u("differ")));
}

TEST_CASE("what the axis has no place for is told, not drawn at its end", "[figures]")
{
    Figures figures;
    figures.add("A", -40, "2023");
    figures.add("A", 0, "2024");
    figures.add("A", 10, "2025");
    figures.add("A", 20, "2026");
    CHECK(figures.draw(R"({"kind": "ranked-bar", "measure": "distance", "dimension": "year"})")
              .note.contains(u("1 figure below the axis")));
    const ChartData log = figures.draw(R"({"kind": "line", "measure": "distance", "dimension": "year", "scale": "log"})");
    CHECK(log.marks.size() == 2);
    CHECK(log.note.contains(u("2 figures below the axis")));
    CHECK(log.subtitle.contains(u("logarithmic scale")));
}

TEST_CASE("absurd numbers neither crash nor are drawn", "[figures]")
{
    Figures figures;
    for (const double value : {1e308, -1e308, 1.7e308, 5.0}) {
        figures.add("A", value, "2024");
        figures.add("B", value, "2024").unit = u("km");
        figures.add("A", -value, "2024", "height");
    }
    for (const char *json : {R"({"kind": "ranked-bar", "measure": "distance", "dimension": "subject"})",
             R"({"kind": "dots", "measure": "distance", "dimension": "subject"})",
             R"({"kind": "line", "measure": "distance", "dimension": "year"})",
             R"({"kind": "scatter", "measure": "distance", "second-measure": "height"})",
             R"({"kind": "ranked-bar", "measure": "distance", "dimension": "kind", "figure": "sum"})"}) {
        const ChartData data = figures.draw(json);
        CHECK(summaryText(data).size() > 0);
        CHECK_FALSE(data.title.contains(u("inf")));
    }
}
