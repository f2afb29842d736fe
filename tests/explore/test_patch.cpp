// SPDX-License-Identifier: GPL-3.0-or-later
#include "explored_catalogue.h"

#include <algorithm>
#include <random>

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

using Ids = std::vector<catalogue::RowId>;

/// Other programs' edits, drawn at random; each tells the announcements it touches.
class RandomEdits
{
public:
    RandomEdits(ExploredCatalogue &catalogue, unsigned seed)
        : m_catalogue(catalogue)
        , m_random(seed)
    {
        m_catalogue.sql(u("PRAGMA foreign_keys = OFF"));
    }

    Ids edit()
    {
        const QString row = any(u("announcement"));
        const QString organisation = any(u("organisation"));
        const QString ofOrganisation = u("SELECT announcement FROM participation WHERE organisation = %1").arg(organisation);
        const QString number = QString::number(m_random() % 1000);
        switch (m_random() % 14) {
        case 0:
            return set(row, u("title = 'Édition %1 of 模型'").arg(number));
        case 1:
            return set(row, u("kind = %1, openness = NULL").arg(pick({u("'model'"), u("'dataset %1'").arg(number), u("NULL")})));
        case 2:
            return set(row, u("edition = %1, country = 'VN'").arg(pick({u("'WAIC 2025'"), u("NULL")})));
        case 3:
            return set(row, u("announced_on = %1").arg(pick({u("'2025'"), u("'2025-0%1'").arg(m_random() % 9 + 1), u("NULL")})));
        case 4:
            return set(row, u("binned_at = CASE WHEN binned_at IS NULL THEN '2025-01-01' END"));
        case 5:
            return set(
                row, u("summary = %1, notes = 'note %2'").arg(pick({u("NULL"), u("'huawei ''%1'' 华为'").arg(number)}), number));
        case 6:
            m_catalogue.sql(u("INSERT INTO announcement(id, title, kind) VALUES(%1, 'New %1', 'robot')").arg(++m_newId));
            return {m_newId};
        case 7:
            m_catalogue.sql(u("DELETE FROM announcement WHERE id = %1").arg(row));
            return {row.toLongLong()};
        case 8:
            m_catalogue.sql(u("INSERT OR IGNORE INTO participation VALUES(%1, %2, 'announcer')").arg(row, organisation));
            return {row.toLongLong()};
        case 9:
            m_catalogue.sql(u("DELETE FROM participation WHERE announcement = %1").arg(row));
            return {row.toLongLong()};
        case 10:
            m_catalogue.sql(u("UPDATE organisation SET name = 'Company %1' WHERE id = %2").arg(number, organisation));
            return m_catalogue.idsOf(ofOrganisation);
        case 11:
            m_catalogue.sql(u("UPDATE organisation SET merged_into = nullif(%1, id) WHERE id = %2")
                                .arg(any(u("organisation")), organisation));
            return m_catalogue.idsOf(ofOrganisation);
        case 12:
            return editClaims(row, number);
        default:
            return addNamed(row, number);
        }
    }

private:
    QString any(const QString &table)
    {
        // Only organisations that take part: what no announcement names is no announcement's change.
        const QString where = table == u("organisation") ? u(" WHERE id IN (SELECT organisation FROM participation)") : QString();
        const Ids ids = m_catalogue.idsOf(u("SELECT id FROM %1%2 ORDER BY id").arg(table, where));
        return QString::number(ids[m_random() % ids.size()]);
    }

    QString pick(const QStringList &from) { return from[qsizetype(m_random() % size_t(from.size()))]; }

    Ids set(const QString &row, const QString &cells)
    {
        m_catalogue.sql(u("UPDATE announcement SET %1 WHERE id = %2").arg(cells, row));
        return {row.toLongLong()};
    }

    Ids editClaims(const QString &row, const QString &number)
    {
        if (m_random() % 3 == 0)
            m_catalogue.sql(u("DELETE FROM claim WHERE announcement = %1").arg(row));
        else
            m_catalogue.sql(
                u("INSERT INTO claim(announcement, measure, subject, value, unit) VALUES(%1, 'measure %2', 'China', 1, '%');"
                  "INSERT OR IGNORE INTO citation(claim, source) SELECT last_insert_rowid(), id FROM source LIMIT 1 OFFSET 5")
                    .arg(row, number));
        return {row.toLongLong()};
    }

