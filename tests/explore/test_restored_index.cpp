// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/backup.h"
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
constexpr int kRows = 21000;     ///< as many as are worth an index that is stored

void runSql(const QString &path, const QString &sql)
{
    catalogue::Database(path, SQLite::OPEN_READWRITE).run(sql);
}

void storeIndex(const catalogue::CatalogueFile &file)
{
    const auto reader = must(catalogue::Reader::open(file));
    const catalogue::FollowPlace place = must(catalogue::followPlace(reader->database()));
    FacetIndex index = must(FacetIndex::load(*reader));
    index.setWords(must(FacetIndex::makeWords(index.beginWords(), *reader, [](quint32) { return true; })).value());
    REQUIRE(IndexCache(file).write(index, place, *reader, [] { return false; }));
    REQUIRE(IndexCache(file).read(*reader));
}

/// What the window would show.
std::vector<catalogue::RowId> found(const catalogue::CatalogueFile &file, const char *question)
{
    Explorer explorer(file);
    std::optional<Answer> whole;
    QObject::connect(&explorer, &Explorer::answered, &explorer, [&](const Answer &answer) {
        if (answer.reach == Reach::Whole)
            whole = answer;
    });
    explorer.ask(parseQuery(u(question)).query, {});
    REQUIRE(QTest::qWaitFor([&] { return whole.has_value(); }, kPatience));
    return whole->ids.all();
}

} // namespace

TEST_CASE("an index that was stored is not taken for that of a backup restored since", "[large][backup]")
{
    QStandardPaths::setTestModeEnabled(true);
    const TemporaryFolder folder;
    const QString path = folder.path(u("restored.waic")), backups = folder.path(u("backups"));
    must(catalogue::createCatalogue(path, must(exchange::starterContents())));
    runSql(path,
        u("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
          " INSERT INTO announcement(id, title) SELECT i, 'Row ' || i FROM n")
            .arg(kRows));
    const auto open = [&] { return must(catalogue::CatalogueFile::open(path)); };
    const auto always = [](double) { return true; };
    const QString backup = must(catalogue::backUp(open(), backups, catalogue::BackupReason::Manual, always));
    runSql(path, u("UPDATE announcement SET title = 'Zebra' WHERE id = 5"));
    storeIndex(open());
    CHECK(found(open(), "zebra") == std::vector<catalogue::RowId>{5});
    must(catalogue::restoreBackup(path, open().uid(), backup, backups, always));
    SECTION("as it was")
    {
        CHECK(found(open(), "zebra").empty());
    }
    SECTION("and edited as often as the file before")
    {
        // The same place in the journal of changes, but another change.
        runSql(path, u("UPDATE announcement SET title = 'Okapi' WHERE id = 6"));
        CHECK(found(open(), "zebra").empty());
        CHECK(found(open(), "okapi") == std::vector<catalogue::RowId>{6});
    }
    CHECK(found(open(), "").size() == std::size_t(kRows + 332));
    QFile::remove(IndexCache(open()).path());
}
