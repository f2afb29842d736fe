// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "chart/chart_data.h"

/// How marks of a chart and questions about the catalogue stand for each other.
namespace waic::ui {

/// The question after a click on a mark: it alone, or with `add` beside those asked for; asking for what is asked already lets go
/// of it.  A mark of a measure asks for announcements with a figure of it.
explore::Query withMark(const explore::Query &query, const chart::ChartData &data, int mark, bool add);
/// The same, kept out.
explore::Query withoutMark(const explore::Query &query, const chart::ChartData &data, int mark);
/// The question for the time from one month (or year) of the chart's axis to another.
explore::Query withTimes(const explore::Query &query, const chart::ChartData &data, int first, int last);

/// Marks that the question asks for; empty when it asks for all or none of them.
std::vector<int> askedMarks(const explore::Query &query, const chart::ChartData &data);
/// Marks that hold one of these announcements.
std::vector<int> marksOf(const std::vector<catalogue::Record> &records, const chart::ChartData &data);

} // namespace waic::ui
