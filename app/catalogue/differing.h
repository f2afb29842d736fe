// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

namespace waic::catalogue {

class Database;

/// One statement of a number, for comparison with others of its group; values in the base unit of their dimension.
struct ComparedFigure
{
    double value = 0;
    std::optional<double> valueTo;
    QString qualifier;
    QString asOf; ///< null: not said
};

/// Both may be true.  Agree: equal values; one that rounds to the other's two or more digits; a bound that holds for the other's
/// value, itself included, while two bounds never contradict each other; a range that holds the other; "about" within 2.5 %.
/// The rules of the design, "Figures".
bool areCompatible(const ComparedFigure &a, const ComparedFigure &b);

/// Dates of two figures of a subject of which one lies in the other; an edition is one time.
bool sameTime(const QString &subject, const QString &a, const QString &b);
/// A value as figures are compared: to 12 digits, as 182 cm and 1.82 m are equal.
double comparedValue(double value);

/// Announcements outside the bin with a figure in a group (measure, subject, dimension of the unit, year, definition and nature,
/// wherever its figures stand) in which two of the same time are not compatible.  Rising ids.  Reads every claim: some 1 s for
/// 700,000.
Result<std::vector<RowId>> differingAnnouncements(Database &database);

} // namespace waic::catalogue
