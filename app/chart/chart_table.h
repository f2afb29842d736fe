// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

/// The numbers of a chart without their picture: to read, to paste and to calculate with.
namespace waic::chart {

/// Rows of texts as a person reads them.
struct ChartTable
{
    QStringList head;
    std::vector<QStringList> rows; ///< each as long as head
    std::vector<int> marks;        ///< the mark of each row; -1 for what no mark stands for, such as the others together
};

/// A row for each mark, for each category without a figure and for what is left over.  A column in which no row says anything is
/// left out.  Of a scatter with too many points to name there is one row, which says how many they are.
ChartTable chartTable(const ChartData &data);

/// The table for pasting: cells divided by tabs, and the source line below.  Cells are guarded as those of chartCsv().
QString chartText(const ChartData &data);

/// The numbers for programs: RFC 4180 in UTF-8, whatever the language: numbers in full with a point, shares as fractions, the
/// same head for every chart.  Cells that a spreadsheet would take for a formula begin with an apostrophe.
QByteArray chartCsv(const ChartData &data);

} // namespace waic::chart
