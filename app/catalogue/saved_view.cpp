// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/saved_view.h"

#include "catalogue/named_row.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SavedView)
};

const NamedTable kViews{
    "saved_view",
    "query",
    [] { return Text::tr("this view is no longer in the catalogue"); },
    [] { return Text::tr("it was deleted meanwhile; save it again under a name"); },
    [] { return Text::tr("a view needs a name"); },
    [](const QString &name) { return Text::tr("there is a view “%1” already").arg(name); },
};

} // namespace

std::vector<SavedView> readSavedViews(Database &database)
{
    SQLite::Statement &rows
        = bound(database.kept("SELECT id, uid, name, query, columns, position FROM saved_view ORDER BY position, name, id"));
    std::vector<SavedView> views;
    while (rows.executeStep())
        views.push_back({integer(rows, 0), text(rows, 1), text(rows, 2), text(rows, 3), text(rows, 4), int(integer(rows, 5))});
    return views;
}

Result<bool> writeSavedView(Database &database, const AddSavedView &added)
{
    const SavedView &row = added.row;
    const Result<RowId> id = addNamedRow(database, kViews, {0, row.uid, row.name, row.query, 0});
    if (!id)
        return tl::make_unexpected(id.error());
    if (!row.columns.isNull())
        bound(database.kept("UPDATE saved_view SET columns = ? WHERE id = ?"), row.columns, *id).exec();
    return true;
}

Result<bool> writeSavedView(Database &database, const SetSavedView &set)
{
    return setNamedRow(database, kViews, set.row, set.name, set.query, set.position);
}

Result<bool> writeSavedView(Database &database, const RemoveSavedView &removed)
{
    return removeNamedRow(database, kViews, removed.row);
}

} // namespace waic::catalogue
