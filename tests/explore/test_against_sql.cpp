// SPDX-License-Identifier: GPL-3.0-or-later
#include "explored_catalogue.h"
#include "random_edits.h"
#include "sql_oracle.h"

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

/// Queries of every kind of term, of words and values that the starter holds or nearly holds.
class RandomQueries
{
public:
    explicit RandomQueries(unsigned seed)
        : m_random(seed)
    {
    }

    Query next()
    {
        Query query;
        for (unsigned i = m_random() % 3; i > 0; --i)
            query.words.push_back({any({"model", "m", "huawei", "华为", "模型", "大", "thuc", "of the", "AI model", "robot",
                                       "2025", "人工智能", "zzz", "gpt-4", "note"}),
                isOneIn(3), isOneIn(4), isOneIn(6)});
        for (unsigned i = m_random() % 3; i > 0; --i)
            query.conditions.push_back(condition());
        if (isOneIn(5))
            query.claims.push_back(claim());
        if (isOneIn(5))
            query.flags.push_back(
                {any({"is:starred", "is:confirmed", "is:unverified", "has:url", "has:note", "has:claim", "has:source"}),
                    isOneIn(3), isOneIn(6)});
        query.inBin = isOneIn(8);
        for (unsigned i = m_random() % 3; i > 0; --i)
            query.sort.push_back({any({"date", "title", "kind", "edition", "country", "openness"}), isOneIn(2)});
        return query;
    }

private:
    bool isOneIn(unsigned count) { return m_random() % count == 0; }
    QString any(std::initializer_list<const char *> from) { return u(*(from.begin() + m_random() % from.size())); }

    Condition condition()
    {
        Condition made;
        made.excluded = isOneIn(4);
        made.off = isOneIn(8);
        switch (m_random() % 8) {
        case 0:
            made.field = any({"kind", "edition", "country", "openness", "verification"});
            made.values = {any({"model", "ROBOT", "WAIC 2025", "CN", "VN", "open-weights", "confirmed", "nothing"})};
            break;
        case 1:
            made.field = u("org");
            made.values = {any({"Huawei", "华为", "tencent", "Newcomer 7", "nobody"})};
            break;
        case 2:
            made.field = any({"tag", "measure", "subject", "nature"});
            made.values = {any({"China", "AI models released", "observed", "tag 3", "robotics"})};
            break;
        case 3:
            made.field = u("date");
            made.ranges = {{.from = isOneIn(4) ? QString() : any({"2024", "2025-07", "2023-07-06"}),
                .to = any({"2025", "2025-07-28", "2026"}),
                .includesFrom = isOneIn(2),
                .includesTo = isOneIn(2)}};
            break;
        case 4:
            made.field = u("date");
            made.values = {any({"2025", "2025-07", "2025-07-26"})};
            break;
        case 5:
            made.field = any({"title", "summary", "notes"});
            made.values = {any({"model", "of the", "模型", "note", "huawei"})};
            break;
        case 6:
            made.field = any({"title", "summary", "org", "tag"});
            made.contained = {any({"odel", "ua", "型", "an"})};
            break;
        default:
            made.field = any({"kind", "edition", "org", "tag", "measure", "date", "summary", "notes"});
            made.values = {QString()};
        }
        if (isOneIn(4) && made.field != u("date"))
            made.values.append(any({"model", "Huawei", "CN"}));
        return made;
    }

    ClaimCondition claim()
    {
        ClaimCondition made;
        made.measure = any({"AI models released", "exhibitors", "visitors"});
        made.share = isOneIn(3);
        made.compare = Compare(m_random() % 5);
        made.number = made.share ? 40 : double(m_random() % 3000);
        made.unit = made.share ? u("%") : QString();
        made.excluded = isOneIn(4);
        return made;
    }

    std::mt19937 m_random;
};

void checkAgainst(SqlOracle &oracle, const Query &query, const Answer &answer)
{
    INFO(queryText(query).toStdString());
    CHECK(answer.ids.all() == oracle.ids(query));
    static const QStringList counted{u("kind"), u("edition"), u("country"), u("openness"), u("org")};
    const QString field = counted[qsizetype(answer.ids.size()) % counted.size()]; // another one from query to query
    for (const FacetCounts &facet : answer.facets) {
        if (facet.field != field)
            continue;
        std::map<QString, int> values;
        for (const FacetValue &value : facet.values)
            if (value.count > 0)
                values[value.value.isNull() ? QString() : value.value] += value.count;
        CHECK(values == oracle.counts(query, facet.field));
    }
}

} // namespace

TEST_CASE("the index answers as plain SQL does, also after many edits by others", "[sql]")
{
    for (const unsigned seed : {11u, 12u, 13u}) {
        ExploredCatalogue catalogue(must(exchange::starterContents()));
        SqlOracle oracle(catalogue.writer());
        RandomEdits edits(catalogue, seed, RandomEdits::Merges::None);
        RandomQueries queries(seed);
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < 35; ++i) {
                const Query query = queries.next();
                checkAgainst(oracle, query, catalogue.ask(query));
            }
            for (int i = 0; i < 60; ++i)
                edits.edit();
            catalogue.follow();
        }
    }
}
