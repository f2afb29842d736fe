// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_data.h"

#include "catalogue/figure.h"
#include "chart/chart_kinds.h"
#include "chart/words.h"
#include "explore/facet_index.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartData)
};

Result<> fill(const Making &making)
{
    const ChartSpec &spec = making.input.spec;
    switch (spec.kind) {
    case ChartKind::Share:
        return spec.dimension.isNull() ? fillShareOfFigure(making) : fillShareOfCounts(making);
    case ChartKind::Scatter:
        return fillScatter(making);
    case ChartKind::RankedBar:
        return spec.isCount() ? fillRankedBars(making) : fillFigures(making);
    case ChartKind::TimeColumns:
        return spec.isCount() ? fillTimeColumns(making) : fillFigures(making);
    case ChartKind::StackedBar:
    case ChartKind::GroupedBar:
    case ChartKind::Line:
    case ChartKind::Area:
    case ChartKind::Dots:
        return spec.isCount() ? fillCountGrid(making) : fillFigures(making);
    }
    return {};
}

/// Texts end up in sentences here; titles and labels come without a full stop.
QString sentence(const QString &text)
{
    return text.isEmpty() || text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

void putOverrides(ChartData &data)
{
    const ChartSpec &spec = data.spec;
    if (!spec.title.isEmpty())
        data.title = spec.title;
    if (!spec.subtitle.isEmpty())
        data.subtitle = spec.subtitle;
    if (!spec.source.isEmpty()) // what the figures themselves say stays countable in the note
        data.sourceForms = {Text::tr("Source, edited: %1").arg(spec.source)};
    data.source = data.sourceForms.value(0);
}

} // namespace

explore::TallyRequest tallyRequest(const ChartSpec &spec)
{
    explore::TallyRequest request;
    request.by = spec.dimension;
    request.split = spec.split;
    request.measure = spec.measure;
    request.subject = spec.subject;
    request.nature = spec.nature;
    request.secondMeasure = spec.kind == ChartKind::Scatter ? spec.secondMeasure : QString();
    if (spec.isCount() && spec.dimension == QLatin1String("month")) {
        request.by = QStringLiteral("date");
        request.drawn = explore::TallyRequest::Drawn::WithMonth;
    } else if (spec.isCount() && spec.dimension == QLatin1String("year")) {
        request.drawn = explore::TallyRequest::Drawn::WithValue;
    }
    request.mostSplit = 5;
    return request;
}

QString withScope(const QString &what, const ChartInput &input)
{
    const QString all = announcementsText(input.total);
    const QString scope = input.query.isEverything()
        ? Text::tr("all %1").arg(all)
        : Text::tr("%1 of %2, filtered").arg(catalogue::countText(input.tally.rows), all);
    return Text::tr("%1 · %2", "what is counted, among which").arg(what, scope);
}

Result<std::optional<ChartData>> buildChart(const ChartInput &input, catalogue::Reader &reader, const Cancelled &cancelled)
{
    ChartData data;
    data.spec = input.spec;
    data.query = explore::queryText(input.query);
    data.shown = input.tally.rows;
    data.total = input.total;
    const Result<QString> newest = reader.newestStepAt();
    if (!newest)
        return tl::make_unexpected(newest.error());
    data.newestStepAt = *newest;
    const Result<QString> starter = reader.starterVersion();
    if (!starter)
        return tl::make_unexpected(starter.error());
    data.starterVersion = *starter;
    if (input.tally.rows == 0) {
        data.title = input.spec.title.isEmpty() ? galleryLabel(input.spec) : input.spec.title;
        data.empty = input.total == 0 ? Text::tr("This catalogue has no announcement yet.")
                                      : Text::tr("No announcement matches. Widen the filter to see a chart.");
        return data;
    }
    if (!input.tally.isKnown) {
        data.title = galleryLabel(input.spec);
        data.empty = Text::tr("This catalogue has no field “%1”.")
                         .arg(input.spec.split.isEmpty() ? input.spec.dimension
                                                         : input.spec.dimension + Text::tr("” or “") + input.spec.split);
        return data;
    }
    const Cancelled never = [] { return false; };
    const Result<> filled = fill({data, input, reader, cancelled ? cancelled : never});
    if (cancelled && cancelled()) // reading that ends early may say so as an error
        return std::optional<ChartData>();
    if (!filled)
        return tl::make_unexpected(filled.error());
    putOverrides(data);
    return data;
}

Result<ChartData> buildChart(
    const ChartSpec &spec, const explore::Query &query, const explore::FacetIndex &index, catalogue::Reader &reader)
{
    ChartInput input{.spec = spec, .query = query, .tally = {}};
    const Result<std::optional<explore::Answer>> answer = index.evaluate(input.query, {});
    if (!answer)
        return tl::make_unexpected(answer.error());
    input.total = (*answer)->total;
    Result<std::optional<explore::Tally>> tally = index.tally(input.query, tallyRequest(spec));
    if (!tally)
        return tl::make_unexpected(tally.error());
    input.tally = **std::move(tally);
    return buildChart(input, reader).map([](std::optional<ChartData> &&data) { return *std::move(data); });
}

QString markText(const Mark &mark)
{
    return mark.shareText.isEmpty() ? Text::tr("%1: %2").arg(mark.label, mark.valueText)
                                    : Text::tr("%1: %2 (%3)").arg(mark.label, mark.valueText, mark.shareText);
}

QStringList markDetails(const Mark &mark)
{
    QStringList lines{markText(mark)};
    const MarkFacts &facts = mark.facts;
    if (facts.figures == 0)
        return lines;
    if (!mark.others.empty()) {
        QStringList said;
        for (const OtherFigure &other : mark.others)
            said.append(other.text);
        said.removeDuplicates();
        lines.append(Text::tr("Also said: %1").arg(said.join(QStringLiteral("; "))));
    }
    QStringList kinds;
    for (const QString &word :
        {facts.nature, facts.definition, facts.scope, facts.asOf.isNull() ? QString() : dateText(facts.asOf)})
        if (!word.isEmpty())
            kinds.append(word);
    if (facts.isUnverified)
        kinds.append(Text::tr("not verified"));
    if (!kinds.isEmpty())
        lines.append(capitalised(kinds.join(QStringLiteral(" · "))));
    if (facts.figures > 1)
        lines.append(figuresText(facts.figures));
    lines.append(
        facts.isUnsourced ? Text::tr("No source") : Text::tr("Source: %1").arg(facts.publishers.join(QStringLiteral("; "))));
    return lines;
}

QString summaryText(const ChartData &data)
{
    constexpr int kMostTold = 200;
    if (!data.empty.isNull())
        return data.empty;
    QStringList marks;
    for (const Mark &mark : data.marks)
        if ((mark.value != 0 || mark.facts.figures > 0) && marks.size() < kMostTold) // a long time axis has many months of none
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
        if (mark.low)
            number.insert(QStringLiteral("range"), QJsonArray{*mark.low, *mark.high});
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
