// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QStringList>

class QPainter;

/// Words of a chart: broken into lines, never cut, and placed.
namespace waic::ui {

constexpr qreal kLineStep = 1.3; ///< of the pixel size, from baseline to baseline
constexpr qreal kAscent = 0.95;  ///< of the pixel size, from a line's top to its baseline
constexpr qreal kInk = 1.2;      ///< of the pixel size, height of what a line paints

/// One line where it is painted.
struct PlacedText
{
    QString text;
    QFont font;
    QColor colour;
    QPointF baseline;                        ///< start of the line
    QRectF rect;                             ///< what it paints on
    Qt::Alignment alignment = Qt::AlignLeft; ///< which of left, middle and right edge was asked for
    bool halo = false;                       ///< on a rim of the surface's colour, as lines of the plot run behind it
};

qreal lineWidth(const QString &text, const QFont &font);
qreal lineStep(const QFont &font);

/// Lines no wider than `width`; a word is broken only when it alone is wider.
QStringList brokenLines(const QString &text, const QFont &font, qreal width);
/// Two lines of about the same width, each at most `width`; empty when there are no such two.
QStringList evenLines(const QString &text, const QFont &font, qreal width);

/// Like brokenLines(), but two lines of which the second is short are made even.
QStringList balancedLines(const QString &text, const QFont &font, qreal width);

/// A line whose top is at `top`; x is its left, centre or right edge by the alignment.
PlacedText placedLine(
    const QString &text, const QFont &font, const QColor &colour, qreal x, qreal top, Qt::Alignment alignment = Qt::AlignLeft);

/// surface: of a halo.  A transparent one leaves a gap in what runs behind the text where the painter can take paint away, as on
/// an image; elsewhere there is no halo then.
void paintText(QPainter &painter, const PlacedText &text, const QColor &surface);

} // namespace waic::ui
