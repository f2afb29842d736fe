// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

#include <optional>
#include <vector>

namespace waic::catalogue {

class Database;

/// What the tables of named things share: saved views and saved charts.  `content` is the question, or the chart's specification.
struct NamedRow
{
    RowId id = 0; ///< 0: not written yet
    QString uid;  ///< null: the catalogue makes one
    QString name;
    QString content;
    int position = 0;
};

/// A table of them, in SQL and in the words of its errors.
struct NamedTable
{
    const char *table;   ///< with columns id, uid, name, position …
    const char *content; ///< … and this one
    QString (*gone)();
    QString (*saveAgain)();
    QString (*needsName)();
    QString (*isTaken)(const QString &name);
};

/// In the order of the list.  All of these throw SQLite::Exception.
std::vector<NamedRow> readNamedRows(Database &database, const NamedTable &table);
/// The id of the row added, after the others.  BadInput for a blank name or one that another row has.
Result<RowId> addNamedRow(Database &database, const NamedTable &table, const NamedRow &row);
/// What is said is set; true when that changed the row.  NotFound for a row that is gone.
Result<bool> setNamedRow(Database &database, const NamedTable &table, RowId row, const std::optional<QString> &name,
    const std::optional<QString> &content, std::optional<int> position);
Result<bool> removeNamedRow(Database &database, const NamedTable &table, RowId row);

} // namespace waic::catalogue
