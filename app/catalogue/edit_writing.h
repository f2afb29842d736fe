// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/change_recorder.h"
#include "catalogue/history.h"
#include "catalogue/row_changer.h"

namespace waic::catalogue {

/// Makes the changes of one edit and hands them to the history, part by part.  All functions throw SQLite::Exception.
class EditWriting
{
public:
    /// decisions outlive it.
    EditWriting(Database &database, StepRecord &record, const Decisions &decisions);

    Result<> write(const Change &change);
    /// Hands over what is recorded so far.  Cells that changed without a record would be lost to undo.
    Result<> hand();
    /// Cells that hold another value than the edit expected; they are left as they are.
    std::vector<CellConflict> conflicts() const;

private:
    Result<> make(const SetCell &cell);
    Result<> make(const SetCells &cells);
    Result<> make(const AddAnnouncement &added);
    Result<> make(const RowChange &change);
    template <typename Other>
    Result<> make(const Other &change);
    /// Whether a change belongs to an announcement that this edit adds, which goes to the bin and comes back as a whole.
    template <typename Other>
    bool isOfNew(const Other &change) const;
    Result<> count(bool changed);

    Database &m_database;
    StepRecord &m_record;
    const Decisions &m_decisions;
    ChangeRecorder m_recorder;
    RowChanger m_changer;
    std::vector<CellConflict> m_conflicts;
    QSet<RowId> m_newRows; ///< announcements that the edit adds, and figures of theirs
    int m_cells = 0;       ///< set since the last part
};

} // namespace waic::catalogue
