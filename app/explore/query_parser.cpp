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

constexpr std::size_t kMostMistakes = 100; ///< nobody reads more, and help with each costs its time
constexpr QLatin1String kOff("off(");

QStringList namesOf(const std::vector<OwnField> &fields)
{
    QStringList names;
    for (const OwnField &field : fields)
        names.append(field.name);
    return names;
}

/// Every name that may stand before a colon, but for those of own fields.
QStringList prefixes()
{
    return conditionFieldNames()
        + QStringList{
            QStringLiteral("is"), QStringLiteral("has"), QStringLiteral("in"), QStringLiteral("share"), QStringLiteral("sort")};
}

} // namespace

QueryParser::QueryParser(const QString &text, const Vocabulary *vocabulary)
    : m_text(text)
    , m_hasVocabulary(vocabulary)
    , m_own(vocabulary ? vocabulary->fields : std::vector<OwnField>())
    , m_ownNames(namesOf(m_own))
    , m_measures(vocabulary ? vocabulary->measures : QStringList())
    , m_units(vocabulary ? vocabulary->units : QStringList())
{
}

ParsedQuery QueryParser::run()
{
    for (skipSpace(); !atEnd(); skipSpace())
        term();
    std::stable_sort(m_parsed.mistakes.begin(), m_parsed.mistakes.end(),
        [](const Mistake &a, const Mistake &b) { return a.position < b.position; });
    return std::move(m_parsed);
}

bool QueryParser::isAt(QLatin1String text, Qt::CaseSensitivity letters) const
{
    return QStringView(m_text).sliced(m_at).startsWith(text, letters);
}

void QueryParser::skipSpace()
{
    while (!atEnd() && m_text[m_at].isSpace())
        ++m_at;
}

void QueryParser::term()
{
    if (isAt(kOff, Qt::CaseInsensitive))
        offTerm();
    else
        body({.start = m_at});
}

/// Switched off twice is switched off.
void QueryParser::offTerm()
{
    const qsizetype start = m_at;
    qsizetype depth = 0;
    for (; isAt(kOff, Qt::CaseInsensitive); skipSpace()) {
        m_at += kOff.size();
        ++depth;
    }
    m_isOff = true;
    const std::size_t mistakes = m_parsed.mistakes.size();
    const bool isEmpty = atGap();
    if (!isEmpty)
        body({.start = m_at, .off = true});
    qsizetype end = m_at;
    for (skipSpace(); depth > 0 && isAt(QLatin1Char(')')); skipSpace()) {
        end = ++m_at;
        --depth;
    }
    m_at = end;
    m_isOff = false;
    if (isEmpty)
        mistake(start, end, Text::tr("a term between the parentheses, such as off(kind:model)"));
    else if (depth > 0 && m_parsed.mistakes.size() == mistakes)
        mistake(start, end, Text::tr("a closing parenthesis after one term"), textFrom(start) + QString(depth, QLatin1Char(')')));
}

void QueryParser::body(Term term)
{
    term.excluded = isAt(QLatin1Char('-'));
    if (term.excluded) {
        ++m_at;
        if (atGap())
            return mistake(term.start, m_at, Text::tr("a word or a condition right after the minus sign"));
        if (isAt(kOff, Qt::CaseInsensitive)) {
            const qsizetype inside = m_at + kOff.size();
            skipTerm();
            return mistake(
                term.start, m_at, Text::tr("the minus sign within off( … )"), QStringLiteral("off(-") + textFrom(inside));
        }
    }
    const qsizetype start = m_at;
    const std::optional<Token> found = token();
    if (!found)
        openQuote(start, term);
    else if (isAt(QLatin1Char(':')) && !(found->text.isEmpty()))
        prefixed(term, *found);
    else if (atCompare() && !found->text.isEmpty())
        claim(term, *found, false);
    else if (!atGap() && !isAt(kQuote) && !(found->phrase && !endsWord(m_text[m_at])))
        notAWord(term, start);
    else if (found->text.isEmpty())
        mistake(term.start, m_at, Text::tr("a word between the quotation marks"));
    else
        m_parsed.query.words.push_back({found->text, found->phrase, term.excluded, term.off});
}

void QueryParser::prefixed(const Term &term, const Token &name)
{
    if (!name.phrase && prefixTerm(term, name))
        return;
    if (const std::optional<FieldId> field = name.phrase ? builtInField(name.text) : conditionField(name.text))
        return condition(term, conditionFieldNames()[qsizetype(*field)], valueKind(*field));
    if (const std::optional<qsizetype> own = m_ownNames.find(name.text))
        return condition(term, m_ownNames.name(*own), valueKind(m_own[std::size_t(*own)].type));
    if (name.phrase && !m_hasVocabulary)
        return condition(term, name.text, ValueKind::Any);
    unknownField(term, name);
}

