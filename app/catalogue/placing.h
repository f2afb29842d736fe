// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

namespace waic::catalogue {

/// A new file under a temporary name in the folder of its target; SQLite writes it, place() gives it its name.  Whatever is not
/// placed is removed with its side files.
class NewFile
{
public:
    /// target: as the user named it; a symbolic link stands for the file it leads to.  backupFolder: where what was there is
    /// kept, made when it is missing; empty: beside the target.
    explicit NewFile(const QString &target, const QString &backupFolder = {});
    ~NewFile();
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    /// Whether the target may be written: Exists without `replace`, NotFound without its folder.  Changes nothing.
    Result<> check(bool replace) const;
    const QString &name() const { return m_name; }
    /// Renames to the target; nothing that is there is ever overwritten without a backup, whose path comes back (null when
    /// nothing was there).  A file that another program has open is Locked.  Throws SQLite::Exception.
    Result<QString> place(bool replace);

private:
    Result<QString> placeOver(const QString &backup);
    Result<> rename();
    QString backupName() const;

    QString m_path; ///< for messages
    QString m_target;
    QString m_backupFolder;
    QString m_name;
};

} // namespace waic::catalogue
