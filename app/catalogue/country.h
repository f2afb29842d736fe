// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace waic::catalogue {

/// English short name of an ISO 3166-1 alpha-2 code or of INT (international bodies); null for any other text.
QString countryName(QStringView code);

/// The code for a code in any case, or for a country's English name ("china", "South Korea", "USA"); null when there is none.
QString countryCode(QStringView typed);

/// Every code, in the order of the names.
QStringList countryCodes();

} // namespace waic::catalogue
