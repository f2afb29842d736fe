// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QByteArray>

#include <memory>

class QTemporaryDir;

namespace waic::catalogue {

class Database;

/// The first bytes of a file and the size of it and of its side files, taken without any lock or change.
struct FileState
{
    QByteArray header;  ///< up to 100 bytes
    qint64 size = 0;    ///< bytes
    qint64 walSize = 0; ///< 0 without one
    qint64 journalSize = 0;
    qint64 modified = 0; ///< newest change of file and side files, ms since 1970

    bool hasSideFiles() const { return walSize > 0 || journalSize > 0; }
    bool operator==(const FileState &) const = default;
};

/// database: a Touch::Nothing connection to path.  Through SQLite's own handle, as closing another one would drop the locks that
/// this process may hold on the file.  Throws SQLite::Exception.
FileState fileState(Database &database, const QString &path);

/// Whether SQLite's header names this program as the file's owner.
bool hasCatalogueId(const FileState &state);

/// Refuses what no further look can turn into a catalogue of this version or one before.  A header without id passes when a
/// write-ahead log may hold it.  where: the path in words of the user.
Result<> identify(const FileState &state, const QString &where, int newestVersion);

/// Refuses an id or a schema version, as read by SQLite, that is not this program's.
Result<> identify(int applicationId, int schemaVersion, const QString &where, int newestVersion);

/// A copy of the file with its write-ahead log or journal in a private temporary folder, under the file's name.
/// database: a Touch::Nothing connection to path.  Throws SQLite::Exception.
Result<std::shared_ptr<QTemporaryDir>> privateCopy(Database &database, const QString &path);

} // namespace waic::catalogue
