// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/row_label.h"

#include <algorithm>

namespace waic::ui {

namespace {

constexpr qreal kSmallLabel = 0.82; ///< of the label's size, for names on two lines
constexpr qreal kSmallStep = kInk;  ///< of the pixel size, between two lines of one name

RowLabel sized(const QStringList &lines, const QFont &font)
{
    RowLabel label{lines, font, 0};
    for (const QString &line : lines)
        label.width = std::max(label.width, lineWidth(line, font));
    return label;
}

} // namespace

qreal RowLabel::height() const
{
    return qreal(lines.size() - 1) * font.pixelSize() * kSmallStep + font.pixelSize() * kInk;
}

void RowLabel::place(ChartSheet &sheet, qreal right, qreal middle) const
{
    qreal top = middle - height() / 2;
    for (const QString &line : lines) {
        sheet.add(placedLine(line, font, sheet.colour(Token::Text), right, top, Qt::AlignRight));
        top += font.pixelSize() * kSmallStep;
    }
}

RowLabel rowLabel(const ChartSheet &sheet, const QString &name, const QString &alias, qreal width)
{
    const QFont font = sheet.font(ChartFont::Label);
    for (const QString &each : {name, alias})
        if (!each.isEmpty() && lineWidth(each.simplified(), font) <= width)
            return sized({each.simplified()}, font);
    const QFont small = sheet.font(qRound(font.pixelSize() * kSmallLabel), font.weight());
    for (const QString &each : {name, alias})
        if (const QStringList lines = evenLines(each, small, width); !lines.isEmpty())
            return sized(lines, small);
    return sized(brokenLines(alias.isEmpty() ? name : alias, small, width), small);
}

} // namespace waic::ui
