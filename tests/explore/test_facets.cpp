// SPDX-License-Identifier: GPL-3.0-or-later
#include "explored_catalogue.h"

#include <map>
#include <random>
#include <set>

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

using Announcement = catalogue::Contents::Announcement;

/// Finds and counts in the plainest way, from the contents that the catalogue was made of.
class PlainCount
{
public:
    explicit PlainCount(const catalogue::Contents &contents)
        : m_contents(contents)
    {
        for (const auto &organisation : contents.organisations)
            m_names[organisation.uid] = organisation.name;
    }

    static bool knows(const QString &field)
    {
        return QStringList{u("org"), u("tag"), u("measure"), u("kind"), u("edition"), u("country"), u("openness"), u("source")}
            .contains(field);
    }

    QStringList valuesOf(const Announcement &announcement, const QString &field) const
    {
        QStringList values;
        if (field == u("org")) {
            for (const auto &participation : announcement.organisations)
                values.append(m_names.at(participation.organisation));
            values.removeDuplicates();
        } else if (field == u("tag")) {
            values = announcement.tags;
        } else if (field == u("measure")) {
            for (const auto &claim : announcement.claims)
                values.append(claim.measure);
            values.removeDuplicates();
        } else if (field == u("source")) {
            values = publishersOf(announcement);
        } else {
            const std::map<QString, QString> cells{{u("kind"), announcement.kind}, {u("edition"), announcement.edition},
                {u("country"), announcement.country}, {u("openness"), announcement.openness}};
            if (const QString cell = cells.at(field); !cell.isNull())
                values.append(cell);
        }
        return values;
    }

    QStringList publishersOf(const Announcement &announcement) const
    {
        QStringList cited = announcement.sources, publishers;
        for (const auto &claim : announcement.claims)
            for (const auto &citation : claim.citations)
                cited.append(citation.source);
        for (const auto &source : m_contents.sources)
            if (cited.contains(source.uid))
                publishers.append(source.publisher.isEmpty() ? source.title : source.publisher);
        publishers.removeDuplicates();
        return publishers;
    }

    bool passes(const Announcement &announcement, const Query &query, const QString &withoutField) const
    {
        for (const Condition &condition : query.conditions) {
            if (condition.field == withoutField)
                continue;
            const QStringList values = valuesOf(announcement, condition.field);
            bool holds = false;
            for (const QString &wanted : condition.values)
                holds = holds || (wanted.isNull() ? values.isEmpty() : values.contains(wanted));
            if (holds == condition.excluded)
                return false;
        }
        return true;
    }

    std::set<catalogue::RowId> found(const Query &query) const
    {
        std::set<catalogue::RowId> ids;
        for (const Announcement &announcement : m_contents.announcements)
            if (passes(announcement, query, {}))
                ids.insert(catalogue::starterId(announcement.uid));
        return ids;
    }

    std::map<QString, int> counts(const Query &query, const QString &field) const
    {
        std::map<QString, int> counted;
        for (const QString &value : query.values(field) + query.values(field, true))
            counted[value.isNull() ? u("(missing)") : value] = 0;
        for (const Announcement &announcement : m_contents.announcements) {
            if (!passes(announcement, query, field))
                continue;
            const QStringList values = valuesOf(announcement, field);
            for (const QString &value : values)
                ++counted[value];
            if (values.isEmpty())
                ++counted[u("(missing)")];
        }
        return counted;
    }

private:
    const catalogue::Contents &m_contents;
    std::map<QString, QString> m_names;
};

void checkAgainst(const PlainCount &plain, const Answer &answer)
{
    INFO(queryText(answer.query).toStdString());
    CHECK(std::set(answer.ids.begin(), answer.ids.end()) == plain.found(answer.query));
    REQUIRE(answer.facets.size() == size_t(FacetIndex::facetFields().size()));
    for (size_t i = 0; i < answer.facets.size(); ++i) {
        const FacetCounts &facet = answer.facets[i];
        CHECK(facet.field == FacetIndex::facetFields()[qsizetype(i)]);
        if (!PlainCount::knows(facet.field))
            continue;
        std::map<QString, int> counted;
        for (const FacetValue &value : facet.values)
            counted[value.value.isNull() ? u("(missing)") : value.value] = value.count;
        CHECK(counted.size() == facet.values.size());
        CHECK(counted == plain.counts(answer.query, facet.field));
    }
}

} // namespace

