// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/common/words.h"

#include <QLocale>

using namespace waic;
using namespace waic::ui;
using explore::Compare;
using explore::Range;

namespace {

QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString rangeText(const char *field, Range range)
{
    QLocale::setDefault(QLocale(QLocale::English));
    return rangeTitle(u(field), range);
}

} // namespace

TEST_CASE("a range of dates reads as months and days, an open one as since or until", "[words]")
{
    CHECK(rangeText("date", {u("2023-07"), u("2025-09")}) == u("Jul 2023 to Sep 2025"));
    CHECK(rangeText("date", {u("2025-07-26"), u("2025-07-26")}) == u("26 Jul 2025"));
    CHECK(rangeText("date", {u("2025-07"), {}}) == u("since Jul 2025"));
    CHECK(rangeText("date", {u("2025"), {}, false}) == u("after 2025"));
    CHECK(rangeText("date", {{}, u("2025")}) == u("until 2025"));
    CHECK(rangeText("date", {{}, u("2025"), true, false}) == u("before 2025"));
    CHECK(rangeText("Signed", {{}, u("2025-01")}) == u("until Jan 2025"));
    CHECK(rangeText("date", {}).isEmpty());
}

TEST_CASE("a range of numbers groups its ends, but not years", "[words]")
{
    CHECK(rangeText("sources", {u("2"), u("1200")}) == u("2 to 1,200"));
    CHECK(rangeText("Users", {u("20"), u("12000")}) == u("20 to 12,000"));
    CHECK(rangeText("sources", {u("3"), {}, false}) == u("> 3"));
    CHECK(rangeText("sources", {{}, u("3")}) == u("≤ 3"));
    CHECK(rangeText("year", {u("2023"), u("2025")}) == u("2023 to 2025"));
}

TEST_CASE("a condition reads as one line whatever it asks for", "[words]")
{
    QLocale::setDefault(QLocale(QLocale::English));
    explore::Condition condition{u("country"), {u("US"), QString()}, true, false, {}, {}};
    CHECK(conditionTitle(condition) == u("not Country United States or no country"));
    condition = {u("title"), {}, false, false, {u("agent")}, {}};
    CHECK(conditionTitle(condition) == u("Title contains “agent”"));
    condition = {u("date"), {QString()}, false, false, {}, {{u("2025"), {}}}};
    CHECK(conditionTitle(condition) == u("Date no date or since 2025"));
}

TEST_CASE("claim conditions and flags read as people say them", "[words]")
{
    QLocale::setDefault(QLocale(QLocale::English));
    CHECK(claimTitle({u("compute"), false, Compare::AtLeast, 1000, u("PFLOPS"), false, false}) == u("compute ≥ 1,000 PFLOPS"));
    CHECK(claimTitle({u("AI models released"), true, Compare::Greater, 40, u("%"), false, false})
        == u("AI models released, share > 40%"));
    CHECK(claimTitle({u("compute"), false, Compare::Less, 5, {}, true, false}) == u("not compute < 5"));
    CHECK(flagTitle({u("is:starred"), false, false}) == u("Starred"));
    CHECK(flagTitle({u("has:source"), true, false}) == u("not Has a source"));
    CHECK(flagTitle({u("is:odd"), false, false}) == u("is:odd"));
}
