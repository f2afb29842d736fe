// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"

#include <unordered_set>

namespace waic::catalogue {

struct Unit
{
    QString name;
    QString dimension;
    std::optional<double> factor; ///< to the dimension's base; none: never converted
};

Result<std::vector<Unit>> units(Reader &reader);

/// How a measure is used outside the bin, to tell which charts it fits.
struct MeasureUse
{
    QString measure;
    int claims = 0;
    int subjects = 0;
    int years = 0;       ///< different ones of as_of
    int editions = 0;    ///< subjects that are an edition of some announcement
    QString partSubject; ///< one that has a claim with its whole; null: none
};

/// Every measure that has claims, those with most first.  Some 0.5 s for 700,000 claims.
Result<std::vector<MeasureUse>> measureUses(Reader &reader);

/// Distinct values of a column of the measure's claims outside the bin, most used first: subject, definition, nature, unit.
Result<QStringList> claimValues(Reader &reader, const QString &measure, const QString &column);

/// Sources by id; those that are not there are left out.
Result<std::vector<Source>> sourcesOf(Reader &reader, std::span<const RowId> ids);

/// Ids of the organisations of a type.
Result<std::unordered_set<RowId>> organisationsOfType(Reader &reader, const QString &type);

} // namespace waic::catalogue