TEST_CASE("facets of the starter count every announcement", "[facets]")
{
    const catalogue::Contents contents = must(exchange::starterContents());
    const ExploredCatalogue starter(contents);
    const Answer answer = starter.ask(u(""));
    CHECK(answer.ids.size() == 332);
    CHECK(answer.total == 332);
    checkAgainst(PlainCount(contents), answer);
    CHECK(countsText(answer, u("kind"))
        == u("statistic 82, event 58, policy 42, model 24, robot 24, application 21, service 21, investment 19, hardware 17, "
             "partnership 16, research 8"));
    CHECK(countsText(answer, u("edition")).startsWith(u("WAIC 2025 135, WAIC 2024 38, ")));
    CHECK(countsText(answer, u("edition")).endsWith(u("WAIC 2026 5, (missing) 41"))); // missing comes last, whatever its count
    CHECK(countsText(answer, u("country")) == u("CN 295, US 22, INT 7, CH 2, FR 2, AE 1, DE 1, GB 1, HK 1"));
}

TEST_CASE("values of a field are alternatives, fields narrow, and each facet is counted under the others", "[facets]")
{
    const catalogue::Contents contents = must(exchange::starterContents());
    const ExploredCatalogue starter(contents);
    const PlainCount plain(contents);
    for (const char *text :
        {"kind:model", "kind:model|robot", "kind:model|robot edition:\"WAIC 2025\"", "kind:hardware org:Huawei", "org:Huawei",
            "edition:none", "edition:none|\"WAIC 2018\" country:US", "-country:CN", "-country:CN|US kind:policy|event",
            "kind:model -kind:robot", "-org:Huawei kind:hardware", "org:none", "-org:none country:CN", "org:Huawei org:Tencent",
            "tag:sovereignty|none kind:event", "kind:model country:FR edition:\"WAIC 2018\"", "openness:open-weights kind:model",
            "-edition:none -kind:statistic country:CN"})
        checkAgainst(plain, starter.ask(u(text)));
    CHECK(starter.ask(u("org:Huawei")).ids.size() == 12);
    CHECK(starter.ask(u("kind:model")).total == 332);
}

TEST_CASE("random selections are counted as a plain loop counts them", "[facets]")
{
    const catalogue::Contents contents = must(exchange::starterContents());
    const ExploredCatalogue starter(contents);
    const PlainCount plain(contents);
    std::mt19937 random(11);
    const QStringList fields{u("kind"), u("edition"), u("org"), u("country"), u("openness"), u("tag"), u("measure")};
    for (int i = 0; i < 300; ++i) {
        Query query;
        for (size_t ticks = random() % 6; ticks > 0; --ticks) {
            const QString field = fields[qsizetype(random() % size_t(fields.size()))];
            const QStringList values = plain.valuesOf(contents.announcements[random() % contents.announcements.size()], field);
            query.setValue(field, values.isEmpty() ? QString() : values.front(), true, random() % 4 == 0);
        }
        checkAgainst(plain, starter.ask(query));
    }
}

TEST_CASE("a value that is asked for stays in its facet, with no announcement too", "[facets]")
{
    const ExploredCatalogue starter(must(exchange::starterContents()));
    CHECK(countsText(starter.ask(u("kind:dataset country:FR")), u("kind")).contains(u("dataset 0")));
    const Answer none = starter.ask(u("kind:model country:none"));
    CHECK(none.ids.empty());
    CHECK(countsText(none, u("country")).endsWith(u("(missing) 0")));
    CHECK(countsText(none, u("kind")) == u("model 0"));
    // Found by another of its names, it stands there by its own.
    CHECK(countsText(starter.ask(u("org:华为 country:FR kind:robot")), u("org")).contains(u("Huawei ")));
    CHECK_FALSE(countsText(starter.ask(u("org:华为")), u("org")).contains(u("华为")));
}

TEST_CASE("values are compared whole, whatever their case and accents", "[facets]")
{
    const ExploredCatalogue starter(must(exchange::starterContents()));
    CHECK(starter.ask(u("org:HUAWEI")).ids.size() == 12);
    CHECK(starter.ask(u("org:huaw")).ids.empty());
    CHECK(starter.ask(u("kind:Modèl")).ids == starter.ask(u("kind:model")).ids);
    CHECK(starter.ask(u("country:China")).ids.size() == 295);
    CHECK(starter.ask(u("country:\"united states\"|cn")).ids.size() == 317);
    CHECK(starter.ask(u("-country:China")).ids.size() == 37);
}

TEST_CASE("the bin is a place of its own", "[facets]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(u("UPDATE announcement SET binned_at = '2025-01-01T00:00:00Z' WHERE kind = 'model'"));
    starter.reload();
    const Answer outside = starter.ask(u("country:CN"));
    CHECK(outside.total == 308);
    CHECK_FALSE(countsText(outside, u("kind")).contains(u("model")));
    const Answer inside = starter.ask(u("in:bin"));
    CHECK(inside.total == 24);
    CHECK(countsText(inside, u("kind")) == u("model 24"));
}

