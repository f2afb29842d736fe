// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explorer.h"
#include "explore/index_cache.h"
#include "explored_catalogue.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

constexpr int kPatience = 60000; ///< ms until a condition that never comes fails the test
constexpr int kRows = 21000;     ///< beyond what is indexed at once

/// The starter and some ten thousand rows of which the summary alone knows a word.
class LargeCatalogue : public ExploredCatalogue
{
public:
    LargeCatalogue()
        : ExploredCatalogue(must(exchange::starterContents()))
    {
        QStandardPaths::setTestModeEnabled(true);
        sql(u("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
              "INSERT INTO announcement(id, title, summary, announced_on) "
              "SELECT i, 'Row ' || i, CASE i % 7 WHEN 0 THEN 'hidden 大模型 word' END, date('2010-01-01', (i % 4000) || ' days') "
              "FROM n")
                .arg(kRows));
        QFile::remove(IndexCache(file()).path());
        reload();
    }
    ~LargeCatalogue() { QFile::remove(IndexCache(file()).path()); }
};

std::vector<Answer> heardOf(Explorer &explorer, const std::function<bool(const std::vector<Answer> &)> &isEnough)
{
    std::vector<Answer> answers;
    QObject context;
    QObject::connect(&explorer, &Explorer::answered, &context, [&](const Answer &answer) { answers.push_back(answer); });
    REQUIRE(QTest::qWaitFor([&] { return isEnough(answers); }, kPatience));
    return answers;
}

bool isWhole(const std::vector<Answer> &answers)
{
    return !answers.empty() && answers.back().reach == Reach::Whole;
}

} // namespace

TEST_CASE("the newest rows of a large catalogue come before its index, also when it is asked for more meanwhile", "[large]")
{
    LargeCatalogue catalogue;
    Explorer explorer(catalogue.file());
    explorer.ask({}, {});
    explorer.ask({}, {u("kind")}); // as a pane does that is made a little later
    const std::vector<Answer> answers = heardOf(explorer, isWhole);
    REQUIRE(answers.front().reach == Reach::FirstRows);
    CHECK(answers.front().ids.all() == answers.back().ids.part(0, answers.front().ids.size()));
    CHECK(answers.front().ids.size() == size_t(Explorer::kFirstRows));
    CHECK(answers.back().ids == catalogue.ask(u("")).ids);
    CHECK(answers.back().facets.size() == 1);
}

TEST_CASE("while summaries are read words are found in titles, and then everywhere", "[large]")
{
    LargeCatalogue catalogue;
    Explorer explorer(catalogue.file());
    explorer.ask(parseQuery(u("hidden")).query, {});
    const std::vector<Answer> answers = heardOf(explorer, isWhole);
    CHECK(answers.back().ids.size() == kRows / 7);
    for (const Answer &answer : answers)
        CHECK((answer.reach == Reach::Titles) == answer.ids.empty());
    CHECK(catalogue.ask(u("hidden")).ids == answers.back().ids); // looked up in the file instead
    CHECK(catalogue.ask(u("模型 row")).ids == answers.back().ids);
}

TEST_CASE("what another program writes is found without a question", "[large]")
{
    for (const bool isLarge : {false, true}) {
        std::unique_ptr<ExploredCatalogue> catalogue;
        if (isLarge)
            catalogue = std::make_unique<LargeCatalogue>();
        else
            catalogue = std::make_unique<ExploredCatalogue>(must(exchange::starterContents()));
        Explorer explorer(catalogue->file());
        std::vector<catalogue::RowId> followed;
        QObject::connect(&explorer, &Explorer::followed, &explorer,
            [&](const std::vector<catalogue::RowId> &ids) { followed.insert(followed.end(), ids.begin(), ids.end()); });
        explorer.ask(parseQuery(u("unheard")).query, {});
        heardOf(explorer, isWhole);
        catalogue->sql(u("INSERT INTO announcement(id, title, summary) VALUES(99999, 'New', 'an unheard-of thing')"));
        const std::vector<Answer> answers
            = heardOf(explorer, [](const std::vector<Answer> &heard) { return !heard.empty() && !heard.back().ids.empty(); });
        CHECK(answers.back().ids.all() == std::vector<catalogue::RowId>{99999});
        REQUIRE(QTest::qWaitFor([&] { return !followed.empty(); }, kPatience));
        CHECK(followed == std::vector<catalogue::RowId>{99999});
    }
}

TEST_CASE("an index that was stored answers as one that is loaded, also after edits, and a damaged one is not used", "[large]")
{
    LargeCatalogue catalogue;
    const IndexCache cache(catalogue.file());
    const catalogue::FollowPlace place = must(catalogue::followPlace(catalogue.reader().database()));
    FacetIndex &index = catalogue.index();
    index.setWords(must(FacetIndex::makeWords(index.beginWords(), catalogue.reader(), [](quint32) { return true; })).value());
    CHECK_FALSE(cache.write(index, place, catalogue.reader(), [] { return true; }));
    CHECK_FALSE(QFile::exists(cache.path()));
    REQUIRE(cache.write(index, place, catalogue.reader(), [] { return false; }));

    catalogue.sql(u("UPDATE announcement SET title = 'Another', summary = 'hidden too' WHERE id = 5"));
    std::optional<IndexCache::Stored> stored = cache.read(catalogue.reader());
    REQUIRE(stored.has_value());
    CHECK(must(stored->index.follow(must(catalogue::touchedSince(catalogue.reader().database(), stored->place)))));
    catalogue.reload();
    for (const char *text :
        {"", "hidden", "模型", "org:Huawei sort:title", "another", "source:Xinhua", "sort:-figures kind:model"}) {
        const Answer found = must(stored->index.evaluate(parseQuery(u(text)).query, FacetIndex::facetFields())).value();
        const Answer fresh = catalogue.ask(u(text));
        INFO(text);
        CHECK(found.ids == fresh.ids);
        for (const QString &field : FacetIndex::facetFields())
            CHECK(countsText(found, field) == countsText(fresh, field));
    }

    QFile file(cache.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    for (const qint64 at : {qint64(40), file.size() / 2, file.size() - 3}) {
        file.seek(at);
        char byte = 0;
        file.read(&byte, 1);
        byte = char(byte ^ 0x20);
        file.seek(at);
        file.write(&byte, 1);
        file.flush();
        CHECK_FALSE(cache.read(catalogue.reader()).has_value());
    }
    REQUIRE(file.resize(file.size() / 3));
    CHECK_FALSE(cache.read(catalogue.reader()).has_value());
}
