// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/migration.h"

namespace waic::tests {

/// Announcements 1 to this one are in the catalogue that edit_forever edits; a bulk edit sets a cell of each.
constexpr int kKilledRows = 300;

/// One schema further than the program's, which takes some work.
inline catalogue::Migrations nextMigrations()
{
    return catalogue::Migrations(catalogue::Migrations::builtIn().scripts()
        + QStringList{QStringLiteral("PRAGMA user_version = 2; ALTER TABLE announcement ADD COLUMN mood TEXT;"
                                     " UPDATE announcement SET mood = 'calm'")});
}

} // namespace waic::tests
