// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/sorting.h"

#include "explore/facet_index.h"
#include "ui/table/columns.h"

namespace waic::ui {

QString sortText(const std::vector<explore::SortKey> &sort)
{
    QStringList keys;
    for (const explore::SortKey &key : sort)
        keys << (key.descending ? QLatin1Char('-') + key.field : key.field);
    return keys.join(QLatin1Char(','));
}

std::vector<explore::SortKey> sortFromText(const QString &text)
{
    std::vector<explore::SortKey> sort;
    const QStringList known = explore::FacetIndex::sortFields();
    const QStringList keys = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &key : keys) {
        const bool descending = key.startsWith(QLatin1Char('-'));
        const QString field = key.mid(descending ? 1 : 0);
        if (known.contains(field))
            sort.push_back({field, descending});
    }
    return sort;
}

std::pair<int, bool> sortedColumn(const explore::Query &query)
{
    if (query.sort.empty())
        return {DateColumn, true};
    return {columnOfSortKey(query.sort.front().field), query.sort.front().descending};
}

explore::Query sortedBy(explore::Query query, int column, bool descending)
{
    if (!columnSpec(column).sortKey)
        return query;
    query.sort.clear();
    // Newest first is what a query without keys means: one form, so that equal questions are equal.
    if (column != DateColumn || !descending)
        query.sort.push_back({QString::fromLatin1(columnSpec(column).sortKey), descending});
    return query;
}

explore::Query sortedBy(explore::Query query, int column)
{
    const auto [now, descending] = sortedColumn(query);
    return sortedBy(std::move(query), column, now == column ? !descending : columnSpec(column).newestFirst);
}

} // namespace waic::ui
