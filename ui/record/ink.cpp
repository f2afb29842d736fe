// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/ink.h"

#include <QLabel>

#include <cmath>

namespace waic::ui {

void setInk(QWidget *widget, Token token)
{
    const auto apply = [widget, token] {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::WindowText, themeColour(token));
        palette.setColor(QPalette::Text, themeColour(token)); // the role of a label on the record's surface
        widget->setPalette(palette);
    };
    apply();
    QObject::connect(&Theme::instance(), &Theme::changed, widget, apply);
}

QLabel *plainLabel(const QString &text, int pixelSize, int weight, Token ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(uiFont(pixelSize, weight));
    setInk(label, ink);
    return label;
}

int textWidth(const QString &text, const QFont &font)
{
    return text.isEmpty() ? 0 : int(std::ceil(QFontMetricsF(font).horizontalAdvance(text) + 0.1));
}

QString capitalised(const QString &value)
{
    return value.isEmpty() ? value : value.at(0).toUpper() + value.mid(1);
}

} // namespace waic::ui
