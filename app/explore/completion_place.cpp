// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/completion_place.h"

#include "explore/query_text.h"

namespace waic::explore {

namespace {

bool isCompare(QChar character)
{
    return character == QLatin1Char('<') || character == QLatin1Char('>') || character == QLatin1Char('=');
}

/// A text as it is before its last quotation mark is typed: "say ""hi → say "hi.
QString withoutQuotes(QStringView text)
{
    if (!text.startsWith(kQuote))
        return text.toString();
    QString inside = text.sliced(1).toString();
    inside.replace(QLatin1String("\"\""), QString(QChar(0))); // no mistake: a NUL is not a closing mark
    if (inside.endsWith(kQuote))
        inside.chop(1);
    return inside.replace(QChar(0), kQuote);
}

class PlaceFinder
{
public:
    PlaceFinder(const QString &text, qsizetype cursor)
        : m_text(text)
        , m_cursor(qBound(qsizetype(0), cursor, text.size()))
    {
    }

    CompletionPlace place();

private:
    template <typename Test>
    qsizetype findUnquoted(qsizetype from, qsizetype to, Test test) const;
    void findTerm();
    void skipSigns();
    void behindColon(qsizetype colon);
    void behindSign(qsizetype sign);
    void listed(qsizetype from, QLatin1Char separator);
    void setRange(qsizetype start);

    const QString &m_text;
    qsizetype m_cursor;
    qsizetype m_start = 0; ///< of the term, behind its minus sign
    qsizetype m_end = 0;
    CompletionPlace m_place;
};

template <typename Test>
qsizetype PlaceFinder::findUnquoted(qsizetype from, qsizetype to, Test test) const
{
    bool isQuoted = false;
    for (qsizetype at = from; at < to; ++at) {
        if (m_text[at] == kQuote)
            isQuoted = !isQuoted;
        else if (!isQuoted && test(m_text[at]))
            return at;
    }
    return to;
}

void PlaceFinder::findTerm()
{
    const auto isSpace = [](QChar character) { return character.isSpace(); };
    while (true) {
        m_end = findUnquoted(m_start, m_text.size(), isSpace);
        if (m_end >= m_cursor)
            return;
        m_start = m_end + 1;
    }
}

void PlaceFinder::skipSigns()
{
    static const QLatin1String off("off(");
    const auto begins = [this](QLatin1String sign) {
        return QStringView(m_text).sliced(m_start, m_cursor - m_start).startsWith(sign, Qt::CaseInsensitive);
    };
    while (begins(off))
        m_start += off.size();
    m_place.excluded = begins(QLatin1String("-"));
    if (m_place.excluded)
        ++m_start;
}

CompletionPlace PlaceFinder::place()
{
    findTerm();
    skipSigns();
    const qsizetype split
        = findUnquoted(m_start, m_cursor, [](QChar character) { return character == QLatin1Char(':') || isCompare(character); });
    if (split == m_cursor)
        setRange(m_start);
    else if (isCompare(m_text[split]))
        behindSign(split);
    else
        behindColon(split);
    return m_place;
}

void PlaceFinder::behindColon(qsizetype colon)
{
    using Kind = CompletionPlace::Kind;
    const QStringView name = QStringView(m_text).sliced(m_start, colon - m_start);
    const auto isName = [&name](const char *other) { return name.compare(QLatin1String(other), Qt::CaseInsensitive) == 0; };
    m_place.name = withoutQuotes(name);
    m_place.nameQuoted = name.startsWith(kQuote);
    if (isName("share")) {
        m_place.kind = Kind::Measure;
        m_place.share = true;
        const qsizetype sign = findUnquoted(colon + 1, m_cursor, isCompare);
        return sign < m_cursor ? behindSign(sign) : setRange(colon + 1);
    }
    if (isName("sort")) {
        m_place.kind = Kind::SortKey;
        return listed(colon + 1, QLatin1Char(','));
    }
    if (isName("is") || isName("has") || isName("in")) {
        m_place.kind = isName("in") ? Kind::Bin : Kind::Flag;
        return setRange(colon + 1);
    }
    m_place.kind = Kind::Value;
    listed(colon + 1, QLatin1Char('|'));
}

void PlaceFinder::behindSign(qsizetype sign)
{
    m_place.kind = CompletionPlace::Kind::Amount;
    while (sign < m_cursor && isCompare(m_text[sign]))
        ++sign;
    setRange(sign);
}

/// The part between separators that the cursor is in; the other parts are told beside it.
void PlaceFinder::listed(qsizetype from, QLatin1Char separator)
{
    const auto ends = [separator](QChar character) { return character == separator || character == QLatin1Char(')'); };
    for (qsizetype at = from; at <= m_end;) {
        const qsizetype end = findUnquoted(at, m_end, ends);
        if (at <= m_cursor && m_cursor <= end) {
            setRange(at);
        } else {
            const QStringView part = QStringView(m_text).sliced(at, end - at);
            m_place.others.append(withoutQuotes(part.startsWith(QLatin1Char('-')) ? part.sliced(1) : part));
        }
        at = end + 1;
    }
}

/// From here to where the word or phrase at the cursor ends.
void PlaceFinder::setRange(qsizetype start)
{
    m_place.start = start;
    m_place.quoted = start < m_cursor && m_text[start] == kQuote;
    m_place.typed = withoutQuotes(QStringView(m_text).sliced(start, m_cursor - start));
    qsizetype end = m_cursor;
    if (m_place.quoted) {
        // An odd number of marks behind the cursor: the first of them closes this phrase.
        const bool isInside = QStringView(m_text).sliced(start, m_cursor - start).count(kQuote) % 2 == 1;
        if (isInside && QStringView(m_text).sliced(m_cursor).count(kQuote) % 2 == 1)
            end = m_text.indexOf(kQuote, m_cursor) + 1;
    } else {
        const QLatin1Char comma(m_place.kind == CompletionPlace::Kind::SortKey ? ',' : '|');
        while (end < m_text.size() && !endsWord(m_text[end]) && m_text[end] != comma)
            ++end;
    }
    m_place.end = end;
}

} // namespace

CompletionPlace completionPlace(const QString &text, qsizetype cursor)
{
    return PlaceFinder(text, cursor).place();
}

} // namespace waic::explore
