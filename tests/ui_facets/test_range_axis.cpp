// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/facets/range_axis.h"

#include <QLocale>

#include <numeric>

using namespace waic;
using namespace waic::ui;
using explore::Bin;
using explore::Range;

namespace {

QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

constexpr int kWidth = 180;

RangeAxis axisOf(RangeKind kind, const std::vector<Bin> &bins, int width = kWidth)
{
    QLocale::setDefault(QLocale(QLocale::English));
    RangeAxis axis(kind);
    axis.setBins(bins, width);
    return axis;
}

int counted(const std::vector<RangeBar> &bars)
{
    return std::accumulate(bars.begin(), bars.end(), 0, [](int sum, const RangeBar &bar) { return sum + bar.count; });
}

/// Each value with a bin of its own, as a catalogue with few different numbers has them.
std::vector<Bin> binsOf(const std::vector<std::pair<double, int>> &values)
{
    std::vector<Bin> bins;
    for (std::size_t i = 0; i < values.size(); ++i)
        bins.push_back({values[i].first, values[std::min(i + 1, values.size() - 1)].first, values[i].second});
    return bins;
}

QStringList texts(const std::vector<RangeTick> &ticks)
{
    QStringList found;
    for (const RangeTick &tick : ticks)
        found << tick.text;
    return found;
}

} // namespace

TEST_CASE("months are merged until every bar is wide enough, and none is lost", "[facets]")
{
    std::vector<Bin> bins;
    for (int year = 2018; year <= 2027; ++year)
        for (int month = 1; month <= 12; ++month)
            bins.push_back({year * 100.0 + month, year * 100.0 + month + 1, month});
    const RangeAxis axis = axisOf(RangeKind::Dates, bins);
    REQUIRE_FALSE(axis.isEmpty());
    for (const RangeBar &bar : axis.bars())
        CHECK((bar.right - bar.left) * kWidth >= 7);
    CHECK(counted(axis.bars()) == 10 * 78);
    CHECK(axis.bars().front().words == u("Jan 2018 to Jun 2018"));
    const RangeAxis narrow = axisOf(RangeKind::Dates, bins, 90);
    CHECK(narrow.bars().front().words == u("2018"));
    CHECK(axis.ticks(kWidth).front().text == u("2018"));
    CHECK(axis.ticks(kWidth).size() >= 3);
}

TEST_CASE("dates by their year alone are a bar as wide as the year, or part of it where bars are years", "[facets]")
{
    const std::vector<Bin> bins{{202300, 202301, 4}, {202306, 202307, 1}, {202407, 202408, 9}};
    const RangeAxis axis = axisOf(RangeKind::Dates, bins);
    REQUIRE(axis.years().size() == 1);
    CHECK(axis.years()[0].count == 4);
    CHECK((axis.years()[0].right - axis.years()[0].left) == Approx(12 / 19.0).margin(0.15));
    CHECK(axis.years()[0].words == u("2023, month not said"));
    CHECK(counted(axis.bars()) == 10);
    const RangeAxis narrow = axisOf(RangeKind::Dates, bins, 16);
    CHECK(narrow.years().empty());
    CHECK(counted(narrow.bars()) == 14);
}

TEST_CASE("the axis stands still while counts change", "[facets]")
{
    RangeAxis axis = axisOf(RangeKind::Dates, {{201801, 201802, 1}, {202512, 202601, 1}});
    const std::size_t bars = axis.bars().size();
    axis.setBins({{202306, 202307, 5}}, kWidth);
    CHECK(axis.bars().size() == bars);
    CHECK(counted(axis.bars()) == 5);
    axis.setBins({}, kWidth);
    CHECK(axis.bars().size() == bars);
    axis.clear();
    axis.setBins({{202306, 202307, 5}}, kWidth);
    CHECK(axis.bars().size() == 1);
}

TEST_CASE("grips of dates say months and open the range at the ends", "[facets]")
{
    const RangeAxis axis = axisOf(RangeKind::Dates, {{202301, 202302, 1}, {202412, 202501, 1}});
    REQUIRE(axis.edgeCount() == 25);
    const Range from = axis.withFrom({}, 6);
    CHECK(from == Range{u("2023-07"), {}});
    const Range both = axis.withTo(from, 12);
    CHECK(both == Range{u("2023-07"), u("2023-12")});
    CHECK(axis.nearestEdge(axis.fromPlace(both)) == 6);
    CHECK(axis.nearestEdge(axis.toPlace(both)) == 12);
    CHECK(axis.withTo(axis.withFrom(both, 0), 24) == Range());
    CHECK(axis.nearestEdge(axis.toPlace({{}, u("2023")})) == 12);
    CHECK(axis.nearestEdge(axis.toPlace({{}, u("2024"), true, false})) == 12);
    CHECK(axis.fromPlace({u("2023-07-16"), {}}) == Approx(6.5 / 24).margin(0.01));
}

