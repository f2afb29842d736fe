// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_data.h"

#include "catalogue/figure.h"
#include "chart/chart_kinds.h"
#include "chart/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

Result<> fill(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled)
{
    switch (data.spec.kind) {
    case ChartKind::Share:
        return fillShare(data, answer, reader, cancelled);
    case ChartKind::RankedBar:
        return fillRankedBars(data, answer, reader, cancelled);
    case ChartKind::TimeColumns:
        return fillTimeColumns(data, answer, reader, cancelled);
    }
    return {};
}

/// Texts end up in sentences here; titles and labels come without a full stop.
QString sentence(const QString &text)
{
    return text.isEmpty() || text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

} // namespace

QString withScope(const QString &what, const explore::Answer &answer)
{
    const int shown = int(answer.ids.size());
    const QString all = announcementsText(answer.total);
    const QString scope = answer.query.isEverything() ? Text::tr("all %1").arg(all)
                                                      : Text::tr("%1 of %2, filtered").arg(catalogue::countText(shown), all);
    return Text::tr("%1 · %2", "what is counted, among which").arg(what, scope);
}

Result<ChartData> buildChart(const ChartSpec &spec, const explore::Answer &answer, catalogue::Reader &reader)
{
    return buildChart(spec, answer, reader, [] { return false; }).map([](std::optional<ChartData> &&data) {
        return *std::move(data);
    });
}

Result<std::optional<ChartData>> buildChart(
    const ChartSpec &spec, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled)
{
    ChartData data;
    data.spec = spec;
    data.query = explore::queryText(answer.query);
    const Result<QString> newest = reader.newestStepAt();
    if (!newest)
        return tl::make_unexpected(newest.error());
    data.newestStepAt = *newest;
    if (answer.ids.empty()) {
        data.title = spec.title.isEmpty() ? galleryLabel(spec) : spec.title;
        data.empty = answer.total == 0 ? Text::tr("This catalogue has no announcement yet.")
                                       : Text::tr("No announcement matches. Widen the filter to see a chart.");
        return data;
    }
    const Result<> filled = fill(data, answer, reader, cancelled);
    if (cancelled()) // reading that ends early may say so as an error
        return std::optional<ChartData>();
    if (!filled)
        return tl::make_unexpected(filled.error());
    if (!spec.title.isEmpty())
        data.title = spec.title;
    if (!spec.subtitle.isEmpty())
        data.subtitle = spec.subtitle;
    data.source = data.sourceForms.value(0);
    return data;
}

QString markText(const Mark &mark)
{
    return mark.shareText.isEmpty() ? Text::tr("%1: %2").arg(mark.label, mark.valueText)
                                    : Text::tr("%1: %2 (%3)").arg(mark.label, mark.valueText, mark.shareText);
}

QString summaryText(const ChartData &data)
{
    if (!data.empty.isNull())
        return data.empty;
    QStringList marks;
    for (const Mark &mark : data.marks)
        if (mark.value != 0) // a long time axis has many months of none
            marks.append(markText(mark));
    if (!data.remainder.isEmpty())
        marks.append(Text::tr("%1: %2").arg(data.remainder, data.remainderText));
    const QStringList sentences{sentence(data.title), sentence(data.subtitle), sentence(marks.join(QStringLiteral("; "))),
        sentence(data.note), sentence(data.source)};
    return QStringList(sentences).replaceInStrings(QStringLiteral("\n"), QStringLiteral(" ")).join(QLatin1Char(' ')).simplified();
}

QJsonObject pictureRecord(const ChartData &data, int shown)
{
    QJsonArray numbers;
    for (const Mark &mark : data.marks) {
        if (numbers.size() == shown)
            break;
        QJsonObject number{{QStringLiteral("label"), mark.label}, {QStringLiteral("value"), mark.value}};
        if (!mark.shareText.isNull())
            number.insert(QStringLiteral("share"), mark.shareText);
        numbers.append(number);
    }
    const QString date = data.newestStepAt.isNull() ? QStringLiteral("starter") : data.newestStepAt;
    return {{QStringLiteral("program"), QStringLiteral("waic-explorer " WAIC_VERSION)},
        {QStringLiteral("catalogue"), QJsonObject{{QStringLiteral("uid"), data.catalogueUid}, {QStringLiteral("date"), date}}},
        {QStringLiteral("spec"), toJson(data.spec)}, {QStringLiteral("query"), data.query}, {QStringLiteral("title"), data.title},
        {QStringLiteral("numbers"), numbers}, {QStringLiteral("figures"), data.figures},
        {QStringLiteral("unsourced"), data.unsourced}, {QStringLiteral("source"), data.source}};
}

} // namespace waic::chart
