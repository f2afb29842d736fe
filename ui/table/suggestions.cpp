// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/suggestions.h"

#include "ui/common/used_values.h"
#include "ui/table/columns.h"

#include <QHash>
#include <QSet>

namespace waic::ui {

std::vector<Suggestion> suggestionsFor(const explore::Answer &answer, UsedValues &used, const catalogue::Field &field)
{
    const QString name = QString::fromLatin1(field.column);
    QHash<QString, int> counts;
    for (const explore::FacetCounts &facet : answer.facets)
        if (facet.field == name)
            for (const explore::FacetValue &value : facet.values)
                counts.insert(value.value, value.count);
    std::vector<Suggestion> found;
    QSet<QString> offered;
    for (const QString &value : used.of(name) + catalogue::knownValues(field)) {
        if (offered.contains(value))
            continue;
        offered.insert(value);
        const QString shown = field.type == catalogue::FieldType::Country ? cellText(CountryColumn, value) : value;
        found.push_back({value, shown, counts.value(value, -1)});
    }
    return found;
}

} // namespace waic::ui
