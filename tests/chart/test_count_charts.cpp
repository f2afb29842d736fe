// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include <map>
#include <set>

using namespace waic;
using namespace waic::chart;
using namespace waic::tests;

namespace {

/// Announcements of the starter by what `keys` says of each.
template <typename Keys>
std::map<QString, int> counted(Keys &&keys)
{
    std::map<QString, int> counts;
    for (const QJsonValue &each : starterJson().value(u("announcements")).toArray())
        for (const QString &key : keys(each.toObject()))
            ++counts[key];
    return counts;
}

std::set<QString> organisationKeys(const QJsonObject &announcement)
{
    std::set<QString> keys;
    for (const QJsonValue &each : announcement.value(u("organisations")).toArray())
        keys.insert(each.toObject().value(u("org")).toString());
    return keys;
}

} // namespace

TEST_CASE("kinds are counted as the JSON has them, largest first", "[count]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = charted(starter, "kinds");
    const auto expected = counted([](const QJsonObject &each) { return std::set<QString>{each.value(u("kind")).toString()}; });
    CHECK(data.marks.size() == expected.size());
    for (const Mark &mark : data.marks) {
        INFO(mark.label.toStdString());
        CHECK(int(mark.value) == expected.at(mark.label));
        CHECK(mark.filter == explore::Condition{u("kind"), {mark.label}, false});
        CHECK(mark.colour == MarkColour::Series1);
    }
    for (std::size_t i = 1; i < data.marks.size(); ++i)
        CHECK(data.marks[i - 1].value >= data.marks[i].value);
    CHECK(data.title == u("Statistics are the most frequent kind: 82 of 332 announcements"));
    CHECK(data.subtitle == u("Announcements by kind · all 332 announcements"));
    CHECK(data.note == u("Each announcement has a source."));
    CHECK(data.remainder.isNull());
}

TEST_CASE("a filtered chart says how many announcements it counts", "[count]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = charted(starter, "kinds", "edition:\"WAIC 2025\" -kind:event");
    CHECK(data.subtitle == u("Announcements by kind · 107 of 332 announcements, filtered"));
    CHECK(markNamed(data, u("event")) == nullptr);
    CHECK(charted(starter, "kinds", "kind:hardware").title == u("All 17 announcements are of the kind “hardware”"));
}

TEST_CASE("each organisation is counted once for every announcement that names it", "[count]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = charted(starter, "organisations");
    std::map<QString, QString> keys; // by name
    for (const QJsonValue &each : starterJson().value(u("organisations")).toArray())
        keys[each.toObject().value(u("name")).toString()] = each.toObject().value(u("key")).toString();
    const auto expected = counted(organisationKeys);

    REQUIRE(data.marks.size() == 12);
    std::set<QString> drawn;
    for (const Mark &mark : data.marks) {
        CHECK(int(mark.value) == expected.at(keys.at(mark.label)));
        drawn.insert(keys.at(mark.label));
    }
    std::set<QString> others;
    int together = 0;
    for (const auto &[key, count] : expected)
        if (!drawn.contains(key))
            others.insert(key);
    for (const QJsonValue &each : starterJson().value(u("announcements")).toArray()) {
        const std::set<QString> named = organisationKeys(each.toObject());
        together += std::any_of(named.begin(), named.end(), [&](const QString &key) { return others.contains(key); });
    }
    CHECK(data.remainder == u("%1 others").arg(others.size()));
    CHECK(data.remainderText == u("in %1 announcements together, at most 6 each").arg(together));
    CHECK(data.title == u("Baidu is the most named company: 23 of 332 announcements"));
    CHECK(markNamed(data, u("Baidu"))->colour == MarkColour::Series1);
    CHECK(markNamed(data, u("Shanghai Municipal Government"))->colour == MarkColour::Others);
    CHECK(data.key.size() == 2);
    CHECK(charted(starter, "organisations", "org:Huawei").title == u("Huawei is named in all 12 announcements"));
}

