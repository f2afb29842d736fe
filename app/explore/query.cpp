// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace waic::explore {

namespace {

bool holds(const QStringList &values, const QString &value)
{
    return std::any_of(values.begin(), values.end(), [&value](const QString &other) { return sameValue(value, other); });
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
    QSet<QString> seen;
    bool seenMissing = false;
    for (const Condition &condition : conditions) {
        if (condition.field != field || condition.excluded != excluded || condition.off)
            continue;
        for (const QString &value : condition.values) {
            if (value.isNull() ? std::exchange(seenMissing, true) : seen.contains(value))
                continue;
            if (!value.isNull())
                seen.insert(value);
            found.append(value);
        }
    }
    return found;
}

void Query::setValue(const QString &field, const QString &value, bool on, bool excluded)
{
    if (!on) {
        untick(conditions, field, value, excluded);
        return;
    }
    untick(conditions, field, value, !excluded);
    Condition *kept = nullptr;
    for (Condition &condition : conditions) {
        if (condition.field != field || condition.excluded != excluded || condition.off)
            continue;
        if (holds(condition.values, value))
            return;
        kept = kept ? kept : &condition;
    }
    if (kept)
        kept->values.append(value);
    else
        conditions.push_back({.field = field, .values = {value}, .excluded = excluded});
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

} // namespace waic::explore
