// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_parser.h"

#include <QCoreApplication>

namespace waic::explore {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Query)
};

} // namespace

Compare QueryParser::compareSign()
{
    const QChar sign = m_text[m_at++];
    if (sign == QLatin1Char('='))
        return Compare::Equal;
    const bool includes = isAt(QLatin1Char('='));
    if (includes)
        ++m_at;
    if (sign == QLatin1Char('>'))
        return includes ? Compare::AtLeast : Compare::Greater;
    return includes ? Compare::AtMost : Compare::Less;
}

/// share:measure>40%, at the colon.
void QueryParser::shareTerm(const Term &term)
{
    const qsizetype start = ++m_at;
    const std::optional<Token> measure = token();
    if (!measure) {
        openQuoteMistake(start);
        m_at = m_text.size();
    } else if (atCompare() && !measure->text.isEmpty()) {
        claim(term, *measure, true);
    } else {
        skipTerm();
        mistake(term.start, m_at, Text::tr("a measure and a percentage, such as share:\"AI models released\">40%"));
    }
}

/// At the compare sign behind the measure.
void QueryParser::claim(const Term &term, const Token &measure, bool share)
{
    const qsizetype measureEnd = m_at;
    ClaimCondition claim{.measure = measure.text, .share = share, .excluded = term.excluded, .off = term.off};
    claim.compare = compareSign();
    const qsizetype start = m_at;
    const std::optional<Token> amount = token();
    if (!amount) {
        openQuoteMistake(start);
        m_at = m_text.size();
        return;
    }
    if (!share && isFieldInstead(term, measure, measureEnd))
        return;
    if (!knownMeasure(measure, measureEnd, claim))
        return skipTerm();
    const std::optional<Amount> read = atGap() ? readAmount(amount->text) : std::nullopt;
    if (!read) {
        skipTerm();
        // Without an amount the sign has the place.
        return mistake(m_at == start ? measureEnd : start, m_at,
            share ? Text::tr("a percentage, such as 40%") : Text::tr("a number and its unit, such as 100PFLOPS or \"1e12 CNY\""));
    }
    claim.number = read->number;
    claim.unit = read->unit;
    if (knownUnit(start, claim))
        m_parsed.query.claims.push_back(std::move(claim));
}

/// date>2025 for date:>2025.
bool QueryParser::isFieldInstead(const Term &term, const Token &measure, qsizetype measureEnd)
{
    std::optional<QString> field;
    if (const std::optional<FieldId> builtIn = conditionField(measure.text);
        builtIn && !measure.phrase && takesRanges(valueKind(*builtIn)))
        field = conditionFieldNames()[qsizetype(*builtIn)];
    else if (const std::optional<qsizetype> own = m_ownNames.find(measure.text);
             own && takesRanges(valueKind(m_own[std::size_t(*own)].type)) && !m_measures.find(measure.text))
        field = fieldText(m_ownNames.name(*own));
    if (!field)
        return false;
    skipTerm();
    const QString sign = term.excluded ? QStringLiteral("-") : QString();
    mistake(term.start, m_at, Text::tr("a colon behind a field"), sign + *field + QLatin1Char(':') + textFrom(measureEnd));
    return true;
}

bool QueryParser::knownMeasure(const Token &measure, qsizetype measureEnd, ClaimCondition &claim)
{
    if (!m_hasVocabulary)
        return true;
    if (const std::optional<qsizetype> known = m_measures.find(measure.text)) {
        claim.measure = m_measures.name(*known);
        return true;
    }
    if (isTold()) {
        const QString near = nearestName(measure.text, m_measures.names());
        mistake(measure.start, measureEnd, Text::tr("a measure of this catalogue"),
            near.isNull() ? near : measureText(near, claim.share));
    }
    return false;
}

/// Any where the catalogue is not known; % always, and of shares it alone.
bool QueryParser::knownUnit(qsizetype start, ClaimCondition &claim)
{
    if (claim.unit.isNull() || claim.unit == kPercent)
        return true;
    if (claim.share) {
        mistake(start, m_at, Text::tr("a percentage, such as 40%"), amountText({claim.number, kPercent}));
        return false;
    }
    if (!m_hasVocabulary)
        return true;
    if (const std::optional<qsizetype> known = m_units.find(claim.unit)) {
        claim.unit = m_units.name(*known);
        return true;
    }
    if (isTold()) {
        const QString near = nearestName(claim.unit, m_units.names());
        mistake(start, m_at, Text::tr("a unit of this catalogue"), near.isNull() ? near : amountText({claim.number, near}));
    }
    return false;
}

} // namespace waic::explore
