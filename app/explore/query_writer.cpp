// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_text.h"

namespace waic::explore {

namespace {

QString termText(const Word &word)
{
    // A leading minus would exclude; after another minus it is part of the word.
    const bool plain = !word.phrase && isPlain(word.text) && (word.excluded || !word.text.startsWith(QLatin1Char('-')));
    return plain ? word.text : quoted(word.text);
}

QString termText(const Condition &condition)
{
    QStringList values;
    for (const QString &value : condition.values)
        values.append(valueText(value));
    for (const QString &contained : condition.contained)
        values.append(containedText(contained));
    for (const Range &range : condition.ranges)
        values.append(rangeText(range));
    return fieldText(condition.field) + QLatin1Char(':') + values.join(QLatin1Char('|'));
}

QString termText(const ClaimCondition &claim)
{
    return QLatin1String(claim.share ? "share:" : "") + measureText(claim.measure, claim.share) + compareText(claim.compare)
        + amountText({claim.number, claim.unit});
}

QString termText(const Flag &flag)
{
    return flag.name;
}

template <typename Term>
void append(QStringList &terms, const Term &term)
{
    const QString text = (term.excluded ? QStringLiteral("-") : QString()) + termText(term);
    terms.append(term.off ? QStringLiteral("off(%1)").arg(text) : text);
}

QString sortText(const std::vector<SortKey> &sort)
{
    QStringList keys;
    for (const SortKey &key : sort)
        keys.append((key.descending ? QStringLiteral("-") : QString()) + key.field);
    return QStringLiteral("sort:") + keys.join(QLatin1Char(','));
}

} // namespace

QString wordsText(const Query &query)
{
    QStringList terms;
    for (const Word &word : query.words)
        append(terms, word);
    return terms.join(QLatin1Char(' '));
}

QString queryText(const Query &query)
{
    QStringList terms;
    if (!query.words.empty())
        terms.append(wordsText(query));
    for (const Condition &condition : query.conditions)
        if (!condition.isEmpty())
            append(terms, condition);
    for (const ClaimCondition &claim : query.claims)
        append(terms, claim);
    for (const Flag &flag : query.flags)
        append(terms, flag);
    if (query.inBin)
        terms.append(QStringLiteral("in:bin"));
    if (!query.sort.empty())
        terms.append(sortText(query.sort));
    return terms.join(QLatin1Char(' '));
}

} // namespace waic::explore
