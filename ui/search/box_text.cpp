// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/box_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SearchBar)
};

constexpr int kMostQuoted = 60; // characters

/// Where the term that begins at `begin` ends: white space outside quotes, or the parenthesis that closes off(.
qsizetype termEnd(const QString &text, qsizetype begin)
{
    bool quoted = false;
    const bool isOff = QStringView(text).sliced(begin).startsWith(QLatin1String("off("), Qt::CaseInsensitive);
    for (qsizetype at = begin; at < text.size(); ++at) {
        if (text[at] == QLatin1Char('"'))
            quoted = !quoted;
        else if (!quoted && isOff && text[at] == QLatin1Char(')'))
            return at + 1;
        else if (!quoted && !isOff && text[at].isSpace())
            return at;
    }
    return text.size();
}

/// Characters that would change the order of the words around them, or are none, are left out.
QString shown(const QString &text)
{
    QString plain;
    for (const QChar character : text.simplified().left(kMostQuoted + 1))
        if (character.category() != QChar::Other_Format && character.category() != QChar::Other_Control)
            plain.append(character);
    return plain.size() > kMostQuoted ? plain.left(kMostQuoted - 1) + QChar(0x2026) : plain;
}

} // namespace

bool BoxTerm::isCondition() const
{
    const explore::Query &query = parsed.query;
    return parsed.mistakes.empty() && (query.hasTerms() || !query.sort.empty())
        && std::all_of(query.words.begin(), query.words.end(), [](const explore::Word &word) { return word.off; });
}

std::vector<BoxTerm> boxTerms(const QString &text, const explore::Vocabulary *vocabulary)
{
    std::vector<BoxTerm> terms;
    if (text.size() > kMostBoxText) {
        const QString expected = Text::tr("at most %1 characters; this text has %2").arg(kMostBoxText).arg(text.size());
        terms.push_back({0, int(text.size()), {{}, {{kMostBoxText, int(text.size()) - kMostBoxText, expected, {}}}}});
        return terms;
    }
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype end = termEnd(text, at);
        BoxTerm term{int(at), int(end - at), explore::parseQuery(text.mid(at, end - at), vocabulary)};
        for (explore::Mistake &mistake : term.parsed.mistakes)
            mistake.position += int(at);
        terms.push_back(std::move(term));
        at = end;
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

QString mistakeWords(const explore::Mistake &mistake, const QString &text)
{
    if (text.size() > kMostBoxText)
        return Text::tr("Too long for a search. Expected: %1").arg(mistake.expected);
    const QString part = shown(text.mid(mistake.position, mistake.length));
    if (part.isEmpty())
        return Text::tr("Expected: %1").arg(mistake.expected);
    if (mistake.suggestion.isEmpty())
        return Text::tr("“%1” is not understood. Expected: %2").arg(part, mistake.expected);
    return Text::tr("“%1” is not understood. Did you mean “%2”?").arg(part, shown(mistake.suggestion));
}

} // namespace waic::ui
