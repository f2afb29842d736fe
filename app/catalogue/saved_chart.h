// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

#include <optional>
#include <vector>

namespace waic::catalogue {

class Database;

/// A chart that was given a name, kept in the catalogue.
struct SavedChart
{
    RowId id = 0; ///< 0: not written yet
    QString uid;  ///< null: the catalogue makes one
    QString name;
    QString spec; ///< JSON, see chart::ChartSpec
    int position = 0;
};

/// A new saved chart, after the others.
struct AddSavedChart
{
    SavedChart row; ///< name and spec count
};

/// What of a saved chart is to be something else.
struct SetSavedChart
{
    RowId row = 0;
    std::optional<QString> name;
    std::optional<QString> spec;
    std::optional<int> position;
};

struct RemoveSavedChart
{
    RowId row = 0;
};

/// In the order of the gallery.  Throws SQLite::Exception.
std::vector<SavedChart> readSavedCharts(Database &database);

/// Writes one change; true when it changed a row.  BadInput for a blank name or one that another chart has, NotFound for a chart
/// that is gone.  Throws SQLite::Exception.
Result<bool> writeSavedChart(Database &database, const AddSavedChart &added);
Result<bool> writeSavedChart(Database &database, const SetSavedChart &set);
Result<bool> writeSavedChart(Database &database, const RemoveSavedChart &removed);

} // namespace waic::catalogue
