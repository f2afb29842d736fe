// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"
#include "explore/query.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace waic::chart {

enum class ChartKind {
    Share,       ///< parts of a whole: a donut, a pie or one bar
    RankedBar,   ///< bars from zero, largest first
    StackedBar,  ///< bars divided by a second field
    GroupedBar,  ///< bars of a second field side by side
    TimeColumns, ///< a count for each month
    Line,        ///< over time, a line for each value of a second field
    Area,        ///< the same, stacked
    Dots,        ///< every figure as a dot, with the range where sources differ
    Scatter,     ///< one measure against another
};

/// What Share looks like.
enum class ShareForm { Donut, Pie, Bar };

/// Which figure stands for several of the same thing.
enum class FigureChoice {
    Shown,  ///< the one that is preferred, else of most sources, else newest
    Sum,    ///< of one figure for each thing, date and definition
    Median, ///< of the same
    Max,
    Min,
    Latest, ///< of the newest date
};

enum class Scale { Linear, Log };
enum class MarkOrder {
    Natural, ///< largest first; editions and times as they follow
    Name,
};

/// What to draw; the same spec gives the same picture in the window and from the command line.  JSON form: toJson().
struct ChartSpec
{
    QString name; ///< names a chart on the command line and in the gallery
    ChartKind kind = ChartKind::RankedBar;
    ShareForm form = ShareForm::Donut;
    QString dimension;     ///< what categories stand for: one of dimensionNames(), or an own field
    QString split;         ///< a second one: series; null: none
    QString measure;       ///< null: announcements are counted; else figures of this measure are drawn
    QString secondMeasure; ///< Scatter: up; `measure` is across
    QString subject;       ///< only figures of this subject; Share: the part, its whole being the figure's
    QString definition;    ///< only figures of this definition
    QString nature;        ///< only figures of this nature
    QString unit;          ///< of the figures; null: that of most
    FigureChoice figure = FigureChoice::Shown;
    Scale scale = Scale::Linear;
    int top = 12; ///< categories before "other"
    MarkOrder order = MarkOrder::Natural;
    bool cumulative = false;
    bool percent = false;         ///< StackedBar and Area: of each category's whole
    bool marksUnverified = false; ///< figures that nobody checked carry an asterisk
    QString title;                ///< override of the finding; null: made from the numbers
    QString subtitle;
    QString source;                      ///< override of the source line, told as edited
    std::optional<explore::Query> query; ///< its own question; none: the window's current one

    bool isCount() const { return measure.isNull(); }
    bool operator==(const ChartSpec &) const = default;
};

QJsonObject toJson(const ChartSpec &spec);
/// BadInput says which member is wrong and what it may be.
Result<ChartSpec> specFromJson(const QJsonObject &json, const QString &where);
/// BadInput when the parts do not go together: a scatter of one measure, a stack without a second field.
Result<> checkSpec(const ChartSpec &spec);

QString kindName(ChartKind kind); ///< share, ranked-bar, stacked-bar, …
QString formName(ShareForm form);
QString choiceName(FigureChoice choice); ///< shown, sum, median, max, min, latest
QString kindLabel(ChartKind kind);       ///< as shown
QString choiceLabel(FigureChoice choice);
const std::vector<ChartKind> &chartKinds();
const std::vector<FigureChoice> &figureChoices();

constexpr int kMostBars = 60;

/// Fields that categories and series may stand for, beside the catalogue's own fields.  Those of figures are only for measures.
QStringList dimensionNames(bool ofFigures);
bool isTime(const QString &dimension); ///< month, year

/// The charts that come with the program and suit every catalogue, the opening chart first.
std::vector<ChartSpec> builtInCharts();
/// Short name for galleries: "China's share", "Kinds", … or the name that a person gave.
QString galleryLabel(const ChartSpec &spec);

} // namespace waic::chart
