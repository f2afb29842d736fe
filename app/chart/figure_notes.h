// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/figure_grid.h"

/// What must be said below a chart of figures.
namespace waic::chart {

/// Why a chart of this measure shows nothing.
QString whyNoFigures(const Making &making, const FigureTable &table);

/// Which definitions or natures share the axis; empty when they are alike, or when the spec's series tell them apart.
std::vector<Mixture> mixturesOf(const std::vector<const catalogue::Claim *> &drawn);
QString mixtureText(const Mixture &mixture);

/// Coverage, mixtures, differences, what is left out, and sources of exactly what is drawn.
void putFigureNotes(const Making &making, const FigureTable &table, const FigureGrid &grid);

/// "41 of 332 announcements give compute."
QString coverageText(const QString &measure, int with, int all);

} // namespace waic::chart
