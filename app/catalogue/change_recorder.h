// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <memory>

struct sqlite3_session;

namespace waic::catalogue {

class Database;

/// Records what a connection changes in these tables, through an SQLite session.  Ends before the connection does.
/// All functions throw SQLite::Exception.
class ChangeRecorder
{
public:
    /// tables: by name, each with a declared key.  Attaching all tables would record the history itself.
    ChangeRecorder(Database &database, const QStringList &tables);

    /// The changeset of everything since the beginning or the last take(); empty when rows are as they were.
    QByteArray take();

    /// Rows added while paused are not in the changeset, later changes of them are.
    void setPaused(bool paused);

private:
    void start();

    struct Deleter
    {
        void operator()(sqlite3_session *session) const;
    };
    Database &m_database;
    const QStringList m_tables;
    std::unique_ptr<sqlite3_session, Deleter> m_session;
};

} // namespace waic::catalogue
