// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"

#include <span>

namespace waic::explore {

/// One way to go on typing a query.
struct Completion
{
    QString text;   ///< takes the place of the range; ends with `:` or a compare sign where something is to follow
    QString label;  ///< what the list shows; plain text
    QString detail; ///< what it is, in the user's language; may be null
    int count = -1; ///< announcements; -1: not known

    bool operator==(const Completion &) const = default;
};

/// What may stand at the cursor, best first, at most kMostCompletions.
struct Completions
{
    int position = 0; ///< the range of the text that an item replaces
    int length = 0;
    QString facet; ///< the field whose counts would tell the values; null when none would
    std::vector<Completion> items;
};

inline constexpr int kMostCompletions = 12;

/// Fields, values, flags, sort keys, measures and units that go on with what stands left of the cursor.  Values come from the
/// facet of their field, which `facets` may lack: ask for Completions::facet and call again.  A null vocabulary: no own fields,
/// measures and units.  Pure; any thread.  Cost: linear in the text and in the values.
Completions completions(
    const QString &text, int cursor, const Vocabulary *vocabulary = nullptr, std::span<const FacetCounts> facets = {});

} // namespace waic::explore
