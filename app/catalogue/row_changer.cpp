// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/row_changer.h"

#include "catalogue/row_lookup.h"
#include "catalogue/schema.h"

#include <sqlite3.h>

#include <algorithm>

namespace waic::catalogue {

namespace {

/// Where rows of a table are referred to.
struct Use
{
    const char *table;
    const char *sql; ///< one parameter: the key
};

constexpr Use kUses[] = {
    {"organisation",
        "SELECT 1 FROM participation WHERE organisation = ?1 UNION ALL SELECT 1 FROM organisation WHERE merged_into = ?1"
        " UNION ALL SELECT 1 FROM organisation_name WHERE organisation = ?1 LIMIT 1"},
    {"source",
        "SELECT 1 FROM citation WHERE source = ?1 UNION ALL SELECT 1 FROM source_quotes WHERE ?1 IN (source, origin) LIMIT 1"},
    {"unit", "SELECT 1 FROM claim WHERE unit = ?1 LIMIT 1"},
    {"measure",
        "SELECT 1 FROM claim WHERE measure = ?1 UNION ALL SELECT 1 FROM measure WHERE share_of = ?1 AND name <> ?1 LIMIT 1"},
    {"definition", "SELECT 1 FROM claim WHERE definition = ?1 LIMIT 1"},
};

bool isConstraint(const SQLite::Exception &exception)
{
    return (exception.getErrorCode() & 0xff) == SQLITE_CONSTRAINT;
}

} // namespace

const QStringList &RowChanger::columnsOf(const QString &table)
{
    QStringList &columns = m_columns[table];
    if (columns.isEmpty()) {
        SQLite::Statement &rows = bound(m_database.kept("SELECT name FROM pragma_table_info(?) ORDER BY cid"), table);
        while (rows.executeStep())
            columns.append(text(rows, 0));
    }
    return columns;
}

QString RowChanger::whereKey(const RowChange &change, int firstParameter)
{
    const QStringList &columns = columnsOf(change.table);
    QStringList tests;
    for (std::size_t column = 0; column < change.isKey.size(); ++column)
        if (change.isKey[column])
            tests << QStringLiteral("%1 = ?%2").arg(quotedIdentifier(columns[int(column)])).arg(firstParameter++);
    return QStringLiteral(" WHERE ") + tests.join(QStringLiteral(" AND "));
}

bool RowChanger::takes(
    const RowChange &change, CellConflict::Kind kind, int column, const QVariant &found, const QVariant &wanted)
{
    CellConflict conflict;
    conflict.kind = kind;
    conflict.table = change.table;
    conflict.key = change.key();
    conflict.column = column < 0 ? QString() : columnsOf(change.table).value(column);
    conflict.found = found;
    conflict.wanted = wanted;
    const CellConflict *decision = m_decisions.find(conflict);
    if (!decision)
        m_open.push_back(std::move(conflict));
    return decision && decision->take;
}

void RowChanger::make(const RowChange &change)
{
    switch (change.kind) {
    case RowChange::Kind::Insert:
        return insert(change);
    case RowChange::Kind::Update:
        return update(change);
    case RowChange::Kind::Delete:
        return remove(change);
    }
}

void RowChanger::makeAll(std::vector<RowChange> changes)
{
    static const QStringList tables = recordedTables();
    const auto place = [](const RowChange &change) {
        const int rank = int(tables.indexOf(change.table));
        switch (change.kind) {
        case RowChange::Kind::Delete:
            return -rank - 1;
        case RowChange::Kind::Update:
            return 0;
        case RowChange::Kind::Insert:
            break;
        }
        return rank + 1;
    };
    std::stable_sort(changes.begin(), changes.end(), [&](const RowChange &a, const RowChange &b) { return place(a) < place(b); });
    for (const RowChange &change : changes)
        make(change);
}

void RowChanger::update(const RowChange &change)
{
    if (!write(change, true))
        updateSome(change);
}

/// onlyExpected: nothing is written, and false, unless every cell holds what is expected.  True after a refusal too.
bool RowChanger::write(const RowChange &change, bool onlyExpected)
{
    const QStringList &columns = columnsOf(change.table);
    QStringList sets;
    QStringList tests;
    std::vector<QVariant> values;
    for (std::size_t column = 0; column < change.is.size(); ++column) {
        if (!change.is[column] || change.isKey[column])
            continue;
        const QString name = quotedIdentifier(columns[int(column)]);
        values.push_back(*change.is[column]);
        sets << QStringLiteral("%1 = ?%2").arg(name).arg(values.size());
        if (!onlyExpected)
            continue;
        values.push_back(*change.was[column]);
        tests << QStringLiteral(" AND %1 IS ?%2").arg(name).arg(values.size());
    }
    const std::vector<QVariant> key = change.key();
    const QString sql = QStringLiteral("UPDATE %1 SET %2%3%4")
                            .arg(quotedIdentifier(change.table), sets.join(QStringLiteral(", ")),
                                whereKey(change, int(values.size()) + 1), tests.join(QString()));
    values.insert(values.end(), key.begin(), key.end());
    const std::optional<int> changed = run(change, sql, values);
    return !changed || *changed > 0 || !onlyExpected;
}

std::optional<int> RowChanger::run(const RowChange &change, const QString &sql, std::span<const QVariant> values)
{
    SQLite::Statement &statement = boundTo(sql, values);
    try {
        return statement.exec();
    } catch (const SQLite::Exception &exception) {
        if (!isConstraint(exception))
            throw;
        takes(change, CellConflict::Kind::Refused, -1, {}, QString::fromUtf8(exception.what()));
        return std::nullopt;
    }
}

SQLite::Statement &RowChanger::boundTo(const QString &sql, std::span<const QVariant> values)
{
    SQLite::Statement &statement = m_database.kept(sql.toUtf8().constData());
    int index = 0;
    for (const QVariant &value : values)
        bindAt(statement, ++index, value);
    return statement;
}

void RowChanger::updateSome(const RowChange &change)
{
    const std::optional<std::vector<QVariant>> row = present(change);
    RowChange rest = change;
    bool any = false;
    for (std::size_t column = 0; column < change.is.size(); ++column) {
        if (!change.is[column] || change.isKey[column])
            continue;
        const QVariant &wanted = *change.is[column];
        if (!row) {
            takes(change, CellConflict::Kind::Gone, int(column), {}, wanted);
            continue;
        }
        const QVariant &found = (*row)[column];
        const bool fits = found == *change.was[column];
        if (found != wanted && (fits || takes(change, CellConflict::Kind::OtherValue, int(column), found, wanted))) {
            rest.was[column] = found;
            any = true;
        } else {
            rest.is[column].reset();
        }
    }
    if (any)
        write(rest, false);
}

void RowChanger::insert(const RowChange &change)
{
    if (const std::optional<std::vector<QVariant>> row = present(change)) {
        if (!change.rowId())
            return; // named by its key: whatever it says besides, it is there
        for (std::size_t column = 0; column < row->size(); ++column)
            if (change.is[column].value_or(QVariant()) != (*row)[column]) {
                takes(change, CellConflict::Kind::Refused, int(column), (*row)[column], change.is[column].value_or(QVariant()));
                return;
            }
        return;
    }
    const QStringList &columns = columnsOf(change.table);
    QStringList names;
    QStringList places;
    for (int column = 0; column < columns.size(); ++column) {
        names << quotedIdentifier(columns[column]);
        places << QStringLiteral("?");
    }
    const QString sql
        = QStringLiteral("INSERT INTO %1(%2) VALUES(%3)")
              .arg(quotedIdentifier(change.table), names.join(QStringLiteral(", ")), places.join(QStringLiteral(", ")));
    std::vector<QVariant> values;
    for (const std::optional<QVariant> &cell : change.is)
        values.push_back(cell.value_or(QVariant()));
    run(change, sql, values);
}

void RowChanger::remove(const RowChange &change)
{
    // A tag stays when the edit that made it is undone: its name may be used anew, and redo must find the one of that name.
    if (change.table == QLatin1String("tag"))
        return;
    const std::optional<std::vector<QVariant>> row = present(change);
    if (!row || isUsed(change))
        return;
    bool removes = true;
    for (std::size_t column = 0; column < row->size(); ++column) {
        const QVariant was = change.was[column].value_or(QVariant());
        if (was != (*row)[column])
            removes = takes(change, CellConflict::Kind::Changed, int(column), (*row)[column], was) && removes;
    }
    if (!removes)
        return;
    if (change.table == QLatin1String("claim"))
        bound(m_database.kept("DELETE FROM citation WHERE claim = ?"), change.rowId()).exec();
    const QString sql = QStringLiteral("DELETE FROM %1%2").arg(quotedIdentifier(change.table), whereKey(change, 1));
    run(change, sql, change.key());
}

bool RowChanger::isUsed(const RowChange &change)
{
    for (const Use &use : kUses)
        if (change.table == QLatin1String(use.table))
            return findsRow(bound(m_database.kept(use.sql), change.key().front()));
    return false;
}

std::optional<std::vector<QVariant>> RowChanger::present(const RowChange &change)
{
    const QString sql = QStringLiteral("SELECT * FROM %1%2").arg(quotedIdentifier(change.table), whereKey(change, 1));
    SQLite::Statement &statement = boundTo(sql, change.key());
    if (!statement.executeStep()) {
        statement.reset();
        return std::nullopt;
    }
    std::vector<QVariant> row;
    for (int column = 0; column < statement.getColumnCount(); ++column)
        row.push_back(anything(statement, column));
    statement.reset();
    return row;
}

} // namespace waic::catalogue
