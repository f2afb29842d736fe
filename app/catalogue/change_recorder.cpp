// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/change_recorder.h"

#include "catalogue/changeset.h"
#include "catalogue/sql.h"

#include <sqlite3.h>

namespace waic::catalogue {

void ChangeRecorder::Deleter::operator()(sqlite3_session *session) const
{
    sqlite3session_delete(session);
}

ChangeRecorder::ChangeRecorder(Database &database, const QStringList &tables)
    : m_database(database)
    , m_tables(tables)
{
    start();
}

void ChangeRecorder::start()
{
    sqlite3_session *session = nullptr;
    checkCode(sqlite3session_create(m_database.handle(), "main", &session));
    m_session.reset(session);
    for (const QString &table : m_tables)
        checkCode(sqlite3session_attach(session, table.toUtf8().constData()));
}

QByteArray ChangeRecorder::take()
{
    int size = 0;
    void *bytes = nullptr;
    checkCode(sqlite3session_changeset(m_session.get(), &size, &bytes));
    const QByteArray changeset = takenBuffer(bytes, size);
    start();
    return changeset;
}

void ChangeRecorder::setPaused(bool paused)
{
    sqlite3session_enable(m_session.get(), paused ? 0 : 1);
}

} // namespace waic::catalogue
