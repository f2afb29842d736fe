// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/contents.h"
#include "catalogue/result.h"

namespace waic::catalogue {

class Database;

constexpr int kApplicationId = 0x57414943; ///< "WAIC", in the header of every catalogue
constexpr int kSchemaVersion = 1;          ///< PRAGMA user_version; the number of the newest file in resources/schema

/// Recorded tables, parents first: their changes go into the history.  Never step*, touched or meta.
QStringList recordedTables();

/// The SQL of migration `version`, as built into the program.
QString migrationSql(int version);

/// Writes a new catalogue with these contents (none: an empty one) under a temporary name in the same folder, then renames it.
/// An existing target is Exists without `replace`; with it, what was there is kept as "NAME.backup-YYYYMMDD-HHMMSS.waic" in
/// backupFolder (empty: beside it) and its path returned (null when nothing was there).  A failure leaves the target as before
/// and no temporary file.
Result<QString> createCatalogue(
    const QString &path, const Contents &contents, bool replace = false, const QString &backupFolder = {});

} // namespace waic::catalogue
