// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <vector>

/// A query as the search box and the chips share it: words that are on stand in the box, all else is a chip, but for what is
/// being typed.  Pure.
namespace waic::ui {

/// Adds the terms of part as a person means them who types one after another: a second kind beside the first is either, because
/// no row has two; a second organisation is both.  Returns what was not asked for before.  Sort is left alone.
explore::Query addTerms(explore::Query &query, const explore::Query &part);
/// The query without the terms of part, each once; sort is left alone.
explore::Query without(explore::Query query, const explore::Query &part);
/// Its words that are on, and nothing else.
explore::Query wordsOn(const explore::Query &query);
/// All terms of part are asked for, and its words that are on are all such words.
bool holds(const explore::Query &query, const explore::Query &part);
/// The same terms and sort, in whatever order the terms stand.
bool sameTerms(const explore::Query &a, const explore::Query &b);

/// One term that can be a chip.
struct ChipTerm
{
    enum class Kind { Word, Condition, Claim, Flag, Bin };
    Kind kind = Kind::Bin;
    std::size_t index = 0; ///< among those of its kind
};

/// The terms of a query that stand as chips: all but words that are on.
std::vector<ChipTerm> chipTerms(const explore::Query &query);
/// A query of this term alone.
explore::Query onlyTerm(const explore::Query &query, const ChipTerm &term);
bool isOff(const explore::Query &query, const ChipTerm &term);
/// The query without the term, or with the term switched off or on.  The bin is left instead of switched off.
explore::Query withoutTerm(explore::Query query, const ChipTerm &term);
explore::Query withTermOff(explore::Query query, const ChipTerm &term, bool off);

} // namespace waic::ui
