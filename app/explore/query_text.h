// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

/// What reader and writer of a query's text agree on.
namespace waic::explore {

inline constexpr QLatin1String kNone("none"); ///< as a bare value: nothing is there

/// True for a character that no bare word holds.
inline bool endsWord(QChar character)
{
    static const QString special = QStringLiteral(":\"()|<>=");
    return character.isSpace() || special.contains(character);
}

} // namespace waic::explore
