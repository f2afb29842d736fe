// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_kinds.h"

namespace waic::chart {

/// Months (12 × year + month - 1) of "2025-07" or "2025", which stands for its January; 0 for what is no date.
int monthOf(const QString &date);

/// Categories of a time axis, each month or year from the first to the last.
std::vector<Category> timeCategories(const QString &field, int first, int last);
/// The condition that a click on a month or year asks: of the announcement's date, or of the figure's.
explore::Condition timeCondition(const QString &field, int month, bool ofFigures);

/// Series and their colours; with one series alone it is Series1.  Adds a key where there are several.
void putSeries(ChartData &data, const QString &field, const QStringList &values, int others, bool hasMissing);

/// Each series summed up along the categories.
void makeCumulative(ChartData &data);
/// Each category's values as parts of a hundred of their sum.
void makePercent(ChartData &data);

} // namespace waic::chart
