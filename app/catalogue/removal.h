// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "catalogue/result.h"

namespace waic::catalogue {

class Database;

/// What cannot be undone: each is asked before.  Inside a transaction; throw SQLite::Exception.

/// Removes the announcements in the bin and all rows that hang on them.  NotFound for an empty bin.
Result<Step> removeBinned(Database &database, const QString &author);

/// Drops the contents of all steps before that time.  NotFound when there are none.
Result<Step> dropContents(Database &database, const QString &before, const QString &author);

} // namespace waic::catalogue
