// SPDX-License-Identifier: GPL-3.0-or-later
#include "explored_catalogue.h"
#include "random_edits.h"

#include <algorithm>

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

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
