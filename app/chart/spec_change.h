// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_spec.h"

namespace waic::chart {

/// What there is to choose from.
struct SpecChoices
{
    QStringList measures;
    QStringList subjects; ///< of the measure
    QStringList ownFields;
};

bool isOverTime(ChartKind kind); ///< line, area, time columns
bool takesSplit(ChartKind kind);

/// A chart after one of its parts was changed by hand: what another kind or measure has no use for goes, and what it needs gets a
/// first value, so that each choice draws something.
ChartSpec adapted(const ChartSpec &before, ChartSpec after, const SpecChoices &choices);

} // namespace waic::chart
