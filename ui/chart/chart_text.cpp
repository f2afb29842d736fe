// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_text.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr qreal kHaloShare = 0.3; ///< of the pixel size
constexpr qreal kShortLine = 0.4; ///< of the width

/// The start of `text` that fits, at least one character as a reader sees it.
qsizetype fittingStart(const QString &text, const QFont &font, qreal width)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype fits = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        if (fits > 0 && lineWidth(text.left(end), font) > width)
            break;
        fits = end;
    }
    return fits;
}

/// Places where a line may end, as positions of the first character of the next line.
std::vector<qsizetype> breaks(const QString &text)
{
    std::vector<qsizetype> places;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype place = finder.toNextBoundary(); place > 0; place = finder.toNextBoundary())
        places.push_back(place);
    return places;
}

void paintHalo(QPainter &painter, const PlacedText &text, const QColor &surface)
{
    const bool takesAway = surface.alpha() == 0;
    if (takesAway && !painter.paintEngine()->hasFeature(QPaintEngine::PorterDuff))
        return;
    QPainterPath path;
    path.addText(text.baseline, text.font, text.text);
    const QColor colour = takesAway ? QColor(Qt::black) : surface;
    const auto before = painter.compositionMode();
    if (takesAway)
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.strokePath(
        path, QPen(colour, std::ceil(text.font.pixelSize() * kHaloShare), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setCompositionMode(before);
}

} // namespace

qreal lineWidth(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

qreal lineStep(const QFont &font)
{
    return font.pixelSize() * kLineStep;
}

QStringList brokenLines(const QString &text, const QFont &font, qreal width)
{
    const QString whole = text.simplified();
    if (lineWidth(whole, font) <= width)
        return {whole};
    QStringList lines;
    qsizetype start = 0, end = 0;
    for (const qsizetype place : breaks(whole)) {
        if (lineWidth(whole.mid(start, place - start).trimmed(), font) <= width) {
            end = place;
            continue;
        }
        if (end > start) {
            lines.append(whole.mid(start, end - start).trimmed());
            start = end;
        }
        while (lineWidth(whole.mid(start, place - start).trimmed(), font) > width) {
            const qsizetype fits = fittingStart(whole.mid(start, place - start), font, width);
            if (fits >= place - start)
                break;
            lines.append(whole.mid(start, fits));
            start += fits;
        }
        end = place;
    }
    if (start < whole.size())
        lines.append(whole.mid(start).trimmed());
    return lines;
}

QStringList evenLines(const QString &text, const QFont &font, qreal width)
{
    const QString whole = text.simplified();
    QStringList best;
    qreal least = width;
    for (const qsizetype place : breaks(whole)) {
        const QString first = whole.left(place).trimmed(), second = whole.mid(place).trimmed();
        if (second.isEmpty())
            continue;
        const qreal wider = std::max(lineWidth(first, font), lineWidth(second, font));
        if (wider <= least) {
            least = wider;
            best = {first, second};
        }
    }
    return best;
}

QStringList balancedLines(const QString &text, const QFont &font, qreal width)
{
    const QStringList lines = brokenLines(text, font, width);
    if (lines.size() != 2 || lineWidth(lines.last(), font) > width * kShortLine)
        return lines;
    const QStringList even = evenLines(text, font, width);
    return even.isEmpty() ? lines : even;
}

PlacedText placedLine(const QString &text, const QFont &font, const QColor &colour, qreal x, qreal top, Qt::Alignment alignment)
{
    const qreal width = lineWidth(text, font);
    const qreal left = alignment & Qt::AlignRight ? x - width : alignment & Qt::AlignHCenter ? x - width / 2 : x;
    const int size = font.pixelSize();
    return {text, font, colour, QPointF(left, top + kAscent * size), QRectF(left, top, width, kInk * size), alignment, false};
}

void paintText(QPainter &painter, const PlacedText &text, const QColor &surface)
{
    painter.setFont(text.font);
    if (text.halo)
        paintHalo(painter, text, surface);
    painter.setPen(text.colour);
    painter.drawText(text.baseline, text.text);
}

} // namespace waic::ui
