// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/migration.h"

#include <memory>

class QTemporaryDir;

namespace waic::catalogue {

class Database;

enum class Access { Read, Write };

/// What becomes of a catalogue that an earlier version of the program made.
struct Upgrading
{
    Migrations migrations = Migrations::builtIn();
    /// Where a backup of it is kept before it is migrated.  Null: the file stays as it is, and a private copy is migrated and
    /// shown, for reading only.
    QString backupFolder;
};

/// A catalogue that was identified, checked and may be connected to.  Copies share the private copy they may stand on.
///
/// The rules are those of the design, "Opening a file": identified with immutable=1 before any other connection, every file
/// untrusted, own tables compared with the schema, writable is what BEGIN IMMEDIATE says.  Refusing a file leaves every byte of
/// it and of its side files as before.  A file of an earlier schema is migrated first, see Upgrading.
class CatalogueFile
{
public:
    /// Identifies and checks the file.  Errors: NotFound, NotACatalogue, NewerSchema, Damaged, Io; `where` is the path as given.
    /// Any thread; takes about 10 ms for the starter, and the time of a bounded quick_check for larger files.
    static Result<CatalogueFile> open(const QString &path, const Upgrading &upgrading = {});

    const QString &path() const { return m_path; } ///< absolute, as the user knows it
    QString name() const;                          ///< the file's name without folder
    bool isWritable() const { return m_writable; }
    /// Why not, in words for the status bar; null when writable.
    const QString &readOnlyReason() const { return m_readOnlyReason; }
    const QString &uid() const { return m_uid; } ///< meta.catalogue_uid
    /// The file as it was before it was migrated; null when it was not.
    const QString &migrationBackup() const { return m_migrationBackup; }

    /// A connection for the calling thread.  Access::Write on a file that is not writable is ReadOnly.
    Result<std::unique_ptr<Database>> connect(Access access) const;

    /// Keeps the file itself open from now on, for this value and its copies, so that what it holds can still be copied after it
    /// was deleted or another file took its name.
    Result<> hold();
    void letGo(); ///< nobody holds it any more, but who was given it
    /// The connection that holds the file, for reading by one thread at a time, when the file is no longer where it was; else
    /// null.
    std::shared_ptr<Database> heldIfMoved() const;

private:
    struct Held;

    QString m_path;
    QString m_connectName;    ///< what SQLite opens: the file, links resolved, or a private copy
    bool m_immutable = false; ///< it is opened with immutable=1
    bool m_writable = false;
    QString m_readOnlyReason;
    QString m_uid;
    QString m_migrationBackup;
    std::shared_ptr<QTemporaryDir> m_copy;
    std::shared_ptr<Held> m_held;

    friend class Opening;
};

/// Checkpoints the write-ahead log and leaves no side files when nothing else has the catalogue open.  Called with the last
/// connection; errors are not errors of the user (another program still reads).
void closeCleanly(std::unique_ptr<Database> database);

} // namespace waic::catalogue
