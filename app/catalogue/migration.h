// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QStringList>

namespace waic::catalogue {

/// The way from an empty file to the newest schema, a script for each version; a value, so that tests can walk further than the
/// program does.
class Migrations
{
public:
    /// scripts: the first makes schema 1, each further one the next version out of the one before.  Each sets user_version.
    explicit Migrations(QStringList scripts)
        : m_scripts(std::move(scripts))
    {
    }
    /// Those built into the program, up to kSchemaVersion.
    static const Migrations &builtIn();

    int version() const { return int(m_scripts.size()); } ///< of the newest schema
    const QStringList &scripts() const { return m_scripts; }
    Migrations upTo(int version) const { return Migrations(m_scripts.first(version)); } ///< REQUIRES 1 ≤ version ≤ version()
    bool operator==(const Migrations &) const = default;

private:
    QStringList m_scripts;
};

/// Brings a file that nobody else has open to the newest schema, in one transaction in rollback mode, and checks the result:
/// structure, references, tables as the scripts make them.  For a copy under a temporary name; a failure may leave it half-done.
/// where: the file that the user knows, for errors.  Errors: Damaged, Io.  Throws SQLite::Exception.
Result<> migrate(const QString &name, const Migrations &migrations, const QString &where);

/// The same for the file itself, which is whole in the old or in the new schema whenever the program ends: a backup is made
/// first, a copy of it is migrated, and takes the file's name when it is sound.  Returns the backup's path.
/// path: canonical.  backup: its path, in a folder that is there.  Errors: as above; Locked when others have the file open.
Result<QString> migrateInPlace(const QString &path, const QString &backup, const Migrations &migrations);

} // namespace waic::catalogue
