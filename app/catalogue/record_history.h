// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/change_words.h"
#include "catalogue/edit.h"
#include "catalogue/reader.h"

namespace waic::catalogue {

/// What one step of the history did to one record.
struct RecordStep
{
    qint64 id = 0;
    QString label;           ///< of the edit; for undo and redo the label of the edit they concern
    QString kind;            ///< edit, undo, redo, import, merge
    bool standing = true;    ///< an edit that is not undone, an undo that was not redone
    bool hasContents = true; ///< false once they were dropped: it cannot be taken back any more
    QString author;          ///< null when not known
    QString at;              ///< UTC, ISO 8601
    bool added = false;      ///< the announcement began to exist with it
    qint64 takeBack = 0;     ///< what Writer::invert() would be given to take it back, or up again; 0: nothing can be done
    QStringList columns;     ///< of the announcement that it set, by name, for restoreField()
    std::vector<CellChange>
        changes; ///< of the announcement's fields first, then of its figures; empty once contents were dropped
};

/// The newest 200 steps that touched the announcement or one of its claims, newest first.  Decodes changesets: some 5 ms for a
/// step that changed 10,000 rows.  Thread: the reader's.
Result<std::vector<RecordStep>> recordHistory(Reader &reader, RowId announcement);

/// The edit that gives the announcement, its figures, citations, tags and organisations the state that they had right after a
/// step; before the first one for step 0.  Without changes when that is the state now.  What others change before it is written
/// is a conflict then.  NotFound when contents that it would need were dropped.
Result<Edit> restoreRecord(Reader &reader, RowId announcement, qint64 step);
/// The same for one field of the announcement.
Result<Edit> restoreField(Reader &reader, RowId announcement, qint64 step, const QString &column);

} // namespace waic::catalogue
