// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/fields.h"
#include "explore/name_lookup.h"
#include "explore/query_text.h"

#include <QSet>

namespace waic::explore {

/// Reads one text, once, from left to right.  Cost: linear in the text, whatever stands in it.
class QueryParser
{
public:
    QueryParser(const QString &text, const Vocabulary *vocabulary);

    ParsedQuery run();

private:
    struct Token
    {
        qsizetype start = 0;
        QString text;
        bool phrase = false;
    };
    struct Term
    {
        qsizetype start = 0; ///< with its minus sign
        bool excluded = false;
        bool off = false;
    };
    /// A condition while its values are read.
    struct Reading
    {
        Condition condition;
        ValueKind kind = ValueKind::Whole;
        QSet<QString> texts{}; ///< of the values read
        bool isRefused = false;
    };
    struct RangeEnd
    {
        QString text{}; ///< null: open
        bool included = true;
        qsizetype start = 0;
    };

    bool atEnd() const { return m_at >= m_text.size(); }
    bool isAt(QLatin1Char character) const { return !atEnd() && m_text[m_at] == character; }
    bool isAt(QLatin1String text, Qt::CaseSensitivity letters = Qt::CaseSensitive) const;
    bool atCompare() const { return isAt(QLatin1Char('<')) || isAt(QLatin1Char('>')) || isAt(QLatin1Char('=')); }
    /// Where a term ends: white space, or the parenthesis that closes off( … ).
    bool atGap() const { return atEnd() || m_text[m_at].isSpace() || (m_isOff && isAt(QLatin1Char(')'))); }
    bool atValueEnd() const { return atGap() || isAt(QLatin1Char('|')); }

    // query_parser.cpp: what a term is
    void skipSpace();
    void term();
    void offTerm();
    void body(Term term);
    void prefixed(const Term &term, const Token &name);
    bool prefixTerm(const Term &term, const Token &name);
    void unknownField(const Term &term, const Token &name);
    void openQuote(qsizetype quote, const Term &term);
    void openQuoteMistake(qsizetype quote);
    void notAWord(const Term &term, qsizetype start);
    std::optional<Token> token();
    std::optional<QString> quotedText();
    QString bareText(bool inValue);
    void skipTerm();
    QString textFrom(qsizetype start) const { return m_text.sliced(start, m_at - start); }
    QString asPhrase(qsizetype start) const;
    void mistake(qsizetype start, qsizetype end, const QString &expected, const QString &suggestion = {});
    /// Whether a further mistake is still told, so that help with it is worth its cost.
    bool isTold() const;
    const QString &fieldList();

    // query_terms.cpp: sort, in, is, has
    void sortTerm(const Term &term);
    void sortKey(qsizetype start, QStringView key);
    void placeTerm(const Term &term);
    void flagTerm(const Term &term, const Token &prefix);

    // query_values.cpp: what stands behind a field's colon
    void condition(const Term &term, const QString &field, ValueKind kind);
    void quotedValue(Reading &reading);
    void bareValue(Reading &reading);
    void containedValue(Reading &reading);
    void comparedValue(Reading &reading);
    void rangeFrom(Reading &reading, qsizetype start, const RangeEnd &from);
    void keepValue(Reading &reading, qsizetype start, const QString &text);
    void keepRange(Reading &reading, qsizetype start, RangeEnd from, RangeEnd to);
    bool readEnd(const Reading &reading, RangeEnd &end);
    static bool isNew(Reading &reading, const QString &text);
    void refuse(Reading &reading, qsizetype start);

    // claim_terms.cpp: measure>=number unit
    Compare compareSign();
    void shareTerm(const Term &term);
    void claim(const Term &term, const Token &measure, bool share);
    bool isFieldInstead(const Term &term, const Token &measure, qsizetype measureEnd);
    bool knownMeasure(const Token &measure, qsizetype measureEnd, ClaimCondition &claim);
    bool knownUnit(qsizetype start, ClaimCondition &claim);

    const QString m_text;
    qsizetype m_at = 0;
    bool m_isOff = false; ///< within off( … )
    bool m_hasVocabulary = false;
    std::vector<OwnField> m_own;
    NameLookup m_ownNames;
    NameLookup m_measures;
    NameLookup m_units;
    QString m_fieldList;
    ParsedQuery m_parsed;
};

} // namespace waic::explore
