// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/changeset.h"

#include "catalogue/sql.h"

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

/// Where an iterator stands.
struct Operation
{
    explicit Operation(sqlite3_changeset_iter *iterator)
    {
        const char *name = nullptr;
        checkCode(sqlite3changeset_op(iterator, &name, &columns, &kind, nullptr));
        table = QString::fromUtf8(name);
    }

    QString table;
    int columns = 0;
    int kind = 0; ///< SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE
};

/// Walks through a changeset.
class Walk
{
public:
    explicit Walk(const QByteArray &changeset)
        : m_bytes(ended(changeset))
    {
        checkCode(sqlite3changeset_start(&m_iterator, int(m_bytes.size()), m_bytes.data()));
    }
    ~Walk() { sqlite3changeset_finalize(m_iterator); }
    Walk(const Walk &) = delete;
    Walk &operator=(const Walk &) = delete;

    bool next()
    {
        const int code = sqlite3changeset_next(m_iterator);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            checkCode(code);
        return code == SQLITE_ROW;
    }
    sqlite3_changeset_iter *iterator() const { return m_iterator; }

private:
    QByteArray m_bytes;
    sqlite3_changeset_iter *m_iterator = nullptr;
};

QVariant cell(sqlite3_value *value)
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

// These tables declare their id as the first column.
RowId keyOf(sqlite3_changeset_iter *iterator, const Operation &operation)
{
    sqlite3_value *key = nullptr;
    checkCode(
        operation.kind == SQLITE_INSERT ? sqlite3changeset_new(iterator, 0, &key) : sqlite3changeset_old(iterator, 0, &key));
    return cell(key).toLongLong();
}

bool hasNumberedRows(const QString &table)
{
    return table == QLatin1String("announcement") || table == QLatin1String("claim") || table == QLatin1String("saved_view")
        || table == QLatin1String("saved_chart");
}

QStringList columnsOf(Database &database, const QString &table)
{
    SQLite::Statement &rows = bound(database.kept("SELECT name FROM pragma_table_info(?) ORDER BY cid"), table);
    QStringList names;
    while (rows.executeStep())
        names.append(text(rows, 0));
    return names;
}

/// "1010…": a 1 for each column that is part of the key.
QByteArray keyMask(Database &database, const QString &table)
{
    SQLite::Statement &rows = bound(database.kept("SELECT pk > 0 FROM pragma_table_info(?) ORDER BY cid"), table);
    QByteArray mask;
    while (rows.executeStep())
        mask.append(integer(rows, 0) != 0 ? '1' : '0');
    return mask;
}

struct Conflicts
{
    Database &database;
    std::vector<ChangeConflict> found;

    void addOtherValues(sqlite3_changeset_iter *iterator, const Operation &operation, RowId row)
    {
        const QStringList columns = columnsOf(database, operation.table);
        for (int column = 0; column < operation.columns; ++column) {
            sqlite3_value *expected = nullptr;
            sqlite3_value *present = nullptr;
            checkCode(sqlite3changeset_old(iterator, column, &expected));
            checkCode(sqlite3changeset_conflict(iterator, column, &present));
            if (expected && cell(expected) != cell(present))
                found.push_back({ChangeConflict::Kind::OtherValue, operation.table, row, columns.value(column), cell(expected),
                    cell(present)});
        }
    }

    void add(int kind, sqlite3_changeset_iter *iterator)
    {
        // Counts rows of any table that would be orphans: no row to name.
        if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
            found.emplace_back();
            return;
        }
        const Operation operation(iterator);
        const RowId row = hasNumberedRows(operation.table) ? keyOf(iterator, operation) : 0;
        if (kind == SQLITE_CHANGESET_DATA)
            addOtherValues(iterator, operation, row);
        else
            found.push_back({kind == SQLITE_CHANGESET_NOTFOUND ? ChangeConflict::Kind::Gone : ChangeConflict::Kind::Rule,
                operation.table, row, {}, {}, {}});
    }
};

// Called from C, which no exception may cross: a failing look at the conflict ends the work.
int onConflict(void *context, int kind, sqlite3_changeset_iter *iterator)
{
    try {
        static_cast<Conflicts *>(context)->add(kind, iterator);
        return SQLITE_CHANGESET_OMIT;
    } catch (const std::exception &) {
        return SQLITE_CHANGESET_ABORT;
    }
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

QByteArray inverted(const QByteArray &changeset)
{
    int size = 0;
    void *bytes = nullptr;
    const QByteArray safe = ended(changeset);
    checkCode(sqlite3changeset_invert(int(safe.size()), safe.constData(), &size, &bytes));
    return takenBuffer(bytes, size);
}

std::vector<ChangedRow> changedRows(const QByteArray &changeset)
{
    std::vector<ChangedRow> rows;
    Walk walk(changeset);
    while (walk.next()) {
        const Operation operation(walk.iterator());
        if (hasNumberedRows(operation.table))
            rows.push_back({operation.table, keyOf(walk.iterator(), operation)});
    }
    return rows;
}

bool fitsTables(Database &database, const QByteArray &changeset)
{
    QString checked;
    Walk walk(changeset);
    while (walk.next()) {
        const Operation operation(walk.iterator());
        if (operation.table == checked)
            continue;
        checked = operation.table;
        unsigned char *keys = nullptr;
        int columns = 0;
        checkCode(sqlite3changeset_pk(walk.iterator(), &keys, &columns));
        QByteArray mask;
        for (int column = 0; column < columns; ++column)
            mask.append(keys[column] ? '1' : '0');
        if (mask != keyMask(database, operation.table))
            return false;
    }
    return true;
}

std::vector<ChangeConflict> applyChangeset(Database &database, const QByteArray &changeset)
{
    Conflicts conflicts{database, {}};
    const int code = sqlite3changeset_apply(
        database.handle(), int(changeset.size()), const_cast<char *>(changeset.constData()), nullptr, onConflict, &conflicts);
    // Refused for good is a conflict too: some constraints make SQLite stop instead of asking.
    if (code == SQLITE_CONSTRAINT && conflicts.found.empty())
        conflicts.found.emplace_back();
    else if (code != SQLITE_CONSTRAINT)
        checkCode(code);
    return std::move(conflicts.found);
}

} // namespace waic::catalogue
