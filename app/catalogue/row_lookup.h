// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/sql.h"

namespace waic::catalogue {

/// Whether a statement gives a row; reset again, since one left on its row would keep an old state of the file in sight.
/// Throws SQLite::Exception.
inline bool findsRow(SQLite::Statement &statement)
{
    const bool found = statement.executeStep();
    statement.reset();
    return found;
}

} // namespace waic::catalogue
