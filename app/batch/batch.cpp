// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/batch.h"

#include "batch/chart_command.h"
#include "batch/commands.h"
#include "batch/output.h"

#include <QCoreApplication>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

} // namespace

bool isSubcommand(const QString &word)
{
    static const QStringList kNames{
        QStringLiteral("init"), QStringLiteral("query"), QStringLiteral("chart"), QStringLiteral("check")};
    return kNames.contains(word);
}

int run(const QStringList &arguments, ChartWriter &charts)
{
    const QString name = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (name == QLatin1String("init"))
        return runInit(rest);
    if (name == QLatin1String("query"))
        return runQuery(rest);
    if (name == QLatin1String("check"))
        return runCheck(rest);
    if (name == QLatin1String("chart"))
        return runChart(rest, charts);
    return usage(Text::tr("there is no subcommand '%1'").arg(name));
}

QString helpText()
{
    return Text::tr(
        "WAIC Explorer %1: explore, chart and correct announcements of the World Artificial Intelligence Conference.\n"
        "\n"
        "  waic-explorer [FILE] [--ui-theme system|light|dark] [--trace OUT.jsonl]\n"
        "      opens the window on FILE; without FILE on the last catalogue, else on the starter catalogue\n"
        "  waic-explorer init FILE [--empty] [--force]\n"
        "      writes the starter catalogue, or an empty one; --force keeps a backup of what was there\n"
        "  waic-explorer query FILE TEXT [--facets] [--json] [--limit N] [--sort KEYS]\n"
        "      prints the announcements that TEXT finds, such as 'supernode', 'org:Huawei kind:hardware|robot' or '模型'\n"
        "  waic-explorer chart FILE --list\n"
        "      names the charts\n"
        "  waic-explorer chart FILE NAME|SPEC.json --to OUT.png|OUT.svg|OUT.pdf|OUT.csv [--size WxH|WxHmm]\n"
        "                [--scale N] [--dpi N] [--theme light|dark|print] [--transparent] [--query TEXT]\n"
        "                [--lang LL] [--force]\n"
        "      draws a chart, or writes its numbers; 1600x1000 pixels unless --size says otherwise\n"
        "  waic-explorer check FILE [--integrity] [--against STARTER.json] [--json]\n"
        "      looks for damage, for references that lead nowhere, and for what differs from a catalogue's JSON\n"
        "  waic-explorer --version | --help\n"
        "\n"
        "Exit status: 0 done, 1 failed or refused, 2 wrong usage. A file named like a subcommand opens as ./query.")
        .arg(QStringLiteral(WAIC_VERSION));
}

} // namespace waic::batch
