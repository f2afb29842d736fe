// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_text.h"

#include "catalogue/partial_date.h"
#include "explore/fields.h"
#include "explore/query.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::explore {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Query)
};

constexpr QLatin1Char kQuote('"');

/// Every name that may stand before a colon.
QStringList prefixes()
{
    return conditionFieldNames() + QStringList{QStringLiteral("sort"), QStringLiteral("in")};
}

class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
    }

    ParsedQuery run();

private:
    struct Token
    {
        QString text;
        bool phrase = false;
    };

    bool atEnd() const { return m_at >= m_text.size(); }
    bool atGap() const { return atEnd() || m_text[m_at].isSpace(); }
    bool isAt(QLatin1Char character) const { return !atEnd() && m_text[m_at] == character; }
    bool isAtDots() const { return QStringView(m_text).sliced(m_at).startsWith(QLatin1String("..")); }

    void term();
    std::optional<Token> token();
    std::optional<QString> quotedText();
    QString bareText(bool inValue);
    void openQuote(qsizetype quote, bool excluded);
    void condition(qsizetype start, const Token &name, bool excluded);
    bool value(const QString &field, QStringList &values);
    void unknownField(qsizetype start, qsizetype nameStart, const Token &name);
    void refuseValue(qsizetype valueStart, bool isDate);
    void sortTerm(qsizetype start, bool excluded);
    void sortKey(qsizetype start, QStringView key);
    void placeTerm(qsizetype start, bool excluded);

    qsizetype termEnd(qsizetype from, bool withParentheses) const;
    void skipTerm() { m_at = termEnd(m_at, true); }
    QString asPhrase(qsizetype start) const;
    void mistake(qsizetype start, qsizetype end, const QString &expected, const QString &suggestion = {});

    QString m_text;
    qsizetype m_at = 0;
    ParsedQuery m_parsed;
};

ParsedQuery Parser::run()
{
    while (true) {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
        if (atEnd())
            break;
        term();
    }
    std::stable_sort(m_parsed.mistakes.begin(), m_parsed.mistakes.end(),
        [](const Mistake &a, const Mistake &b) { return a.position < b.position; });
    return std::move(m_parsed);
}

void Parser::term()
{
    const qsizetype start = m_at;
    const bool excluded = isAt(QLatin1Char('-'));
    if (excluded) {
        ++m_at;
        if (atGap()) {
            mistake(start, m_at, Text::tr("a word or a condition right after the minus sign"));
            return;
        }
    }
    const qsizetype tokenStart = m_at;
    const std::optional<Token> found = token();
    if (!found) {
        openQuote(tokenStart, excluded);
    } else if (isAt(QLatin1Char(':')) && m_at > tokenStart) {
        condition(start, *found, excluded);
    } else if (!atGap() && !isAt(kQuote) && !(found->phrase && !endsWord(m_text[m_at]))) {
        skipTerm();
        const QString phrase = asPhrase(start);
        mistake(start, m_at,
            m_text[tokenStart] == QLatin1Char(':') ? Text::tr("a field's name before the colon")
                                                   : Text::tr("text with one of ( ) | < > = in quotation marks"),
            phrase);
    } else if (found->text.isEmpty()) {
        mistake(start, m_at, Text::tr("a word between the quotation marks"));
    } else {
        m_parsed.query.words.push_back({found->text, found->phrase, excluded});
    }
}

/// A word or a phrase; empty, with m_at behind the opening quotation mark, when a phrase does not close.
std::optional<Parser::Token> Parser::token()
{
    if (!isAt(kQuote))
        return Token{bareText(false), false};
    const std::optional<QString> text = quotedText();
    return text ? std::optional(Token{*text, true}) : std::nullopt;
}

std::optional<QString> Parser::quotedText()
{
    const qsizetype inside = ++m_at;
    QString text = QLatin1String("");
    for (; !atEnd(); ++m_at) {
        if (m_text[m_at] == kQuote) {
            ++m_at;
            if (!isAt(kQuote))
                return text;
        }
        text.append(m_text[m_at]);
    }
    m_at = inside;
    return std::nullopt;
}

QString Parser::bareText(bool inValue)
{
    const qsizetype from = m_at;
    while (!atEnd() && !endsWord(m_text[m_at]) && !(inValue && isAtDots()))
        ++m_at;
    return m_text.sliced(from, m_at - from);
}

/// While a phrase is typed its words narrow already; what an open quote keeps out cannot be told, so all behind it is left.
void Parser::openQuote(qsizetype quote, bool excluded)
{
    mistake(quote, m_text.size(), Text::tr("a closing quotation mark"), m_text.sliced(quote) + kQuote);
    if (excluded)
        m_at = m_text.size();
}

void Parser::condition(qsizetype start, const Token &name, bool excluded)
{
    const qsizetype nameStart = start + (excluded ? 1 : 0);
    if (name.text.compare(QLatin1String("sort"), Qt::CaseInsensitive) == 0)
        return sortTerm(start, excluded);
    if (name.text.compare(QLatin1String("in"), Qt::CaseInsensitive) == 0)
        return placeTerm(start, excluded);
    const std::optional<FieldId> field = conditionField(name.text);
    if (!field)
        return unknownField(start, nameStart, name);

    const QString fieldName = conditionFieldNames()[qsizetype(*field)];
    QStringList values;
    do {
        ++m_at; // the colon or a bar
        if (!value(fieldName, values))
            return;
    } while (isAt(QLatin1Char('|')));
    if (!values.isEmpty())
        m_parsed.query.conditions.push_back({.field = fieldName, .values = values, .excluded = excluded});
}

