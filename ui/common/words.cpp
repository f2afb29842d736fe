// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/words.h"

#include "catalogue/country.h"
#include "catalogue/field.h"
#include "catalogue/partial_date.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

struct FieldWords
{
    const char *field;
    const char *title;
    const char *missing;
};

constexpr FieldWords kFields[] = {
    {"kind", QT_TRANSLATE_NOOP("Conditions", "Kind"), QT_TRANSLATE_NOOP("Conditions", "no kind")},
    {"edition", QT_TRANSLATE_NOOP("Conditions", "Edition"), QT_TRANSLATE_NOOP("Conditions", "no edition")},
    {"country", QT_TRANSLATE_NOOP("Conditions", "Country"), QT_TRANSLATE_NOOP("Conditions", "no country")},
    {"openness", QT_TRANSLATE_NOOP("Conditions", "Openness"), QT_TRANSLATE_NOOP("Conditions", "no openness")},
    {"verification", QT_TRANSLATE_NOOP("Conditions", "Verification"), QT_TRANSLATE_NOOP("Conditions", "no verification")},
    {"org", QT_TRANSLATE_NOOP("Conditions", "Organisation"), QT_TRANSLATE_NOOP("Conditions", "no organisation")},
    {"tag", QT_TRANSLATE_NOOP("Conditions", "Tag"), QT_TRANSLATE_NOOP("Conditions", "no tag")},
    {"role", QT_TRANSLATE_NOOP("Conditions", "Role"), QT_TRANSLATE_NOOP("Conditions", "no role")},
    {"source", QT_TRANSLATE_NOOP("Conditions", "Source"), QT_TRANSLATE_NOOP("Conditions", "no source")},
    {"measure", QT_TRANSLATE_NOOP("Conditions", "Measure"), QT_TRANSLATE_NOOP("Conditions", "no measure")},
    {"subject", QT_TRANSLATE_NOOP("Conditions", "Subject"), QT_TRANSLATE_NOOP("Conditions", "no subject")},
    {"unit", QT_TRANSLATE_NOOP("Conditions", "Unit"), QT_TRANSLATE_NOOP("Conditions", "no unit")},
    {"nature", QT_TRANSLATE_NOOP("Conditions", "Nature"), QT_TRANSLATE_NOOP("Conditions", "not said")},
    {"year", QT_TRANSLATE_NOOP("Conditions", "Year"), QT_TRANSLATE_NOOP("Conditions", "no year")},
    {"asof", QT_TRANSLATE_NOOP("Conditions", "As of"), QT_TRANSLATE_NOOP("Conditions", "no date of a figure")},
    {"figures", QT_TRANSLATE_NOOP("Conditions", "Figures"), QT_TRANSLATE_NOOP("Conditions", "no figures")},
    {"sources", QT_TRANSLATE_NOOP("Conditions", "Sources"), QT_TRANSLATE_NOOP("Conditions", "no sources")},
    {"date", QT_TRANSLATE_NOOP("Conditions", "Date"), QT_TRANSLATE_NOOP("Conditions", "no date")},
    {"title", QT_TRANSLATE_NOOP("Conditions", "Title"), QT_TRANSLATE_NOOP("Conditions", "no title")},
    {"summary", QT_TRANSLATE_NOOP("Conditions", "Summary"), QT_TRANSLATE_NOOP("Conditions", "no summary")},
    {"notes", QT_TRANSLATE_NOOP("Conditions", "Notes"), QT_TRANSLATE_NOOP("Conditions", "no notes")},
};

struct FlagWords
{
    const char *flag;
    const char *title;
};

constexpr FlagWords kFlags[] = {
    {"is:starred", QT_TRANSLATE_NOOP("Conditions", "Starred")},
    {"is:differing", QT_TRANSLATE_NOOP("Conditions", "Differing")},
    {"is:unverified", QT_TRANSLATE_NOOP("Conditions", "Unverified")},
    {"is:confirmed", QT_TRANSLATE_NOOP("Conditions", "Confirmed")},
    {"is:disputed", QT_TRANSLATE_NOOP("Conditions", "Disputed")},
    {"is:retracted", QT_TRANSLATE_NOOP("Conditions", "Retracted")},
    {"is:edited", QT_TRANSLATE_NOOP("Conditions", "Edited")},
    {"has:source", QT_TRANSLATE_NOOP("Conditions", "Has a source")},
    {"has:claim", QT_TRANSLATE_NOOP("Conditions", "Has a figure")},
    {"has:url", QT_TRANSLATE_NOOP("Conditions", "Has a link")},
    {"has:note", QT_TRANSLATE_NOOP("Conditions", "Has notes")},
};

const FieldWords *wordsOf(QStringView field)
{
    for (const FieldWords &words : kFields)
        if (field == QLatin1String(words.field))
            return &words;
    return nullptr;
}

/// Own fields do not say their type here, so their ends do: no number has a hyphen inside.
bool isDateRange(QStringView field, const explore::Range &range)
{
    if (field == QLatin1String("date") || field == QLatin1String("asof"))
        return true;
    return range.from.indexOf(QLatin1Char('-')) == 4 || range.to.indexOf(QLatin1Char('-')) == 4;
}

