// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace waic::ui {

class ChartPainter;

/// The chart as an SVG of its size in pixels: text stays text that keeps its place when a viewer has other fonts, title and
/// description are those of the chart, and `record` (JSON) stands in <metadata>.
QByteArray chartSvg(const ChartPainter &chart, const QString &record);

} // namespace waic::ui
