// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/index_columns.h"
#include "explore/row_test.h"
#include "explore/word_index.h"

#include <functional>

namespace waic::explore {

/// Texts of rows that were added after the word index was begun, whole: title, summary, notes, scopes and notes of claims.
struct TailTexts
{
    Row first = 0; ///< row of the first text
    TextBlock texts;
};

/// What a search in texts stands on.
struct TextPlaces
{
    const IndexColumns &columns;
    const WordIndex *words = nullptr;        ///< null while it is not made yet
    const TailTexts *tail = nullptr;         ///< REQUIRED beside words
    catalogue::Database *database = nullptr; ///< for texts that are not in memory; null: they are left out
};

/// Looks for words and phrases in all places, and for text in summaries and notes.  One evaluation's; its tests may then be asked
/// by several threads.
class TextSearch
{
public:
    TextSearch(const TextPlaces &places, const std::function<bool()> &cancelled);

    /// A test for each word that is on and asks for something.
    Result<RowTests> words(const std::vector<Word> &words);
    /// A condition on summary or notes.
    Result<std::unique_ptr<RowTest>> stored(FieldId field, const Condition &condition);
    /// Some text was not looked into: there is neither a word index nor a database.
    bool isPartial() const { return m_isPartial; }

private:
    /// What to look for in stored texts.
    struct Wanted
    {
        std::string pattern;
        bool inTitle = true, inSummary = true, inNotes = true, inClaims = true;
        std::shared_ptr<RowMask> candidates; ///< null: every row
        std::shared_ptr<RowMask> found;
    };

    std::shared_ptr<RowMask> textHits(const std::string &pattern, std::vector<Wanted> &open);
    Result<> look(std::vector<Wanted> &open);
    void lookAt(std::vector<Wanted> &open, Row row, std::string_view tokens, bool Wanted::*part) const;

    TextPlaces m_places;
    std::function<bool()> m_cancelled;
    bool m_isPartial = false;
};

} // namespace waic::explore
