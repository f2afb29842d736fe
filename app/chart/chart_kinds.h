// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

/// One function for each kind of chart, called by buildChart() with spec, query and catalogue filled in.
namespace waic::chart {

Result<> fillShare(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader);
Result<> fillRankedBars(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader);
Result<> fillTimeColumns(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader);

/// "Announcements by kind · all 332 announcements", "… · 107 of 332 announcements, filtered".
QString withScope(const QString &what, const explore::Answer &answer);

} // namespace waic::chart
