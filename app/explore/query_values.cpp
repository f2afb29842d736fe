// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/partial_date.h"
#include "explore/query_parser.h"

#include <QCoreApplication>
#include <QDate>

#include <cmath>
#include <limits>

namespace waic::explore {

namespace {

using catalogue::PartialDate;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Query)
};

QString expectedValue(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Whole:
        return Text::tr("whole values joined by |, in quotation marks if they hold one of : ( ) < > = .. *");
    case ValueKind::Text:
        return Text::tr("values or *parts* joined by |, in quotation marks if they hold one of : ( ) < > = .. *");
    case ValueKind::Date:
        return Text::tr("a date, such as 2025, 2025-07 or 2025-07-26, or a range, such as 2025-07..2025-08 or >2025");
    case ValueKind::Year:
        return Text::tr("a year, such as 2025, or a range, such as 2020..2023");
    case ValueKind::Count:
        return Text::tr("a whole number, such as 3, or a range, such as 1..5 or >3");
    case ValueKind::Number:
        return Text::tr("a number, such as 2.5, or a range, such as 1..5 or >3");
    case ValueKind::Any:
        break;
    }
    return Text::tr("a date, a number, or text in quotation marks");
}

/// 31 June: the month's last day; 2025/7/26: with the marks that dates have here.  Null when there is nothing near.
QString nearestDate(const QString &text)
{
    QString dashed = text.left(16);
    dashed.replace(QLatin1Char('/'), QLatin1Char('-')).replace(QLatin1Char('.'), QLatin1Char('-'));
    const QStringList parts = dashed.split(QLatin1Char('-'));
    const int year = parts[0].toInt(), month = parts.value(1).toInt(), day = parts.value(2).toInt();
    const QDate first(year, month, 1);
    if (parts.size() < 2 || parts.size() > 3 || parts[0].size() != 4 || !first.isValid())
        return {};
    if (parts.size() == 2)
        return first.toString(QStringLiteral("yyyy-MM"));
    if (day < 1 || day > 31)
        return {};
    return QDate(year, month, std::min(day, first.daysInMonth())).toString(Qt::ISODate);
}

/// As the catalogue writes it; empty when it is none of this kind.
std::optional<QString> canonical(ValueKind kind, const QString &text)
{
    if (kind == ValueKind::Date || kind == ValueKind::Year) {
        const Result<PartialDate> date = PartialDate::parse(text);
        const bool isOne = date && (kind == ValueKind::Date || date->month() == 0);
        return isOne ? std::optional(date->toString()) : std::nullopt;
    }
    const std::optional<double> number = readNumber(text);
    const bool isCount = number && *number >= 0 && *number <= std::numeric_limits<int>::max() && *number == std::floor(*number);
    return number && (isCount || kind != ValueKind::Count) ? std::optional(plainNumber(*number)) : std::nullopt;
}

/// The days or the number that an end of a range stands for.
struct Span
{
    double first = 0;
    double last = 0;
};

Span daysOf(const PartialDate &date)
{
    const int month = date.month(), day = date.day();
    return {date.year() * 10000. + (month == 0 ? 1 : month) * 100. + (day == 0 ? 1 : day),
        date.year() * 10000. + (month == 0 ? 12 : month) * 100. + (day == 0 ? 31 : day)};
}

std::optional<std::pair<Span, Span>> spans(const Range &range)
{
    const Result<PartialDate> from = PartialDate::parse(range.from), to = PartialDate::parse(range.to);
    if (from && to)
        return std::pair(daysOf(*from), daysOf(*to));
    const std::optional<double> low = readNumber(range.from), high = readNumber(range.to);
    if (low && high)
        return std::pair(Span{*low, *low}, Span{*high, *high});
    return std::nullopt;
}

bool isReversed(const Span &from, const Span &to, const Range &range)
{
    const double low = range.includesFrom ? from.first : from.last;
    const double high = range.includesTo ? to.last : to.first;
    return range.includesFrom && range.includesTo ? low > high : low >= high;
}

} // namespace

void QueryParser::condition(const Term &term, const QString &field, ValueKind kind)
{
    Reading reading{.condition = {.field = field, .excluded = term.excluded, .off = term.off}, .kind = kind};
    do {
        ++m_at; // the colon or a bar
        if (isAt(kQuote))
            quotedValue(reading);
        else if (atCompare())
            comparedValue(reading);
        else if (isAt(kStar) && takesContained(kind))
            containedValue(reading);
        else
            bareValue(reading);
    } while (!reading.isRefused && isAt(QLatin1Char('|')));
    if (!reading.isRefused && !reading.condition.isEmpty())
        m_parsed.query.conditions.push_back(std::move(reading.condition));
}

void QueryParser::quotedValue(Reading &reading)
{
    const qsizetype start = m_at;
    const std::optional<QString> text = quotedText();
    if (!text) {
        openQuoteMistake(start);
        m_at = m_text.size();
    } else if (!atValueEnd()) {
        refuse(reading, start);
    } else {
        keepValue(reading, start, *text);
    }
}

void QueryParser::bareValue(Reading &reading)
{
    const qsizetype start = m_at;
    const QString text = bareText(true);
    if (isAt(kDots))
        return rangeFrom(reading, start, {text, true, start});
    if (text.isEmpty() && atValueEnd())
        return mistake(start - 1, start, Text::tr("a value, such as %1:none").arg(fieldText(reading.condition.field)));
    if (!atValueEnd() || text.contains(kStar))
        return refuse(reading, start);
    keepValue(reading, start, text.compare(kNone, Qt::CaseInsensitive) == 0 ? QString() : text);
}

