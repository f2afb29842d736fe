// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <functional>

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
    /// Takes the target's place; what is there is kept under exactly this name, in a folder that is there.  write: makes this
    /// file, told where the old one is kept by now; nobody else can write to the target from before it until the end.  Null when
    /// this file is written already.  A kill at any moment leaves the old or the new file.  Errors: of write, Locked, Io.
    /// Throws SQLite::Exception.
    Result<QString> replace(const QString &backup, const std::function<Result<>(const QString &old)> &write);

private:
    Result<> rename();
    QString backupName() const;

    QString m_path; ///< for messages
    QString m_target;
    QString m_backupFolder;
    QString m_name;
};

/// A free name like the one given, under which a file of its folder is written before it gets its own.
QString temporaryName(const QString &beside);
/// Whether a name (without folder) is one of these, or that of a side file of one.
bool isTemporaryName(const QString &name);

/// Copies a database that nobody writes to a new file, on disk when it returns.  Throws SQLite::Exception.
void copyDatabase(const QString &from, const QString &to);

/// Makes what was written to a file, or renamed in a folder, last through a power cut.
void syncToDisk(const QString &name);

} // namespace waic::catalogue
