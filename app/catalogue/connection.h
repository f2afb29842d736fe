// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/sql.h"

#include <memory>

namespace waic::catalogue {

/// What a connection may do to the file.
enum class Touch {
    Nothing, ///< immutable=1: no lock, no journal, no write-ahead log; whatever it finds, no byte and no side file changes
    Read,    ///< as SQLite reads, recovery and clean-up of the write-ahead log included, but without writing rows
    Write,
};

/// A connection with the settings for files of unknown origin: no trusted schema, no extensions, low limits.  Nothing is read
/// from the file yet.  Throws SQLite::Exception.
///
/// path: canonical, as side files stand beside the file itself and not beside a link to it.
std::unique_ptr<Database> openConnection(const QString &path, Touch touch);

/// Settings that read the schema, so only for a file that was identified: cache, durability, write-ahead log.
/// Throws SQLite::Exception.
void settleConnection(Database &database, Touch touch);

/// Whether the file that a connection has open was deleted, moved or replaced since: SQLite still holds the old one.
bool hasMoved(Database &database);

} // namespace waic::catalogue
