// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/field.h"

#include "catalogue/country.h"
#include "catalogue/partial_date.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Field)
};

constexpr std::array kAnnouncementFields{
    Field{Entity::Announcement, "title", QT_TRANSLATE_NOOP("Field", "Title"), FieldType::Line, true},
    Field{Entity::Announcement, "summary", QT_TRANSLATE_NOOP("Field", "Summary"), FieldType::Paragraph, false},
    Field{Entity::Announcement, "kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldType::Choice, false},
    Field{Entity::Announcement, "edition", QT_TRANSLATE_NOOP("Field", "Edition"), FieldType::Choice, false},
    Field{Entity::Announcement, "announced_on", QT_TRANSLATE_NOOP("Field", "Date"), FieldType::Date, false},
    Field{Entity::Announcement, "country", QT_TRANSLATE_NOOP("Field", "Country"), FieldType::Country, false},
    Field{Entity::Announcement, "openness", QT_TRANSLATE_NOOP("Field", "Openness"), FieldType::Choice, false},
    Field{Entity::Announcement, "url", QT_TRANSLATE_NOOP("Field", "Link"), FieldType::Link, false},
    Field{Entity::Announcement, "notes", QT_TRANSLATE_NOOP("Field", "Notes"), FieldType::Paragraph, false},
    Field{Entity::Announcement, "verification", QT_TRANSLATE_NOOP("Field", "Verification"), FieldType::Choice, true},
};

constexpr std::array kClaimFields{
    Field{Entity::Claim, "measure", QT_TRANSLATE_NOOP("Field", "Measure"), FieldType::Choice, true},
    Field{Entity::Claim, "subject", QT_TRANSLATE_NOOP("Field", "Subject"), FieldType::Choice, true},
    Field{Entity::Claim, "value", QT_TRANSLATE_NOOP("Field", "Value"), FieldType::Number, true},
    Field{Entity::Claim, "value_to", QT_TRANSLATE_NOOP("Field", "To"), FieldType::Number, false},
    Field{Entity::Claim, "of_value", QT_TRANSLATE_NOOP("Field", "Of"), FieldType::Number, false},
    Field{Entity::Claim, "unit", QT_TRANSLATE_NOOP("Field", "Unit"), FieldType::Choice, true},
    Field{Entity::Claim, "qualifier", QT_TRANSLATE_NOOP("Field", "Qualifier"), FieldType::Choice, true},
    Field{Entity::Claim, "nature", QT_TRANSLATE_NOOP("Field", "Nature"), FieldType::Choice, true},
    Field{Entity::Claim, "definition", QT_TRANSLATE_NOOP("Field", "Definition"), FieldType::Choice, false},
    Field{Entity::Claim, "scope", QT_TRANSLATE_NOOP("Field", "Scope"), FieldType::Line, false},
    Field{Entity::Claim, "as_of", QT_TRANSLATE_NOOP("Field", "As of"), FieldType::Date, false},
    Field{Entity::Claim, "verification", QT_TRANSLATE_NOOP("Field", "Verification"), FieldType::Choice, true},
    Field{Entity::Claim, "preferred_reason", QT_TRANSLATE_NOOP("Field", "Reason of preference"), FieldType::Line, false},
    Field{Entity::Claim, "note", QT_TRANSLATE_NOOP("Field", "Note"), FieldType::Paragraph, false},
};

constexpr std::array kSourceFields{
    Field{Entity::Source, "url", QT_TRANSLATE_NOOP("Field", "Address"), FieldType::Link, false},
    Field{Entity::Source, "title", QT_TRANSLATE_NOOP("Field", "Title"), FieldType::Line, true},
    Field{Entity::Source, "publisher", QT_TRANSLATE_NOOP("Field", "Publisher"), FieldType::Line, false},
    Field{Entity::Source, "language", QT_TRANSLATE_NOOP("Field", "Language"), FieldType::Choice, false},
    Field{Entity::Source, "published_on", QT_TRANSLATE_NOOP("Field", "Published"), FieldType::Date, false},
    Field{Entity::Source, "accessed_on", QT_TRANSLATE_NOOP("Field", "Accessed"), FieldType::Date, false},
    Field{Entity::Source, "attributed_to", QT_TRANSLATE_NOOP("Field", "Quotes"), FieldType::Line, false},
};

constexpr std::array kCitationFields{
    Field{Entity::Citation, "stance", QT_TRANSLATE_NOOP("Field", "Stance"), FieldType::Choice, true},
    Field{Entity::Citation, "locator", QT_TRANSLATE_NOOP("Field", "Place"), FieldType::Line, false},
    Field{Entity::Citation, "as_said", QT_TRANSLATE_NOOP("Field", "In its words"), FieldType::Paragraph, false},
    Field{Entity::Citation, "qualifier", QT_TRANSLATE_NOOP("Field", "Its qualifier"), FieldType::Choice, false},
};

constexpr std::array kKinds{"model", "hardware", "robot", "service", "application", "policy", "partnership", "statistic", "event",
    "research", "investment"};
constexpr std::array kOpenness{"open-weights", "open-source", "proprietary", "unknown", "not-applicable"};
constexpr std::array kQualifiers{"exactly", "about", "more than", "less than", "up to", "at least"};
constexpr std::array kNatures{"observed", "specified", "estimate", "forecast", "target"};
constexpr std::array kVerifications{"unverified", "confirmed", "disputed", "retracted"};
constexpr std::array kStances{"supports", "contests"};
constexpr std::array kLanguages{"en", "zh", "vi", "ja", "ko", "fr", "de", "es", "ru"}; // ISO 639-1

// Above and below, the shortest form has an exponent, as QLocale::FloatingPointShortest would print hundreds of zeros.
constexpr double kLargestPlain = 1e21;
constexpr double kSmallestPlain = 1e-7;

template <size_t count>
QStringList texts(const std::array<const char *, count> &words)
{
    QStringList list;
    for (const char *word : words)
        list.append(QString::fromLatin1(word));
    return list;
}

bool isColumn(const Field &field, const char *column)
{
    return qstrcmp(field.column, column) == 0;
}

tl::unexpected<Error> refused(const Field &field, const QString &what, const QString &next)
{
    return failure(ErrorKind::BadInput, next.isEmpty() ? what : what + QStringLiteral(". ") + next, fieldLabel(field));
}

/// What typing or pasting puts into a text by accident: surrounding white space, control characters, in a line its breaks.
QString cleaned(const QString &typed, bool severalLines)
{
    const QString plain = QString(typed).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    QString text;
    text.reserve(plain.size());
    for (const QChar character : plain) {
        if (character == QLatin1Char('\n') || character == QChar::LineSeparator || character == QChar::ParagraphSeparator)
            text += severalLines ? QLatin1Char('\n') : QLatin1Char(' ');
        else if (character == QLatin1Char('\t') || character.category() != QChar::Other_Control)
            text += character;
    }
    return text.trimmed();
}

QString example(double number)
{
    return numberText(number);
}

// "1 509" and "1'509" group as well, whatever the locale; only whole groups of three, so that "1 5" stays an error.
QString withoutSpacedGroups(QString text)
{
    static const QRegularExpression gap(QStringLiteral("(?<=\\d)[\\s\u00a0\u2009\u202f'’](?=\\d{3}(?:\\D|$))"));
    return text.replace(QChar(0x2212), QLatin1Char('-')).remove(gap);
}

Result<QVariant> parseNumber(const Field &field, const QString &text)
{
    const QString plain = withoutSpacedGroups(text.normalized(QString::NormalizationForm_KC));
    bool ok = false;
    double number = QLocale().toDouble(plain, &ok);
    if (!ok)
        number = QLocale::c().toDouble(plain, &ok);
    const bool hasDigit = std::any_of(plain.begin(), plain.end(), [](QChar character) { return character.isDigit(); });
    if (hasDigit && std::isinf(number))
        return refused(field, Text::tr("“%1” is too large").arg(text), Text::tr("Try %1").arg(example(1509)));
    if (!ok || !hasDigit || !std::isfinite(number))
        return refused(
            field, Text::tr("“%1” is no number").arg(text), Text::tr("Try %1 or %2").arg(example(1509), example(40.2)));
    return number == 0 ? 0.0 : number; // "-0" is zero
}

Result<QVariant> parseDate(const Field &field, const QString &text)
{
    const Result<PartialDate> date = PartialDate::parse(text);
    if (!date)
        return refused(field, date.error().what, {});
    return date->toString();
}

Result<QVariant> parseCountry(const Field &field, const QString &text)
{
    const QString code = countryCode(text);
    if (code.isNull())
        return refused(field, Text::tr("“%1” is no country").arg(text),
            Text::tr("Try a name or a two-letter code, such as China or CN, or INT for international bodies"));
    return code;
}

Result<QVariant> parseLink(const Field &field, const QString &text)
{
    if (isWebLink(text))
        return text;
    const QString completed = QStringLiteral("https://") + text;
    const bool lacksScheme = !text.contains(QLatin1Char(':')) && text.contains(QLatin1Char('.')) && isWebLink(completed);
    return refused(field, Text::tr("“%1” is no web address").arg(text),
        Text::tr("Try %1").arg(lacksScheme ? completed : QStringLiteral("https://www.example.org/page")));
}

Result<QVariant> parseChoice(const Field &field, const QString &text)
{
    const QStringList known = knownValues(field);
    for (const QString &value : known) {
        if (value.compare(text, Qt::CaseInsensitive) == 0)
            return value;
    }
    // Figures are compared by their qualifier and counted by stance, so a word of one's own would compare with nothing.
    if (isColumn(field, "qualifier"))
        return refused(
            field, Text::tr("“%1” is no qualifier").arg(text), Text::tr("Try one of %1").arg(known.join(QStringLiteral(", "))));
    if (isColumn(field, "stance"))
        return refused(
            field, Text::tr("“%1” is no stance").arg(text), Text::tr("Try one of %1").arg(known.join(QStringLiteral(", "))));
    return text;
}

} // namespace

