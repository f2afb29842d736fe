// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/partial_date.h"

#include <algorithm>
#include <vector>

using namespace waic;
using namespace waic::catalogue;
using waic::tests::must;

namespace {

PartialDate date(const char *text)
{
    return must(PartialDate::parse(QString::fromLatin1(text)));
}

QString said(const char *text)
{
    const auto parsed = PartialDate::parse(QString::fromUtf8(text));
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().kind == ErrorKind::BadInput);
    return parsed.error().what;
}

} // namespace

TEST_CASE("a date is as exact as it is written", "[date]")
{
    for (const char *text : {"2025", "2025-07", "2025-07-26", "2024-02-29", "1956-08-31"})
        CHECK(date(text).toString() == QString::fromLatin1(text));
    CHECK(date(" 2025-07 ").toString() == QStringLiteral("2025-07"));
    CHECK(date("2025-07").month() == 7);
    CHECK(date("2025-07").day() == 0);
    CHECK(PartialDate().isNull());
    CHECK(PartialDate().toString().isNull());
}

TEST_CASE("a day that does not exist is refused with one that does", "[date]")
{
    CHECK(said("2025-06-31") == QStringLiteral("31 June does not exist. Try 2025-06-30"));
    CHECK(said("2025-02-29") == QStringLiteral("29 February 2025 does not exist. Try 2025-02-28"));
    CHECK(said("2025-02-30") == QStringLiteral("30 February does not exist. Try 2025-02-28"));
    CHECK(said("2025-13") == QStringLiteral("there is no month 13. Try 2025-07"));
    CHECK(said("2025-00-10") == QStringLiteral("there is no month 00. Try 2025-07"));
    CHECK(said("2025-05-00") == QStringLiteral("0 May does not exist. Try 2025-05-01"));
    CHECK(said("0000") == QStringLiteral("the year 0000 is too early. Try 2025"));
}

TEST_CASE("another way of writing a date is refused with the way to write it", "[date]")
{
    CHECK(said("2025/7/26").endsWith(QStringLiteral("Try 2025-07-26")));
    CHECK(said("2025.07.26").endsWith(QStringLiteral("Try 2025-07-26")));
    CHECK(said("2025-7").endsWith(QStringLiteral("Try 2025-07")));
    for (const char *text : {"", "26 July 2025", "26/07/2025", "soon", "25", "20250726", "2025-07-26T10:00", "2025-", "２０２５"})
        CHECK(said(text).endsWith(QStringLiteral("Try 2025, 2025-07 or 2025-07-26")));
}

TEST_CASE("dates sort by year, month and day with a missing part last", "[date]")
{
    const std::vector<PartialDate> sorted{date("2024"), date("2025-06-30"), date("2025-07-01"), date("2025-07-31"),
        date("2025-07"), date("2025-08-01"), date("2025-12"), date("2025"), date("2026-01-01"), PartialDate()};
    CHECK(std::is_sorted(
        sorted.begin(), sorted.end(), [](const PartialDate &a, const PartialDate &b) { return a.sortKey() < b.sortKey(); }));
}

TEST_CASE("dates overlap when some day is in both", "[date]")
{
    CHECK(date("2025").overlaps(date("2025-07-26")));
    CHECK(date("2025-07-26").overlaps(date("2025-07")));
    CHECK(date("2025-07").overlaps(date("2025-07")));
    CHECK_FALSE(date("2025-07").overlaps(date("2025-08")));
    CHECK_FALSE(date("2025-07-26").overlaps(date("2025-07-27")));
    CHECK_FALSE(date("2024").overlaps(date("2025-01-01")));
    CHECK_FALSE(PartialDate().overlaps(date("2025")));
    CHECK_FALSE(PartialDate().overlaps(PartialDate()));
}
