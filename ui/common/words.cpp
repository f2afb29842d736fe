// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/words.h"

#include "catalogue/country.h"

#include <QCoreApplication>

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
    {"source", QT_TRANSLATE_NOOP("Conditions", "Source"), QT_TRANSLATE_NOOP("Conditions", "no source")},
    {"measure", QT_TRANSLATE_NOOP("Conditions", "Measure"), QT_TRANSLATE_NOOP("Conditions", "no measure")},
    {"subject", QT_TRANSLATE_NOOP("Conditions", "Subject"), QT_TRANSLATE_NOOP("Conditions", "no subject")},
    {"date", QT_TRANSLATE_NOOP("Conditions", "Date"), QT_TRANSLATE_NOOP("Conditions", "no date")},
    {"title", QT_TRANSLATE_NOOP("Conditions", "Title"), QT_TRANSLATE_NOOP("Conditions", "no title")},
    {"summary", QT_TRANSLATE_NOOP("Conditions", "Summary"), QT_TRANSLATE_NOOP("Conditions", "no summary")},
    {"notes", QT_TRANSLATE_NOOP("Conditions", "Notes"), QT_TRANSLATE_NOOP("Conditions", "no notes")},
};

const FieldWords *wordsOf(QStringView field)
{
    for (const FieldWords &words : kFields)
        if (field == QLatin1String(words.field))
            return &words;
    return nullptr;
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

QString conditionTitle(const explore::Condition &condition)
{
    QStringList values;
    for (const QString &value : condition.values)
        values << valueTitle(condition.field, value);
    const QString text = QStringLiteral("%1 %2").arg(fieldTitle(condition.field), values.join(Text::tr(" or ")));
    return condition.excluded ? Text::tr("not %1").arg(text) : text;
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
