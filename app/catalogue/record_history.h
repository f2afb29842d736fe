// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"

namespace waic::catalogue {

/// One cell that a step changed, in words: field labels, numbers by the locale, countries by name.  User data: plain text.
struct CellChange
{
    QString about; ///< of a claim: "AI models released, China"; null for the announcement's own fields
    QString field;
    QString was; ///< null: nothing was there
    QString is;  ///< null: nothing is there now
};

/// What one step of the history did to one record.
struct RecordStep
{
    qint64 id = 0;
    QString label;      ///< of the edit; for undo and redo the label of the edit they concern
    QString kind;       ///< edit, undo, redo, import, merge
    QString author;     ///< null when not known
    QString at;         ///< UTC, ISO 8601
    bool added = false; ///< the announcement began to exist with it
    std::vector<CellChange>
        changes; ///< of the announcement's fields first, then of its figures; empty once contents were dropped
};

/// The newest 200 steps that touched the announcement or one of its claims, newest first.  Decodes changesets: some 5 ms for a
/// step that changed 10,000 rows.  Thread: the reader's.
Result<std::vector<RecordStep>> recordHistory(Reader &reader, RowId announcement);

} // namespace waic::catalogue
