// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/text_block.h"

#include <cstdlib>
#include <memory>

namespace waic::explore {

/// Which rows hold a word, for every word of their texts: sorted words, each with its rows as byte-coded distances or, where that
/// is shorter, as a bitmap.  Two Chinese characters side by side are a word too, so that a run of two is found without a look at
/// the text.  Holds no positions.  Immutable; any number of threads.
class WordIndex
{
public:
    Row rowCount() const { return m_rowCount; }
    /// Sets found[row] to 1 for rows that may hold the pattern, as wordPattern() makes it; all those that do are among them.
    /// False: they are to be checked in the text, as the pattern has several words.
    bool find(std::string_view pattern, RowMask &found) const;
    size_t bytes() const { return m_text.size() + m_words.size() * 8 + m_starts.size() * 8 + m_isMap.size() + m_rows.size(); }

private:
    friend class WordIndexBuilder;
    friend class IndexCache;

    size_t wordCount() const { return m_isMap.size(); }
    std::string_view word(size_t at) const { return {m_text.data() + m_words[at], size_t(m_words[at + 1] - m_words[at])}; }
    size_t lowerBound(std::string_view text) const;
    void markWord(std::string_view text, quint8 *found) const;
    void markPrefix(std::string_view text, quint8 *found) const;
    void mark(size_t word, quint8 *found) const;

    Row m_rowCount = 0;
    std::string m_text;            ///< the words, sorted, one after the other
    std::vector<quint64> m_words;  ///< where each begins; one more for the end
    std::vector<quint64> m_starts; ///< where each one's rows begin; one more for the end
    std::vector<quint8> m_isMap;
    std::string m_rows;
};

/// Makes a WordIndex.  One thread.
class WordIndexBuilder
{
public:
    WordIndexBuilder();
    ~WordIndexBuilder();

    /// tokens: one text of the row as catalogue::appendTokens() makes it.  Rows come by rising number, texts of a row together.
    void add(Row row, std::string_view tokens);
    WordIndex finish(Row rowCount);

private:
    struct List
    {
        quint8 *bytes = nullptr; ///< by malloc: a million vectors would take three times the room
        quint32 size = 0, room = 0;
        Row last = 0;
        bool isUsed = false;
    };
    void addWord(Row row, std::string_view word);
    quint32 number(std::string_view word);

    std::string m_text;
    std::vector<quint64> m_words = std::vector<quint64>(1);
    std::vector<quint32> m_slots, m_hashes;
    std::vector<List> m_lists;
};

} // namespace waic::explore
