// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QByteArray>
#include <QVariant>

namespace waic::catalogue {

class Database;

/// The bytes of a buffer that SQLite allocated, which is freed.
QByteArray takenBuffer(void *bytes, int size);

/// A changeset that came out of a file, made safe to walk: SQLite 3.40 looks for the end of a damaged table name for ever, and
/// the header of a table without changes, put behind it, ends that search.
QByteArray ended(const QByteArray &changeset);
/// The changeset that takes back what this one does.  Throws SQLite::Exception.
QByteArray inverted(const QByteArray &changeset);

/// A row of a table whose key is one number.
struct ChangedRow
{
    QString table;
    RowId row = 0;
};
/// Rows of announcement, claim, saved_view and saved_chart that a changeset changes.  Throws SQLite::Exception.
std::vector<ChangedRow> changedRows(const QByteArray &changeset);

/// Whether each table of the changeset has the columns and the key that it had when the changeset was recorded.  SQLite itself
/// does not complain about a table that has lost a column: it applies nothing and says all is well.  Throws SQLite::Exception.
bool fitsTables(Database &database, const QByteArray &changeset);

/// Why a change could not be made.
struct ChangeConflict
{
    enum class Kind {
        OtherValue, ///< a cell does not hold what the changeset expects
        Gone,       ///< the row is not there
        Rule,       ///< a row of that key is there already, or a rule of the schema would be broken
    };
    Kind kind = Kind::Rule;
    QString table;
    RowId row = 0;
    QString column; ///< for OtherValue, as the next two
    QVariant expected;
    QVariant found;
};

/// Applies a changeset and returns what did not fit.  Those changes are left out, so with any conflict the caller rolls back.
/// REQUIRES: in a transaction, fitsTables().  Throws SQLite::Exception.
std::vector<ChangeConflict> applyChangeset(Database &database, const QByteArray &changeset);

} // namespace waic::catalogue
