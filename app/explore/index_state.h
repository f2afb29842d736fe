// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/evaluation.h"
#include "explore/facet_index.h"
#include "explore/ordering.h"
#include "explore/text_search.h"

#include <deque>

namespace waic::explore {

struct FacetIndex::State
{
    explicit State(catalogue::Reader &textReader)
        : reader(textReader)
    {
    }

    /// The columns are new or patched: what is derived from them is forgotten.
    void hasLoaded();
    /// Names are new: orders that stand on them too.
    void namesChanged();
    /// The texts of the rows from this one on.
    Result<> addTail(Row first);
    /// Rows with figures that do not agree with others.
    Result<std::shared_ptr<const RowMask>> differing();

    catalogue::Reader &reader;
    IndexColumns columns;
    Ordering ordering{columns};
    std::shared_ptr<const Vocabulary> vocabulary;
    std::optional<WordIndex> words;
    std::optional<Selected> last;                ///< of these columns and words
    std::deque<std::pair<Query, Tally>> tallied; ///< the same, the newest first: going back to a question costs nothing
    bool isTailKept = false;                     ///< from the moment on from which a word index lacks further rows
    TailTexts tail;
    std::shared_ptr<const RowMask> differingRows; ///< null: not asked for yet
};

} // namespace waic::explore
