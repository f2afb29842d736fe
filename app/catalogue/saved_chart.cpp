// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/saved_chart.h"

#include "catalogue/named_row.h"

#include <QCoreApplication>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SavedChart)
};

const NamedTable kCharts{
    "saved_chart",
    "spec",
    [] { return Text::tr("this chart is no longer in the catalogue"); },
    [] { return Text::tr("it was deleted meanwhile; save it again under a name"); },
    [] { return Text::tr("a chart needs a name"); },
    [](const QString &name) { return Text::tr("there is a chart “%1” already").arg(name); },
};

} // namespace

std::vector<SavedChart> readSavedCharts(Database &database)
{
    std::vector<SavedChart> charts;
    for (const NamedRow &row : readNamedRows(database, kCharts))
        charts.push_back({row.id, row.uid, row.name, row.content, row.position});
    return charts;
}

Result<bool> writeSavedChart(Database &database, const AddSavedChart &added)
{
    const Result<RowId> id = addNamedRow(database, kCharts, {0, added.row.uid, added.row.name, added.row.spec, 0});
    return id ? Result<bool>(true) : tl::make_unexpected(id.error());
}

Result<bool> writeSavedChart(Database &database, const SetSavedChart &set)
{
    return setNamedRow(database, kCharts, set.row, set.name, set.spec, set.position);
}

Result<bool> writeSavedChart(Database &database, const RemoveSavedChart &removed)
{
    return removeNamedRow(database, kCharts, removed.row);
}

} // namespace waic::catalogue
