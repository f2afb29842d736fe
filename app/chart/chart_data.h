// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"
#include "chart/chart_spec.h"
#include "explore/answer.h"

#include <functional>

namespace waic::chart {

/// Colour of a mark by meaning; the painter maps it to the theme.
enum class MarkColour { Series1, China, UnitedStates, Others };

/// One slice, bar or column, with every word drawn at it.
struct Mark
{
    QString label;
    QString shortLabel; ///< an alias for where `label` does not fit; null without one
    double value = 0;
    QString valueText; ///< grouped by the locale, with its bound: "≥ 300,000"
    QString shareText; ///< "40.2%", null where no whole is known
    MarkColour colour = MarkColour::Series1;
    int month = 0; ///< TimeColumns: 12 × year + month - 1; 0 elsewhere
    /// What a click filters by; no condition: a click does nothing.
    std::optional<explore::Condition> filter;
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

/// Numbers and words ready to draw.  No pixel, no widget.
struct ChartData
{
    ChartSpec spec;
    QString title;                    ///< the finding
    QString subtitle;                 ///< what, unit, scope
    std::vector<Mark> marks;          ///< in the order of drawing
    std::vector<KeyEntry> key;        ///< empty: colours need no words
    QString centreValue, centreLabel; ///< Share: the total in the hole
    QString remainder, remainderText; ///< for all marks, see Remainder; null: nothing is left over
    /// RankedBar: the remainder when only the first n marks have room, n from 0 to marks.size() - 1.
    std::vector<Remainder> remainders;
    QString note;            ///< definitions, differences, "n of m figures have a source"
    QString shortNote;       ///< the part of the note that must not be left out where there is little room; may be null
    QString source;          ///< "Source: VietNamNet; People's Daily Online; …"
    QStringList sourceForms; ///< `source` and shorter ways to say it, longest first
    QString empty;           ///< why there is nothing to draw; null otherwise
    int figures = 0;         ///< claims or announcements drawn
    int unsourced = 0;       ///< of them without a source
    std::vector<catalogue::RowId> announcements; ///< drawn, for "rows of this chart"
    QString query;                               ///< text of the question asked
    QString newestStepAt;                        ///< UTC; null: as the starter has it
    QString catalogueUid;                        ///< filled by who knows the file; null otherwise
};

/// Makes the numbers: reads what the answer's rows say.  `answer` holds the announcements to draw (of spec.query or of the
/// window's query).  Any thread, with a reader of that thread.  Errors: of reading, and BadInput for a dimension that no chart
/// has.
Result<ChartData> buildChart(const ChartSpec &spec, const explore::Answer &answer, catalogue::Reader &reader);

/// Polled, on the thread that builds; once true it stays so.
using Cancelled = std::function<bool()>;
/// The same, empty when cancelled() said so.
Result<std::optional<ChartData>> buildChart(
    const ChartSpec &spec, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled);

/// "China: 1,509 (40.2%)", for tooltips and assistive technology.
QString markText(const Mark &mark);
/// The chart in sentences: title, subtitle, every mark, remainder, note and source.
QString summaryText(const ChartData &data);
/// What a picture carries, so that its numbers can be traced: spec, query, the numbers of the first `shown` marks, catalogue.
/// The same data gives the same record, whenever it is asked for.
QJsonObject pictureRecord(const ChartData &data, int shown);

} // namespace waic::chart
