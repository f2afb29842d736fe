// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance/program.h"
#include "support/test_support.h"

#include <QFile>
#include <QJsonArray>

using namespace waic::tests;

TEST_CASE("a fresh starter has no fault and differs in nothing from its JSON", "[cli]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("s.waic"));
    REQUIRE(run({QStringLiteral("init"), path}).status == 0);
    const Run checked = run({QStringLiteral("check"), path});
    CHECK(checked.status == 0);
    CHECK(checked.out.isEmpty());
    const Run against = run({QStringLiteral("check"), path, QStringLiteral("--against"), QStringLiteral(WAIC_STARTER_JSON)});
    CHECK(against.status == 0);
    CHECK(against.out.isEmpty());
    CHECK(json(run({QStringLiteral("check"), path, QStringLiteral("--json")})).toArray().isEmpty());
}

TEST_CASE("an empty catalogue lacks all of the starter, one fault a line", "[cli]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("e.waic"));
    REQUIRE(run({QStringLiteral("init"), path, QStringLiteral("--empty")}).status == 0);
    const Run against = run({QStringLiteral("check"), path, QStringLiteral("--against"), QStringLiteral(WAIC_STARTER_JSON)});
    CHECK(against.status == 1);
    CHECK(against.out.count('\n') >= 332 + 155 + 376);
    for (const QByteArray &line : against.out.trimmed().split('\n')) {
        CAPTURE(line.toStdString());
        CHECK(line.split('\t').size() == 4);
    }
}

TEST_CASE("check refuses a JSON that cannot be read and names it", "[cli]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("s.waic"));
    REQUIRE(run({QStringLiteral("init"), path}).status == 0);
    const QString bad = folder.path(QStringLiteral("bad.json"));
    writeFile(bad, "{\"units\": [");
    const Run refused = run({QStringLiteral("check"), path, QStringLiteral("--against"), bad});
    CHECK(refused.status == 1);
    CHECK(refused.saysOneLine());
    CHECK(refused.errText().contains(QStringLiteral("bad.json")));
}
