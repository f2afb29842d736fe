// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"
#include "chart/chart_spec.h"
#include "explore/tally.h"

#include <functional>

namespace waic::explore {
class FacetIndex;
}

namespace waic::chart {

/// Colour of a mark by meaning; the painter maps it to the theme.
enum class MarkColour { Series1, Series2, Series3, Series4, Series5, China, UnitedStates, Others };

/// What is known of the figures behind a mark; empty for counts.
struct MarkFacts
{
    QString qualifier, nature, definition, scope, asOf; ///< of the figure shown
    QStringList publishers;                             ///< distinct, of all its sources
    QStringList links;                                  ///< of the same pages
    int figures = 0;                                    ///< that say something of the same thing, the shown one included
    bool isUnsourced = false;
    bool isUnverified = false;
};

/// A figure that is drawn beside the one shown.
struct OtherFigure
{
    double value = 0;
    QString text; ///< "≥ 600,000"
};

/// One slice, bar, column, point or dot, with every word drawn at it.
struct Mark
{
    QString label;
    QString shortLabel; ///< an alias for where `label` does not fit; null without one
    double value = 0;   ///< in the chart's unit
    QString valueText;  ///< grouped by the locale, with its bound: "≥ 300,000"
    QString shareText;  ///< "40.2%", null where no whole is known
    MarkColour colour = MarkColour::Series1;
    int month = 0; ///< TimeColumns: 12 × year + month - 1; 0 elsewhere
    /// What a click filters by; no condition: a click does nothing.
    std::optional<explore::Condition> filter{};
    std::optional<explore::Condition> alsoFilter{}; ///< of its series; with `filter` only

    int category = -1;                   ///< of ChartData::categories; -1: the chart has none
    int series = -1;                     ///< of ChartData::series
    double across = 0;                   ///< Scatter: of the measure to the right
    std::optional<double> low{}, high{}; ///< the range of figures that differ, or that one page states
    std::vector<OtherFigure> others{};   ///< of the same group, not shown
    MarkFacts facts{};
    std::vector<catalogue::RowId> announcements{}; ///< of the figures behind it; empty for counts
    double whole = 0;                              ///< of which `value` is the part that shareText tells; 0: none is known
};

/// A place along the axis of categories.
struct Category
{
    QString label, shortLabel;
    std::optional<explore::Condition> filter{};
    bool isMissing = false;  ///< no figure: said there in words
    QString summary, detail; ///< Dots: "300,000 to 350,000", "4 figures"
    int month = 0;           ///< time axis: 12 × year + month - 1
};

/// Marks of one colour.
struct Series
{
    QString label;
    MarkColour colour = MarkColour::Series1;
    std::optional<explore::Condition> filter{};
};

/// What a colour means, where the labels at the marks do not say it.
struct KeyEntry
{
    MarkColour colour = MarkColour::Series1;
    QString label;
};

/// What is not drawn as a mark, said in words below the bars: "143 others", "in 171 announcements together, at most 6 each".
struct Remainder
{
    QString label, text;
};

/// Figures that do not count the same thing and share an axis.
struct Mixture
{
    QString field;      ///< definition or nature, as a spec names it
    QStringList values; ///< null: the page does not say
};

/// A measure along an axis.
struct Measured
{
    QString measure, unit; ///< null measure: announcements
    double size = 1;       ///< numbers on the axis are values divided by this …
    QString sizeWord;      ///< … "billion"; null for 1
    Scale scale = Scale::Linear;
};

/// How many points of a scatter lie in each cell of a grid, where there are too many to draw each.  Ends are on the axes' own
/// scale: logarithms of base 10 on a logarithmic one.
struct Density
{
    static constexpr int kColumns = 220, kRows = 140;

    double left = 0, right = 1, bottom = 0, top = 1;
    std::vector<quint32> counts; ///< row by row from the bottom
    quint32 most = 0;
};

/// Numbers and words ready to draw.  No pixel, no widget.
struct ChartData
{
    ChartSpec spec;
    QString title;                    ///< the finding
    QString subtitle;                 ///< what, unit, scope
    std::vector<Mark> marks;          ///< in the order of drawing
    std::vector<Category> categories; ///< of charts with marks by category and series
    std::vector<Series> series;
    Measured up, across;              ///< across: of a scatter
    std::optional<Density> density;   ///< of a scatter without marks
    bool isPercent = false;           ///< bars and areas are parts of a hundred
    std::vector<KeyEntry> key;        ///< empty: colours need no words
    QString centreValue, centreLabel; ///< Share: the total in the hole
    QString remainder, remainderText; ///< for all marks, see Remainder; null: nothing is left over
    /// RankedBar: the remainder when only the first n marks have room, n from 0 to marks.size() - 1.
    std::vector<Remainder> remainders;
    QString note;                  ///< definitions, differences, "n of m figures have a source"
    QString shortNote;             ///< the part of the note that must not be left out where there is little room; may be null
    QString briefNote;             ///< the same in a few words; may be null
    QString source;                ///< "Source: VietNamNet; People's Daily Online; …"
    QStringList sourceForms;       ///< `source` and shorter ways to say it, longest first
    QString empty;                 ///< why there is nothing to draw; null otherwise
    std::vector<Mixture> mixtures; ///< said in the note too
    int figures = 0;               ///< claims or announcements drawn
    int unsourced = 0;             ///< of them without a source
    int shown = 0, total = 0;      ///< announcements looked at, of all
    QString query;                 ///< text of the question asked
    QString newestStepAt;          ///< UTC; null: as the starter has it
    QString starterVersion;        ///< the date to which the starter's sources reach; null for another catalogue
    QString catalogueUid;          ///< filled by who knows the file; null otherwise
};

/// Of what a chart is made.
struct ChartInput
{
    ChartSpec spec;
    explore::Query query; ///< the spec's own, else the window's
    explore::Tally tally; ///< of tallyRequest(spec) and the query
    int total = 0;        ///< announcements, see explore::Answer
};

/// What is to be counted for a chart.
explore::TallyRequest tallyRequest(const ChartSpec &spec);

/// Polled, on the thread that builds; once true it stays so.
using Cancelled = std::function<bool()>;

/// Makes the numbers; empty when cancelled.  Any thread, with a reader of that thread.  Errors: of reading.
Result<std::optional<ChartData>> buildChart(const ChartInput &input, catalogue::Reader &reader, const Cancelled &cancelled = {});
/// The same from an index at hand, through this query, whatever the spec's own is.
Result<ChartData> buildChart(
    const ChartSpec &spec, const explore::Query &query, const explore::FacetIndex &index, catalogue::Reader &reader);

/// "China: 1,509 (40.2%)", for tooltips and assistive technology.
QString markText(const Mark &mark);
/// What is known of a mark, a line each: its exact value, the range, nature, definition, date, and who says so.
QStringList markDetails(const Mark &mark);
/// The chart in sentences: title, subtitle, every mark, remainder, note and source.
QString summaryText(const ChartData &data);
/// What a picture carries, so that its numbers can be traced: spec, query, the numbers of the first `shown` marks, catalogue.
/// The same data gives the same record, whenever it is asked for.
QJsonObject pictureRecord(const ChartData &data, int shown);

} // namespace waic::chart
