// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"
#include "explore/query.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace waic::chart {

enum class ChartKind {
    Share,       ///< part of a whole: a donut
    RankedBar,   ///< bars from zero, largest first
    TimeColumns, ///< a count for each month
};

/// What to draw; the same spec gives the same picture in the window and from the command line.  JSON form: toJson().
struct ChartSpec
{
    QString name; ///< models-share, kinds, organisations, countries, months; names a chart on the command line
    ChartKind kind = ChartKind::RankedBar;
    QString dimension; ///< kind, org, country, month: what bars stand for; null for Share
    QString measure;   ///< Share: claims of this measure …
    QString subject;   ///< … and this subject, with a whole
    int top = 12;      ///< RankedBar: bars before "other"
    QString title;     ///< override of the finding; null: made from the numbers
    QString subtitle;
    std::optional<explore::Query> query; ///< its own question; none: the window's current one

    bool operator==(const ChartSpec &) const = default;
};

QJsonObject toJson(const ChartSpec &spec);
Result<ChartSpec> specFromJson(const QJsonObject &json, const QString &where);
QString kindName(ChartKind kind); ///< share, ranked-bar, time-columns

/// The charts that come with the program, the opening chart first.
std::vector<ChartSpec> builtInCharts();
/// Short name for galleries: "China's share", "Kinds", …
QString galleryLabel(const ChartSpec &spec);

} // namespace waic::chart
