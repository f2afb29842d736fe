// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"

#include <unordered_map>

namespace waic::catalogue {

class Database;

/// Something that an edit, undo or redo would overwrite although it never saw it, and what a person decided on it.
struct CellConflict
{
    enum class Kind {
        OtherValue, ///< the cell holds `found`; `wanted` would be written
        Changed,    ///< the row would be removed, but this cell of it was changed since
        Gone,       ///< the row is no longer there; nothing can be written
        Refused,    ///< a row of that key or name is there already, or another rule of the catalogue forbids it
    };
    Kind kind = Kind::OtherValue;
    QString table;
    std::vector<QVariant> key;
    QString column;
    QVariant found;       ///< what is there now
    QVariant wanted;      ///< what would be written
    bool decided = false; ///< by a person
    bool take = false;    ///< the decision: write `wanted` (remove the row); else leave what is there

    /// Filled by describe(): user data, plain text.
    QString title;      ///< of the announcement, or the name of what else it is
    QString about;      ///< "AI models released, China" for a figure, the title of a source; null for a field of its own
    QString field;      ///< label of the cell
    QString foundText;  ///< null: nothing is there
    QString wantedText; ///< null: nothing would be there

    bool isSame(const CellConflict &other) const
    {
        return kind == other.kind && table == other.table && key == other.key && column == other.column && found == other.found;
    }
};

/// What was refused because of conflicts, to be handed over again with decisions.
struct Conflict
{
    Edit edit;       ///< when it was an edit
    qint64 step = 0; ///< the step that was to be taken back or taken up again; 0 for an edit
    QString label;
    bool redo = false;
    std::vector<CellConflict> cells;
};

/// Puts a conflict in words.  Throws SQLite::Exception.
void describe(Database &database, CellConflict &conflict);

/// The Error that tells of conflicts where no one can be asked.  REQUIRES: not empty, described.
Error conflictError(const QString &label, const std::vector<CellConflict> &conflicts);

/// What a person decided on conflicts, to be found by the cell that they are about.
class Decisions
{
public:
    Decisions() = default;
    explicit Decisions(std::span<const CellConflict> cells);

    /// Null when there is none on what is found there now.
    const CellConflict *find(const CellConflict &conflict) const;

private:
    std::unordered_multimap<std::size_t, CellConflict> m_cells;
};

/// The conflicts of a further round and, for the cells that it does not ask about anew, the decisions of the rounds before.
std::vector<CellConflict> withEarlier(std::vector<CellConflict> conflicts, std::span<const CellConflict> earlier);

} // namespace waic::catalogue
