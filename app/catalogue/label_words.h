// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waic::catalogue {

/// A title or name as the label of a step quotes it: in one line, cut after 60 characters.
inline QString shortForLabel(const QString &name)
{
    constexpr int kMost = 60;
    const QString line = name.simplified();
    return line.size() <= kMost ? line : line.left(kMost - 1).trimmed() + QChar(0x2026);
}

} // namespace waic::catalogue
