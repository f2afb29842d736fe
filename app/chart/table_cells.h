// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

/// What chartTable() and chartCsv() have in common.
namespace waic::chart {

/// The text with an apostrophe before it where a spreadsheet would take it for a formula; numbers stay as they are.
QString guarded(const QString &cell);

/// Category of a row: the mark's own, or its label where the chart has none.
QString categoryText(const ChartData &data, const Mark &mark);
/// Series of a mark; null where the chart has but one.
QString seriesText(const ChartData &data, const Mark &mark);

/// The categories before this mark, and after the one before it, that have no figure.  mark: up to marks.size(), for the last
/// ones.
std::vector<const Category *> missingBefore(const ChartData &data, std::size_t mark);

} // namespace waic::chart
