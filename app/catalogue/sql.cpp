// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/sql.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sql)
};

/// Two threads that read, each by its own connection, would wait for each other at every allocation that SQLite counts.
bool countsNoMemory()
{
    static const bool isSet = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    return isSet;
}

/// A connection belongs to one thread, so it needs no lock of its own; sqlite3_interrupt() may come from another all the same.
int withoutLock(int flags)
{
    countsNoMemory();
    return flags | SQLITE_OPEN_NOMUTEX;
}

Error readOnlyError(int extendedCode, const QString &where)
{
    if (extendedCode == SQLITE_READONLY_DBMOVED)
        return {ErrorKind::Io, Text::tr("the file was deleted, moved or replaced while it was open"), where,
            Text::tr("put it back, or save a copy")};
    return {ErrorKind::ReadOnly, Text::tr("this catalogue may not be written"), where, Text::tr("save a copy and edit that")};
}

Error ioError(int extendedCode, const QString &said, const QString &where)
{
    const QString next = Text::tr("check the disk and the folder's permissions");
    switch (extendedCode) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
        return {ErrorKind::Io, Text::tr("the disk gives an error when the file is read (%1)").arg(said), where, next};
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
        return {ErrorKind::Io, Text::tr("the disk gives an error when the file is written (%1)").arg(said), where, next};
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_SHMLOCK:
        return {ErrorKind::Io, Text::tr("the file cannot be locked (%1)").arg(said), where,
            Text::tr("copy it to a folder of this computer and open it there")};
    default:
        return {ErrorKind::Io, Text::tr("the file cannot be read or written (%1)").arg(said), where, next};
    }
}

} // namespace

Database::Database(const QString &name, int flags)
    : m_connection(name.toStdString(), withoutLock(flags))
{
}

SQLite::Statement &Database::kept(const char *sql)
{
    auto &statement = m_kept[sql];
    if (!statement)
        statement = std::make_unique<SQLite::Statement>(m_connection, sql);
    // What its last run ended with was told then, and is not this one's error: reset() would throw it again.
    statement->tryReset();
    statement->clearBindings();
    return *statement;
}

void Database::run(const QString &sql)
{
    // By the connection's own words and not by the code alone, which may be a short form.
    if (const int code = sqlite3_exec(handle(), sql.toUtf8().constData(), nullptr, nullptr, nullptr))
        throw SQLite::Exception(handle(), code);
}

QVariant Database::scalar(const QString &sql)
{
    SQLite::Statement statement(m_connection, sql.toStdString());
    return statement.executeStep() ? anything(statement, 0) : QVariant();
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.run(QStringLiteral("BEGIN IMMEDIATE"));
}

Transaction::~Transaction()
{
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.run(QStringLiteral("COMMIT"));
    m_open = false;
}

Snapshot::Snapshot(Database &database)
    : m_database(database)
    , m_mine(sqlite3_get_autocommit(database.handle()) != 0)
{
    if (m_mine)
        m_database.kept("BEGIN").exec();
}

Snapshot::~Snapshot()
{
    if (m_mine)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void checkCode(int code)
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(sqlite3_errstr(code), code);
}

void bindAt(SQLite::Statement &statement, int index, std::nullopt_t)
{
    statement.bind(index);
}

void bindAt(SQLite::Statement &statement, int index, qint64 value)
{
    statement.bind(index, int64_t(value));
}

void bindAt(SQLite::Statement &statement, int index, int value)
{
    statement.bind(index, value);
}

void bindAt(SQLite::Statement &statement, int index, bool value)
{
    statement.bind(index, int(value));
}

void bindAt(SQLite::Statement &statement, int index, double value)
{
    statement.bind(index, value);
}

void bindAt(SQLite::Statement &statement, int index, std::optional<double> value)
{
    if (value)
        statement.bind(index, *value);
    else
        statement.bind(index);
}

void bindAt(SQLite::Statement &statement, int index, const QString &value)
{
    if (value.isNull())
        statement.bind(index);
    else
        statement.bind(index, value.toStdString());
}

void bindAt(SQLite::Statement &statement, int index, const QByteArray &value)
{
    statement.bind(index, value.constData(), int(value.size()));
}

void bindAt(SQLite::Statement &statement, int index, const QVariant &value)
{
    switch (value.isNull() ? QMetaType::UnknownType : value.typeId()) {
    case QMetaType::UnknownType:
        statement.bind(index);
        return;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::LongLong:
        statement.bind(index, int64_t(value.toLongLong()));
        return;
    case QMetaType::Double:
        statement.bind(index, value.toDouble());
        return;
    case QMetaType::QByteArray:
        bindAt(statement, index, value.toByteArray());
        return;
    default:
        bindAt(statement, index, value.toString());
    }
}

void expectParameters(const SQLite::Statement &statement, int bound)
{
    const int wanted = const_cast<SQLite::Statement &>(statement).getBindParameterCount();
    if (wanted != bound)
        throw SQLite::Exception(
            "bound " + std::to_string(bound) + " of " + std::to_string(wanted) + " parameters: " + statement.getQuery(),
            SQLITE_RANGE);
}

QString text(const SQLite::Statement &row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    if (cell.isNull())
        return {};
    const char *bytes = cell.getText();
    return QString::fromUtf8(bytes, cell.getBytes());
}

std::optional<double> real(const SQLite::Statement &row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    return cell.isNull() ? std::nullopt : std::optional<double>(cell.getDouble());
}

qint64 integer(const SQLite::Statement &row, int column)
{
    return row.getColumn(column).getInt64();
}

QVariant anything(const SQLite::Statement &row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    switch (cell.getType()) {
    case SQLITE_INTEGER:
        return qint64(cell.getInt64());
    case SQLITE_FLOAT:
        return cell.getDouble();
    case SQLITE_TEXT:
        return text(row, column);
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(cell.getBlob()), cell.getBytes());
    default:
        return {};
    }
}

QString quotedIdentifier(QStringView name)
{
    return QLatin1Char('"') + name.toString().replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

Error sqlError(const SQLite::Exception &exception, const QString &where)
{
    const QString said = QString::fromUtf8(exception.what());
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Locked, Text::tr("another program is writing to this catalogue"), where,
            Text::tr("close it there or try again in a moment")};
    case SQLITE_READONLY:
        return readOnlyError(exception.getExtendedErrorCode(), where);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorKind::ReadOnly, Text::tr("this catalogue may not be written"), where, Text::tr("save a copy and edit that")};
    case SQLITE_FULL:
        return {ErrorKind::Io, Text::tr("the disk is full"), where, Text::tr("free some space, then try again")};
    case SQLITE_IOERR:
        return ioError(exception.getExtendedErrorCode(), said, where);
    case SQLITE_CANTOPEN:
        return {ErrorKind::Io, Text::tr("the file, or one beside it, cannot be opened (%1)").arg(said), where,
            Text::tr("check that its folder is there and may be written")};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {
            ErrorKind::Damaged, Text::tr("the catalogue is damaged (%1)").arg(said), where, Text::tr("open a backup instead")};
    case SQLITE_TOOBIG:
        return {ErrorKind::BadInput, Text::tr("this is too long for the catalogue"), where, Text::tr("shorten it")};
    case SQLITE_NOMEM:
        return {ErrorKind::Io, Text::tr("there is not enough memory"), where, Text::tr("close other programs, then try again")};
    case SQLITE_CONSTRAINT:
        return {ErrorKind::BadInput, Text::tr("the catalogue refuses this value (%1)").arg(said), where, {}};
    default:
        return {ErrorKind::Bug, said, where, {}};
    }
}

} // namespace waic::catalogue
