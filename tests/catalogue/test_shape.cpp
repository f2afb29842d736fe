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
