// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/arguments.h"
#include "batch/commands.h"
#include "batch/output.h"
#include "catalogue/check.h"
#include "exchange/catalogue_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

using Findings = std::vector<catalogue::Finding>;

QString severityName(catalogue::Finding::Severity severity)
{
    return severity == catalogue::Finding::Severity::Fault ? QStringLiteral("fault") : QStringLiteral("warning");
}

Result<Findings> findings(const catalogue::CatalogueFile &file, const Arguments &arguments)
{
    Findings found;
    const bool against = arguments.has(QStringLiteral("against"));
    if (arguments.has(QStringLiteral("integrity")) || !against) {
        Result<Findings> faults = catalogue::checkIntegrity(file);
        if (!faults)
            return faults;
        found = *std::move(faults);
    }
    if (against) {
        const Result<catalogue::Contents> contents = exchange::readCatalogueJsonFile(arguments.value(QStringLiteral("against")));
        if (!contents)
            return tl::make_unexpected(contents.error());
        Result<Findings> differences = catalogue::checkAgainst(file, *contents);
        if (!differences)
            return differences;
        found.insert(found.end(), std::make_move_iterator(differences->begin()), std::make_move_iterator(differences->end()));
    }
    return found;
}

void printLines(const Findings &found)
{
    const QString tab = QStringLiteral("\t");
    for (const catalogue::Finding &finding : found) {
        QString text = finding.text;
        text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\t'), QLatin1Char(' '));
        print(severityName(finding.severity) + tab + finding.check + tab + finding.uid + tab + text);
    }
}

void printJson(const Findings &found)
{
    QJsonArray rows;
    for (const catalogue::Finding &finding : found)
        rows.append(
            QJsonObject{{QStringLiteral("severity"), severityName(finding.severity)}, {QStringLiteral("check"), finding.check},
                {QStringLiteral("uid"), finding.uid}, {QStringLiteral("text"), finding.text}});
    print(QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Indented)).trimmed());
}

} // namespace

int runCheck(const QStringList &words)
{
    const Result<Arguments> arguments = Arguments::parse(
        words, {QStringLiteral("integrity"), QStringLiteral("strict"), QStringLiteral("json")}, {QStringLiteral("against")});
    if (!arguments)
        return usage(arguments.error().line());
    if (arguments->free().size() != 1)
        return usage(Text::tr("check takes one FILE"));
    const Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(arguments->free().first());
    if (!file)
        return fail(file.error());
    const Result<Findings> found = findings(*file, *arguments);
    if (!found)
        return fail(found.error());
    if (arguments->has(QStringLiteral("json")))
        printJson(*found);
    else
        printLines(*found);
    const bool faulty = std::any_of(found->begin(), found->end(),
        [](const catalogue::Finding &finding) { return finding.severity == catalogue::Finding::Severity::Fault; });
    if (found->empty() && !arguments->has(QStringLiteral("json")))
        remark(Text::tr("%1: nothing found").arg(file->name()));
    return faulty || (arguments->has(QStringLiteral("strict")) && !found->empty()) ? Failed : Done;
}

} // namespace waic::batch
