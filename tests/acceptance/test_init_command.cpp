// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance/program.h"
#include "support/test_support.h"

#include <QDir>
#include <QFile>

using namespace waic::tests;

TEST_CASE("init writes the starter and says how much is in it", "[cli]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("a.waic"));
    const Run made = run({QStringLiteral("init"), path});
    CHECK(made.status == 0);
    CHECK(made.outText().contains(QStringLiteral("332 announcements")));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(15) == QByteArray("SQLite format 3"));
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
}

TEST_CASE("init makes an empty catalogue on request", "[cli]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("empty.waic"));
    REQUIRE(run({QStringLiteral("init"), path, QStringLiteral("--empty")}).status == 0);
    const Run asked = run({QStringLiteral("query"), path, QString()});
    CHECK(asked.status == 0);
    CHECK(asked.out.isEmpty());
}

TEST_CASE("init never replaces a file unasked, and keeps a backup when asked", "[cli]")
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("notes.waic"));
    writeFile(path, "my notes of the conference");
    const auto before = snapshot(folder.path());
    const Run refused = run({QStringLiteral("init"), path});
    CHECK(refused.status == 1);
    CHECK(refused.saysOneLine());
    CHECK(snapshot(folder.path()) == before);

    const Run forced = run({QStringLiteral("init"), path, QStringLiteral("--force")});
    CHECK(forced.status == 0);
    const auto after = snapshot(folder.path());
    REQUIRE(after.size() == 2);
    CHECK(after.values().contains(QByteArray("my notes of the conference")));
}

TEST_CASE("init refuses a folder that does not exist and leaves nothing behind", "[cli]")
{
    const TemporaryFolder folder;
    const Run refused = run({QStringLiteral("init"), folder.path(QStringLiteral("no/such/folder/a.waic"))});
    CHECK(refused.status == 1);
    CHECK(refused.saysOneLine());
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("wrong usage exits with 2 and says what is wrong", "[cli]")
{
    for (const QStringList &arguments :
        {QStringList{QStringLiteral("init")}, {QStringLiteral("init"), QStringLiteral("a"), QStringLiteral("b")},
            {QStringLiteral("init"), QStringLiteral("a"), QStringLiteral("--nonsense")}, {QStringLiteral("query")},
            {QStringLiteral("query"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("--limit")},
            {QStringLiteral("query"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("--limit"), QStringLiteral("few")},
            {QStringLiteral("check")}, {QStringLiteral("chart")}, {QStringLiteral("--nonsense")},
            {QStringLiteral("--ui-theme"), QStringLiteral("sepia")}}) {
        CAPTURE(arguments);
        const Run refused = run(arguments);
        CHECK(refused.status == 2);
        CHECK(refused.saysOneLine());
        CHECK(refused.out.isEmpty());
    }
}

TEST_CASE("version and help need no display and no file", "[cli]")
{
    const Run version = run({QStringLiteral("--version")});
    CHECK(version.status == 0);
    CHECK(version.out.startsWith("waic-explorer "));
    const Run help = run({QStringLiteral("--help")});
    CHECK(help.status == 0);
    for (const char *word : {"init", "query", "chart", "check", "--ui-theme"})
        CHECK(help.out.contains(word));
}