TEST_CASE("a merged organisation counts for its survivor", "[count]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(
        u("UPDATE organisation SET merged_into = (SELECT id FROM organisation WHERE name = 'Baidu') WHERE name = 'Tencent'"));
    starter.reload();
    const ChartData data = charted(starter, "organisations");
    CHECK(markNamed(data, u("Tencent")) == nullptr);
    const int both = int(starter
                             .idsOf(u("SELECT DISTINCT announcement FROM participation WHERE organisation IN "
                                      "(SELECT id FROM organisation WHERE name IN ('Baidu', 'Tencent'))"))
                             .size());
    CHECK(int(markNamed(data, u("Baidu"))->value) == both);
}

TEST_CASE("fewer bars leave the rest to words with the right numbers", "[count]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = charted(starter, "kinds");
    REQUIRE(data.remainders.size() == data.marks.size());
    CHECK(data.remainders[9].label == u("2 others"));
    CHECK(data.remainders[9].text == u("in 24 announcements together, at most 16 each"));
    CHECK(data.remainders[10].label == u("1 other"));
    CHECK(data.remainders[10].text == u("in 8 announcements"));
}

TEST_CASE("countries have names, and China and the United States their colours", "[count]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = charted(starter, "countries");
    CHECK(data.title == u("China leads with 295 of 332 announcements"));
    CHECK(markNamed(data, u("China"))->colour == MarkColour::China);
    CHECK(markNamed(data, u("China"))->filter->values == QStringList{u("CN")});
    CHECK(markNamed(data, u("United States"))->value == 22);
    CHECK(markNamed(data, u("United States"))->colour == MarkColour::UnitedStates);
    CHECK(markNamed(data, u("France"))->colour == MarkColour::Others);
}

TEST_CASE("other and missing are bars when they are shorter than the largest, else words", "[count]")
{
    catalogue::Contents contents;
    for (int i = 0; i < 9; ++i)
        contents.announcements.push_back(announcement(u("robot%1").arg(i), u("robot")));
    contents.announcements.push_back(announcement(u("model"), u("model")));
    contents.announcements.push_back(announcement(u("policy"), u("policy")));
    contents.announcements.push_back(announcement(u("none"), {}));
    ChartSpec spec = builtIn("kinds");
    spec.top = 1;
    SECTION("shorter")
    {
        ExploredCatalogue catalogue(contents);
        const ChartData data = must(buildChart(spec, {}, catalogue.index(), catalogue.reader()));
        CHECK(marksText(data) == u("9 robot, 2 2 others, 1 no kind"));
        CHECK(data.marks[2].filter->values.first().isNull());
        CHECK_FALSE(data.marks[1].filter.has_value());
        CHECK(data.remainder.isNull());
    }
    SECTION("longer")
    {
        for (int i = 0; i < 20; ++i)
            contents.announcements.push_back(announcement(u("x%1").arg(i), u("kind %1").arg(i)));
        for (int i = 0; i < 9; ++i)
            contents.announcements.push_back(announcement(u("none%1").arg(i), {}));
        ExploredCatalogue catalogue(contents);
        const ChartData data = must(buildChart(spec, {}, catalogue.index(), catalogue.reader()));
        CHECK(marksText(data) == u("9 robot"));
        CHECK(data.remainder == u("22 others"));
        CHECK(data.remainderText == u("in 22 announcements together, one each; 10 announcements have no kind"));
    }
}

TEST_CASE("nothing to count says what is missing", "[count]")
{
    catalogue::Contents contents;
    contents.announcements.push_back(announcement(u("a"), {}));
    ExploredCatalogue catalogue(contents);
    CHECK(charted(catalogue, "kinds").empty == u("1 announcement has no kind."));
    CHECK(charted(catalogue, "organisations").empty == u("1 announcement names no organisation."));
    CHECK(charted(catalogue, "months").empty.contains(u("1 announcement without a date")));
    ExploredCatalogue none({});
    CHECK(charted(none, "kinds").empty == u("This catalogue has no announcement yet."));
}

