// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_kinds.h"
#include "chart/source_line.h"

#include <unordered_map>

/// Claims of a measure as charts draw them.
namespace waic::chart {

struct Figure
{
    catalogue::Claim claim;
    double value = 0; ///< in the chart's unit
    std::optional<double> valueTo{};
    bool isOfEdition = false;
    QStringList by{}, split{}; ///< values of the spec's two fields; empty: none
};

struct FigureTable
{
    QString measure;
    QString unit; ///< of all values
    std::vector<Figure> figures;
    std::unordered_map<catalogue::RowId, catalogue::Source> sources; ///< of their citations
    int notFinite = 0;                                               ///< figures that are no numbers to draw
    int inOtherUnits = 0;                                            ///< figures that cannot be converted
    bool editionsAreSubjects = false; ///< figures are said of editions, whatever edition their announcement is of
    int withoutPlace = 0;             ///< figures without a value of the spec's dimension

    /// The distinct sources that support a figure.
    std::vector<const catalogue::Source *> supporting(const catalogue::Claim &claim) const;
};

/// Figures of a measure in the announcements that the tally lists.
Result<FigureTable> readFigures(const Making &making, const QString &measure);

/// What stands for figures of the same thing.
struct Pick
{
    const Figure *shown = nullptr;
    double value = 0;
    std::optional<double> low{}, high{}; ///< when its group differs, or the page states a range
    bool differs = false;
    bool isTogether = false;              ///< a sum or median
    bool isBound = false;                 ///< put together of figures of which one is a bound below
    std::vector<const Figure *> others{}; ///< of the same group, with another value
    std::vector<const Figure *> parts{};  ///< what a sum or median is made of, beside the shown one
    int figures = 0;
};

using FigureGroup = std::vector<const Figure *>;

/// Groups as the design has them: same subject, year, definition and nature.  The main group first: counted before estimated,
/// then of the newest year, then of most sources.
std::vector<FigureGroup> grouped(const FigureGroup &figures);
Pick pickOf(const FigureGroup &group);
/// One figure for all; `figures` may hold several groups but is not empty.
Pick chosen(const FigureGroup &figures, FigureChoice choice);

/// Says whether a claim is shown rather than another: the preferred one; else the exact one with most sources; else the newest;
/// ties by uid.
bool isShownBefore(const catalogue::Claim &a, const catalogue::Claim &b);
bool isExact(const catalogue::Claim &claim);

/// Values on the axis: in units, thousands of millions of units and so on, such that the largest is short.
Measured measured(const QString &measure, const QString &unit, double largest);
/// A number as the axis and labels have it: "1,200" for 1.2e12 in billions.  At most four digits when divided.
QString scaledText(double value, const Measured &axis);
/// "≥ 300", "300 to 350".
QString pickText(const Pick &pick, const Measured &axis);
/// "more than 300 billion CNY".
QString pickWords(const Pick &pick, const Measured &axis);

/// A mark without place and colour.
Mark markOf(const Pick &pick, const FigureTable &table, const Measured &axis, bool marksUnverified);

} // namespace waic::chart