/// What looks like a condition but is none.  False when it is one.
bool QueryParser::prefixTerm(const Term &term, const Token &name)
{
    const auto isName
        = [&name](const char *prefix) { return name.text.compare(QLatin1String(prefix), Qt::CaseInsensitive) == 0; };
    if (isName("sort"))
        sortTerm(term);
    else if (isName("in"))
        placeTerm(term);
    else if (isName("is") || isName("has"))
        flagTerm(term, name);
    else if (isName("share"))
        shareTerm(term);
    else
        return false;
    return true;
}

void QueryParser::unknownField(const Term &term, const Token &name)
{
    const qsizetype nameEnd = m_at + 1;
    skipTerm();
    if (!isTold())
        return;
    const QString own = nearestName(name.text, m_ownNames.names());
    const QString near = own.isNull() ? nearestName(name.text, prefixes()) : quoted(own);
    if (near.isNull())
        mistake(term.start, m_at, Text::tr("one of the fields %1").arg(fieldList()), asPhrase(term.start));
    else
        mistake(name.start, nameEnd, Text::tr("one of the fields %1").arg(fieldList()), near + QLatin1Char(':'));
}

/// While a phrase is typed its words narrow already; what an open quote keeps out cannot be told, so all behind it is left.
void QueryParser::openQuote(qsizetype quote, const Term &term)
{
    openQuoteMistake(quote);
    if (term.excluded || term.off)
        m_at = m_text.size();
}

void QueryParser::openQuoteMistake(qsizetype quote)
{
    mistake(quote, m_text.size(), Text::tr("a closing quotation mark"), m_text.sliced(quote) + kQuote);
}

void QueryParser::notAWord(const Term &term, qsizetype start)
{
    const QChar first = m_text[start];
    skipTerm();
    QString expected = Text::tr("text with one of ( ) | < > = in quotation marks");
    if (first == QLatin1Char(':'))
        expected = Text::tr("a field's name before the colon");
    else if (first == QLatin1Char('<') || first == QLatin1Char('>') || first == QLatin1Char('='))
        expected = Text::tr("a measure right before the sign, such as compute>=100PFLOPS");
    mistake(term.start, m_at, expected, asPhrase(term.start));
}

/// A word or a phrase; empty, with m_at behind the opening quotation mark, when a phrase does not close.
std::optional<QueryParser::Token> QueryParser::token()
{
    const qsizetype start = m_at;
    if (!isAt(kQuote))
        return Token{start, bareText(false), false};
    const std::optional<QString> text = quotedText();
    return text ? std::optional(Token{start, *text, true}) : std::nullopt;
}

std::optional<QString> QueryParser::quotedText()
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

QString QueryParser::bareText(bool inValue)
{
    const qsizetype from = m_at;
    while (!atEnd() && !endsWord(m_text[m_at]) && !(inValue && isAt(kDots)))
        ++m_at;
    return textFrom(from);
}

/// To the white space outside quotation marks that ends the term.
void QueryParser::skipTerm()
{
    for (; !atGap(); ++m_at)
        if (isAt(kQuote))
            m_at = std::max(m_at, m_text.indexOf(kQuote, m_at + 1));
}

/// What stands from start to here as a phrase; null when it has quotation marks of its own.
QString QueryParser::asPhrase(qsizetype start) const
{
    const QString text = textFrom(start);
    if (text.contains(kQuote))
        return {};
    const bool excluded = text.startsWith(QLatin1Char('-')) && text.size() > 1;
    return excluded ? QLatin1Char('-') + quoted(text.sliced(1)) : quoted(text);
}

void QueryParser::mistake(qsizetype start, qsizetype end, const QString &expected, const QString &suggestion)
{
    if (isTold())
        m_parsed.mistakes.push_back({int(start), int(end - start), expected, suggestion});
}

bool QueryParser::isTold() const
{
    return m_parsed.mistakes.size() < kMostMistakes;
}

const QString &QueryParser::fieldList()
{
    if (m_fieldList.isNull())
        m_fieldList = (prefixes() + m_ownNames.names()).join(QLatin1String(", "));
    return m_fieldList;
}

ParsedQuery parseQuery(const QString &text, const Vocabulary *vocabulary)
{
    return QueryParser(text, vocabulary).run();
}

} // namespace waic::explore
