// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waic::catalogue {

QString sqliteVersion();    ///< of the library that runs, which may be newer than the one built with
QString sqliteCppVersion(); ///< of the headers built with

} // namespace waic::catalogue
