// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"
#include "chart/figures.h"

#include "catalogue/differing.h"
#include "catalogue/measures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

namespace waic::chart {

namespace {

using catalogue::Claim;
using catalogue::RowId;

/// Turns values of other units of the same dimension into those of one unit.
class Conversion
{
public:
    Conversion(const std::vector<catalogue::Unit> &units, const QString &unit)
        : m_unit(unit)
    {
        for (const catalogue::Unit &each : units)
            m_units.emplace(each.name, each);
    }

    /// Empty for a unit that does not convert.
    std::optional<double> factor(const QString &unit) const
    {
        if (unit == m_unit)
            return 1;
        const auto from = m_units.find(unit), to = m_units.find(m_unit);
        if (from == m_units.end() || to == m_units.end() || from->second.dimension != to->second.dimension)
            return {};
        if (!from->second.factor || !to->second.factor || *from->second.factor <= 0 || *to->second.factor <= 0)
            return {};
        return *from->second.factor / *to->second.factor;
    }

private:
    QString m_unit;
    std::map<QString, catalogue::Unit> m_units;
};

QString mostUsedUnit(const std::vector<Claim> &claims)
{
    std::map<QString, int> uses;
    for (const Claim &claim : claims)
        ++uses[claim.unit];
    const auto fewer = [](const auto &a, const auto &b) { return a.second < b.second; };
    const auto most = std::max_element(uses.begin(), uses.end(), fewer);
    return most == uses.end() ? QString() : most->first;
}

QStringList oneOrNone(const QString &value)
{
    return value.isEmpty() ? QStringList() : QStringList{value};
}

/// The values of a figure for a field: its own where the field is one of figures, else those of its announcement.
class Placing
{
public:
    Placing(const QString &field, const std::vector<Claim> &claims, const QStringList &editions)
        : m_field(field)
        , m_editions(editions)
    {
        if (field != QLatin1String("edition"))
            return;
        m_bySubject
            = std::any_of(claims.begin(), claims.end(), [this](const Claim &each) { return m_editions.contains(each.subject); });
    }

    bool isBySubject() const { return m_bySubject; }
    bool isEdition(const QString &subject) const
    {
        return m_editions.contains(subject) || subject.startsWith(QLatin1String("WAIC "));
    }

    QStringList values(const Claim &claim, const QStringList &ofAnnouncement) const
    {
        if (m_field == QLatin1String("subject"))
            return oneOrNone(claim.subject);
        if (m_field == QLatin1String("nature"))
            return oneOrNone(claim.nature);
        if (m_field == QLatin1String("definition"))
            return oneOrNone(claim.definition);
        if (m_field == QLatin1String("year"))
            return oneOrNone(claim.asOf.left(4));
        if (m_field == QLatin1String("month"))
            return claim.asOf.size() >= 7 ? QStringList{claim.asOf.left(7)} : QStringList();
        // Where figures are said of editions, one said of China or of five editions together belongs to none.
        if (m_bySubject)
            return m_editions.contains(claim.subject) ? QStringList{claim.subject} : QStringList();
        return ofAnnouncement;
    }

private:
    QString m_field;
    QStringList m_editions;
    bool m_bySubject = false;
};

bool isWanted(const Claim &claim, const ChartSpec &spec)
{
    return (spec.subject.isEmpty() || claim.subject == spec.subject)
        && (spec.definition.isEmpty() || claim.definition == spec.definition)
        && (spec.nature.isEmpty() || claim.nature == spec.nature);
}

Result<> readSources(FigureTable &table, catalogue::Reader &reader)
{
    std::vector<RowId> ids;
    std::unordered_set<RowId> known;
    for (const Figure &figure : table.figures)
        for (const catalogue::Citation &citation : figure.claim.citations)
            if (known.insert(citation.source).second)
                ids.push_back(citation.source);
    Result<std::vector<catalogue::Source>> sources = catalogue::sourcesOf(reader, ids);
    if (!sources)
        return tl::make_unexpected(sources.error());
    for (catalogue::Source &source : *sources)
        table.sources.emplace(source.id, std::move(source));
    return {};
}

} // namespace

Result<FigureTable> readFigures(const Making &making, const QString &measure)
{
    const ChartSpec &spec = making.input.spec;
    FigureTable table;
    table.measure = measure;
    Result<std::vector<Claim>> claims = making.reader.claims(measure, spec.subject.isEmpty() ? QString() : spec.subject);
    if (!claims)
        return tl::make_unexpected(claims.error());
    const auto units = catalogue::units(making.reader);
    if (!units)
        return tl::make_unexpected(units.error());
    std::unordered_map<RowId, const explore::TallyRow *> rows;
    for (const explore::TallyRow &row : making.input.tally.listed)
        rows.emplace(row.announcement, &row);
    std::erase_if(*claims, [&](const Claim &claim) { return !rows.contains(claim.announcement) || !isWanted(claim, spec); });
    const bool isFirst = measure == spec.measure;
    table.unit = spec.unit.isEmpty() || !isFirst ? mostUsedUnit(*claims) : spec.unit;
    const Conversion conversion(*units, table.unit);
    const Result<QStringList> editions = making.reader.valuesOf(u"edition");
    if (!editions)
        return tl::make_unexpected(editions.error());
    const Placing by(spec.dimension, *claims, *editions), split(spec.split, *claims, *editions);
    table.editionsAreSubjects = by.isBySubject();
    for (const Claim &claim : *claims) {
        const std::optional<double> factor = conversion.factor(claim.unit);
        if (!factor) {
            ++table.inOtherUnits;
            continue;
        }
        if (!std::isfinite(claim.value * *factor) || !std::isfinite(claim.valueTo.value_or(0) * *factor)) {
            ++table.notFinite;
            continue;
        }
        const explore::TallyRow &row = *rows.at(claim.announcement);
        Figure figure{claim, catalogue::comparedValue(claim.value * *factor), {}, by.isEdition(claim.subject),
            by.values(claim, row.by), spec.split.isNull() ? QStringList() : split.values(claim, row.split)};
        if (claim.valueTo)
            figure.valueTo = catalogue::comparedValue(*claim.valueTo * *factor);
        if (!spec.dimension.isNull() && figure.by.isEmpty() && spec.kind != ChartKind::Scatter) {
            ++table.withoutPlace;
            continue;
        }
        table.figures.push_back(std::move(figure));
    }
    if (const Result<> read = readSources(table, making.reader); !read)
        return tl::make_unexpected(read.error());
    return table;
}

} // namespace waic::chart
