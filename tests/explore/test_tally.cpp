// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explored_catalogue.h"

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

Query parsed(const char *text)
{
    const ParsedQuery found = parseQuery(u(text));
    REQUIRE(found.mistakes.empty());
    return found.query;
}

Tally tallied(const ExploredCatalogue &catalogue, const char *query, const TallyRequest &request)
{
    return must(const_cast<ExploredCatalogue &>(catalogue).index().tally(parsed(query), request)).value();
}

/// How many announcements a question finds that asks for these values too.
int found(ExploredCatalogue &catalogue, const char *query, const std::vector<std::pair<QString, QString>> &values)
{
    Query asked = parsed(query);
    for (const auto &[field, value] : values)
        asked.conditions.push_back({.field = field, .values = {value}});
    return int(must(catalogue.index().evaluate(asked, {})).value().ids.size());
}

} // namespace

TEST_CASE("a tally counts as questions do", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    for (const char *query : {"", "model", "country:CN -kind:policy", "org:Huawei|Baidu"})
        for (const char *field : {"kind", "edition", "org", "country", "tag", "source", "measure", "year"}) {
            INFO(query << " by " << field);
            const Tally tally = tallied(starter, query, {.by = u(field), .split = {}});
            CHECK(tally.rows == found(starter, query, {}));
            CHECK(tally.missing == found(starter, query, {{u(field), QString()}}));
            for (const TallyValue &value : tally.by)
                CHECK(value.count == found(starter, query, {{u(field), value.value}}));
            CHECK(std::is_sorted(
                tally.by.begin(), tally.by.end(), [](const TallyValue &a, const TallyValue &b) { return a.count > b.count; }));
        }
}

TEST_CASE("cells of a tally count what has both values", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const Tally tally = tallied(starter, "", {.by = u("edition"), .split = u("kind"), .mostSplit = 4});
    REQUIRE(tally.split.size() == 4);
    CHECK(tally.splitOthers == 7);
    CHECK_FALSE(tally.splitHasMissing);
    for (std::size_t i = 0; i < tally.by.size(); ++i) {
        int sum = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            CHECK(
                tally.cells[i][k] == found(starter, "", {{u("edition"), tally.by[i].value}, {u("kind"), tally.split[k].value}}));
            sum += tally.cells[i][k];
        }
        CHECK(sum + tally.cells[i][4] == tally.by[i].count);
        CHECK(tally.cells[i][5] == 0);
    }
}

TEST_CASE("the tail of a tally counts each announcement once", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const Tally tally = tallied(starter, "", {.by = u("org"), .split = {}});
    REQUIRE(tally.tail.size() > 20);
    CHECK(tally.tail.front() + tally.missing == tally.rows);
    for (const std::size_t from : {std::size_t(1), std::size_t(12)}) {
        Query rest;
        rest.conditions.push_back({.field = u("org"), .values = {}});
        for (std::size_t i = from; i < tally.by.size(); ++i)
            rest.conditions.front().values.append(tally.by[i].value);
        CHECK(tally.tail[from] == int(must(starter.index().evaluate(rest, {})).value().ids.size()));
    }
}

TEST_CASE("a tally tells who publishes the sources of what is drawn", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(u("DELETE FROM citation WHERE announcement IN (SELECT id FROM announcement WHERE kind = 'policy') OR claim IN"
                  " (SELECT c.id FROM claim c JOIN announcement a ON a.id = c.announcement WHERE a.kind = 'policy')"));
    starter.reload();
    const Tally all = tallied(starter, "", {.by = u("kind"), .split = {}});
    CHECK(all.sources.drawn == 332);
    CHECK(all.sources.unsourced == found(starter, "-has:source", {}));
    CHECK(all.sources.unsourced == 42);
    CHECK(all.sources.few.empty());
    const Tally few = tallied(starter, "kind:policy|investment org:Tesla", {.by = u("kind"), .split = {}});
    CHECK(int(few.sources.few.size()) == few.sources.pages);
    for (const TallySources::Publisher &publisher : few.sources.publishers)
        CHECK(publisher.uses == found(starter, "kind:policy|investment org:Tesla", {{u("source"), publisher.name}}));
    const Tally dated = tallied(starter, "", {.by = u("date"), .split = {}, .drawn = TallyRequest::Drawn::WithMonth});
    const QVariant withMonth = starter.scalar(u("SELECT count(*) FROM announcement WHERE length(announced_on) >= 7"));
    CHECK(dated.sources.drawn == withMonth.toInt());
}

TEST_CASE("a tally of a measure lists the announcements that give it", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const Tally tally = tallied(starter, "country:CN", {.by = u("edition"), .split = {}, .measure = u("compute")});
    CHECK(tally.withMeasure == found(starter, "country:CN measure:compute", {}));
    CHECK(int(tally.listed.size()) == tally.withMeasure);
    for (const TallyRow &row : tally.listed)
        CHECK(row.by.size() <= 1);
    CHECK(tallied(starter, "", {.by = u("colour"), .split = {}}).isKnown == false);
}

TEST_CASE("pairs of figures are of one announcement and subject, in one unit each", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const Tally tally
        = tallied(starter, "", {.by = {}, .split = {}, .measure = u("parameters"), .secondMeasure = u("active parameters")});
    const QVariant pairs
        = starter.scalar(u("SELECT count(DISTINCT a.id) FROM claim a JOIN claim b ON a.announcement = b.announcement AND"
                           " a.subject = b.subject WHERE a.measure = 'parameters' AND b.measure = 'active parameters'"));
    CHECK(int(tally.pairs.size()) == pairs.toInt());
    CHECK(tally.pairUnits[0] == u("parameters"));
}

TEST_CASE("a tally that is cancelled is none, and does not disturb the next", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    CHECK_FALSE(must(starter.index().tally(parsed("model"), {.by = u("kind"), .split = {}}, [] { return true; })).has_value());
    CHECK(tallied(starter, "model", {.by = u("kind"), .split = {}}).rows == found(starter, "model", {}));
}

TEST_CASE("a tally that was made before is made anew after an edit", "[tally]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const TallyRequest byKind{.by = u("kind"), .split = {}};
    const auto robots = [&] {
        const Tally tally = tallied(starter, "", byKind);
        const auto found
            = std::find_if(tally.by.begin(), tally.by.end(), [](const TallyValue &each) { return each.value == u("robot"); });
        return found->count;
    };
    const int before = robots();
    tallied(starter, "org:Baidu", byKind);
    CHECK(robots() == before);
    starter.sql(u("UPDATE announcement SET kind = 'robot' WHERE id = (SELECT min(id) FROM announcement WHERE kind = 'policy')"));
    starter.follow();
    CHECK(robots() == before + 1);
}
