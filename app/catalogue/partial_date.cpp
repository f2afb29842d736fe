// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/partial_date.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include <limits>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PartialDate)
};

constexpr int kFirstYear = 1000; // less is a slip of the finger
// What a missing part counts as: after all others.
constexpr int kNoMonth = 13;
constexpr int kNoDay = 32;

tl::unexpected<Error> refused(const QString &what, const QString &example)
{
    return failure(ErrorKind::BadInput, Text::tr("%1. Try %2").arg(what, example));
}

QString iso(int year, int month, int day)
{
    QString text = QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
    for (const int part : {month, day}) {
        if (part == 0)
            break;
        text += QStringLiteral("-%1").arg(part, 2, 10, QLatin1Char('0'));
    }
    return text;
}

// "2025/7/26" or "2025.07.26" say clearly what they mean, but the file has one form only.
QString guess(const QString &text)
{
    static const QRegularExpression yearFirst(QStringLiteral("^(\\d{4})[-/. ](\\d{1,2})(?:[-/. ](\\d{1,2}))?$"));
    const auto found = yearFirst.match(text);
    const int month = found.captured(2).toInt();
    const int day = found.captured(3).toInt();
    const bool real = found.hasMatch() && QDate::isValid(found.captured(1).toInt(), month, day == 0 ? 1 : day);
    return real ? iso(found.captured(1).toInt(), month, day) : QString();
}

} // namespace

Result<PartialDate> PartialDate::parse(QStringView typed)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$"));
    const QString text = typed.trimmed().toString();
    const auto found = form.match(text);
    if (!found.hasMatch()) {
        const QString guessed = guess(text);
        return refused(Text::tr("“%1” is no date as the catalogue writes it").arg(text),
            guessed.isNull() ? Text::tr("2025, 2025-07 or 2025-07-26") : guessed);
    }
    PartialDate date;
    date.m_year = found.captured(1).toInt();
    date.m_month = found.captured(2).toInt();
    date.m_day = found.captured(3).toInt();
    const bool hasMonth = found.capturedLength(2) > 0;
    const bool hasDay = found.capturedLength(3) > 0;
    if (date.m_year < kFirstYear)
        return refused(Text::tr("the year %1 is too early").arg(found.captured(1)), QStringLiteral("2025"));
    if (hasMonth && (date.m_month < 1 || date.m_month > 12))
        return refused(Text::tr("there is no month %1").arg(found.captured(2)), iso(date.m_year, 7, 0));
    if (hasDay && !QDate::isValid(date.m_year, date.m_month, date.m_day)) {
        const int lastDay = QDate(date.m_year, date.m_month, 1).daysInMonth();
        const bool leap = date.m_month == 2 && date.m_day == 29;
        const QString name = Text::tr("%1 %2", "day and month").arg(date.m_day).arg(QLocale().standaloneMonthName(date.m_month));
        return refused(
            Text::tr("%1 does not exist").arg(leap ? Text::tr("%1 %2", "day and month, year").arg(name).arg(date.m_year) : name),
            iso(date.m_year, date.m_month, date.m_day == 0 ? 1 : lastDay));
    }
    return date;
}

QString PartialDate::toString() const
{
    return isNull() ? QString() : iso(m_year, m_month, m_day);
}

int PartialDate::sortKey() const
{
    if (isNull())
        return std::numeric_limits<int>::max();
    return m_year * 10000 + (m_month == 0 ? kNoMonth : m_month) * 100 + (m_day == 0 ? kNoDay : m_day);
}

bool PartialDate::overlaps(const PartialDate &other) const
{
    if (isNull() || other.isNull() || m_year != other.m_year)
        return false;
    if (m_month == 0 || other.m_month == 0)
        return true;
    return m_month == other.m_month && (m_day == 0 || other.m_day == 0 || m_day == other.m_day);
}

QString isoText(int month, bool yearAlone)
{
    const QString year = QStringLiteral("%1").arg(month / 12, 4, 10, QLatin1Char('0'));
    return yearAlone ? year : QStringLiteral("%1-%2").arg(year).arg(month % 12 + 1, 2, 10, QLatin1Char('0'));
}

} // namespace waic::catalogue
