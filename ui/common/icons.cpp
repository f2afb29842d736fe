// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include <cmath>
#include <numbers>

namespace waic::ui {

namespace {

constexpr int kSize = 16;

QPixmap tinted(QSvgRenderer &renderer, const QColor &colour, int scale)
{
    QPixmap pixmap(kSize * scale, kSize * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QPainterPath starPath(const QPointF &centre, qreal radius)
{
    QPolygonF points;
    for (int corner = 0; corner < 10; ++corner) {
        const qreal angle = -std::numbers::pi / 2 + corner * std::numbers::pi / 5;
        const qreal length = corner % 2 == 0 ? radius : radius * 0.44;
        points << centre + QPointF(std::cos(angle), std::sin(angle)) * length;
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

} // namespace

QIcon themedIcon(const QString &name, Token tint)
{
    QSvgRenderer renderer(QStringLiteral(":/icons/breeze/%1.svg").arg(name));
    QIcon icon;
    for (const int scale : {1, 2}) {
        icon.addPixmap(tinted(renderer, themeColour(tint), scale), QIcon::Normal);
        QColor faint = themeColour(tint);
        faint.setAlphaF(0.4f);
        icon.addPixmap(tinted(renderer, faint, scale), QIcon::Disabled);
    }
    return icon;
}

QPixmap starPixmap(bool filled, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(kSize, kSize) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath path = starPath({kSize / 2.0, kSize / 2.0 + 0.5}, 7);
    if (filled)
        painter.fillPath(path, themeColour(Token::Warn));
    else
        painter.strokePath(path, QPen(themeColour(Token::LineStrong), 1));
    return pixmap;
}

} // namespace waic::ui
