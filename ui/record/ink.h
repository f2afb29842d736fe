// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

class QLabel;
class QWidget;

namespace waic::ui {

/// Gives a widget's text a colour of the theme that follows it.  Call once per widget.
void setInk(QWidget *widget, Token token);

/// A label of user data or fixed words: plain text, the size of the look's scale, a colour that follows the theme.
QLabel *plainLabel(const QString &text, int pixelSize, int weight, Token ink, QWidget *parent = nullptr);

/// Width that a line of text takes without being elided.  Rounded up: QFontMetrics rounds to the nearest and elides by fractions.
int textWidth(const QString &text, const QFont &font);

/// "Open-weights" for "open-weights": how the record shows a value of an open list.
QString capitalised(const QString &value);

} // namespace waic::ui
