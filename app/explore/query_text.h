// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QLatin1String>

#include <optional>

/// What reader, writer and completion of a query's text agree on.
namespace waic::explore {

inline constexpr QLatin1String kNone("none"); ///< as a bare value: nothing is there
inline constexpr QLatin1String kDots("..");
inline constexpr QLatin1String kPercent("%");
inline constexpr QLatin1Char kQuote('"');
inline constexpr QLatin1Char kStar('*');

/// True for a character that no bare word holds.
bool endsWord(QChar character);
/// Text that may stand without quotation marks wherever a word may.
bool isPlain(const QString &text);
QString quoted(const QString &text);

/// One value of a condition; null: none.
QString valueText(const QString &value);
QString containedText(const QString &contained);
QString rangeText(const Range &range);
/// A field's name before its colon.
QString fieldText(const QString &field);
/// A measure before its compare sign, behind share: or alone.
QString measureText(const QString &measure, bool share);
QString compareText(Compare compare);

/// A number with its unit, as in 100PFLOPS or "100 score points".
struct Amount
{
    double number = 0;
    QString unit; ///< null: none

    bool operator==(const Amount &) const = default;
};
/// Attached, or within quotation marks where that reads better or else would say something else.
QString amountText(const Amount &amount);
/// Empty for text that does not begin with a number, or with one beyond all bounds.
std::optional<Amount> readAmount(QStringView text);

/// The shortest text that reads back as this number, without a needless sign or zero in its exponent.
QString plainNumber(double number);
/// A finite number in plain or scientific notation and nothing else.
std::optional<double> readNumber(QStringView text);

} // namespace waic::explore
