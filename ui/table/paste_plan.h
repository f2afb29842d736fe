// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "ui/table/pasted_block.h"

#include <span>

namespace waic::ui {

/// What pasting a block would do, cell by cell: nothing has been written yet.
struct PastePlan
{
    /// A cell that gets another value.
    struct Cell
    {
        catalogue::RowId row = 0;
        QString title; ///< of the announcement, as it is now
        int column = 0;
        QString from; ///< as stored
        QVariant to;  ///< as parseField() gives it
    };
    /// A cell or a whole line that is not pasted.
    struct Refusal
    {
        QString row;     ///< the announcement's title, "line 12 of the paste" for one that would be new
        int column = -1; ///< -1: the whole line
        QString typed;
        QString why;
    };

    std::vector<Cell> cells;
    std::vector<catalogue::Announcement> added;
    std::vector<Refusal> refused;
    std::size_t unchanged = 0; ///< cells that have this value already
    std::vector<int> skipped;  ///< columns pasted onto that are not edited by hand
    std::size_t beyond = 0;    ///< columns of the block for which the table has none left
    bool hasHeads = false;     ///< the first line named the columns

    bool changesNothing() const { return cells.empty() && added.empty(); }
    /// There is something that a person did not ask for, or more than a few cells: shown before it is done.
    bool needsPreview() const;
};

/// "12 cells", "30 cells and 4 new announcements"; "nothing".
QString pasteWords(const PastePlan &plan);
/// The whole paste as one edit, labelled "Paste 12 cells".
catalogue::Edit pasteEdit(const PastePlan &plan);

/// Plans a paste as the rows come that its lines fall on.  Reads and writes nothing; any thread.
class PastePlanner
{
public:
    enum class Spread {
        Down,     ///< line after line
        EveryRow, ///< one line for all rows
    };

    static constexpr std::size_t kMostCells = 50'000; ///< more are refused
    static constexpr std::size_t kFewCells = 20;      ///< are pasted without a preview

    /// columns: those of the table from the current cell on, in the order shown; a line of heads tells others.
    PastePlanner(PastedBlock block, std::span<const int> columns, Spread spread = Spread::Down);

    std::size_t lines() const { return m_block.lines.size() - m_first; } ///< without the line of heads
    /// The rows that the next lines fall on; REQUIRES no more than lines() in all unless one line is for every row.
    void onRows(std::span<const catalogue::AnnouncementRow> rows);
    /// The lines that are left become new announcements, or are refused for this reason.
    void pastLastRow(const QString &whyNot = {});
    PastePlan take() { return std::move(m_plan); }

private:
    /// A column of the block and the field it is put into.
    struct Target
    {
        qsizetype at;
        int column;
        const catalogue::Field *field;
    };

    void refuse(const QString &row, int column, const QString &typed, const QString &why);
    void onRow(const catalogue::AnnouncementRow &row, const QStringList &line);
    void addLine(std::size_t number, const QStringList &line);

    PastedBlock m_block;
    Spread m_spread;
    std::size_t m_first = 0; ///< line after the heads
    std::size_t m_next = 0;
    std::vector<Target> m_targets;
    PastePlan m_plan;
};

} // namespace waic::ui
