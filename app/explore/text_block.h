// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/codes.h"

#include <string>
#include <string_view>

namespace waic::explore {

/// One byte a row: 1 where the row passes.
using RowMask = std::vector<quint8>;

/// For each row a text as catalogue::tokens() has it, UTF-8, a space before every word and a line end after the row, all rows in
/// one block, so that a word is found by one look through the block.  Rows are only ever added at the end.
class TextBlock
{
public:
    void add(std::string_view utf8);
    void addTokens(std::string_view tokens); ///< as catalogue::appendTokens() makes them; several texts with a line end between
    Row rowCount() const { return Row(m_starts.size() - 1); }
    /// With the space before its first word, without the line end.
    std::string_view at(Row row) const { return {m_text.data() + m_starts[row], size_t(m_starts[row + 1] - m_starts[row]) - 1}; }
    void append(TextBlock more);

    /// Sets found[row - first] to 1 where the text holds the pattern, for rows from first to last - 1; else leaves it.
    void find(std::string_view pattern, Row first, Row last, quint8 *found) const;

    const std::string &text() const { return m_text; }
    const std::vector<quint64> &starts() const { return m_starts; }
    std::string &text() { return m_text; }              ///< for a reader of stored columns
    std::vector<quint64> &starts() { return m_starts; } ///< the same

private:
    std::string m_text;
    std::vector<quint64> m_starts = std::vector<quint64>(1);
};

/// The text to look for when a word or phrase is to be found where a word begins: " gpt 4" for "GPT-4"; empty for a text of
/// nothing but punctuation.
std::string wordPattern(QStringView text);
/// The same for text anywhere, also inside a word: "odel".
std::string insidePattern(QStringView text);

} // namespace waic::explore