QString tableName(Entity entity)
{
    switch (entity) {
    case Entity::Announcement:
        return QStringLiteral("announcement");
    case Entity::Claim:
        return QStringLiteral("claim");
    case Entity::Source:
        return QStringLiteral("source");
    case Entity::Citation:
        return QStringLiteral("citation");
    }
    return {};
}

std::span<const Field> editableFields(Entity entity)
{
    switch (entity) {
    case Entity::Announcement:
        return kAnnouncementFields;
    case Entity::Claim:
        return kClaimFields;
    case Entity::Source:
        return kSourceFields;
    case Entity::Citation:
        return kCitationFields;
    }
    return {};
}

const Field *findField(Entity entity, QStringView column)
{
    for (const Field &field : editableFields(entity)) {
        if (column == QLatin1String(field.column))
            return &field;
    }
    return nullptr;
}

QString Announcement::*textMember(const Field &field)
{
    static const std::pair<const char *, QString Announcement::*> members[] = {{"title", &Announcement::title},
        {"summary", &Announcement::summary}, {"kind", &Announcement::kind}, {"edition", &Announcement::edition},
        {"announced_on", &Announcement::announcedOn}, {"country", &Announcement::country}, {"openness", &Announcement::openness},
        {"url", &Announcement::url}, {"notes", &Announcement::notes}, {"verification", &Announcement::verification}};
    if (field.entity != Entity::Announcement)
        return nullptr;
    for (const auto &[column, member] : members)
        if (qstrcmp(column, field.column) == 0)
            return member;
    return nullptr;
}

