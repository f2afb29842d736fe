// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

/// One function for each kind of chart, called by buildChart() with spec, query and catalogue filled in.  When cancelled,
/// they end early and what they say is of no use.
namespace waic::chart {

/// What the functions share.
struct Making
{
    ChartData &data;
    const ChartInput &input;
    catalogue::Reader &reader;
    const Cancelled &cancelled;
};

Result<> fillShareOfFigure(const Making &making);
Result<> fillShareOfCounts(const Making &making);
Result<> fillRankedBars(const Making &making);
Result<> fillTimeColumns(const Making &making);
/// Counts by two fields, or over time: StackedBar, GroupedBar, Line, Area.
Result<> fillCountGrid(const Making &making);
/// Figures of a measure: all kinds but Share and Scatter.
Result<> fillFigures(const Making &making);
Result<> fillScatter(const Making &making);

/// "Announcements by kind · all 332 announcements", "… · 107 of 332 announcements, filtered".
QString withScope(const QString &what, const ChartInput &input);

} // namespace waic::chart
