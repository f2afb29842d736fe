// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"
#include "chart/chart_spec.h"
#include "explore/answer.h"

namespace waic::chart {

/// Colour of a mark by meaning; the painter maps it to the theme.
enum class MarkColour { Series1, China, UnitedStates, Others };

/// One slice, bar or column, with every word drawn at it.
struct Mark
{
    QString label;
    double value = 0;
    QString valueText; ///< grouped by the locale, with its bound: "≥ 300,000"
    QString shareText; ///< "40.2%", null where no whole is known
    MarkColour colour = MarkColour::Series1;
    /// What a click filters by; no condition: a click does nothing.
    std::optional<explore::Condition> filter;
};

/// Numbers and words ready to draw.  No pixel, no widget.
struct ChartData
{
    ChartSpec spec;
    QString title; ///< the finding
    QString subtitle; ///< what, unit, scope
    std::vector<Mark> marks; ///< in the order of drawing
    QString centreValue, centreLabel; ///< Share: the total in the hole
    QString remainder, remainderText; ///< "143 others" / "in 171 announcements together, at most 6 each", said in words below bars
    QString note; ///< definitions, differences, "n of m figures have a source"
    QString source; ///< "Source: VietNamNet; People's Daily Online; …"
    QString empty; ///< why there is nothing to draw; null otherwise
    int figures = 0; ///< claims or announcements drawn
    int unsourced = 0; ///< of them without a source
    std::vector<catalogue::RowId> announcements; ///< drawn, for "rows of this chart"
};

/// Makes the numbers: reads what the answer's rows say.  `answer` holds the announcements to draw (of spec.query or of the
/// window's query).  Any thread, with a reader of that thread.
Result<ChartData> buildChart(const ChartSpec &spec, const explore::Answer &answer, catalogue::Reader &reader);

} // namespace waic::chart
