// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/box_text.h"

#include <algorithm>

namespace waic::ui {

std::vector<BoxTerm> boxTerms(const QString &text)
{
    std::vector<BoxTerm> terms;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        bool quoted = false;
        while (at < text.size() && (quoted || !text[at].isSpace()))
            if (text[at++] == QLatin1Char('"'))
                quoted = !quoted;
        BoxTerm term{int(begin), int(at - begin), explore::parseQuery(text.mid(begin, at - begin))};
        for (explore::Mistake &mistake : term.parsed.mistakes)
            mistake.position += int(begin);
        terms.push_back(std::move(term));
    }
    return terms;
}

QString withoutTerms(const QString &text, const std::vector<BoxTerm> &terms)
{
    QString left = text;
    for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
        left.remove(term->position, term->length);
        // One of the two gaps around it goes too.
        if (term->position < left.size() && left[term->position].isSpace())
            left.remove(term->position, 1);
    }
    return left;
}

void addCondition(explore::Query &query, const explore::Condition &condition)
{
    static const QStringList oneValue{QStringLiteral("kind"), QStringLiteral("edition"), QStringLiteral("country"),
        QStringLiteral("openness"), QStringLiteral("verification")};
    if (condition.excluded || oneValue.contains(condition.field)) {
        for (const QString &value : condition.values)
            query.setValue(condition.field, value, true, condition.excluded);
        return;
    }
    if (std::find(query.conditions.begin(), query.conditions.end(), condition) == query.conditions.end())
        query.conditions.push_back(condition);
}

} // namespace waic::ui