TEST_CASE("whole numbers have bars of whole numbers", "[facets]")
{
    const RangeAxis axis = axisOf(RangeKind::Counts, binsOf({{1, 90}, {2, 40}, {3, 20}, {7, 1}, {12, 2}}));
    CHECK_FALSE(axis.isLog());
    REQUIRE(axis.bars().size() == 12);
    CHECK(axis.bars()[0].count == 90);
    CHECK(axis.bars()[3].count == 0);
    CHECK(axis.bars()[6].words == u("7"));
    CHECK(axis.bars()[11].count == 2);
    CHECK(axis.withTo(axis.withFrom({}, 1), 3) == Range{u("2"), u("3")});
    CHECK(axis.nearestEdge(axis.toPlace({{}, u("3")})) == 3);
    CHECK(axis.nearestEdge(axis.fromPlace({u("1"), {}, false})) == 1);
    const RangeAxis narrow = axisOf(RangeKind::Counts, binsOf({{1, 1}, {95, 1}}));
    CHECK(narrow.bars().size() <= 25);
    CHECK(narrow.bars()[1].words == u("5 to 9"));
}

TEST_CASE("numbers that spread widely stand on a scale of powers", "[facets]")
{
    const RangeAxis axis = axisOf(RangeKind::Numbers, binsOf({{0, 3}, {1.5, 5}, {40, 8}, {700, 2}, {9000, 1}, {125000, 1}}));
    CHECK(axis.isLog());
    CHECK(counted(axis.bars()) == 20);
    CHECK(axis.bars()[0].count == 3);
    for (int edge = 1; edge < axis.edgeCount(); ++edge)
        CHECK(axis.edgePlace(edge) > axis.edgePlace(edge - 1));
    CHECK(texts(axis.ticks(kWidth)).contains(u("0")));
    const int edge = axis.nearestEdge(axis.fromPlace({u("100"), {}}));
    CHECK(axis.withFrom({}, edge).from == u("100"));
    CHECK(axis.withTo({}, edge) == Range{{}, u("100"), true, false});
}

TEST_CASE("one value, negative values and huge ones have bars too", "[facets]")
{
    for (const auto &values :
        std::vector<std::vector<std::pair<double, int>>>{{{5, 3}}, {{0, 3}}, {{-0.25, 1}, {0.5, 2}}, {{-4000, 1}, {9000, 2}},
            {{1e300, 1}}, {{-1e300, 1}, {1e300, 2}}, {{1e-200, 1}, {1e200, 2}}, {{0.001, 2}, {0.004, 1}}}) {
        const RangeAxis axis = axisOf(RangeKind::Numbers, binsOf(values));
        int sum = 0;
        for (const auto &[value, count] : values)
            sum += count;
        CHECK(counted(axis.bars()) == sum);
        CHECK(axis.bars().size() <= 51);
        CHECK(axis.edgePlace(0) == 0);
        CHECK(axis.edgePlace(axis.edgeCount() - 1) == 1);
        (void)axis.ticks(kWidth);
    }
    CHECK(axisOf(RangeKind::Numbers, {}).isEmpty());
}

TEST_CASE("an end is read as a date or a number, and a mistake has words", "[facets]")
{
    QLocale::setDefault(QLocale(QLocale::English));
    CHECK(parseRangeEnd(u(" 2025-07 "), RangeKind::Dates).text == u("2025-07"));
    CHECK(parseRangeEnd(u(""), RangeKind::Dates).text.isNull());
    CHECK(parseRangeEnd(u("2025-13"), RangeKind::Dates).mistake.startsWith(u("There is no month 13")));
    CHECK_FALSE(parseRangeEnd(u("soon"), RangeKind::Dates).mistake.isEmpty());
    CHECK(parseRangeEnd(u("1,200"), RangeKind::Numbers).text == u("1200"));
    CHECK(parseRangeEnd(u("1e3"), RangeKind::Numbers).text == u("1000"));
    const RangeEnd below = parseRangeEnd(u("< 5"), RangeKind::Numbers);
    CHECK(below.text == u("5"));
    CHECK_FALSE(below.included);
    CHECK(parseRangeEnd(u("<=5"), RangeKind::Numbers).included);
    for (const char *typed : {"many", "inf", "nan", "1e999", "5 6"})
        CHECK_FALSE(parseRangeEnd(u(typed), RangeKind::Numbers).mistake.isEmpty());
    CHECK(rangeEndText(u("1200"), false, false, RangeKind::Numbers) == u("< 1,200"));
    CHECK_FALSE(rangeMistake({u("2025-07"), u("2024")}, RangeKind::Dates).isEmpty());
    CHECK(rangeMistake({u("2025-07"), u("2025")}, RangeKind::Dates).isEmpty());
    CHECK(rangeMistake({u("5"), u("5")}, RangeKind::Counts).isEmpty());
    CHECK_FALSE(rangeMistake({u("5"), u("5"), true, false}, RangeKind::Counts).isEmpty());
}
