// SPDX-License-Identifier: GPL-3.0-or-later

// The floor of a chart picture: QPainter draws a pie with labels at 1600x1000 and Qt writes it as PNG.  floor_picture OUT.png
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <numbers>

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QImage image(1600, 1000, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(24);
    painter.setFont(font);
    constexpr double kParts[] = {26, 20, 15, 10, 9, 7, 4, 3, 3, 2, 1, 6};
    double whole = 0;
    for (const double part : kParts)
        whole += part;
    double start = 90;
    int hue = 0;
    for (const double part : kParts) {
        const double span = part / whole * 360;
        painter.setBrush(QColor::fromHsv(hue, 180, 200));
        painter.drawPie(QRectF(350, 50, 900, 900), int(start * 16), int(span * 16));
        const double middle = (start + span / 2) * std::numbers::pi / 180;
        painter.drawText(
            QPointF(760 + 500 * std::cos(middle), 500 - 490 * std::sin(middle)), QStringLiteral("kind %1").arg(hue / 30));
        start += span;
        hue += 30;
    }
    painter.end();
    return argc == 2 && image.save(QString::fromLocal8Bit(argv[1])) ? 0 : 1;
}
