// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/charted_catalogue.h"

#include "ui/chart/chart_painter.h"

#include <QFontMetricsF>

namespace waic::tests {

using namespace waic::ui;

inline std::string described(const chart::ChartData &data, const QSize &size, const PlacedText &text)
{
    return u("%1 at %2x%3: “%4” %5,%6 %7x%8")
        .arg(data.title)
        .arg(size.width())
        .arg(size.height())
        .arg(text.text)
        .arg(text.rect.x())
        .arg(text.rect.y())
        .arg(text.rect.width())
        .arg(text.rect.height())
        .toStdString();
}

/// No text leaves the picture, touches another, is cut or is too small to read.
inline void checkTexts(const chart::ChartData &data, const QSize &size, ChartPlace place)
{
    const ChartPainter painter(data, size, ThemeKind::Light, place);
    const std::vector<PlacedText> &texts = painter.texts();
    CHECK_FALSE(texts.empty());
    const QRectF picture(QPointF(), size);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(described(data, size, texts[i]));
        CHECK(texts[i].font.pixelSize() >= 11);
        CHECK_FALSE(texts[i].text.contains(QChar(0x2026))); // …
        CHECK(picture.contains(texts[i].rect));
        // The room that is claimed is the room that is painted.
        const QFontMetricsF metrics(texts[i].font);
        CHECK(texts[i].rect.width() + 0.5 >= metrics.horizontalAdvance(texts[i].text));
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            INFO(described(data, size, texts[j]));
            CHECK_FALSE(texts[i].rect.adjusted(0.5, 0.5, -0.5, -0.5).intersects(texts[j].rect));
        }
    }
}

} // namespace waic::tests
