// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"

#include "catalogue/sql.h"

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

/// "1010…": a 1 for each column that is part of the key.
QByteArray keyMask(Database &database, const QString &table)
{
    SQLite::Statement &rows = bound(database.kept("SELECT pk > 0 FROM pragma_table_info(?) ORDER BY cid"), table);
    QByteArray mask;
    while (rows.executeStep())
        mask.append(integer(rows, 0) != 0 ? '1' : '0');
    return mask;
}

} // namespace

QByteArray takenBuffer(void *bytes, int size)
{
    const std::unique_ptr<void, decltype(&sqlite3_free)> owner(bytes, &sqlite3_free);
    return {static_cast<const char *>(bytes), size};
}

QByteArray ended(const QByteArray &changeset)
{
    return changeset + QByteArrayLiteral("T\1\1-\0");
}

ChangesetWalk::ChangesetWalk(const QByteArray &changeset)
    : m_bytes(ended(changeset))
{
    checkCode(sqlite3changeset_start(&m_iterator, int(m_bytes.size()), m_bytes.data()));
}

ChangesetWalk::~ChangesetWalk()
{
    sqlite3changeset_finalize(m_iterator);
}

bool ChangesetWalk::next()
{
    const int code = sqlite3changeset_next(m_iterator);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        checkCode(code);
    return code == SQLITE_ROW;
}

QVariant changesetCell(sqlite3_value *value)
{
    switch (value ? sqlite3_value_type(value) : SQLITE_NULL) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
        return sqlite3_value_double(value);
    case SQLITE_TEXT: {
        const auto *bytes = static_cast<const char *>(static_cast<const void *>(sqlite3_value_text(value)));
        return QString::fromUtf8(bytes, sqlite3_value_bytes(value));
    }
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value));
    default:
        return {};
    }
}

bool fitsTables(Database &database, const QByteArray &changeset)
{
    QString checked;
    ChangesetWalk walk(changeset);
    while (walk.next()) {
        const char *name = nullptr;
        int columns = 0;
        int kind = 0;
        checkCode(sqlite3changeset_op(walk.iterator(), &name, &columns, &kind, nullptr));
        const QString table = QString::fromUtf8(name);
        if (table == checked)
            continue;
        checked = table;
        unsigned char *keys = nullptr;
        checkCode(sqlite3changeset_pk(walk.iterator(), &keys, &columns));
        QByteArray mask;
        for (int column = 0; column < columns; ++column)
            mask.append(keys[column] ? '1' : '0');
        if (mask != keyMask(database, table))
            return false;
    }
    return true;
}

} // namespace waic::catalogue
