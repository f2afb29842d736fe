// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QRectF>

class QPainter;

namespace waic::ui {

constexpr int kRadius = 6;    ///< fields and buttons
constexpr int kBoxRadius = 3; ///< check boxes

/// A rounded box whose outline of `width` lies inside rect.
void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &outline, qreal width = 1);
/// The 2 px accent ring of focus or of the current cell, inside rect.
void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius = kRadius);
/// A check box of 16 px: empty, ticked or excluded (red with a minus).
enum class BoxState { Empty, Ticked, Excluded };
void drawCheckBox(QPainter &painter, const QRectF &box, BoxState state, bool enabled = true);
/// A chevron of about 8 px in the middle of rect.
void drawChevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, const QColor &colour);
/// A cross of 8 px in the middle of rect: removes or clears.
void drawCross(QPainter &painter, const QRectF &rect, const QColor &colour);
/// A pill (11/600, half the height round) right-aligned at `right`, centred on `middle`; returns its width.
int drawPill(QPainter &painter, int right, int middle, const QString &text, Token ink, Token tint);
int pillWidth(const QString &text);
/// One line of plain text, elided at the end when it does not fit.
void drawElided(QPainter &painter, const QRect &rect, const QString &text, int flags = Qt::AlignLeft | Qt::AlignVCenter);

} // namespace waic::ui
