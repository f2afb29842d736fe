// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "catalogue/records.h"
#include "catalogue/row_change.h"
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
    /// What whoever edits saw in the cell.  Where it holds neither that nor the new value the edit is refused as Conflict.
    std::optional<QVariant> expected = {};
};

/// One value for the same cell of many rows.
struct SetCells
{
    Entity entity = Entity::Announcement;
    std::vector<RowId> rows;
    QString column;
    QVariant value;
};

/// A new announcement; id and uid 0 and null are filled by the writer.
struct AddAnnouncement
{
    Announcement row;
};

/// A new figure; its citations are changes of their own.  A measure that there is not begins to exist with it, a unit or a
/// definition that there is not is refused.
struct AddClaim
{
    Claim row;
};
struct RemoveClaim ///< its citations go with it
{
    RowId row = 0;
};

struct AddSource
{
    Source row;
};

/// A source says a figure, or speaks for an announcement; one that does so already is left as it is.
struct AddCitation
{
    RowId announcement = 0; ///< 0: of a claim
    RowId claim = 0;
    Citation row;
};
struct RemoveCitation
{
    RowId row = 0;
};

struct AddOrganisation
{
    RowId row = 0; ///< as newRowId() gives it, so that the same edit can refer to it
    QString name;
};
/// An organisation takes part in an announcement in that role, or does so no longer.
struct SetParticipation
{
    RowId announcement = 0;
    RowId organisation = 0; ///< or one that it was merged with
    QString role;           ///< null, to remove: any
    bool present = true;
};

/// An announcement has a tag, which begins to exist with it, or has it no longer.
struct SetTag
{
    RowId announcement = 0;
    QString tag; ///< its name; that of the survivor where it was merged
    bool present = true;
};

struct AddUnit
{
    QString name;
    QString dimension; ///< units convert only within one; null: a dimension of its own
};
struct AddDefinition
{
    QString name;
    QString counts; ///< what exactly is counted
};

using Change = std::variant<SetCell, SetCells, AddAnnouncement, AddClaim, RemoveClaim, AddSource, AddCitation, RemoveCitation,
    AddOrganisation, SetParticipation, SetTag, AddUnit, AddDefinition, RowChange, AddSavedView, SetSavedView, RemoveSavedView,
    AddSavedChart, SetSavedChart, RemoveSavedChart>;

/// One intention of the user: one transaction, one step of the history.
struct Edit
{
    QString label; ///< in the user's words, as Undo shows it: "Set country of 12 announcements"
    std::vector<Change> changes;
};

/// An id for a row that is going to be added: 53 bits, which JavaScript, JSON and spreadsheets keep exactly, and random, so that
/// rows made in two copies of a catalogue do not share one.  Any thread.
RowId newRowId();

/// Labelled "Set country of 12 announcements", "Set “value” of a figure".  value as parseField() gives it.
Edit setField(const Field &field, std::span<const RowId> rows, const QVariant &value);
/// One cell that showed `seen` when it was edited: what others wrote there meanwhile is not overwritten unseen.
Edit setField(const Field &field, RowId row, const QVariant &value, const QVariant &seen);
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
    QString kind;                     ///< edit, undo, redo; empty: the bin was emptied; compact: old contents were dropped
    std::vector<RowId> announcements; ///< rows changed, or whose figures, sources, tags or organisations changed
    QString at;                       ///< UTC, ISO 8601
    bool shared = false;              ///< rows that many announcements refer to changed: organisations, tags, sources, units
};

/// What Ctrl+Z and Ctrl+Shift+Z would do now; null labels: nothing to do.
struct HistoryState
{
    QString undoLabel;
    QString redoLabel;
};

} // namespace waic::catalogue
