// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/opening.h"

#include <functional>

namespace waic::catalogue {

class Database;

/// Tells whether to go on, and is told the share that is done, 0 to 1.
using GoesOn = std::function<bool(double done)>;

/// How a copy ended.
struct SavedCopy
{
    bool complete = false; ///< false: ended by the caller, and nothing is left of it
    QString backup;        ///< where what stood at the target is kept; null when nothing stood there
};

/// Writes the catalogue as it is now, history included, to another file.  Edits go on meanwhile and are not in the copy.  Written
/// under a temporary name first, so that the target is whole or as before.  Slow for large files; any thread.
///
/// replace: a file at the target is kept as a backup in backupFolder (empty: beside it); without it, that is Exists.
/// A file that was held open (CatalogueFile::hold) is also copied after it was deleted, moved or replaced.
/// Errors: Exists, BadInput for the catalogue itself as target, Locked, Io.
Result<SavedCopy> saveCopy(
    const CatalogueFile &file, const QString &target, bool replace, const QString &backupFolder, const GoesOn &goesOn);

/// Writes what the file holds now, by SQLite's backup, to a new file of this name, on disk when it returns.  False when goesOn
/// ended it; what is there then is to be removed.  Throws SQLite::Exception.
Result<bool> copyInto(const CatalogueFile &file, const QString &name, const GoesOn &goesOn);

} // namespace waic::catalogue
