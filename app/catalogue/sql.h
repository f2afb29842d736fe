// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

struct sqlite3;

/// SQLite as this room speaks it: SQLiteCpp, plus Qt types, a check of the number of bound values, and kept statements.
/// A failing statement throws SQLite::Exception, so that transactions unwind by themselves; each public function of the
/// room turns it into an Error through guarded().
namespace waic::catalogue {

/// A connection and the statements prepared on it.  Belongs to one thread.
class Database
{
public:
    /// name: a path, or a file: URI when SQLITE_OPEN_URI is among the flags.  Throws SQLite::Exception.
    Database(const QString &name, int flags);

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The statement of that text, prepared at first use and kept; reset, without bound values.
    SQLite::Statement &kept(const char *sql);
    /// Runs one or more statements that return nothing of interest; PRAGMAs that answer a row are allowed.
    void run(const QString &sql);
    /// First column of the first row, NULL (an invalid QVariant) without a row.
    QVariant scalar(const QString &sql);
    /// Forgets the kept statements; needed before a schema change or a close that must checkpoint.
    void dropStatements() { m_kept.clear(); }

    sqlite3 *handle() const { return m_connection.getHandle(); }
    SQLite::Database &connection() { return m_connection; }

private:
    SQLite::Database m_connection;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> m_kept;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

/// One state of the file for several statements, whatever others commit meanwhile.  Keeps to a transaction that is open already.
class Snapshot
{
public:
    explicit Snapshot(Database &database);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Database &m_database;
    bool m_mine;
};

/// Throws SQLite::Exception for any code but SQLITE_OK.
void checkCode(int code);

void bindAt(SQLite::Statement &statement, int index, std::nullopt_t);
void bindAt(SQLite::Statement &statement, int index, qint64 value);
void bindAt(SQLite::Statement &statement, int index, int value);
void bindAt(SQLite::Statement &statement, int index, bool value);
void bindAt(SQLite::Statement &statement, int index, double value);
void bindAt(SQLite::Statement &statement, int index, std::optional<double> value);
void bindAt(SQLite::Statement &statement, int index, const QString &value);    ///< a null QString binds NULL
void bindAt(SQLite::Statement &statement, int index, const QByteArray &value); ///< as a blob
void bindAt(SQLite::Statement &statement, int index, const QVariant &value);   ///< by its type; invalid or null binds NULL
void expectParameters(const SQLite::Statement &statement, int bound);

/// Binds values to parameters 1…n of a statement and checks that n is all of them.  Throws SQLite::Exception.
template <typename... Values>
SQLite::Statement &bound(SQLite::Statement &statement, const Values &...values)
{
    statement.tryReset();
    int index = 0;
    (bindAt(statement, ++index, values), ...);
    expectParameters(statement, index);
    return statement;
}

QString text(const SQLite::Statement &row, int column);               ///< a null QString for NULL
std::optional<double> real(const SQLite::Statement &row, int column); ///< empty for NULL: missing is not zero
qint64 integer(const SQLite::Statement &row, int column);             ///< 0 for NULL
QVariant anything(const SQLite::Statement &row, int column);          ///< by the cell's own type; invalid for NULL

/// "a table's name" in double quotes, quotes inside doubled.
QString quotedIdentifier(QStringView name);

/// The Error that says what SQLite means, in words for people.  where: the file.
Error sqlError(const SQLite::Exception &exception, const QString &where);

/// Runs work and turns what it throws into an Error: the one place where exceptions of this room end.
template <typename Work>
auto guarded(const QString &where, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return tl::make_unexpected(sqlError(exception, where));
    } catch (const std::exception &exception) {
        return failure(ErrorKind::Bug, QString::fromUtf8(exception.what()), where);
    }
}

} // namespace waic::catalogue
