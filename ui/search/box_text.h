// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QString>

#include <vector>

namespace waic::ui {

/// One term of the search box: what stands between white space outside quotes, or off(…).
struct BoxTerm
{
    int position = 0;
    int length = 0;
    explore::ParsedQuery parsed; ///< of the term alone; mistakes at their place in the whole text

    bool touches(int cursor) const { return cursor >= position && cursor <= position + length; }
    /// A condition, sort, flag or switched-off term that is understood: it can leave the box and become a chip.
    bool isCondition() const;
};

/// A text longer than this is not read: it would be no question of a person.
constexpr int kMostBoxText = 20'000; // characters

/// The terms of a text; one with a mistake and nothing else for a text that is too long.  Pure.
std::vector<BoxTerm> boxTerms(const QString &text, const explore::Vocabulary *vocabulary = nullptr);
/// The text without these terms, white space closed up.
QString withoutTerms(const QString &text, const std::vector<BoxTerm> &terms);
/// What to tell about a mistake in the text, on one line: plain text, as short as can be.
QString mistakeWords(const explore::Mistake &mistake, const QString &text);

} // namespace waic::ui
