// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_plot.h"

namespace waic::ui {

/// Where QPieSeries draws the slices of a pie or ring: clockwise from twelve o'clock.
struct Ring
{
    QRectF outer;
    qreal hole; ///< of the diameter; 0: a pie

    /// Empty for a slice of nothing.
    QPainterPath outline(const std::vector<chart::Mark> &marks, int mark) const;
    QPointF middle(const std::vector<chart::Mark> &marks, int mark) const;
    std::unique_ptr<QChart> makeChart(
        const ChartSheet &sheet, const std::vector<chart::Mark> &marks, const std::vector<QColor> &brushes) const;
};

} // namespace waic::ui
