// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace waic::catalogue {

enum class BackupReason {
    Daily,     ///< a day after the last one, when something changed
    Migration, ///< before the file got the tables of a newer version
    Import,    ///< before an import
    Restore,   ///< before another backup took its place
    Manual,    ///< the user asked
};

/// What a backup's name says: "<stem>-<8 digits of the catalogue's uid>-YYYYMMDD-HHMMSS-<reason>.waic".
struct BackupName
{
    QString stem; ///< the file's name without its ending
    QString uid;  ///< the first 8 digits
    QDateTime at; ///< local time
    BackupReason reason = BackupReason::Manual;
};

/// Empty for a file of another name.  name: without folder.
std::optional<BackupName> parseBackupName(const QString &name);

/// The digits that stand for a catalogue in the names of its backups.
QString shortUid(const QString &catalogueUid);

/// The stem that the backups of this file have.
QString backupStem(const QString &path);

/// The path for a backup made now of the catalogue at path; nothing has it yet.
QString freeBackupName(const QString &folder, const QString &path, const QString &catalogueUid, BackupReason reason);

} // namespace waic::catalogue
