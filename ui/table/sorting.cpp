// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/sorting.h"

#include "explore/facet_index.h"
#include "ui/table/columns.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sorting)
};

const QString &relevance()
{
    static const QString name = QStringLiteral("relevance");
    return name;
}

QString keyOf(int column)
{
    return QString::fromLatin1(columnSpec(column).sortKey);
}

/// Newest first is what a query without keys means: one form, so that equal questions are equal.
std::vector<explore::SortKey> written(const explore::Query &query)
{
    return query.sort.empty() ? std::vector{explore::SortKey{keyOf(DateColumn), true}} : query.sort;
}

explore::Query withSort(explore::Query query, std::vector<explore::SortKey> sort)
{
    const bool usual = sort.size() == 1 && sort.front() == explore::SortKey{keyOf(DateColumn), true};
    query.sort = usual ? std::vector<explore::SortKey>() : std::move(sort);
    return query;
}

} // namespace

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

std::vector<SortedColumn> sortedColumns(const explore::Query &query)
{
    std::vector<SortedColumn> columns;
    for (const explore::SortKey &key : written(query))
        columns.push_back({columnOfSortKey(key.field), key.descending});
    return columns;
}

explore::Query sortedBy(explore::Query query, int column, bool descending)
{
    if (!columnSpec(column).sortKey)
        return query;
    return withSort(std::move(query), {{keyOf(column), descending}});
}

explore::Query sortedBy(explore::Query query, int column)
{
    const std::vector<SortedColumn> now = sortedColumns(query);
    const bool turns = now.size() == 1 && now.front().column == column;
    return sortedBy(std::move(query), column, turns ? !now.front().descending : columnSpec(column).newestFirst);
}

explore::Query sortedAlsoBy(explore::Query query, int column)
{
    if (!columnSpec(column).sortKey)
        return query;
    const bool first = columnSpec(column).newestFirst;
    std::vector<explore::SortKey> sort = written(query);
    const auto key = std::find_if(sort.begin(), sort.end(), [&](const auto &one) { return one.field == keyOf(column); });
    if (key == sort.end())
        sort.push_back({keyOf(column), first});
    else if (key->descending == first)
        key->descending = !first;
    else
        sort.erase(key);
    return withSort(std::move(query), std::move(sort));
}

explore::Query notSortedBy(explore::Query query, int column)
{
    if (!columnSpec(column).sortKey)
        return query;
    std::vector<explore::SortKey> sort = written(query);
    std::erase_if(sort, [&](const explore::SortKey &one) { return one.field == keyOf(column); });
    return withSort(std::move(query), std::move(sort));
}

explore::Query sortedByRelevance(explore::Query query)
{
    query.sort = {{relevance(), false}};
    return query;
}

bool isSortedByRelevance(const explore::Query &query)
{
    return !query.sort.empty() && query.sort.front().field == relevance();
}

bool hasWords(const explore::Query &query)
{
    return std::any_of(
        query.words.begin(), query.words.end(), [](const explore::Word &word) { return !word.off && !word.excluded; });
}

QString sortedWords(const explore::Query &query)
{
    QStringList keys;
    for (const SortedColumn &sorted : sortedColumns(query))
        if (sorted.column >= 0)
            keys << (sorted.descending ? Text::tr("%1 falling") : Text::tr("%1 rising")).arg(columnLabel(sorted.column));
        else
            keys << Text::tr("relevance");
    return Text::tr("Sorted by %1").arg(keys.join(Text::tr(", then ")));
}

} // namespace waic::ui