TEST_CASE("merged organisations count once, as their survivor, and are found by every name", "[facets]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const auto together = starter.ask(u("org:Huawei|Tencent")).ids.size();
    const QString huawei = starter.scalar(u("SELECT id FROM organisation WHERE name = 'Huawei'")).toString();
    starter.sql(u("UPDATE organisation SET merged_into = %1 WHERE name = 'Tencent'").arg(huawei));
    starter.reload();
    CHECK(starter.ask(u("org:Huawei")).ids.size() == together);
    CHECK(starter.ask(u("org:Tencent")).ids.size() == together);
    const QString counts = countsText(starter.ask(u("")), u("org"));
    CHECK(counts.contains(u("Huawei %1,").arg(together)));
    CHECK_FALSE(counts.contains(u("Tencent ")));
}

TEST_CASE("merges that lead round or nowhere, and links that lead nowhere, are read", "[facets]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(
        u("PRAGMA foreign_keys = OFF;"
          "UPDATE organisation SET merged_into = (SELECT id FROM organisation WHERE name = 'Tencent') WHERE name = 'Huawei';"
          "UPDATE organisation SET merged_into = (SELECT id FROM organisation WHERE name = 'Huawei') WHERE name = 'Tencent';"
          "UPDATE organisation SET merged_into = 1234567 WHERE name = 'Unitree Robotics';"
          "DELETE FROM organisation WHERE name = 'SenseTime';"
          "DELETE FROM source WHERE id IN (SELECT id FROM source LIMIT 9);"
          "INSERT INTO claim(announcement, measure, subject, value, unit) VALUES(77, 'x', 'y', 1, 'z');"));
    starter.reload();
    const Answer answer = starter.ask(u(""));
    CHECK(answer.ids.size() == 332);
    CHECK(starter.ask(u("org:Huawei")).ids == starter.ask(u("org:Tencent")).ids);
    CHECK(starter.ask(u("org:SenseTime")).ids.empty());
    CHECK(starter.ask(u("org:\"Unitree Robotics\"")).ids.size() == starter.ask(u("org:Unitree")).ids.size());
}

TEST_CASE(
    "a long chain of merges that leads into a ring ends at the ring's least id, for the index as for the reader", "[facets]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(u("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                  " INSERT INTO organisation(id, name, merged_into) SELECT i, 'Org ' || i, iif(i < 3000, i + 1, 2990) FROM n;"
                  "INSERT INTO announcement(id, title) VALUES(1, 'Round');"
                  "INSERT INTO participation VALUES(1, 1, 'announcer'), (1, 2995, 'partner')"));
    starter.reload();
    CHECK(starter.ask(u("org:\"Org 1\"")).ids == std::vector<catalogue::RowId>{1});
    CHECK(countsText(starter.ask(u("org:\"Org 17\"")), u("org")).contains(u("Org 2990 1")));
    const catalogue::Record record = must(starter.reader().record(1));
    REQUIRE(record.organisations.size() == 2);
    CHECK(record.organisations[0].name == u("Org 2990"));
    CHECK(record.organisations[1].name == u("Org 2990"));
    must(starter.index().patch(std::vector<catalogue::RowId>{1}));
    CHECK(starter.ask(u("org:\"Org 2990\"")).ids == std::vector<catalogue::RowId>{1});
}

TEST_CASE("an announcement of hundreds of merged organisations counts once for each that stays", "[facets]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    starter.sql(u("INSERT INTO organisation(id, name) VALUES(1, 'Odd'), (2, 'Even');"
                  "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
                  " INSERT INTO organisation(id, name, merged_into) SELECT i, 'Org ' || i, 2 - i % 2 FROM n;"
                  "INSERT INTO announcement(id, title) VALUES(1, 'All'), (2, 'Too');"
                  "INSERT INTO participation SELECT 1, id, 'partner' FROM organisation WHERE id <= 600;"
                  "INSERT INTO participation SELECT 2, id, 'partner' FROM organisation WHERE id <= 600 AND id % 2"));
    starter.reload();
    const QString counts = countsText(starter.ask(u("")), u("org"));
    CHECK(counts.contains(u("Odd 2,")));
    CHECK(counts.contains(u("Even 1,")));
}

TEST_CASE("work that is no longer wanted ends without an answer", "[facets]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    CHECK_FALSE(must(starter.index().evaluate({}, {}, [] { return true; })).has_value());
    CHECK(must(starter.index().evaluate({}, {}, [] { return false; })).has_value());
}
