// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QIcon>

namespace waic::ui {

/// A Breeze icon of :/icons/breeze (names in resources/icons.txt), 16 px, tinted; the disabled state is fainter.  Made for the
/// theme of now: make it again on Theme::changed, or use setThemedIcon.
QIcon themedIcon(const QString &name, Token tint = Token::Text2);

/// Gives a QAction or QAbstractButton an icon that follows the theme.
template <typename Target>
void setThemedIcon(Target *target, const QString &name, Token tint = Token::Text2)
{
    target->setIcon(themedIcon(name, tint));
    QObject::connect(
        &Theme::instance(), &Theme::changed, target, [target, name, tint] { target->setIcon(themedIcon(name, tint)); });
}

/// The star of a record, drawn (Breeze has none that fits): filled or outline.
QPixmap starPixmap(bool filled, qreal devicePixelRatio);

} // namespace waic::ui
