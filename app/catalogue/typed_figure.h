// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace waic::catalogue {

/// A figure as a page says it, in its parts.
struct TypedFigure
{
    double value = 0;
    std::optional<double> valueTo;
    std::optional<double> of;
    QString unit;      ///< null: not said
    QString qualifier; ///< one of the known ones; null: not said
};

/// Splits "1,509 models", "more than 1,500 models", "≥ 300 PFLOPS", "1,509 of 3,755", "8 to 9 TB", "40.2%".  Empty for text that
/// is no number, or nothing but one.
std::optional<TypedFigure> splitFigure(const QString &typed);

} // namespace waic::catalogue
