// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

namespace waic::catalogue {

/// The sign of a hedge: "" for exactly, "≈" about, ">" more than, "<" less than, "≤" up to, "≥" at least; an unknown hedge as
/// it stands.
QString boundSign(const QString &qualifier);

/// "> 1,500 of 3,755", "8,000,000 to 8,200,000", "1,509 of 3,755": a claim's figure without its unit, grouped by the locale.
/// Years ("founding year", unit "year") are not grouped.
QString figureText(const Claim &claim);

/// Value over whole as a fraction; empty without a whole or with a whole that is not above 0.
std::optional<double> share(const Claim &claim);

/// "40.2%" by the locale, one decimal.
QString percentText(double fraction);

/// A count grouped by the locale: "1,509".
QString countText(qint64 count);

} // namespace waic::catalogue
