// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query.h"

#include "explore/query_text.h"

#include <algorithm>

namespace waic::explore {

namespace {

QString quoted(const QString &text)
{
    QString inside = text;
    return QLatin1Char('"') + inside.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), endsWord);
}

QString wordText(const Word &word)
{
    // A leading minus would exclude; after another minus it is part of the word.
    const bool plain = !word.phrase && isPlain(word.text) && (word.excluded || !word.text.startsWith(QLatin1Char('-')));
    return (word.excluded ? QStringLiteral("-") : QString()) + (plain ? word.text : quoted(word.text));
}

QString valueText(const QString &value)
{
    if (value.isNull())
        return QString(kNone);
    const bool plain = isPlain(value) && !value.contains(QLatin1String("..")) && !value.contains(QLatin1Char('*'))
        && value.compare(kNone, Qt::CaseInsensitive) != 0;
    return plain ? value : quoted(value);
}

QString conditionText(const Condition &condition)
{
    QStringList values;
    for (const QString &value : condition.values)
        values.append(valueText(value));
    return (condition.excluded ? QStringLiteral("-") : QString()) + condition.field + QLatin1Char(':')
        + values.join(QLatin1Char('|'));
}

QString sortText(const std::vector<SortKey> &sort)
{
    QStringList keys;
    for (const SortKey &key : sort)
        keys.append((key.descending ? QStringLiteral("-") : QString()) + key.field);
    return QStringLiteral("sort:") + keys.join(QLatin1Char(','));
}

qsizetype indexOfValue(const QStringList &values, const QString &value)
{
    const auto same = [&value](const QString &other) { return sameValue(value, other); };
    const auto found = std::find_if(values.begin(), values.end(), same);
    return found == values.end() ? -1 : found - values.begin();
}

void untick(std::vector<Condition> &conditions, const QString &field, const QString &value, bool excluded)
{
    for (Condition &condition : conditions)
        if (condition.field == field && condition.excluded == excluded && !condition.off)
            condition.values.removeIf([&value](const QString &other) { return sameValue(value, other); });
    std::erase_if(conditions, [](const Condition &condition) { return condition.isEmpty(); });
}

} // namespace

bool sameValue(const QString &a, const QString &b)
{
    return a.isNull() == b.isNull() && a == b;
}

QStringList Query::values(QStringView field, bool excluded) const
{
    QStringList found;
    for (const Condition &condition : conditions)
        if (condition.field == field && condition.excluded == excluded && !condition.off)
            for (const QString &value : condition.values)
                if (indexOfValue(found, value) < 0)
                    found.append(value);
    return found;
}

void Query::setValue(const QString &field, const QString &value, bool on, bool excluded)
{
    if (!on) {
        untick(conditions, field, value, excluded);
        return;
    }
    untick(conditions, field, value, !excluded);
    if (indexOfValue(values(field, excluded), value) >= 0)
        return;
    const auto isOfField = [&](const Condition &condition) {
        return condition.field == field && condition.excluded == excluded && !condition.off;
    };
    const auto found = std::find_if(conditions.begin(), conditions.end(), isOfField);
    if (found == conditions.end())
        conditions.push_back({.field = field, .values = {value}, .excluded = excluded});
    else
        found->values.append(value);
}

Range Query::range(QStringView field) const
{
    for (const Condition &condition : conditions)
        if (condition.field == field && !condition.excluded && !condition.off && !condition.ranges.empty())
            return condition.ranges.front();
    return {};
}

void Query::setRange(const QString &field, const Range &range)
{
    const bool isOpen = range.from.isNull() && range.to.isNull();
    Condition *kept = nullptr;
    for (Condition &condition : conditions) {
        if (condition.field != field || condition.excluded || condition.off || condition.ranges.empty())
            continue;
        condition.ranges.clear();
        if (!isOpen && !kept) {
            kept = &condition;
            condition.ranges.push_back(range);
        }
    }
    if (!isOpen && !kept)
        conditions.push_back({.field = field, .ranges = {range}});
    std::erase_if(conditions, [](const Condition &condition) { return condition.isEmpty(); });
}

bool Query::isEverything() const
{
    const auto isOff = [](const auto &term) { return term.off; };
    return !inBin && std::all_of(words.begin(), words.end(), isOff) && std::all_of(conditions.begin(), conditions.end(), isOff)
        && std::all_of(claims.begin(), claims.end(), isOff) && std::all_of(flags.begin(), flags.end(), isOff);
}

bool sameSelection(const Query &a, const Query &b)
{
    return a.words == b.words && a.conditions == b.conditions && a.claims == b.claims && a.flags == b.flags && a.inBin == b.inBin;
}

void Query::removeField(QStringView field)
{
    std::erase_if(conditions, [field](const Condition &condition) { return condition.field == field; });
}

QString wordsText(const Query &query)
{
    QStringList terms;
    for (const Word &word : query.words)
        terms.append(wordText(word));
    return terms.join(QLatin1Char(' '));
}

QString queryText(const Query &query)
{
    QStringList terms;
    if (!query.words.empty())
        terms.append(wordsText(query));
    for (const Condition &condition : query.conditions)
        if (!condition.values.isEmpty())
            terms.append(conditionText(condition));
    if (query.inBin)
        terms.append(QStringLiteral("in:bin"));
    if (!query.sort.empty())
        terms.append(sortText(query.sort));
    return terms.join(QLatin1Char(' '));
}

} // namespace waic::explore
