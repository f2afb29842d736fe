// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/label_placer.h"

#include <algorithm>
#include <numeric>

namespace waic::ui {

void LabelPlacer::blockLine(const QPointF &from, const QPointF &to)
{
    constexpr int kPieces = 8;
    const auto at = [&](int piece) { return from + (to - from) * (qreal(piece) / kPieces); };
    for (int i = 0; i < kPieces; ++i)
        block(QRectF(at(i), at(i + 1)).normalized().adjusted(-1, -1, 1, 1));
}

bool LabelPlacer::isFree(const QRectF &rect) const
{
    return m_bounds.contains(rect)
        && std::none_of(m_taken.begin(), m_taken.end(), [&rect](const QRectF &each) { return each.intersects(rect); });
}

bool LabelPlacer::take(const QRectF &rect)
{
    if (!isFree(rect))
        return false;
    m_taken.push_back(rect);
    return true;
}

std::vector<qreal> spread(const std::vector<qreal> &middles, qreal height, qreal top, qreal bottom)
{
    std::vector<std::size_t> order(middles.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return middles[a] < middles[b]; });
    std::vector<qreal> placed(middles.size());
    qreal next = top + height / 2;
    for (const std::size_t i : order) {
        placed[i] = std::max(middles[i], next);
        next = placed[i] + height;
    }
    qreal last = bottom - height / 2;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        placed[*i] = std::min(placed[*i], last);
        last = placed[*i] - height;
    }
    return placed;
}

} // namespace waic::ui