void QueryParser::containedValue(Reading &reading)
{
    const qsizetype start = m_at++;
    QString text;
    if (isAt(kQuote)) {
        const qsizetype quote = m_at;
        const std::optional<QString> inside = quotedText();
        if (!inside) {
            openQuoteMistake(quote);
            m_at = m_text.size();
            return;
        }
        text = *inside;
        if (!isAt(kStar))
            return refuse(reading, start);
        ++m_at;
    } else {
        text = bareText(true);
        if (text.indexOf(kStar) != text.size() - 1)
            return refuse(reading, start);
        text.chop(1);
    }
    if (text.isEmpty() || !atValueEnd())
        return refuse(reading, start);
    if (isNew(reading, containedText(text)))
        reading.condition.contained.append(text);
}

/// A null text: none.
void QueryParser::keepValue(Reading &reading, qsizetype start, const QString &text)
{
    std::optional<QString> value = text;
    if (!text.isNull() && takesRanges(reading.kind) && reading.kind != ValueKind::Any)
        value = canonical(reading.kind, text);
    if (!value)
        return mistake(start, m_at, expectedValue(reading.kind), reading.kind == ValueKind::Date ? nearestDate(text) : QString());
    if (isNew(reading, valueText(*value)))
        reading.condition.values.append(*value);
}

void QueryParser::comparedValue(Reading &reading)
{
    const qsizetype start = m_at;
    const Compare sign = compareSign();
    if (sign == Compare::Equal)
        return isAt(kQuote) ? quotedValue(reading) : bareValue(reading);
    RangeEnd end{.included = sign == Compare::AtLeast || sign == Compare::AtMost, .start = m_at};
    end.text = bareText(true);
    const bool isFrom = sign == Compare::Greater || sign == Compare::AtLeast;
    if (isFrom && isAt(kDots))
        rangeFrom(reading, start, end);
    else if (!atValueEnd() || end.text.isEmpty())
        refuse(reading, start);
    else if (isFrom)
        keepRange(reading, start, end, {});
    else
        keepRange(reading, start, {}, end);
}

/// At the two dots.
void QueryParser::rangeFrom(Reading &reading, qsizetype start, const RangeEnd &from)
{
    m_at += kDots.size();
    RangeEnd to;
    if (isAt(QLatin1Char('<')))
        to.included = compareSign() == Compare::AtMost;
    to.start = m_at;
    to.text = bareText(false);
    if (!atValueEnd() || (from.text.isEmpty() && to.text.isEmpty()))
        refuse(reading, start);
    else
        keepRange(reading, start, from, to);
}

void QueryParser::keepRange(Reading &reading, qsizetype start, RangeEnd from, RangeEnd to)
{
    if (!takesRanges(reading.kind))
        return refuse(reading, start);
    if (!readEnd(reading, from) || !readEnd(reading, to))
        return;
    const Range range{from.text, to.text, from.included, to.included};
    if (!range.from.isNull() && !range.to.isNull()) {
        const auto ends = spans(range);
        if (!ends)
            return mistake(start, m_at, Text::tr("two dates or two numbers"));
        if (isReversed(ends->first, ends->second, range)) {
            const Range turned{range.to, range.from};
            return mistake(start, m_at, Text::tr("the lower end before the upper one"),
                range.from == range.to ? range.from : rangeText(turned));
        }
    }
    if (isNew(reading, rangeText(range)))
        reading.condition.ranges.push_back(range);
}

/// Makes the end canonical; an open one null.
bool QueryParser::readEnd(const Reading &reading, RangeEnd &end)
{
    if (end.text.isEmpty()) {
        end = {};
        return true;
    }
    std::optional<QString> text = canonical(reading.kind == ValueKind::Any ? ValueKind::Date : reading.kind, end.text);
    if (!text && reading.kind == ValueKind::Any)
        text = canonical(ValueKind::Number, end.text);
    if (!text) {
        mistake(end.start, end.start + end.text.size(), expectedValue(reading.kind),
            reading.kind == ValueKind::Date ? nearestDate(end.text) : QString());
        return false;
    }
    end.text = *text;
    return true;
}

bool QueryParser::isNew(Reading &reading, const QString &text)
{
    const qsizetype before = reading.texts.size();
    reading.texts.insert(text);
    return reading.texts.size() > before;
}

/// The whole condition goes: a part of what was asked would answer another question.
void QueryParser::refuse(Reading &reading, qsizetype start)
{
    reading.isRefused = true;
    skipTerm();
    const QString text = textFrom(start);
    QString suggestion = takesRanges(reading.kind) ? QString() : asPhrase(start);
    if (takesContained(reading.kind) && text.contains(kStar) && !suggestion.isNull()) {
        QString inside = text;
        while (inside.startsWith(kStar))
            inside.remove(0, 1);
        while (inside.endsWith(kStar))
            inside.chop(1);
        suggestion = inside.isEmpty() ? suggestion : containedText(inside);
    }
    mistake(start, m_at, expectedValue(reading.kind), suggestion);
}

} // namespace waic::explore