    Ids addNamed(const QString &row, const QString &number)
    {
        m_catalogue.sql(
            u("INSERT INTO organisation(name) VALUES('Newcomer %2');"
              "INSERT INTO participation VALUES(%1, last_insert_rowid(), 'subject');"
              "INSERT INTO organisation_name(organisation, name) SELECT max(organisation), '新来者' FROM participation "
              "WHERE announcement = %1;"
              "INSERT OR IGNORE INTO tag(name) VALUES('tag %2');"
              "INSERT OR IGNORE INTO announcement_tag SELECT %1, id FROM tag WHERE name = 'tag %2';"
              "INSERT INTO source(title, publisher) VALUES('Page %2', 'Publisher %2');"
              "INSERT INTO citation(announcement, source) VALUES(%1, last_insert_rowid());")
                .arg(row, number));
        Ids touched = m_catalogue.idsOf(u("SELECT announcement FROM participation WHERE organisation IN "
                                          "(SELECT organisation FROM participation WHERE announcement = %1)")
                                            .arg(row));
        return touched;
    }

    ExploredCatalogue &m_catalogue;
    std::mt19937 m_random;
    catalogue::RowId m_newId = 5;
};

void checkSame(const Answer &patched, const Answer &fresh)
{
    INFO(queryText(fresh.query).toStdString());
    CHECK(patched.ids == fresh.ids);
    CHECK(patched.total == fresh.total);
    for (const QString &field : FacetIndex::facetFields())
        CHECK(countsText(patched, field) == countsText(fresh, field));
}

} // namespace

TEST_CASE("a patched index answers as one that is loaded anew", "[patch]")
{
    std::vector<Query> queries;
    for (const char *text : {"", "in:bin", "huawei", "华为", "模型", "新来者", "company", "page sort:title",
             "kind:model|robot -country:VN", "org:Huawei|Tencent", "-org:none sort:org", "org:none", "tag:none sort:-sources",
             "measure:none sort:-figures,edition", "date:2025 sort:date", "notes:none", "edition:none sort:kind", "source:none"})
        queries.push_back(parseQuery(u(text)).query);
    for (const unsigned seed : {1u, 2u, 3u}) {
        ExploredCatalogue catalogue(must(exchange::starterContents()));
        RandomEdits edits(catalogue, seed);
        for (int round = 0; round < 12; ++round) {
            std::vector<catalogue::RowId> touched;
            for (int i = 0; i < 10; ++i)
                for (const catalogue::RowId id : edits.edit())
                    touched.push_back(id);
            must(catalogue.index().patch(touched));
            const FacetIndex fresh = must(FacetIndex::load(catalogue.reader()));
            for (const Query &query : queries)
                checkSame(catalogue.ask(query), must(fresh.evaluate(query, FacetIndex::facetFields())).value());
        }
    }
}

TEST_CASE("many patches of one row leave its last state and only that", "[patch]")
{
    ExploredCatalogue catalogue(must(exchange::starterContents()));
    const catalogue::RowId row = catalogue.ask(u("org:Huawei")).ids.front();
    for (int i = 0; i < 400; ++i) {
        catalogue.sql(
            u("UPDATE announcement SET title = 'Title number%1 %2' WHERE id = %3").arg(i).arg(QString(200, u'x')).arg(row));
        must(catalogue.index().patch(std::vector{row, row}));
    }
    CHECK(catalogue.ask(u("number399")).ids == std::vector{row});
    CHECK(catalogue.ask(u("number398")).ids.empty());
    CHECK(catalogue.ask(u("org:Huawei")).ids.size() == 12);
    CHECK(catalogue.ask(u("")).total == 332);
}

TEST_CASE("a patch of nothing, or of rows that never were, changes nothing", "[patch]")
{
    ExploredCatalogue catalogue(must(exchange::starterContents()));
    const Answer before = catalogue.ask(u("model"));
    must(catalogue.index().patch({}));
    must(catalogue.index().patch(std::vector<catalogue::RowId>{1, 2, 3}));
    checkSame(catalogue.ask(u("model")), before);
}
