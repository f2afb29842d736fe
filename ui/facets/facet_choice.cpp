// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_choice.h"

#include "explore/facet_index.h"

#include <QSettings>

#include <algorithm>

namespace waic::ui {

namespace {

/// The edition first: it is what people know the conference by.
QStringList shownAtFirst()
{
    return {QStringLiteral("edition"), QStringLiteral("kind"), QStringLiteral("org"), QStringLiteral("country"),
        QStringLiteral("date"), QStringLiteral("openness"), QStringLiteral("tag"), QStringLiteral("verification")};
}

QString fieldsKey()
{
    return QStringLiteral("facets.fields");
}

QString shownKey()
{
    return QStringLiteral("facets.shown");
}

/// Those of `kept` that are not in `mine` stay in the settings: they belong to another catalogue.
QStringList joined(const QStringList &mine, const QStringList &kept, const QStringList &known)
{
    QStringList all = mine;
    for (const QString &field : kept)
        if (!known.contains(field))
            all << field;
    return all;
}

} // namespace

FacetChoice FacetChoice::load(const explore::Vocabulary *vocabulary)
{
    FacetChoice choice;
    const QStringList counted = explore::FacetIndex::facetFields();
    for (const QString &field : shownAtFirst() + counted)
        if (counted.contains(field) && !choice.m_known.contains(field))
            choice.m_known << field;
    if (vocabulary)
        for (const explore::OwnField &own : vocabulary->fields)
            if (!choice.m_known.contains(own.name))
                choice.m_known << own.name;
    choice.reset();
    const QSettings settings;
    if (!settings.contains(fieldsKey()))
        return choice;
    QStringList fields = settings.value(fieldsKey()).toStringList();
    fields.removeIf([&](const QString &field) { return !choice.m_known.contains(field); });
    fields.removeDuplicates();
    for (const QString &field : choice.m_known)
        if (!fields.contains(field))
            fields << field;
    choice.m_fields = fields;
    choice.m_shown = settings.value(shownKey()).toStringList();
    choice.m_shown.removeIf([&](const QString &field) { return !choice.m_known.contains(field); });
    return choice;
}

void FacetChoice::save() const
{
    QSettings settings;
    settings.setValue(fieldsKey(), joined(m_fields, settings.value(fieldsKey()).toStringList(), m_known));
    settings.setValue(shownKey(), joined(m_shown, settings.value(shownKey()).toStringList(), m_known));
}

void FacetChoice::reset()
{
    m_fields = m_known;
    m_shown = shownAtFirst();
    m_shown.removeIf([this](const QString &field) { return !m_known.contains(field); });
}

void FacetChoice::setShown(const QString &field, bool shown)
{
    m_shown.removeAll(field);
    if (shown)
        m_shown << field;
}

void FacetChoice::move(const QString &field, int places)
{
    const qsizetype from = m_fields.indexOf(field);
    const qsizetype to = std::clamp<qsizetype>(from + places, 0, m_fields.size() - 1);
    if (from >= 0)
        m_fields.move(from, to);
}

std::optional<RangeKind> rangeKindOf(const QString &field, const explore::Vocabulary *vocabulary)
{
    if (field == QLatin1String("date") || field == QLatin1String("asof"))
        return RangeKind::Dates;
    if (field == QLatin1String("figures") || field == QLatin1String("sources"))
        return RangeKind::Counts;
    if (!vocabulary)
        return {};
    for (const explore::OwnField &own : vocabulary->fields)
        if (own.name == field)
            return own.type == explore::OwnType::Date  ? std::optional(RangeKind::Dates)
                : own.type == explore::OwnType::Number ? std::optional(RangeKind::Numbers)
                                                       : std::nullopt;
    return {};
}

} // namespace waic::ui
