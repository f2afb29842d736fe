// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/facets/facet_order.h"

using namespace waic;
using namespace waic::ui;

namespace {

explore::FacetCounts counts(const QString &field, std::initializer_list<std::pair<const char *, int>> values)
{
    explore::FacetCounts made{field, {}};
    for (const auto &[value, count] : values)
        made.values.push_back({value ? QString::fromUtf8(value) : QString(), count});
    return made;
}

QStringList labels(const std::vector<FacetEntry> &entries)
{
    QStringList found;
    for (const FacetEntry &entry : entries)
        found << entry.label;
    return found;
}

QStringList list(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

} // namespace

TEST_CASE("ticked and excluded values come first, missing last unless it is ticked", "[facets]")
{
    const auto kinds = counts(QStringLiteral("kind"), {{"event", 9}, {"model", 7}, {"robot", 7}, {"policy", 2}, {nullptr, 30}});
    CHECK(labels(orderedEntries(kinds, {}, FacetOrder::ByCount)) == list("event|model|robot|policy|no kind"));
    CHECK(labels(orderedEntries(kinds, {}, FacetOrder::ByName)) == list("event|model|policy|robot|no kind"));
    const explore::Query query = explore::parseQuery(QStringLiteral("kind:Policy -kind:robot")).query;
    const auto entries = orderedEntries(kinds, query, FacetOrder::ByCount);
    CHECK(labels(entries) == list("robot|policy|event|model|no kind"));
    CHECK(entries[0].state == FacetState::Excluded);
    CHECK(entries[1].state == FacetState::Ticked);
}

TEST_CASE("editions stand by year, also when one is ticked", "[facets]")
{
    const auto editions
        = counts(QStringLiteral("edition"), {{"WAIC 2025", 50}, {"WAIC 2023", 20}, {"WAIC 2026", 2}, {nullptr, 5}});
    const explore::Query query = explore::parseQuery(QStringLiteral("edition:\"WAIC 2023\"")).query;
    CHECK(labels(orderedEntries(editions, query, FacetOrder::ByYear)) == list("WAIC 2026|WAIC 2025|WAIC 2023|no edition"));
}

TEST_CASE("a folded list keeps what is ticked, and leaves out no single value", "[facets]")
{
    const auto kinds = counts(QStringLiteral("edition"), {{"a", 9}, {"b", 8}, {"c", 7}, {"d", 6}, {"e", 5}});
    const explore::Query query = explore::parseQuery(QStringLiteral("edition:a")).query;
    const auto entries = orderedEntries(kinds, query, FacetOrder::ByYear);
    CHECK(labels(firstEntries(entries, 2)) == list("e|d|a"));
    CHECK(firstEntries(entries, 4).size() == 5);
}

TEST_CASE("the search within finds words by their beginning, without marks, and Chinese anywhere", "[facets]")
{
    const auto names = counts(
        QStringLiteral("org"), {{"Shanghai AI Laboratory", 4}, {"City of Shanghai", 3}, {"École 42", 1}, {"上海人工智能", 1}});
    const auto entries = orderedEntries(names, {}, FacetOrder::ByCount);
    CHECK(labels(foundEntries(entries, QStringLiteral("shang"))) == list("Shanghai AI Laboratory|City of Shanghai"));
    CHECK(labels(foundEntries(entries, QStringLiteral("ecole"))) == list("École 42"));
    CHECK(labels(foundEntries(entries, QString::fromUtf8("人工"))) == list("上海人工智能"));
    CHECK(foundEntries(entries, QStringLiteral("hanghai")).empty());
    CHECK(foundEntries(entries, QStringLiteral(" ")).size() == 4);
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
