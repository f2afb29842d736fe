// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/field_words.h"

#include "catalogue/country.h"
#include "catalogue/fold.h"
#include "catalogue/measures.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartField)
};

constexpr std::array<std::pair<const char *, const char *>, 16> kLabels{{
    {"kind", QT_TRANSLATE_NOOP("ChartField", "kind")},
    {"edition", QT_TRANSLATE_NOOP("ChartField", "edition")},
    {"org", QT_TRANSLATE_NOOP("ChartField", "organisation")},
    {"country", QT_TRANSLATE_NOOP("ChartField", "country")},
    {"openness", QT_TRANSLATE_NOOP("ChartField", "openness")},
    {"tag", QT_TRANSLATE_NOOP("ChartField", "tag")},
    {"verification", QT_TRANSLATE_NOOP("ChartField", "verification")},
    {"source", QT_TRANSLATE_NOOP("ChartField", "source")},
    {"month", QT_TRANSLATE_NOOP("ChartField", "month")},
    {"year", QT_TRANSLATE_NOOP("ChartField", "year")},
    {"subject", QT_TRANSLATE_NOOP("ChartField", "subject")},
    {"nature", QT_TRANSLATE_NOOP("ChartField", "nature")},
    {"definition", QT_TRANSLATE_NOOP("ChartField", "definition")},
    {"measure", QT_TRANSLATE_NOOP("ChartField", "measure")},
    {"unit", QT_TRANSLATE_NOOP("ChartField", "unit")},
    {"role", QT_TRANSLATE_NOOP("ChartField", "role")},
}};

constexpr std::array kSeries{
    MarkColour::Series1, MarkColour::Series2, MarkColour::Series3, MarkColour::Series4, MarkColour::Series5};

/// The same on every machine and in every version, unlike qHash().
std::size_t ownSlot(const QString &value)
{
    quint32 hash = 2166136261u; // FNV-1a
    for (const char byte : catalogue::folded(value).toUtf8())
        hash = (hash ^ quint8(byte)) * 16777619u;
    return hash % kSeries.size();
}

/// Natures are told apart in every chart of figures, so each has a colour of its own.
std::optional<std::size_t> natureSlot(const QString &nature)
{
    const QStringList natures{QStringLiteral("observed"), QStringLiteral("forecast"), QStringLiteral("estimate"),
        QStringLiteral("target"), QStringLiteral("specified")};
    const qsizetype place = natures.indexOf(nature);
    return place < 0 ? std::optional<std::size_t>() : std::size_t(place);
}

std::optional<MarkColour> ofCountryName(const QString &name)
{
    return name == QLatin1String("China")        ? std::optional(MarkColour::China)
        : name == QLatin1String("United States") ? std::optional(MarkColour::UnitedStates)
                                                 : std::nullopt;
}

} // namespace

QString fieldLabel(const QString &field)
{
    for (const auto &[name, label] : kLabels)
        if (field == QLatin1String(name))
            return Text::tr(label);
    return field;
}

QString valueLabel(const QString &field, const QString &value)
{
    if (field == QLatin1String("country"))
        if (const QString name = catalogue::countryName(value); !name.isNull())
            return name;
    return typeset(value);
}

QString timeLabel(const QString &field, int month)
{
    return field == QLatin1String("month") ? monthText(month) : QString::number(month / 12);
}

bool hasMany(const QString &field)
{
    static const QStringList many{QStringLiteral("org"), QStringLiteral("tag"), QStringLiteral("source"),
        QStringLiteral("measure"), QStringLiteral("subject"), QStringLiteral("unit"), QStringLiteral("nature"),
        QStringLiteral("role")};
    return many.contains(field);
}

std::optional<MarkColour> countryColour(const QString &code)
{
    if (code.compare(QLatin1String("CN"), Qt::CaseInsensitive) == 0)
        return MarkColour::China;
    return code.compare(QLatin1String("US"), Qt::CaseInsensitive) == 0 ? std::optional(MarkColour::UnitedStates) : std::nullopt;
}

std::vector<MarkColour> seriesColours(const QString &field, const QStringList &values)
{
    std::vector<std::size_t> order(std::size_t(values.size()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&values](std::size_t a, std::size_t b) {
        return catalogue::compareText(values[qsizetype(a)], values[qsizetype(b)]) < 0;
    });
    std::vector<MarkColour> colours(order.size(), MarkColour::Others);
    std::array<bool, kSeries.size()> isTaken{};
    for (const std::size_t i : order) {
        const QString &value = values[qsizetype(i)];
        const std::optional<MarkColour> country = field == QLatin1String("country") ? countryColour(value) : ofCountryName(value);
        if (country) {
            colours[i] = *country;
            continue;
        }
        const std::size_t own = natureSlot(value).value_or(ownSlot(value));
        for (std::size_t step = 0; step < kSeries.size(); ++step) {
            const std::size_t slot = (own + step) % kSeries.size();
            if (isTaken[slot])
                continue;
            isTaken[slot] = true;
            colours[i] = kSeries[slot];
            break;
        }
    }
    return colours;
}

Result<SourceLine> countedSources(const Making &making)
{
    const explore::TallySources &counted = making.input.tally.sources;
    const auto few = catalogue::sourcesOf(making.reader, counted.few);
    if (!few)
        return tl::make_unexpected(few.error());
    SourceLine line(SourceLine::Counted::Announcements);
    line.add(counted, *few);
    return line;
}

void putSources(ChartData &data, const SourceLine &sources)
{
    data.figures = sources.drawn();
    data.unsourced = sources.unsourced();
    data.sourceForms = sources.forms();
}

} // namespace waic::chart
