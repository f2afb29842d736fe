// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QString>

#include <span>
#include <vector>

namespace waic::ui {

struct TextRange
{
    int position = 0;
    int length = 0;

    bool operator==(const TextRange &) const = default;
};

/// Where the words of a query match in a text as the search sees it: at the start of a word, without regard to case and marks; a
/// run of Chinese characters anywhere.  In order, not overlapping; excluded words match nothing.  Pure.
std::vector<TextRange> matchRanges(const QString &text, std::span<const explore::Word> words);

} // namespace waic::ui
