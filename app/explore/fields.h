// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// The names that queries use: one list for parser, index and completion.
namespace waic::explore {

enum class FieldId {
    Kind,
    Edition,
    Country,
    Openness,
    Verification,
    Org,
    Role,
    Tag,
    Source,
    Measure,
    Subject,
    Unit,
    Nature,
    Date,
    Year,
    AsOf,
    Figures,
    Sources,
    Title,
    Summary,
    Notes
};
enum class SortId { Date, Title, Org, Kind, Edition, Country, Openness, Verification, Figures, Sources, Value, Relevance };

/// In the order of the enumerations.
const QStringList &conditionFieldNames();
const QStringList &sortFieldNames();

/// In any letter case; empty for a name that is none.
std::optional<FieldId> conditionField(QStringView name);
std::optional<SortId> sortField(QStringView name);

/// The name that was probably meant: at most two slips away (one for short names), a swap of neighbours counting as one, or a
/// name that `typed` begins with (organisation: org); null when there is none.
QString nearestName(QStringView typed, const QStringList &names);

} // namespace waic::explore
