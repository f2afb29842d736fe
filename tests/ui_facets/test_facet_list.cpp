// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/facets/facet_list.h"

using namespace waic;
using namespace waic::ui;

namespace {

explore::FacetCounts counts(const QString &field, std::initializer_list<std::pair<const char *, int>> values)
{
    explore::FacetCounts made;
    made.field = field;
    for (const auto &[value, count] : values)
        made.values.push_back({value ? QString::fromUtf8(value) : QString(), count});
    return made;
}

QStringList labels(const FacetList &list)
{
    QStringList found;
    for (int place = 0; place < list.size(); ++place)
        found << list.at(place).label;
    return found;
}

FacetList listOf(const explore::FacetCounts &counts, const char *query = "", FacetOrder order = FacetOrder::ByCount)
{
    FacetList list(counts.field);
    list.setOrder(order);
    list.setCounts(counts);
    list.setQuery(explore::parseQuery(QString::fromUtf8(query)).query);
    return list;
}

QStringList list(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

explore::Condition condition(const char *field, const QStringList &values, std::vector<explore::Range> ranges = {})
{
    explore::Condition made;
    made.field = QString::fromUtf8(field);
    made.values = values;
    made.ranges = std::move(ranges);
    return made;
}

} // namespace

TEST_CASE("ticked and excluded values come first, missing last unless it is ticked", "[facets]")
{
    const auto kinds = counts(QStringLiteral("kind"), {{"event", 9}, {"model", 7}, {"robot", 7}, {"policy", 2}, {nullptr, 30}});
    CHECK(labels(listOf(kinds)) == list("event|model|robot|policy|no kind"));
    CHECK(labels(listOf(kinds, "", FacetOrder::ByName)) == list("event|model|policy|robot|no kind"));
    const FacetList chosen = listOf(kinds, "kind:Policy -kind:robot");
    CHECK(labels(chosen) == list("robot|policy|event|model|no kind"));
    CHECK(chosen.at(0).state == FacetState::Excluded);
    CHECK(chosen.at(1).state == FacetState::Ticked);
    CHECK(labels(listOf(kinds, "kind:none|policy")) == list("policy|no kind|event|model|robot"));
}

TEST_CASE("editions stand by year, also when one is ticked", "[facets]")
{
    const auto editions
        = counts(QStringLiteral("edition"), {{"WAIC 2025", 50}, {"WAIC 2023", 20}, {"WAIC 2026", 2}, {nullptr, 5}});
    CHECK(labels(listOf(editions, "edition:\"WAIC 2023\"", FacetOrder::ByYear))
        == list("WAIC 2026|WAIC 2025|WAIC 2023|no edition"));
}

TEST_CASE("a folded list keeps what is ticked, and leaves out no single value", "[facets]")
{
    const auto letters = counts(QStringLiteral("edition"), {{"a", 9}, {"b", 8}, {"c", 7}, {"d", 6}, {"e", 5}});
    FacetList editions = listOf(letters, "edition:a", FacetOrder::ByYear);
    editions.setLimit(2);
    CHECK(labels(editions) == list("e|d|a"));
    editions.setLimit(4);
    CHECK(editions.size() == 5);
    editions.setOrder(FacetOrder::ByCount);
    editions.setQuery(explore::parseQuery(QStringLiteral("edition:d")).query);
    editions.setLimit(2);
    CHECK(labels(editions) == list("d|a"));
    editions.setOrder(FacetOrder::ByName);
    editions.setQuery({});
    editions.setLimit(3);
    CHECK(labels(editions) == list("a|b|c"));
}

TEST_CASE("the search within finds words by their beginning, without marks, and Chinese anywhere", "[facets]")
{
    FacetList names = listOf(counts(
        QStringLiteral("org"), {{"Shanghai AI Laboratory", 4}, {"City of Shanghai", 3}, {"École 42", 1}, {"上海人工智能", 1}}));
    const auto found = [&names](const char *text) {
        names.setSearch(QString::fromUtf8(text));
        return labels(names);
    };
    CHECK(found("shang") == list("Shanghai AI Laboratory|City of Shanghai"));
    CHECK(found("ecole") == list("École 42"));
    CHECK(found("人工") == list("上海人工智能"));
    CHECK(found("hanghai").isEmpty());
    CHECK(found(" ").size() == 4);
}

TEST_CASE("the same counts again are no change, others are", "[facets]")
{
    const auto kinds = counts(QStringLiteral("kind"), {{"event", 9}, {nullptr, 1}});
    FacetList made = listOf(kinds);
    CHECK_FALSE(made.setCounts(kinds));
    CHECK(made.setCounts(counts(QStringLiteral("kind"), {{"event", 8}, {nullptr, 1}})));
    CHECK(made.at(0).count == 8);
    CHECK_FALSE(made.setQuery(explore::parseQuery(QStringLiteral("country:CN")).query));
}

TEST_CASE("a value has one state, however the query wrote it", "[facets]")
{
    explore::Query query = explore::parseQuery(QStringLiteral("kind:Robot country:CN")).query;
    query = withState(query, QStringLiteral("kind"), QStringLiteral("robot"), FacetState::Excluded);
    CHECK(explore::queryText(query) == QStringLiteral("country:CN -kind:robot"));
    query = withState(query, QStringLiteral("kind"), QString(), FacetState::Ticked);
    CHECK(query.values(u"kind") == QStringList{QString()});
    query = withState(query, QStringLiteral("kind"), QString(), FacetState::Empty);
    query = withState(query, QStringLiteral("kind"), QStringLiteral("robot"), FacetState::Empty);
    CHECK(explore::queryText(query) == QStringLiteral("country:CN"));
}

TEST_CASE("a range and a missing value of one field are joined by OR, in whichever order they are asked for", "[facets]")
{
    const explore::Range range{QStringLiteral("2023"), QStringLiteral("2025")};
    const QString date = QStringLiteral("date");
    const explore::Query first = withRange(withState({}, date, QString(), FacetState::Ticked), date, range);
    const explore::Query last = withState(withRange({}, date, range), date, QString(), FacetState::Ticked);
    CHECK(first.conditions == std::vector{condition("date", {QString()}, {range})});
    CHECK(first == last);
    CHECK(withRange(first, date, {}).conditions == std::vector{condition("date", {QString()})});
}

TEST_CASE("clearing a field leaves conditions of others and those that are off", "[facets]")
{
    explore::Query query;
    query.conditions = {condition("kind", {QStringLiteral("robot")}), condition("kind", {QStringLiteral("model")}),
        condition("country", {QStringLiteral("CN")})};
    query.conditions[1].off = true;
    const explore::Query cleared = withoutField(query, QStringLiteral("kind"));
    REQUIRE(cleared.conditions.size() == 2);
    CHECK(cleared.conditions[0] == query.conditions[1]);
    CHECK(cleared.conditions[1] == query.conditions[2]);
}
