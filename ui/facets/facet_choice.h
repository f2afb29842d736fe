// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"
#include "ui/facets/range_axis.h"

#include <QStringList>

#include <optional>

namespace waic::ui {

/// Which facets a person wants to see, and in which order; kept in the settings for every catalogue, with own fields by name.
class FacetChoice
{
public:
    /// The choice of the settings, for the fields that there are.
    static FacetChoice load(const explore::Vocabulary *vocabulary);
    void save() const;
    /// As at the first start.
    void reset();

    const QStringList &fields() const { return m_fields; } ///< all, in their order
    bool isShown(const QString &field) const { return m_shown.contains(field); }
    void setShown(const QString &field, bool shown);
    /// By so many places, up when below 0.
    void move(const QString &field, int places);

    bool operator==(const FacetChoice &) const = default;

private:
    QStringList m_known; ///< in the order of the first start
    QStringList m_fields;
    QStringList m_shown;
};

/// What ranges of a field are made of; empty for a field of values.
std::optional<RangeKind> rangeKindOf(const QString &field, const explore::Vocabulary *vocabulary);

} // namespace waic::ui
