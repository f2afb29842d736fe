// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_text.h"

#include "explore/fields.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace waic::explore {

namespace {

constexpr int kLongNumber = 10; ///< digits; longer ones read better with an exponent, if that is shorter

/// How much of the text is a number: digits, a point, an exponent.
qsizetype numberLength(QStringView text)
{
    const auto isDigit = [&text](qsizetype at) { return at < text.size() && text[at] >= u'0' && text[at] <= u'9'; };
    const auto isSign = [&text](qsizetype at) { return at < text.size() && (text[at] == u'-' || text[at] == u'+'); };
    qsizetype at = isSign(0) ? 1 : 0;
    const qsizetype whole = at;
    while (isDigit(at))
        ++at;
    bool hasDigits = at > whole;
    if (at < text.size() && text[at] == u'.' && (hasDigits || isDigit(at + 1))) {
        const qsizetype point = at++;
        while (isDigit(at))
            ++at;
        if (at == point + 1)
            return point; // "5." is five and a point
        hasDigits = true;
    }
    if (!hasDigits)
        return 0;
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        qsizetype exponent = at + (isSign(at + 1) ? 2 : 1);
        if (!isDigit(exponent))
            return at;
        while (isDigit(exponent))
            ++exponent;
        at = exponent;
    }
    return at;
}

QString withoutNeedlessExponentSigns(QString text)
{
    const qsizetype e = text.indexOf(QLatin1Char('e'));
    if (e < 0)
        return text;
    qsizetype at = e + 1;
    if (text[at] == QLatin1Char('+'))
        text.remove(at, 1);
    else if (text[at] == QLatin1Char('-'))
        ++at;
    while (at + 1 < text.size() && text[at] == QLatin1Char('0'))
        text.remove(at, 1);
    return text;
}

} // namespace

bool endsWord(QChar character)
{
    static const QString special = QStringLiteral(":\"()|<>=");
    return character.isSpace() || special.contains(character);
}

bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), endsWord);
}

QString quoted(const QString &text)
{
    QString inside = text;
    return kQuote + inside.replace(kQuote, QLatin1String("\"\"")) + kQuote;
}

QString valueText(const QString &value)
{
    if (value.isNull())
        return QString(kNone);
    const bool plain
        = isPlain(value) && !value.contains(kDots) && !value.contains(kStar) && value.compare(kNone, Qt::CaseInsensitive) != 0;
    return plain ? value : quoted(value);
}

QString containedText(const QString &contained)
{
    const bool plain = isPlain(contained) && !contained.contains(kDots) && !contained.contains(kStar);
    return kStar + (plain ? contained : quoted(contained)) + kStar;
}

QString rangeText(const Range &range)
{
    if (range.to.isNull())
        return QLatin1String(range.includesFrom ? ">=" : ">") + range.from;
    if (range.from.isNull())
        return QLatin1String(range.includesTo ? "<=" : "<") + range.to;
    return QLatin1String(range.includesFrom ? "" : ">") + range.from + kDots + QLatin1String(range.includesTo ? "" : "<")
        + range.to;
}

QString fieldText(const QString &field)
{
    return builtInField(field) ? field : quoted(field);
}

QString measureText(const QString &measure, bool share)
{
    // date>2025 is taken for a slip of the hand.
    const bool plain = isPlain(measure) && !measure.startsWith(QLatin1Char('-')) && (share || !conditionField(measure));
    return plain ? measure : quoted(measure);
}

QString compareText(Compare compare)
{
    switch (compare) {
    case Compare::Greater:
        return QStringLiteral(">");
    case Compare::AtLeast:
        return QStringLiteral(">=");
    case Compare::Less:
        return QStringLiteral("<");
    case Compare::AtMost:
        return QStringLiteral("<=");
    case Compare::Equal:
        break;
    }
    return QStringLiteral("=");
}

QString amountText(const Amount &amount)
{
    const QString number = plainNumber(amount.number);
    if (amount.unit.isNull())
        return number;
    const QString attached = number + amount.unit;
    if (isPlain(amount.unit) && !number.contains(QLatin1Char('e')) && readAmount(attached) == amount)
        return attached;
    return quoted(number + QLatin1Char(' ') + amount.unit);
}

std::optional<Amount> readAmount(QStringView text)
{
    text = text.trimmed();
    const qsizetype length = numberLength(text);
    const std::optional<double> number = readNumber(text.first(length));
    if (!number)
        return std::nullopt;
    const QStringView unit = text.sliced(length).trimmed();
    return Amount{*number, unit.isEmpty() ? QString() : unit.toString()};
}

QString plainNumber(double number)
{
    if (number == 0)
        return QStringLiteral("0");
    const QString exponential = withoutNeedlessExponentSigns(QString::number(number, 'e', QLocale::FloatingPointShortest));
    const double size = std::abs(number);
    if (size < 1e-6 || size >= 1e21)
        return exponential;
    const QString plain = QString::number(number, 'f', QLocale::FloatingPointShortest);
    return plain.size() > kLongNumber && exponential.size() < plain.size() ? exponential : plain;
}

std::optional<double> readNumber(QStringView text)
{
    if (text.isEmpty() || numberLength(text) != text.size())
        return std::nullopt;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number == 0 ? 0.0 : number) : std::nullopt;
}

} // namespace waic::explore
