// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"

#include <vector>

namespace waic::ui {

enum class FacetState { Empty, Ticked, Excluded };
enum class FacetOrder { ByCount, ByName, ByYear };

/// A value as its row shows it.
struct FacetEntry
{
    QString value; ///< null: missing
    QString label;
    int count = 0;
    FacetState state = FacetState::Empty;

    bool isMissing() const { return value.isNull(); }
};

/// Values of a facet with what the query says of them, in the order to show: ticked and excluded ones on top, but editions by
/// year keep their places; missing last.  Pure.
std::vector<FacetEntry> orderedEntries(const explore::FacetCounts &counts, const explore::Query &query, FacetOrder order);
/// The entries to show when at most `limit` are wanted: the first ones and every one that is ticked or excluded.  All when only
/// one would be left out.
std::vector<FacetEntry> firstEntries(const std::vector<FacetEntry> &entries, int limit);
/// Entries with a word that begins with the text.
std::vector<FacetEntry> foundEntries(const std::vector<FacetEntry> &entries, const QString &text);

/// The query after a value got another state.
explore::Query withState(explore::Query query, const QString &field, const QString &value, FacetState state);

} // namespace waic::ui