bool isWebLink(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")); // QUrl lowers the scheme
}

QString fieldLabel(const Field &field)
{
    return QCoreApplication::translate("Field", field.label);
}

QStringList knownValues(const Field &field)
{
    if (isColumn(field, "kind"))
        return texts(kKinds);
    if (isColumn(field, "openness"))
        return texts(kOpenness);
    if (isColumn(field, "qualifier"))
        return texts(kQualifiers);
    if (isColumn(field, "nature"))
        return texts(kNatures);
    if (isColumn(field, "verification"))
        return texts(kVerifications);
    if (isColumn(field, "stance"))
        return texts(kStances);
    if (isColumn(field, "language"))
        return texts(kLanguages);
    return {};
}

Result<QVariant> parseField(const Field &field, const QString &typed)
{
    const QString text = cleaned(typed, field.type == FieldType::Paragraph);
    if (text.isEmpty()) {
        if (field.required)
            return refused(field, Text::tr("%1 may not be empty").arg(fieldLabel(field)),
                Text::tr("Type something or press Esc to keep what was there"));
        return QVariant();
    }
    switch (field.type) {
    case FieldType::Number:
        return parseNumber(field, text);
    case FieldType::Date:
        return parseDate(field, text);
    case FieldType::Country:
        return parseCountry(field, text);
    case FieldType::Link:
        return parseLink(field, text);
    case FieldType::Choice:
        return parseChoice(field, text);
    case FieldType::Line:
    case FieldType::Paragraph:
        break;
    }
    return text;
}

QString numberText(std::optional<double> value)
{
    if (!value)
        return QStringLiteral("");
    QLocale locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions); // QLocale::c() would leave the grouping out
    const double size = std::abs(*value);
    const bool plain = size == 0 || (size >= kSmallestPlain && size < kLargestPlain);
    return locale.toString(*value, plain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

} // namespace waic::catalogue
