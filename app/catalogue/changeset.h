// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVariant>

struct sqlite3_changeset_iter;
struct sqlite3_value;

namespace waic::catalogue {

class Database;

/// The bytes of a buffer that SQLite allocated, which is freed.
QByteArray takenBuffer(void *bytes, int size);

/// A changeset that came out of a file, made safe to walk: SQLite 3.40 looks for the end of a damaged table name for ever, and
/// the header of a table without changes, put behind it, ends that search.
QByteArray ended(const QByteArray &changeset);

/// Walks through a changeset, change by change.  All functions throw SQLite::Exception.
class ChangesetWalk
{
public:
    explicit ChangesetWalk(const QByteArray &changeset);
    ~ChangesetWalk();
    ChangesetWalk(const ChangesetWalk &) = delete;
    ChangesetWalk &operator=(const ChangesetWalk &) = delete;

    bool next();
    sqlite3_changeset_iter *iterator() const { return m_iterator; }

private:
    QByteArray m_bytes;
    sqlite3_changeset_iter *m_iterator = nullptr;
};

/// A cell of a change by its own type; invalid for NULL.
QVariant changesetCell(sqlite3_value *value);

/// Whether each table of the changeset has the columns and the key that it had when the changeset was recorded.  A table that has
/// lost a column would take cells for others'.  Throws SQLite::Exception.
bool fitsTables(Database &database, const QByteArray &changeset);

} // namespace waic::catalogue