QString endTitle(QStringView field, const QString &end, bool isDate)
{
    if (isDate)
        return dateTitle(end);
    bool ok = false;
    const double number = QLocale::c().toDouble(end, &ok);
    // Of an own field, four digits are most often a year, which is not grouped.
    const bool counts = field == QLatin1String("figures") || field == QLatin1String("sources");
    const bool year = !counts && end.size() == 4 && std::all_of(end.begin(), end.end(), [](QChar c) { return c.isDigit(); });
    return ok && !year ? catalogue::numberText(number) : end;
}

QString compareSign(explore::Compare compare)
{
    switch (compare) {
    case explore::Compare::Equal:
        return QStringLiteral("=");
    case explore::Compare::Greater:
        return QStringLiteral(">");
    case explore::Compare::AtLeast:
        return QStringLiteral("≥");
    case explore::Compare::Less:
        return QStringLiteral("<");
    case explore::Compare::AtMost:
        return QStringLiteral("≤");
    }
    return {};
}

} // namespace

QString fieldTitle(QStringView field)
{
    const FieldWords *words = wordsOf(field);
    return words ? Text::tr(words->title) : field.toString();
}

QString valueTitle(QStringView field, const QString &value)
{
    if (value.isNull()) {
        const FieldWords *words = wordsOf(field);
        return words ? Text::tr(words->missing) : Text::tr("none");
    }
    if (field == QLatin1String("country")) {
        const QString name = catalogue::countryName(value);
        return name.isNull() ? value : name;
    }
    return value;
}

QString dateTitle(const QString &isoDate)
{
    const auto date = catalogue::PartialDate::parse(isoDate);
    if (!date || date->isNull())
        return isoDate;
    if (date->month() == 0)
        return isoDate.trimmed();
    const QDate day(date->year(), date->month(), std::max(1, date->day()));
    return QLocale().toString(day, date->day() ? QStringLiteral("d MMM yyyy") : QStringLiteral("MMM yyyy"));
}

QString rangeTitle(QStringView field, const explore::Range &range)
{
    const bool dates = isDateRange(field, range);
    const QString from = endTitle(field, range.from, dates), to = endTitle(field, range.to, dates);
    if (range.from.isNull() && range.to.isNull())
        return {};
    if (range.to.isNull() && dates)
        return range.includesFrom ? Text::tr("since %1").arg(from) : Text::tr("after %1").arg(from);
    if (range.from.isNull() && dates)
        return range.includesTo ? Text::tr("until %1").arg(to) : Text::tr("before %1").arg(to);
    if (range.to.isNull())
        return (range.includesFrom ? QStringLiteral("≥ ") : QStringLiteral("> ")) + from;
    if (range.from.isNull())
        return (range.includesTo ? QStringLiteral("≤ ") : QStringLiteral("< ")) + to;
    if (range.from == range.to)
        return from;
    const QString first = range.includesFrom ? from : dates ? Text::tr("after %1").arg(from) : QStringLiteral("> ") + from;
    const QString last = range.includesTo ? to : dates ? Text::tr("before %1").arg(to) : QStringLiteral("< ") + to;
    return Text::tr("%1 to %2").arg(first, last);
}

QString valuesTitle(const explore::Condition &condition)
{
    QStringList values;
    for (const QString &value : condition.values)
        values << valueTitle(condition.field, value);
    for (const QString &part : condition.contained)
        values << Text::tr("contains “%1”").arg(part);
    for (const explore::Range &range : condition.ranges)
        values << rangeTitle(condition.field, range);
    return values.join(Text::tr(" or "));
}

QString conditionTitle(const explore::Condition &condition)
{
    const QString text = fieldTitle(condition.field) + QLatin1Char(' ') + valuesTitle(condition);
    return condition.excluded ? Text::tr("not %1").arg(text) : text;
}

QString claimTitle(const explore::ClaimCondition &claim)
{
    const QString measure = claim.share ? Text::tr("%1, share").arg(claim.measure) : claim.measure;
    const QString unit = claim.unit.isNull() || claim.unit == QLatin1String("%") ? claim.unit : QLatin1Char(' ') + claim.unit;
    const QString text
        = measure + QLatin1Char(' ') + compareSign(claim.compare) + QLatin1Char(' ') + catalogue::numberText(claim.number) + unit;
    return claim.excluded ? Text::tr("not %1").arg(text) : text;
}

QString flagTitle(const explore::Flag &flag)
{
    const auto known = std::find_if(
        std::begin(kFlags), std::end(kFlags), [&flag](const FlagWords &words) { return flag.name == QLatin1String(words.flag); });
    const QString text = known == std::end(kFlags) ? flag.name : Text::tr(known->title);
    return flag.excluded ? Text::tr("not %1").arg(text) : text;
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(text.toHtmlEscaped());
}

QString literal(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace waic::ui
