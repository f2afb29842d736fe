// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

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

enum class FlagId {
    Starred,
    Differing,
    Unverified,
    Confirmed,
    Disputed,
    Retracted,
    Edited,
    HasSource,
    HasClaim,
    HasUrl,
    HasNote
};

/// What may stand behind a field's colon.
enum class ValueKind : quint8 {
    Whole,  ///< values, compared whole
    Text,   ///< values, and text that is contained
    Date,   ///< dates and ranges of dates
    Year,   ///< years and ranges of years
    Count,  ///< whole numbers from 0, and ranges of them
    Number, ///< numbers and ranges of numbers
    Any,    ///< an own field of a catalogue that is not loaded: all of these
};

/// In the order of the enumerations.
const QStringList &conditionFieldNames();
const QStringList &sortFieldNames();
const QStringList &flagNames(); ///< with their prefixes: is:starred … has:note

/// In any letter case; empty for a name that is none.
std::optional<FieldId> conditionField(QStringView name);
std::optional<SortId> sortField(QStringView name);
std::optional<FlagId> flagId(QStringView name);

/// The field that a condition of a Query names: a name as it stands in conditionFieldNames(); empty for an own field, also for
/// one that is called Kind.
std::optional<FieldId> builtInField(const QString &name);

ValueKind valueKind(FieldId field);
ValueKind valueKind(OwnType type);
bool takesRanges(ValueKind kind);
bool takesContained(ValueKind kind);

/// The name that was probably meant, in any letter case: at most two slips away (one for short names), a swap of neighbours
/// counting as one, or a name that `typed` begins with (organisation: org); null when there is none.
QString nearestName(QStringView typed, const QStringList &names);

} // namespace waic::explore
