// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "catalogue/records.h"
#include "catalogue/saved_chart.h"
#include "catalogue/saved_view.h"

#include <variant>

namespace waic::catalogue {

/// One cell to set.  value: as parseField() gives it; invalid means NULL.
struct SetCell
{
    Entity entity = Entity::Announcement;
    RowId row = 0;
    QString column;
    QVariant value;
};

/// A new announcement; id and uid 0 and null are filled by the writer.
struct AddAnnouncement
{
    Announcement row;
};

using Change = std::variant<SetCell, AddAnnouncement, AddSavedView, SetSavedView, RemoveSavedView, AddSavedChart, SetSavedChart,
    RemoveSavedChart>;

/// One intention of the user: one transaction, one step of the history.
struct Edit
{
    QString label; ///< in the user's words, as Undo shows it: "Set country of 12 announcements"
    std::vector<Change> changes;
};

/// Labelled "Set country of 12 announcements", "Set “value” of a figure".  value as parseField() gives it.
Edit setField(const Field &field, std::span<const RowId> rows, const QVariant &value);
Edit moveToBin(std::span<const RowId> announcements); ///< binned_at = now, UTC
Edit restoreFromBin(std::span<const RowId> announcements);
Edit setStarred(RowId announcement, bool starred); ///< labelled Star, Unstar
Edit addAnnouncement(const Announcement &row);
Edit saveView(const QString &name, const QString &query, const QString &columns = {});
Edit renameView(const SavedView &view, const QString &name);
Edit setViewQuery(const SavedView &view, const QString &query);
Edit deleteView(const SavedView &view);
/// The views in the order wanted, all of them; labelled after the one that was moved.
Edit orderViews(std::span<const SavedView> views, const QString &moved);

Edit saveChart(const QString &name, const QString &spec);
Edit renameChart(const SavedChart &chart, const QString &name);
Edit setChartSpec(const SavedChart &chart, const QString &spec);
Edit deleteChart(const SavedChart &chart);

/// The time as the catalogue stores it: UTC, ISO 8601 with milliseconds.
QString utcNow();

/// What a step wrote, as everything that shows data learns of it.
struct Step
{
    qint64 id = 0;
    QString label;                    ///< of the edit; for undo and redo the label of the edit they concern
    QString kind;                     ///< edit, undo, redo
    std::vector<RowId> announcements; ///< rows changed, or whose claims changed
    QString at;                       ///< UTC, ISO 8601
};

/// What Ctrl+Z and Ctrl+Shift+Z would do now; null labels: nothing to do.
struct HistoryState
{
    QString undoLabel;
    QString redoLabel;
};

} // namespace waic::catalogue
