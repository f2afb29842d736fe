// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/range_ends.h"

#include "ui/facets/range_axis.h"

#include "catalogue/field.h"
#include "catalogue/partial_date.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Ranges)
};

constexpr double kPlainFrom = 1e-6, kPlainTo = 1e15; // beyond, a number has an exponent

QString sentence(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words.endsWith(QLatin1Char('.')) || words.endsWith(QLatin1Char('?')) ? words : words + QLatin1Char('.');
}

std::optional<double> numberOf(const QString &typed)
{
    bool ok = false;
    double number = QLocale().toDouble(typed, &ok);
    if (!ok)
        number = QLocale::c().toDouble(typed, &ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace

int monthOf(double yearMonth)
{
    const int value = int(yearMonth);
    return value / 100 * 12 + std::clamp(value % 100, 1, 12) - 1;
}

bool isYearAlone(double yearMonth)
{
    return int(yearMonth) % 100 == 0;
}

QString plainNumber(double number)
{
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double size = std::abs(number);
    const bool plain = size == 0 || (size >= kPlainFrom && size < kPlainTo);
    return locale.toString(number, plain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

std::optional<RangeSpan> spanOf(const QString &end, bool isDate, bool isWhole)
{
    if (end.isNull())
        return {};
    if (!isDate) {
        bool ok = false;
        const double number = QLocale::c().toDouble(end, &ok);
        return ok ? std::optional(RangeSpan{number, number + (isWhole ? 1 : 0)}) : std::nullopt;
    }
    const auto date = catalogue::PartialDate::parse(end);
    if (!date || date->isNull())
        return {};
    const double year = date->year() * 12.0;
    if (date->month() == 0)
        return RangeSpan{year, year + 12};
    const double month = year + date->month() - 1;
    if (date->day() == 0)
        return RangeSpan{month, month + 1};
    return RangeSpan{month + (date->day() - 1) / 31.0, month + date->day() / 31.0};
}

RangeEnd parseRangeEnd(const QString &typed, RangeKind kind)
{
    RangeEnd end;
    QString text = typed.trimmed();
    if (text.isEmpty())
        return end;
    if (text.startsWith(QLatin1Char('<')) || text.startsWith(QLatin1Char('>'))) {
        end.included = text.mid(1).startsWith(QLatin1Char('='));
        text = text.mid(end.included ? 2 : 1).trimmed();
    }
    if (kind == RangeKind::Dates) {
        const auto date = catalogue::PartialDate::parse(text);
        if (date && !date->isNull())
            end.text = date->toString();
        else
            end.mistake = date ? Text::tr("A date is wanted. Try 2025-07.") : sentence(date.error().what);
        return end;
    }
    const std::optional<double> number = numberOf(text);
    if (!number)
        end.mistake = Text::tr("A number is wanted. Try %1.").arg(catalogue::numberText(12));
    else
        end.text = plainNumber(*number);
    return end;
}

QString rangeEndText(const QString &end, bool included, bool isFrom, RangeKind kind)
{
    if (end.isNull())
        return {};
    bool ok = false;
    const double number = kind == RangeKind::Dates ? 0 : QLocale::c().toDouble(end, &ok);
    const QString text = ok ? catalogue::numberText(number) : end;
    return included ? text : (isFrom ? QStringLiteral("> ") : QStringLiteral("< ")) + text;
}

QString rangeMistake(const explore::Range &range, RangeKind kind)
{
    const bool dates = kind == RangeKind::Dates;
    const std::optional<RangeSpan> from = spanOf(range.from, dates, false), to = spanOf(range.to, dates, false);
    if (!from || !to)
        return {};
    const double first = range.includesFrom ? from->low : from->high, last = range.includesTo ? to->high : to->low;
    const bool both = range.includesFrom && range.includesTo;
    if (first < last || (first == last && !dates && both))
        return {};
    return Text::tr("This range ends before it begins.");
}

} // namespace waic::ui
