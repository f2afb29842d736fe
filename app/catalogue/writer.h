// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"
#include "catalogue/history.h"
#include "catalogue/opening.h"

#include <functional>

namespace waic::catalogue {

/// Writes edits with their history on one connection, synchronously.  The window uses it through Editor.
///
/// Each call is one transaction (BEGIN IMMEDIATE, synchronous=FULL): committed when it returns, or nothing happened.
/// An SQLite session over the recorded tables gives the changeset that step_part keeps.  Undo makes the inverse of the step's
/// changes, redo the inverse of the undo's; an announcement that a step added goes to the bin and comes back.  Every conflict is
/// collected first, and any without a decision rolls the whole back.  Belongs to the thread that made it.
class Writer
{
public:
    static Result<std::unique_ptr<Writer>> open(const CatalogueFile &file, const QString &author);
    ~Writer();

    /// BadInput when a value is refused, NotFound for a row that is gone, Conflict when a cell holds another value than the one
    /// expected: conflicts() says which.  An edit that changes nothing writes no step and returns a Step with id 0.
    Result<Step> apply(const Edit &edit, std::span<const CellConflict> decisions = {});
    /// Inverts the newest step that is neither undone nor itself an undo.  Conflict when a cell it would set was changed since by
    /// others: nothing is written, and conflicts() says which.  NotFound when there is nothing to undo.
    Result<Step> undo(std::span<const CellConflict> decisions = {});
    /// Applies the newest undo's step again.
    Result<Step> redo(std::span<const CellConflict> decisions = {});
    /// Takes back any step that stands, or takes up again the one that an undo took back.  NotFound for a step that there is not,
    /// that is undone (redone) already, or whose contents were dropped.
    Result<Step> invert(qint64 step, std::span<const CellConflict> decisions = {});
    /// Of the last call that was refused as Conflict, in words; those that it was given decisions on and did not ask about anew
    /// come after them.
    const std::vector<CellConflict> &conflicts() const { return m_conflicts; }
    /// The step that the last undo(), redo() or invert() was about; id 0: none.
    const PastStep &concerned() const { return m_concerned; }

    /// Removes the announcements in the bin with all that hangs on them, for good.  The Step has kind "empty".
    Result<Step> emptyBin();
    /// Drops the contents of steps before that time (as in Step::at), which can then not be undone any more.
    Result<Step> compactHistory(const QString &before);
    Result<HistoryState> history();

private:
    Writer(std::unique_ptr<Database> database, QString path, QString author);
    Result<Step> invertNext(
        std::optional<PastStep> NextSteps::*which, const QString &nothing, std::span<const CellConflict> decisions);
    Result<Step> takeBack(const PastStep &step, std::span<const CellConflict> decisions);
    /// Runs work in a transaction, which is committed when a step comes of it.
    Result<Step> transact(std::span<const CellConflict> decisions, const std::function<Result<Step>()> &work);
    /// Ends work that met conflicts; transact() puts them in words, when rows are again as they were.
    tl::unexpected<Error> refuse(const QString &label, std::vector<CellConflict> conflicts);

    std::unique_ptr<Database> m_database;
    QString m_path;
    QString m_author;
    std::vector<CellConflict> m_conflicts;
    PastStep m_concerned;
};

} // namespace waic::catalogue
