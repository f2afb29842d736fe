// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::explore {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Query)
};

} // namespace

void QueryParser::sortTerm(const Term &term)
{
    const qsizetype keysStart = ++m_at;
    while (!atGap())
        ++m_at;
    if (term.excluded)
        return mistake(term.start, m_at, Text::tr("the minus sign before a column, such as sort:-date"));
    if (term.off)
        return mistake(term.start, m_at, Text::tr("sort: outside off( … )"));
    for (qsizetype from = keysStart; from <= m_at;) {
        const qsizetype end = std::find(m_text.begin() + from, m_text.begin() + m_at, QLatin1Char(',')) - m_text.begin();
        sortKey(from, QStringView(m_text).sliced(from, end - from));
        from = end + 1;
    }
}

void QueryParser::sortKey(qsizetype start, QStringView key)
{
    const bool descending = key.startsWith(QLatin1Char('-'));
    const QStringView name = key.sliced(descending ? 1 : 0);
    if (const std::optional<SortId> field = sortField(name)) {
        m_parsed.query.sort.push_back({sortFieldNames()[qsizetype(*field)], descending});
        return;
    }
    if (!isTold())
        return;
    const QString near = nearestName(name, sortFieldNames());
    const QString sign = descending ? QStringLiteral("-") : QString();
    // An empty key has no place of its own: the colon or comma before it has.
    mistake(key.isEmpty() ? start - 1 : start, start + key.size(),
        Text::tr("one of the columns %1").arg(sortFieldNames().join(QLatin1String(", "))), near.isNull() ? near : sign + near);
}

void QueryParser::placeTerm(const Term &term)
{
    const qsizetype placeStart = ++m_at;
    while (!atGap())
        ++m_at;
    const bool isBin = textFrom(placeStart).compare(QLatin1String("bin"), Qt::CaseInsensitive) == 0;
    if (isBin && !term.excluded && !term.off)
        m_parsed.query.inBin = true;
    else
        mistake(term.start, m_at, Text::tr("in:bin, or nothing for all that is not in the bin"), QStringLiteral("in:bin"));
}

void QueryParser::flagTerm(const Term &term, const Token &prefix)
{
    ++m_at;
    while (!atGap())
        ++m_at;
    const QString typed = textFrom(prefix.start);
    if (const std::optional<FlagId> flag = flagId(typed)) {
        m_parsed.query.flags.push_back({flagNames()[qsizetype(*flag)], term.excluded, term.off});
        return;
    }
    if (isTold())
        mistake(prefix.start, m_at, Text::tr("one of %1").arg(flagNames().join(QLatin1String(", "))),
            nearestName(typed, flagNames()));
}

} // namespace waic::explore
