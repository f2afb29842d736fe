// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance/killed_catalogue.h"
#include "acceptance/killed_program.h"
#include "catalogue/sql.h"
#include "catalogue/writer.h"
#include "support/test_support.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

TEST_CASE("two programs write to one catalogue at a time, and each edit of each is there", "[writers]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("shared.waic"));
    makeKilledCatalogue(path);
    const int each = countFrom("WAIC_EDITS", 500) / 2;
    KilledProgram other({QStringLiteral("plain"), path, QString::number(each)});
    const auto writer = must(Writer::open(must(CatalogueFile::open(path)), QStringLiteral("ann")));
    REQUIRE(other.waitFor("ready"));
    other.go();
    for (int i = 0; i < each;) {
        Announcement row;
        row.title = QStringLiteral("mine %1").arg(i);
        const Result<Step> step = writer->apply(addAnnouncement(row));
        if (step) {
            ++i;
            continue;
        }
        // Told in words, and tried again as the window does.
        REQUIRE(step.error().kind == ErrorKind::Locked);
        CHECK(step.error().where == path);
    }
    CHECK(other.finish() == 0);
    Database database(path, SQLite::OPEN_READWRITE);
    const auto count = [&](const char *sql) { return database.scalar(QString::fromLatin1(sql)).toInt(); };
    CHECK(count("SELECT count(DISTINCT title) FROM announcement WHERE title LIKE 'mine %'") == each);
    CHECK(count("SELECT count(DISTINCT name) FROM tag WHERE name LIKE 'other %'") == each);
    CHECK(count("SELECT count(*) FROM step") == each);
    CHECK(count("SELECT count(*) FROM touched WHERE entity = 'tag'") == each);
    CHECK(database.scalar(QStringLiteral("PRAGMA integrity_check")).toString() == QStringLiteral("ok"));
}
