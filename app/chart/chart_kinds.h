// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

/// One function for each kind of chart, called by buildChart() with spec, query and catalogue filled in.  When cancelled,
/// they end early and what they say is of no use.
namespace waic::chart {

Result<> fillShare(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled);
Result<> fillRankedBars(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled);
Result<> fillTimeColumns(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled);

/// "Announcements by kind · all 332 announcements", "… · 107 of 332 announcements, filtered".
QString withScope(const QString &what, const explore::Answer &answer);

} // namespace waic::chart
