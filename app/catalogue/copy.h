// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/opening.h"

#include <functional>

namespace waic::catalogue {

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
/// goesOn: is told the share that is done, 0 to 1, and gives false to end.
/// Errors: Exists, BadInput for the catalogue itself as target, Locked, Io.
Result<SavedCopy> saveCopy(const CatalogueFile &file, const QString &target, bool replace, const QString &backupFolder,
    const std::function<bool(double done)> &goesOn);

} // namespace waic::catalogue
