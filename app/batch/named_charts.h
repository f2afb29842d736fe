// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"
#include "chart/chart_spec.h"

#include <vector>

namespace waic::batch {

/// A chart that the command line knows by its name.
struct NamedChart
{
    QString name;
    Result<chart::ChartSpec> spec; ///< an Error that names the chart, for one that the catalogue keeps and nobody can read
};

/// The charts kept in the catalogue, as the gallery has them, then those that come with the program and whose name is free.  The
/// opening chart, models-share, first.
Result<std::vector<NamedChart>> namedCharts(catalogue::Reader &reader);

/// The chart of this name, else the specification in a file .json.  NotFound without a place: there is neither.
Result<chart::ChartSpec> specNamed(const QString &name, catalogue::Reader &reader);

} // namespace waic::batch
