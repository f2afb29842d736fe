// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

#include <optional>
#include <vector>

namespace waic::catalogue {

class Database;

/// A question that was given a name, kept in the catalogue.
struct SavedView
{
    RowId id = 0; ///< 0: not written yet
    QString uid;  ///< null: the catalogue makes one
    QString name;
    QString query;   ///< in the text form of the query language
    QString columns; ///< of the table, as its setting has them; null: those of the window
    int position = 0;
};

/// A new saved view, after the others.
struct AddSavedView
{
    SavedView row; ///< name, query and columns count
};

/// What of a saved view is to be something else.
struct SetSavedView
{
    RowId row = 0;
    std::optional<QString> name;
    std::optional<QString> query;
    std::optional<int> position;
};

struct RemoveSavedView
{
    RowId row = 0;
};

/// In the order of the list.  Throws SQLite::Exception.
std::vector<SavedView> readSavedViews(Database &database);

/// Writes one change; true when it changed a row.  BadInput for a blank name or one that another view has, NotFound for a view
/// that is gone.  Throws SQLite::Exception.
Result<bool> writeSavedView(Database &database, const AddSavedView &added);
Result<bool> writeSavedView(Database &database, const SetSavedView &set);
Result<bool> writeSavedView(Database &database, const RemoveSavedView &removed);

} // namespace waic::catalogue
