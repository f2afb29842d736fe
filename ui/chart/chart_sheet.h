// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/chart/chart_text.h"
#include "ui/common/theme.h"

#include <QSizeF>

#include <vector>

namespace waic::ui {

/// Where a chart stands: in the window, with the window's type sizes; alone on a picture that is scaled as a whole; or as a bare
/// shape without words.
enum class ChartPlace { Pane, Picture, Thumbnail };

/// Kinds of text on a chart.
enum class ChartFont { Title, Subtitle, Key, Label, Value, Big, Axis, Year, Note, Name };

/// The canvas while it is laid out: sizes, fonts and colours, and the texts placed so far.
struct ChartSheet
{
    static constexpr int kLeastPixels = 11; ///< of a text in the window and on a screen

    ChartSheet(const QSizeF &size, ThemeKind theme, ChartPlace place, int leastText = kLeastPixels);

    bool isPane() const { return place != ChartPlace::Picture; }
    bool isBare() const { return place == ChartPlace::Thumbnail; }
    /// A length: design pixels of a 1600x1000 picture, or of the window.
    qreal length(qreal picture, qreal pane) const { return isPane() ? pane : picture * unit; }
    QFont font(ChartFont which) const;
    QFont font(int pixelSize, int weight) const;
    QColor colour(Token token) const { return ui::colour(theme, token); }
    QColor colour(chart::MarkColour colour) const;

    void add(const PlacedText &text) { texts.push_back(text); }
    /// Lines from `top` on; returns where the next line would begin.
    qreal addLines(const QStringList &lines, const QFont &font, const QColor &colour, qreal x, qreal top,
        Qt::Alignment alignment = Qt::AlignLeft);

    QSizeF size;
    ThemeKind theme;
    ChartPlace place;
    int leastText; ///< pixels
    qreal unit;    ///< picture pixels for each design pixel
    std::vector<PlacedText> texts;
};

} // namespace waic::ui
