// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/suggestions.h"

#include "ui/table/columns.h"
#include "ui/workspace.h"

#include <algorithm>

namespace waic::ui {

std::vector<Suggestion> suggestionsFor(Workspace &workspace, const catalogue::Field &field)
{
    std::vector<Suggestion> found;
    const QString name = QString::fromLatin1(field.column);
    const auto add = [&](const QString &value, int count) {
        const auto same = [&](const Suggestion &suggestion) { return suggestion.value == value; };
        if (value.isEmpty() || std::any_of(found.begin(), found.end(), same))
            return;
        found.push_back({value, field.type == catalogue::FieldType::Country ? cellText(CountryColumn, value) : value, count});
    };
    for (const explore::FacetCounts &facet : workspace.answer().facets)
        if (facet.field == name)
            for (const explore::FacetValue &value : facet.values)
                add(value.value, value.count);
    if (const Result<QStringList> used = workspace.reader().valuesOf(name))
        for (const QString &value : *used)
            add(value, -1);
    for (const QString &value : catalogue::knownValues(field))
        add(value, -1);
    return found;
}

} // namespace waic::ui
