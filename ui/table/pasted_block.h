// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace waic::ui {

/// Cells of text as spreadsheets put them on the clipboard: lines of cells with tabs between, a cell with a tab or a line break
/// in it in quotation marks, which are doubled inside.  Lines may differ in length.
struct PastedBlock
{
    std::vector<QStringList> lines;

    bool isOneCell() const { return lines.size() == 1 && lines.front().size() == 1; }
    std::size_t width() const; ///< of the longest line
};

/// Reads a block; empty when it has more cells than mostCells.  Text in quotation marks that end in the middle of a cell is kept
/// as it stands, as Excel writes such cells.  One line break at the end ends the last line and begins none.
std::optional<PastedBlock> parseBlock(const QString &text, std::size_t mostCells);

/// The columns that the first line names, -1 for a cell that is empty; nothing when the line is no line of heads: a block of one
/// line, a text that is no column's label, a label twice.
std::optional<std::vector<int>> headsOf(const PastedBlock &block);

/// One cell for the clipboard, so that parseBlock() and spreadsheets read it as it was.
QString blockCell(const QString &text);

} // namespace waic::ui
