// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance/program.h"
#include "support/test_support.h"

#include <QDir>
#include <QFile>

using namespace waic::tests;

namespace {

/// Every subcommand and the window refuse the file in one line and leave the folder as it was.
void checkRefused(const TemporaryFolder &folder, const QString &name)
{
    const QString path = folder.path(name);
    const auto before = snapshot(folder.path());
    const QString picture = folder.path(QStringLiteral("x.png"));
    for (const QStringList &arguments : {QStringList{path}, {QStringLiteral("query"), path, QStringLiteral("model")},
             {QStringLiteral("check"), path}, {QStringLiteral("chart"), path, QStringLiteral("--list")},
             {QStringLiteral("chart"), path, QStringLiteral("models-share"), QStringLiteral("--to"), picture}}) {
        CAPTURE(arguments);
        const Run refused = run(arguments);
        CHECK(refused.status == 1);
        CHECK(refused.out.isEmpty());
        CAPTURE(refused.err.toStdString());
        CHECK(refused.saysOneLine());
        CHECK(refused.errText().contains(name));
        CHECK(snapshot(folder.path()) == before);
    }
}

QByteArray starterBytes()
{
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("s.waic"));
    REQUIRE(run({QStringLiteral("init"), path}).status == 0);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("what is not there, a folder, and what is no catalogue are refused untouched", "[cli]")
{
    const TemporaryFolder folder;
    checkRefused(folder, QStringLiteral("missing.waic"));
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("folder.waic")));
    checkRefused(folder, QStringLiteral("folder.waic"));
    writeFile(folder.path(QStringLiteral("text.waic")), "title,kind\nA,model\n");
    checkRefused(folder, QStringLiteral("text.waic"));
    writeFile(folder.path(QStringLiteral("nothing.waic")), {});
    checkRefused(folder, QStringLiteral("nothing.waic"));
}

TEST_CASE("a damaged, a cut and a newer catalogue are refused untouched", "[cli]")
{
    const QByteArray good = starterBytes();
    const TemporaryFolder folder;
    writeFile(folder.path(QStringLiteral("cut.waic")), good.left(good.size() / 2));
    checkRefused(folder, QStringLiteral("cut.waic"));

    QByteArray damaged = good;
    for (qsizetype at = 4096; at < damaged.size() - 512; at += 4096)
        damaged.replace(at, 512, QByteArray(512, '\xff'));
    writeFile(folder.path(QStringLiteral("damaged.waic")), damaged);
    checkRefused(folder, QStringLiteral("damaged.waic"));

    QByteArray newer = good; // user_version stands at byte 60, big-endian
    newer[63] = 99;
    writeFile(folder.path(QStringLiteral("newer.waic")), newer);
    checkRefused(folder, QStringLiteral("newer.waic"));

    QByteArray foreign = good; // application_id stands at byte 68
    foreign.replace(68, 4, "GPKG");
    writeFile(folder.path(QStringLiteral("foreign.waic")), foreign);
    checkRefused(folder, QStringLiteral("foreign.waic"));
}
