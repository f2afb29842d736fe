// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/spec_change.h"

namespace waic::chart {

namespace {

bool needsMeasure(ChartKind kind)
{
    return kind == ChartKind::Dots || kind == ChartKind::Scatter;
}

} // namespace

bool isOverTime(ChartKind kind)
{
    return kind == ChartKind::Line || kind == ChartKind::Area || kind == ChartKind::TimeColumns;
}

bool takesSplit(ChartKind kind)
{
    return kind == ChartKind::StackedBar || kind == ChartKind::GroupedBar || kind == ChartKind::Line || kind == ChartKind::Area
        || kind == ChartKind::Dots;
}

ChartSpec adapted(const ChartSpec &before, ChartSpec after, const SpecChoices &choices)
{
    if (after.measure != before.measure) {
        after.subject = after.definition = after.nature = after.unit = QString();
        after.title = after.subtitle = QString();
    }
    if (needsMeasure(after.kind) && after.measure.isNull())
        after.measure = choices.measures.value(0);
    if (after.kind == ChartKind::Scatter && after.secondMeasure.isNull())
        after.secondMeasure = choices.measures.value(choices.measures.value(0) == after.measure ? 1 : 0);
    if (after.isCount())
        after.subject = after.definition = after.nature = after.unit = QString();
    if (after.kind != ChartKind::Scatter)
        after.secondMeasure = QString();
    const bool overTime = isOverTime(after.kind);
    const QStringList fields = dimensionNames(!after.isCount()) + choices.ownFields;
    if (after.kind == ChartKind::TimeColumns)
        after.dimension = QStringLiteral("month");
    else if (overTime && !isTime(after.dimension) && after.dimension != QLatin1String("edition"))
        after.dimension = QStringLiteral("year");
    else if (after.kind == ChartKind::Share && !after.isCount())
        after.dimension = QString();
    else if (!overTime && after.kind != ChartKind::Scatter && (after.dimension.isNull() || !fields.contains(after.dimension)))
        after.dimension = after.isCount() ? QStringLiteral("kind") : QStringLiteral("subject");
    if (after.kind == ChartKind::Share && !after.isCount() && after.subject.isNull()) {
        after.subject = choices.subjects.value(0);
        if (after.subject.isNull()) { // no subject is known whose whole could be
            after.measure = QString();
            after.dimension = QStringLiteral("kind");
        }
    }
    if (!takesSplit(after.kind))
        after.split = QString();
    const bool isStack = after.kind == ChartKind::StackedBar || after.kind == ChartKind::Area;
    if (isStack && !after.isCount() && (after.split == QLatin1String("nature") || after.split == QLatin1String("definition")))
        after.split = QString(); // they do not add up
    after.percent = after.percent && isStack;
    after.cumulative = after.cumulative && (after.kind == ChartKind::Line || after.kind == ChartKind::Area);
    if (after.cumulative && !after.isCount())
        after.figure = FigureChoice::Sum;
    const bool needsSplit = after.kind == ChartKind::StackedBar || after.kind == ChartKind::GroupedBar;
    if (needsSplit && (after.split.isNull() || after.split == after.dimension))
        after.split = !after.isCount() && after.dimension != QLatin1String("subject") ? QStringLiteral("subject")
            : after.dimension == QLatin1String("kind")                                ? QStringLiteral("edition")
                                                                                      : QStringLiteral("kind");
    else if (after.split == after.dimension)
        after.split = QString();
    return after;
}

} // namespace waic::chart
