// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/connection.h"

#include <QFile>

#include <sqlite3.h>

#include <array>
#include <utility>

namespace waic::catalogue {

namespace {

// An edit waits this long for another program's write before it is refused.
constexpr int kBusyTimeoutMs = 2000;

// Far above what a catalogue needs, far below what a hostile file could cost.
constexpr std::array kLimits{
    std::pair{SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024},
    std::pair{SQLITE_LIMIT_SQL_LENGTH, 1'000'000},
    std::pair{SQLITE_LIMIT_COLUMN, 500},
    std::pair{SQLITE_LIMIT_EXPR_DEPTH, 200},
    std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 100},
    std::pair{SQLITE_LIMIT_VDBE_OP, 250'000},
    std::pair{SQLITE_LIMIT_ATTACHED, 4},
    std::pair{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    std::pair{SQLITE_LIMIT_VARIABLE_NUMBER, 32'766},
    std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
};

// Percent-encoded, or a "?" or "#" in a folder's name would end the path.
QString fileUri(const QString &path, Touch touch)
{
    const QByteArray encoded = QFile::encodeName(path).toPercentEncoding("/");
    return QStringLiteral("file://") + QString::fromLatin1(encoded)
        + (touch == Touch::Nothing ? QStringLiteral("?mode=ro&immutable=1") : QString());
}

void distrust(sqlite3 *handle)
{
    const auto configure = [handle](int option, int value) {
        if (const int code = sqlite3_db_config(handle, option, value, nullptr))
            throw SQLite::Exception(sqlite3_errstr(code), code);
    };
    configure(SQLITE_DBCONFIG_DEFENSIVE, 1);
    configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    configure(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    configure(SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0);
    for (const auto &[limit, value] : kLimits)
        sqlite3_limit(handle, limit, value);
}

} // namespace

std::unique_ptr<Database> openConnection(const QString &path, Touch touch)
{
    const int mode = touch == Touch::Nothing ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    auto database = std::make_unique<Database>(fileUri(path, touch), mode | SQLITE_OPEN_URI);
    distrust(database->handle());
    sqlite3_busy_timeout(database->handle(), kBusyTimeoutMs);
    database->run(QStringLiteral("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0"));
    if (touch == Touch::Read)
        database->run(QStringLiteral("PRAGMA query_only = ON"));
    if (touch == Touch::Write)
        database->run(QStringLiteral("PRAGMA foreign_keys = ON"));
    return database;
}

void settleConnection(Database &database, Touch touch)
{
    database.run(QStringLiteral("PRAGMA cache_size = -65536"));
    if (touch != Touch::Write)
        return;
    database.run(QStringLiteral("PRAGMA synchronous = FULL"));
    // Another program that reads right now keeps the old mode, which is slower and as safe.
    sqlite3_exec(database.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
}

bool hasMoved(Database &database)
{
    int moved = 0;
    return sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

} // namespace waic::catalogue
