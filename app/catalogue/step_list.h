// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/change_words.h"
#include "catalogue/reader.h"

#include <QSet>

namespace waic::catalogue {

/// Which steps are undone and which undos redone.  Costs a look at every undo and redo of the file.  Throws SQLite::Exception.
class TakenBack
{
public:
    explicit TakenBack(Database &database);

    /// An edit that is not undone, an undo that was not redone.
    bool stands(qint64 step, const QString &kind) const;
    /// What Writer::invert() would be given to take the step back, or up again; 0: nothing can be done with it.
    qint64 takeBackOf(qint64 step, const QString &kind, bool hasContents) const;

private:
    QHash<qint64, qint64> m_undone; ///< step → its standing undo
    QSet<qint64> m_redone;          ///< undos that count no more
};

/// A step as the history of the whole catalogue lists it.
struct ListedStep
{
    qint64 id = 0;
    QString label; ///< of the edit; for undo and redo the label of the edit they concern
    QString kind;  ///< edit, undo, redo, import, merge, empty, compact
    QString author;
    QString at;              ///< UTC, ISO 8601
    bool standing = true;    ///< as TakenBack says
    bool hasContents = true; ///< false once they were dropped
    qint64 takeBack = 0;     ///< what Writer::invert() would be given to take it back, or up again; 0: nothing can be done
};

/// Steps older than `before` (0: the newest), newest first.  like: only labels and authors that hold it, in any case.
/// Cost: by count and the undos of the file.  Thread: the reader's.
Result<std::vector<ListedStep>> listSteps(Reader &reader, qint64 before, int count, const QString &like = {});

/// What a step did to one announcement, or to a row that many refer to.
struct StepTarget
{
    RowId announcement = 0; ///< 0: none
    QString title;
    std::vector<CellChange> changes;
};

struct StepContents
{
    std::vector<StepTarget> targets; ///< at most `most`
    int more = 0;                    ///< targets that were left out
};

/// Decodes a step: some 10 ms for 10,000 rows.  Thread: the reader's.
Result<StepContents> stepContents(Reader &reader, qint64 step, int most);

} // namespace waic::catalogue
