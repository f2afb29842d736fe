// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "catalogue/history.h"
#include "catalogue/opening.h"

namespace waic::catalogue {

/// Writes edits with their history on one connection, synchronously.  The window uses it through Editor.
///
/// Each call is one transaction (BEGIN IMMEDIATE, synchronous=FULL): committed when it returns, or nothing happened.
/// An SQLite session over the recorded tables gives the changeset that step_part keeps.  Undo applies the inverse of the step's
/// changeset, redo the inverse of the undo's; a row that a step added goes to the bin and comes back.  Every conflict is
/// collected first, and any rolls the whole back.  Belongs to the thread that made it.
class Writer
{
public:
    static Result<std::unique_ptr<Writer>> open(const CatalogueFile &file, const QString &author);
    ~Writer();

    /// BadInput when a value is refused, NotFound for a row that is gone.  An edit that changes nothing writes no step and
    /// returns a Step with id 0.
    Result<Step> apply(const Edit &edit);
    /// Inverts the newest step that is neither undone nor itself an undo.  Conflict (with both values in words) when a cell it
    /// would set was changed since by others: nothing is written.  NotFound when there is nothing to undo.
    Result<Step> undo();
    /// Applies the newest undo's step again.
    Result<Step> redo();
    Result<HistoryState> history();

private:
    Writer(std::unique_ptr<Database> database, QString path, QString author);
    Result<Step> invertNext(std::optional<PastStep> NextSteps::*which, const QString &kind, const QString &nothing);

    std::unique_ptr<Database> m_database;
    QString m_path;
    QString m_author;
};

} // namespace waic::catalogue