/// Reads one value.  False when the condition is not to be had: part of what was asked would answer another question.
bool Parser::value(const QString &field, QStringList &values)
{
    const qsizetype start = m_at;
    const bool isDate = field == QLatin1String("date");
    QString text;
    if (isAt(kQuote)) {
        const std::optional<QString> inside = quotedText();
        if (!inside) {
            mistake(start, m_text.size(), Text::tr("a closing quotation mark"), m_text.sliced(start) + kQuote);
            m_at = m_text.size();
            return true;
        }
        text = *inside;
    } else {
        text = bareText(true);
        if (text.isEmpty() && (atGap() || isAt(QLatin1Char('|')))) {
            mistake(start - 1, start, Text::tr("a value, such as %1:none").arg(field));
            return true;
        }
        if (text.compare(kNone, Qt::CaseInsensitive) == 0)
            text = QString();
    }
    const bool isContains = m_text[start] != kQuote && text.contains(QLatin1Char('*'));
    if (isContains || (!atGap() && !isAt(QLatin1Char('|')))) {
        refuseValue(start, isDate);
        return false;
    }
    if (isDate && !text.isNull() && !catalogue::PartialDate::parse(text)) {
        mistake(start, m_at, Text::tr("a date, such as 2025, 2025-07 or 2025-07-26"));
        return true;
    }
    if (std::none_of(values.begin(), values.end(), [&text](const QString &other) { return sameValue(other, text); }))
        values.append(text);
    return true;
}

void Parser::unknownField(qsizetype start, qsizetype nameStart, const Token &name)
{
    const qsizetype nameEnd = m_at + 1;
    skipTerm();
    const QString expected = Text::tr("one of the fields %1").arg(prefixes().join(QLatin1String(", ")));
    const QString near = nearestName(name.text, prefixes());
    if (near.isNull())
        mistake(start, m_at, expected, asPhrase(start));
    else
        mistake(nameStart, nameEnd, expected, near + QLatin1Char(':'));
}

void Parser::refuseValue(qsizetype valueStart, bool isDate)
{
    skipTerm();
    if (isDate)
        mistake(valueStart, m_at, Text::tr("a date, such as 2025, 2025-07 or 2025-07-26"));
    else
        mistake(valueStart, m_at, Text::tr("whole values joined by |, in quotation marks if they hold one of : ( ) < > = .. *"),
            asPhrase(valueStart));
}

void Parser::sortTerm(qsizetype start, bool excluded)
{
    const qsizetype keysStart = ++m_at;
    while (!atGap())
        ++m_at;
    if (excluded) {
        mistake(start, m_at, Text::tr("the minus sign before a column, such as sort:-date"));
        return;
    }
    for (qsizetype from = keysStart; from <= m_at;) {
        const qsizetype comma = m_text.indexOf(QLatin1Char(','), from);
        const qsizetype end = comma < 0 || comma > m_at ? m_at : comma;
        sortKey(from, QStringView(m_text).sliced(from, end - from));
        from = end + 1;
    }
}

void Parser::sortKey(qsizetype start, QStringView key)
{
    const bool descending = key.startsWith(QLatin1Char('-'));
    const QStringView name = key.sliced(descending ? 1 : 0);
    const std::optional<SortId> field = sortField(name);
    if (field) {
        m_parsed.query.sort.push_back({sortFieldNames()[qsizetype(*field)], descending});
        return;
    }
    const QString near = nearestName(name, sortFieldNames());
    const QString sign = descending ? QStringLiteral("-") : QString();
    // An empty key has no place of its own: the colon or comma before it has.
    mistake(key.isEmpty() ? start - 1 : start, start + key.size(),
        Text::tr("one of the columns %1").arg(sortFieldNames().join(QLatin1String(", "))), near.isNull() ? near : sign + near);
}

void Parser::placeTerm(qsizetype start, bool excluded)
{
    const qsizetype placeStart = ++m_at;
    while (!atGap())
        ++m_at;
    const QString place = m_text.sliced(placeStart, m_at - placeStart);
    if (excluded || place.compare(QLatin1String("bin"), Qt::CaseInsensitive) != 0)
        mistake(start, m_at, Text::tr("in:bin, or nothing for all that is not in the bin"), QStringLiteral("in:bin"));
    else
        m_parsed.query.inBin = true;
}

/// Where white space outside quotation marks (and parentheses) ends what began before `from`.
qsizetype Parser::termEnd(qsizetype from, bool withParentheses) const
{
    qsizetype at = from;
    int depth = 0;
    for (; at < m_text.size(); ++at) {
        const QChar character = m_text[at];
        if (character == kQuote) {
            const qsizetype close = m_text.indexOf(kQuote, at + 1);
            at = close < 0 ? at : close;
        } else if (character == QLatin1Char('(')) {
            ++depth;
        } else if (character == QLatin1Char(')')) {
            --depth;
        } else if (character.isSpace() && (depth <= 0 || !withParentheses)) {
            return at;
        }
    }
    return withParentheses && depth > 0 ? termEnd(from, false) : at;
}

/// What stands from start to here as a phrase; null when it has quotation marks of its own.
QString Parser::asPhrase(qsizetype start) const
{
    const QString text = m_text.sliced(start, m_at - start);
    if (text.contains(kQuote))
        return {};
    const bool excluded = text.startsWith(QLatin1Char('-')) && text.size() > 1;
    return excluded ? QStringLiteral("-\"%1\"").arg(text.sliced(1)) : QStringLiteral("\"%1\"").arg(text);
}

void Parser::mistake(qsizetype start, qsizetype end, const QString &expected, const QString &suggestion)
{
    m_parsed.mistakes.push_back({int(start), int(end - start), expected, suggestion});
}

} // namespace

ParsedQuery parseQuery(const QString &text, const Vocabulary *)
{
    return Parser(text).run();
}

} // namespace waic::explore
