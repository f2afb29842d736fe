// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"
#include "support/test_support.h"

namespace waic::tests {

/// Also tells a missing value from an empty one, as operator== does not.
inline bool isSame(const explore::Query &a, const explore::Query &b)
{
    if (a != b)
        return false;
    for (size_t i = 0; i < a.conditions.size(); ++i)
        for (qsizetype v = 0; v < a.conditions[i].values.size(); ++v)
            if (!explore::sameValue(a.conditions[i].values[v], b.conditions[i].values[v]))
                return false;
    return true;
}

/// What a text without mistakes asks.
inline explore::Query parsed(const QString &text, const explore::Vocabulary *vocabulary = nullptr)
{
    const explore::ParsedQuery result = explore::parseQuery(text, vocabulary);
    INFO(text.toStdString());
    for (const explore::Mistake &mistake : result.mistakes)
        UNSCOPED_INFO(mistake.position << "+" << mistake.length << ": " << mistake.expected.toStdString());
    REQUIRE(result.mistakes.empty());
    return result.query;
}

/// Own fields of every type, measures and units as catalogues have them, and names that are hard to write.
inline const explore::Vocabulary &someVocabulary()
{
    using explore::OwnType;
    static const explore::Vocabulary vocabulary{
        {{QStringLiteral("Budget"), OwnType::Number}, {QStringLiteral("Next review"), OwnType::Date},
            {QStringLiteral("Stage"), OwnType::Choice}, {QStringLiteral("Remark \"x\""), OwnType::Text},
            {QStringLiteral("Page"), OwnType::Link}, {QStringLiteral("Read"), OwnType::YesNo},
            {QStringLiteral("Title"), OwnType::Text}, {QStringLiteral("预算"), OwnType::Number}},
        {QStringLiteral("compute"), QStringLiteral("AI industry output"), QStringLiteral("AI models released"),
            QStringLiteral("price per million tokens (input)"), QStringLiteral("date"), QStringLiteral("-odd"),
            QStringLiteral("10,000-GPU clusters")},
        {QStringLiteral("PFLOPS"), QStringLiteral("CNY"), QStringLiteral("%"), QStringLiteral("score points"),
            QStringLiteral("tokens/s"), QStringLiteral("m"), QStringLiteral("M"), QStringLiteral("e3")}};
    return vocabulary;
}

} // namespace waic::tests
