// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/shape.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

TEST_CASE("a catalogue as the program makes it is known by its fingerprint, and an altered one is not", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    Database database(path, SQLite::OPEN_READWRITE);
    CHECK(schemaFingerprint(database).toStdString() == newestFingerprint().toStdString());
    database.run(QStringLiteral("CREATE VIEW mine AS SELECT title FROM announcement"));
    CHECK(schemaFingerprint(database) == newestFingerprint());
    CHECK(must(compareShape(database, path)).isNull());
    database.run(QStringLiteral("CREATE TRIGGER mine2 AFTER INSERT ON tag BEGIN SELECT 1; END"));
    CHECK(schemaFingerprint(database) != newestFingerprint());
    CHECK_FALSE(must(compareShape(database, path)).isNull());
}

TEST_CASE("tables and views that others added do not matter", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    runSql(path,
        QStringLiteral("CREATE TABLE mine(a REFERENCES announcement(id), b); CREATE INDEX mine_a ON mine(a);"
                       "CREATE VIEW titles AS SELECT title FROM announcement; CREATE VIRTUAL TABLE words USING fts5(t);"
                       "CREATE TRIGGER mine_added AFTER INSERT ON mine BEGIN SELECT 1; END"));
    CHECK(must(CatalogueFile::open(path)).isWritable());
}

TEST_CASE("a schema that calls a function is not trusted", "[opening]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    runSql(path, QStringLiteral("CREATE VIEW bait AS SELECT load_extension('evil')"));
    const CatalogueFile file = must(CatalogueFile::open(path));
    const auto reader = must(file.connect(Access::Read));
    CHECK_THROWS_AS(reader->scalar(QStringLiteral("SELECT * FROM bait")), SQLite::Exception);
    CHECK_THROWS_AS(reader->scalar(QStringLiteral("SELECT load_extension('evil')")), SQLite::Exception);
    CHECK_THROWS_AS(
        must(file.connect(Access::Write))->run(QStringLiteral("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema")),
        SQLite::Exception);
}
