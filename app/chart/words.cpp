// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/words.h"

#include "catalogue/figure.h"
#include "catalogue/partial_date.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <array>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

QString joined(const QStringList &items, const QString &last)
{
    if (items.size() < 2)
        return items.join(QString());
    return last.arg(items.mid(0, items.size() - 1).join(QStringLiteral(", ")), items.last());
}

} // namespace

QString announcementsText(int count)
{
    return count == 1 ? Text::tr("1 announcement") : Text::tr("%1 announcements").arg(catalogue::countText(count));
}

QString figuresText(int count)
{
    return count == 1 ? Text::tr("1 figure") : Text::tr("%1 figures").arg(catalogue::countText(count));
}

QString numberWord(int count, bool atStart)
{
    static constexpr std::array kWords{QT_TRANSLATE_NOOP("ChartWords", "none"), QT_TRANSLATE_NOOP("ChartWords", "one"),
        QT_TRANSLATE_NOOP("ChartWords", "two"), QT_TRANSLATE_NOOP("ChartWords", "three"), QT_TRANSLATE_NOOP("ChartWords", "four"),
        QT_TRANSLATE_NOOP("ChartWords", "five"), QT_TRANSLATE_NOOP("ChartWords", "six"), QT_TRANSLATE_NOOP("ChartWords", "seven"),
        QT_TRANSLATE_NOOP("ChartWords", "eight"), QT_TRANSLATE_NOOP("ChartWords", "nine"), QT_TRANSLATE_NOOP("ChartWords", "ten"),
        QT_TRANSLATE_NOOP("ChartWords", "eleven"), QT_TRANSLATE_NOOP("ChartWords", "twelve")};
    if (count < 0 || count >= int(kWords.size()))
        return catalogue::countText(count);
    const QString word = Text::tr(kWords[std::size_t(count)]);
    return atStart ? capitalised(word) : word;
}

QString dateText(const QString &isoDate)
{
    const auto date = catalogue::PartialDate::parse(isoDate);
    if (!date || date->isNull())
        return isoDate;
    if (date->month() == 0)
        return QString::number(date->year());
    if (date->day() == 0)
        return monthText(date->year() * 12 + date->month() - 1);
    return QLocale().toString(QDate(date->year(), date->month(), date->day()), Text::tr("d MMMM yyyy", "date of a day"));
}

QString monthText(int month)
{
    return QLocale().toString(QDate(month / 12, month % 12 + 1, 1), Text::tr("MMMM yyyy", "date of a month"));
}

QString listText(const QStringList &items)
{
    return joined(items, Text::tr("%1 and %2"));
}

QString orText(const QStringList &items)
{
    return joined(items, Text::tr("%1 or %2"));
}

QString capitalised(const QString &text)
{
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

QString typeset(QString text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i)
        if (text[i] == QLatin1Char('\'') && text[i - 1].isLetter() && text[i + 1].isLetter())
            text[i] = QChar(0x2019);
    return text;
}

} // namespace waic::chart
