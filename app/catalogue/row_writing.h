// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"
#include "catalogue/result.h"

namespace waic::catalogue {

class Database;

/// Sets one cell; true when it held something else before.  BadInput for a column that is not edited, or a value that its field
/// or the row does not allow; NotFound when the row is gone.  A cell that holds another value than expected is left as it is, and
/// added to the conflicts unless it was decided on.  Throws SQLite::Exception.
Result<bool> writeCell(Database &database, const SetCell &cell, const Decisions &decisions, std::vector<CellConflict> &conflicts);

/// Adds a row, with an id and a uid of its own where it has none, and returns its id.  BadInput as above.
/// Throws SQLite::Exception.
Result<RowId> writeAnnouncement(Database &database, const Announcement &row);

} // namespace waic::catalogue
