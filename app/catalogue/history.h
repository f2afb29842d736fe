// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"

#include <QByteArray>
#include <QSet>

#include <optional>

namespace waic::catalogue {

class Database;

/// A step as the history holds it.
struct PastStep
{
    qint64 id = 0;
    QString label;
    int schemaVersion = 0;
    QString kind;
};

/// The step that undo would take back, and the undo that redo would take back.
struct NextSteps
{
    std::optional<PastStep> undo; ///< newest step that is neither undone nor itself an undo or a redo, and has its contents
    std::optional<PastStep> redo; ///< newest undo that was not redone; none once another edit came after it
};

/// Reads from the newest step back to the one that answers, so its cost is the number of steps undone.
/// Throws SQLite::Exception.
NextSteps nextSteps(Database &database);

/// None when there is no such step.  Throws SQLite::Exception.
std::optional<PastStep> stepOf(Database &database, qint64 id);
/// The undo of a step that was not taken back itself; 0: the step stands.  Throws SQLite::Exception.
qint64 standingUndoOf(Database &database, qint64 step);
/// Whether an undo was followed by its redo.  Throws SQLite::Exception.
bool isRedone(Database &database, qint64 undo);

/// One part of a step: a changeset, or the ids of announcements that it added.
struct StepPart
{
    QByteArray changeset; ///< empty for added rows
    RowId firstAdded = 0;
    RowId lastAdded = 0;
};

/// The parts of a step, last first, as undo needs them.  Throws SQLite::Exception.
std::vector<StepPart> partsToInvert(Database &database, qint64 step);

/// The step that is being written, inside the transaction of its changes.  All functions throw SQLite::Exception.
class StepRecord
{
public:
    /// inverts: the step that an undo or redo takes back, 0 for an edit.
    StepRecord(Database &database, const QString &label, const QString &kind, const QString &author, qint64 inverts = 0);

    void addChangeset(const QByteArray &changeset);
    void addNewAnnouncement(RowId row);

    bool hasParts() const { return m_parts > 0; }
    const Step &step() const { return m_step; }

private:
    void addPart(const QByteArray &changeset, RowId added);
    void addRow(const QString &table, RowId row);

    Database &m_database;
    Step m_step;
    void addChangedRow(const RowChange &change);

    QSet<RowId> m_announcements; ///< those of m_step
    int m_parts = 0;
};

} // namespace waic::catalogue
