// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_order.h"

#include "catalogue/fold.h"
#include "ui/common/words.h"

#include <algorithm>

namespace waic::ui {

namespace {

/// Conditions compare folded: `kind:Robot` ticks "robot".
bool same(const QString &a, const QString &b)
{
    return explore::sameValue(a, b) || (!a.isNull() && !b.isNull() && catalogue::folded(a) == catalogue::folded(b));
}

bool holds(const QStringList &values, const QString &value)
{
    return std::any_of(values.begin(), values.end(), [&](const QString &other) { return same(value, other); });
}

} // namespace

std::vector<FacetEntry> orderedEntries(const explore::FacetCounts &counts, const explore::Query &query, FacetOrder order)
{
    const QStringList ticked = query.values(counts.field), excluded = query.values(counts.field, true);
    std::vector<FacetEntry> entries;
    entries.reserve(counts.values.size());
    for (const explore::FacetValue &value : counts.values) {
        const FacetState state = holds(ticked, value.value) ? FacetState::Ticked
            : holds(excluded, value.value)                  ? FacetState::Excluded
                                                            : FacetState::Empty;
        entries.push_back({value.value, valueTitle(counts.field, value.value), value.count, state});
    }
    if (order == FacetOrder::ByName)
        std::stable_sort(entries.begin(), entries.end(),
            [](const FacetEntry &a, const FacetEntry &b) { return catalogue::folded(a.label) < catalogue::folded(b.label); });
    else if (order == FacetOrder::ByYear)
        std::stable_sort(
            entries.begin(), entries.end(), [](const FacetEntry &a, const FacetEntry &b) { return a.value > b.value; });
    else
        std::stable_sort(
            entries.begin(), entries.end(), [](const FacetEntry &a, const FacetEntry &b) { return a.count > b.count; });
    std::stable_partition(entries.begin(), entries.end(), [](const FacetEntry &entry) { return !entry.isMissing(); });
    if (order != FacetOrder::ByYear)
        std::stable_partition(
            entries.begin(), entries.end(), [](const FacetEntry &entry) { return entry.state != FacetState::Empty; });
    return entries;
}

std::vector<FacetEntry> firstEntries(const std::vector<FacetEntry> &entries, int limit)
{
    if (int(entries.size()) <= limit + 1)
        return entries;
    std::vector<FacetEntry> first;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (int(i) < limit || entries[i].state != FacetState::Empty)
            first.push_back(entries[i]);
    return first;
}

std::vector<FacetEntry> foundEntries(const std::vector<FacetEntry> &entries, const QString &text)
{
    const QString wanted = catalogue::folded(text).trimmed();
    if (wanted.isEmpty())
        return entries;
    std::vector<FacetEntry> found;
    for (const FacetEntry &entry : entries) {
        const QString label = catalogue::folded(entry.label);
        const bool anywhere = catalogue::isCjk(wanted[0].unicode());
        if (label.startsWith(wanted) || label.contains(anywhere ? wanted : QLatin1Char(' ') + wanted))
            found.push_back(entry);
    }
    return found;
}

explore::Query withState(explore::Query query, const QString &field, const QString &value, FacetState state)
{
    for (const bool excluded : {false, true}) {
        const QStringList now = query.values(field, excluded);
        for (const QString &other : now)
            if (same(value, other))
                query.setValue(field, other, false, excluded);
    }
    if (state != FacetState::Empty)
        query.setValue(field, value, true, state == FacetState::Excluded);
    return query;
}

} // namespace waic::ui
