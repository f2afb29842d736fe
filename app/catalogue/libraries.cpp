// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/libraries.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <sqlite3.h>

namespace waic::catalogue {

QString sqliteVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

QString sqliteCppVersion()
{
    constexpr int kNumber = SQLITECPP_VERSION_NUMBER; // 3002001 is 3.2.1
    return QStringLiteral("%1.%2.%3").arg(kNumber / 1'000'000).arg(kNumber / 1'000 % 1'000).arg(kNumber % 1'000);
}

} // namespace waic::catalogue
