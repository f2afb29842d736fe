// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/backup_name.h"
#include "catalogue/copy.h"
#include "catalogue/follow.h"

#include <vector>

namespace waic::catalogue {

/// A backup as it lies in its folder.
struct Backup
{
    QString path;
    BackupName name;
    qint64 size = 0; ///< bytes
    qint64 announcements = 0;
    FollowPlace place; ///< how far the catalogue was when the backup was made
};

/// Writes what the file holds now into the folder, made when it is missing, by SQLite's backup under a temporary name; edits go
/// on meanwhile.  Returns the backup's path, null when goesOn ended it.  Works for a file that was deleted while it was held, see
/// CatalogueFile::hold().  Slow for large files; any thread.  Errors: Io, Locked, Damaged; `where` is the backup.
Result<QString> backUp(const CatalogueFile &file, const QString &folder, BackupReason reason, const GoesOn &goesOn);

/// Backups of a catalogue in a folder, newest first: files of their form of name that have the catalogue's uid inside.  What
/// cannot be read is left out.  No file is changed.  Some milliseconds a file; for a worker.
std::vector<Backup> backupsOf(const QString &folder, const QString &catalogueUid);

/// Whether the catalogue changed since the newest of its backups, or has none that is younger than a day: then a backup of the
/// day is due.  Any thread; errors as of reading the file.
Result<bool> isBackupDue(const CatalogueFile &file, const QString &folder, const QDateTime &now);

/// Removes the oldest backups of the catalogue at `path` but the newest `keep`.  Copies of a catalogue share its uid, so those of
/// another file's stem stay.  Nothing that backupsOf() does not list is ever removed, but for what a killed program left
/// unfinished there over a day ago.  Errors: Io with the file that stays.
Result<> pruneBackups(const QString &folder, const QString &path, const QString &catalogueUid, int keep = 10);

/// How a restore ended.
struct Restored
{
    bool complete = false; ///< false: ended by the caller, and nothing changed
    QString kept;          ///< where what stood there is kept; null when nothing stood there
};

/// Puts a copy of the backup (any catalogue) in the place of the file at path, which nobody may have open, and keeps the file
/// that was there as a backup in the folder.  A kill at any moment leaves the old or the new file.  Slow for large files; any
/// thread.
/// Errors: those of opening the backup; Locked when another program has the file open; Io.
Result<Restored> restoreBackup(
    const QString &path, const QString &catalogueUid, const QString &backup, const QString &folder, const GoesOn &goesOn);

} // namespace waic::catalogue
