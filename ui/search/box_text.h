// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QString>

#include <vector>

namespace waic::ui {

/// One term of the search box: what stands between white space outside quotes.
struct BoxTerm
{
    int position = 0;
    int length = 0;
    explore::ParsedQuery parsed; ///< of the term alone; mistakes at their place in the whole text

    /// A condition, sort or flag that is understood: it can leave the box and become a chip.
    bool isCondition() const
    {
        const explore::Query &query = parsed.query;
        return parsed.mistakes.empty() && query.words.empty()
            && (!query.conditions.empty() || !query.sort.empty() || query.inBin);
    }
};

/// The terms of a text.  Pure.
std::vector<BoxTerm> boxTerms(const QString &text);
/// The text without these terms, white space closed up.
QString withoutTerms(const QString &text, const std::vector<BoxTerm> &terms);

/// Adds a condition as a person means it who types one after another: a second kind beside the first is either, because no row
/// has two; a second organisation is both.
void addCondition(explore::Query &query, const explore::Condition &condition);

} // namespace waic::ui
