// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_sheet.h"

#include <algorithm>
#include <array>

namespace waic::ui {

namespace {

struct Size
{
    ChartFont which;
    int picture, pane, weight;
};
constexpr std::array kSizes{Size{ChartFont::Title, 44, 16, 600}, Size{ChartFont::Subtitle, 26, 13, 400},
    Size{ChartFont::Key, 26, 12, 400}, Size{ChartFont::Label, 26, 12, 400}, Size{ChartFont::Value, 26, 12, 600},
    Size{ChartFont::Big, 56, 22, 600}, Size{ChartFont::Axis, 22, 11, 400}, Size{ChartFont::Year, 24, 12, 600},
    Size{ChartFont::Note, 20, 11, 400}, Size{ChartFont::Name, 20, 11, 600}};

} // namespace

ChartSheet::ChartSheet(const QSizeF &sheetSize, ThemeKind themeKind, ChartPlace chartPlace, int least)
    : size(sheetSize)
    , theme(themeKind)
    , place(chartPlace)
    , leastText(least)
    , unit(std::min(sheetSize.width() / 1600, sheetSize.height() / 1000))
{
}

QFont ChartSheet::font(ChartFont which) const
{
    const auto size_ = std::find_if(kSizes.begin(), kSizes.end(), [&](const Size &each) { return each.which == which; });
    return font(isPane() ? size_->pane : qRound(size_->picture * unit), size_->weight);
}

QFont ChartSheet::font(int pixelSize, int weight) const
{
    // Words that are not painted take no room either.
    QFont made = exactFont(isBare() ? 1 : std::max(leastText, pixelSize), weight);
    if (!isPane())
        made.setHintingPreference(QFont::PreferNoHinting); // so that widths grow evenly with the scale of the picture
    return made;
}

QColor ChartSheet::colour(chart::MarkColour colour_) const
{
    switch (colour_) {
    case chart::MarkColour::Series1:
        return colour(Token::Series1);
    case chart::MarkColour::Series2:
        return colour(Token::Series2);
    case chart::MarkColour::Series3:
        return colour(Token::Series3);
    case chart::MarkColour::Series4:
        return colour(Token::Series4);
    case chart::MarkColour::Series5:
        return colour(Token::Series5);
    case chart::MarkColour::China:
        return colour(Token::China);
    case chart::MarkColour::UnitedStates:
        return colour(Token::UnitedStates);
    case chart::MarkColour::Others:
        return colour(Token::Others);
    }
    return {};
}

qreal ChartSheet::addLines(
    const QStringList &lines, const QFont &font_, const QColor &colour_, qreal x, qreal top, Qt::Alignment alignment)
{
    for (const QString &line : lines) {
        add(placedLine(line, font_, colour_, x, top, alignment));
        top += lineStep(font_);
    }
    return top;
}

} // namespace waic::ui
