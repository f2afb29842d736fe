// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace waic::ui {

/// Months since the year 0, a month with the fraction that its days take.
struct RangeSpan
{
    double low = 0;
    double high = 0;
};

/// The month of a date bin's low (YYYYMM); of YYYY00, that of January.
int monthOf(double yearMonth);
bool isYearAlone(double yearMonth);
/// A number as a query holds it: point as separator, no groups.
QString plainNumber(double number);
/// What an end of a range covers: a date its days, a whole number one step, another number itself.  Empty for an open end or
/// text that is neither.
std::optional<RangeSpan> spanOf(const QString &end, bool isDate, bool isWhole);

} // namespace waic::ui
