// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace waic::ui {

class ChartPainter;
struct PictureOptions;

/// The chart as an SVG of its size in pixels, or in millimetres when a resolution is chosen: text stays text that keeps its place
/// when a viewer has other fonts, title and description are those of the chart, and `record` (JSON) stands in <metadata>.
QByteArray chartSvg(const ChartPainter &chart, const PictureOptions &options, const QString &record);

} // namespace waic::ui