TEST_CASE("kinds that are level share the title", "[count]")
{
    catalogue::Contents contents;
    contents.announcements = {announcement(u("a"), u("robot")), announcement(u("b"), u("model")),
        announcement(u("c"), u("robot")), announcement(u("d"), u("model"))};
    ExploredCatalogue catalogue(contents);
    CHECK(charted(catalogue, "kinds").title == u("Model and robot lead with 2 announcements each"));
    CHECK(charted(catalogue, "kinds", "a").title == u("The announcement is of the kind “robot”"));
}

TEST_CASE("a kind named like a place holder stays as it is", "[count]")
{
    catalogue::Contents contents;
    contents.announcements = {
        announcement(u("a"), u("%1 & <b>%2</b>")), announcement(u("b"), u("%1 & <b>%2</b>")), announcement(u("c"), u("robot"))};
    ExploredCatalogue catalogue(contents);
    CHECK(charted(catalogue, "kinds").title == u("“%1 & <b>%2</b>” is the most frequent kind: 2 of 3 announcements"));
    contents.announcements[2].kind = u("%3");
    contents.announcements.push_back(announcement(u("d"), u("%3")));
    ExploredCatalogue level(contents);
    CHECK(charted(level, "kinds").title == u("%1 & <b>%2</b> and %3 lead with 2 announcements each"));
}

TEST_CASE("months run from the first to the last with those of none between", "[month]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const ChartData data = charted(starter, "months");
    const auto expected
        = counted([](const QJsonObject &each) { return std::set<QString>{each.value(u("date")).toString().left(7)}; });
    CHECK(data.marks.size() == std::size_t(12 * 8)); // July 2018 to June 2026
    int drawn = 0;
    for (std::size_t i = 0; i < data.marks.size(); ++i) {
        const Mark &mark = data.marks[i];
        CHECK(mark.month == 12 * 2018 + 6 + int(i));
        const QString iso = u("%1-%2").arg(mark.month / 12).arg(mark.month % 12 + 1, 2, 10, QLatin1Char('0'));
        const auto found = expected.find(iso);
        CHECK(int(mark.value) == (found == expected.end() ? 0 : found->second));
        CHECK(mark.filter.has_value() == (mark.value > 0));
        drawn += int(mark.value);
    }
    CHECK(drawn == 327);
    CHECK(data.title == u("July 2025 saw the most announcements: 131 of 332"));
    CHECK(data.note.startsWith(u("Not drawn: 4 announcements without a date and 1 dated only to the year.")));
    CHECK(data.figures == 327);
    CHECK(markNamed(data, u("July 2025"))->filter->values == QStringList{u("2025-07")});
}

TEST_CASE("a time span of many years is counted by year", "[month]")
{
    catalogue::Contents contents;
    contents.announcements = {
        announcement(u("a"), {}, u("1956-07")), announcement(u("b"), {}, u("2025")), announcement(u("c"), {}, u("2025-07-01"))};
    ExploredCatalogue catalogue(contents);
    const ChartData data = charted(catalogue, "months");
    CHECK(data.marks.size() == 70);
    CHECK(data.marks.back().label == u("2025"));
    CHECK(data.marks.back().value == 2);
    CHECK(data.title == u("2025 saw the most announcements: 2 of 3"));
}

TEST_CASE("what a click on a mark asks for finds what the mark counts", "[count]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    for (const char *name : {"kinds", "organisations", "countries"})
        for (const Mark &mark : charted(starter, name).marks) {
            explore::Query query;
            query.conditions.push_back(*mark.filter);
            INFO(mark.label.toStdString());
            CHECK(int(starter.ask(query).ids.size()) == int(mark.value));
        }
    explore::Query query;
    query.conditions.push_back(*markNamed(charted(starter, "months"), u("July 2024"))->filter);
    CHECK(starter.ask(query).ids.size() == 40);
}
