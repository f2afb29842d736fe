// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/migration.h"

namespace waic::catalogue {

class Database;

/// Compares the catalogue's own tables and triggers with those that the newest of these schemas makes; what others added besides
/// (tables, views, their indexes) is ignored.
///
/// Returns why rows must not be written, in words: a trigger of another program on an own table, or an own table that another
/// program changed; null when all is as it should be.  Damaged when a table or column is missing, so that it cannot even be read.
/// where: the path in words of the user.  Throws SQLite::Exception.
Result<QString> compareShape(Database &database, const QString &where, const Migrations &migrations = Migrations::builtIn());

/// A hash of the SQL of every table, index and trigger: the same SQL makes the same tables.
QByteArray schemaFingerprint(Database &database);
/// The fingerprint of a catalogue of the newest schema with nothing added but views.
QByteArray newestFingerprint();

} // namespace waic::catalogue
