// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace waic::ui {

namespace {

constexpr int kPillHeight = 18;
constexpr int kPillPadding = 8;

} // namespace

void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &outline, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(outline.isValid() ? QPen(outline, width) : QPen(Qt::NoPen));
    const qreal inset = outline.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius)
{
    drawBox(painter, rect, radius, Qt::transparent, themeColour(Token::Accent), 2);
}

void drawCheckBox(QPainter &painter, const QRectF &box, BoxState state, bool enabled)
{
    const QColor outline = themeColour(enabled ? Token::LineStrong : Token::Line);
    if (state == BoxState::Empty) {
        drawBox(painter, box, kBoxRadius, themeColour(Token::Surface), outline);
        return;
    }
    const Token fill = state == BoxState::Ticked ? Token::Accent : Token::Bad;
    drawBox(painter, box, kBoxRadius, enabled ? themeColour(fill) : outline, {});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColour(Token::OnAccent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) { return QPointF(box.x() + box.width() * x, box.y() + box.height() * y); };
    if (state == BoxState::Ticked)
        painter.drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)});
    else
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter.restore();
}

void drawChevron(QPainter &painter, const QRectF &rect, Qt::ArrowType direction, const QColor &colour)
{
    constexpr qreal kHalf = 3.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(rect.center());
    if (direction == Qt::UpArrow)
        painter.rotate(180);
    else if (direction == Qt::RightArrow)
        painter.rotate(-90);
    else if (direction == Qt::LeftArrow)
        painter.rotate(90);
    painter.drawPolyline(QPolygonF{QPointF(-kHalf, -kHalf / 2), QPointF(0, kHalf / 2), QPointF(kHalf, -kHalf / 2)});
    painter.restore();
}

void drawCross(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    constexpr qreal kHalf = 3.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = rect.center();
    painter.drawLine(middle + QPointF(-kHalf, -kHalf), middle + QPointF(kHalf, kHalf));
    painter.drawLine(middle + QPointF(-kHalf, kHalf), middle + QPointF(kHalf, -kHalf));
    painter.restore();
}

int pillWidth(const QString &text)
{
    return QFontMetrics(uiFont(11, 600)).horizontalAdvance(text) + 2 * kPillPadding;
}

int drawPill(QPainter &painter, int right, int middle, const QString &text, Token ink, Token tint)
{
    const int width = pillWidth(text);
    const QRect rect(right - width, middle - kPillHeight / 2, width, kPillHeight);
    drawBox(painter, rect, kPillHeight / 2.0, themeColour(tint), {});
    painter.save();
    painter.setFont(uiFont(11, 600));
    painter.setPen(themeColour(ink));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
    return width;
}

void drawElided(QPainter &painter, const QRect &rect, const QString &text, int flags)
{
    const QFontMetrics metrics(painter.font());
    painter.drawText(rect, flags | Qt::TextSingleLine, metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace waic::ui
