// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/measures.h"
#include "chart/chart_spec.h"

namespace waic::chart {

/// A chart that suits the data at hand.
struct Proposal
{
    QString label; ///< "Visitors by edition"
    ChartSpec spec;
};

/// Charts of the measures that have most figures and of announcements, those with most to show first.  A measure is proposed by
/// edition, over the years, by subject or as a share only where it has at least three places to fill (or a whole).
std::vector<Proposal> proposals(const std::vector<catalogue::MeasureUse> &measures);

} // namespace waic::chart
