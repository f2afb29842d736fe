// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_text.h"

#include <vector>

namespace waic::ui {

/// Keeps labels of marks apart: a label is placed where it touches nothing placed or blocked before, or not at all.
class LabelPlacer
{
public:
    explicit LabelPlacer(const QRectF &bounds)
        : m_bounds(bounds)
    {
    }

    void block(const QRectF &rect) { m_taken.push_back(rect); }
    /// A slanting line, in pieces that are little wider than it.
    void blockLine(const QPointF &from, const QPointF &to);
    bool isFree(const QRectF &rect) const;
    /// Takes the place when it is free.
    bool take(const QRectF &rect);

private:
    QRectF m_bounds;
    std::vector<QRectF> m_taken;
};

/// Moves things of these heights, wished around these middles, so far that none overlap and all stay between top and bottom.
/// Returns their middles.  REQUIRES that they have room
std::vector<qreal> spread(const std::vector<qreal> &middles, qreal height, qreal top, qreal bottom);

} // namespace waic::ui
