// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

namespace waic::catalogue {

/// A date known to the year, the month or the day, as the catalogue stores it: ISO text YYYY[-MM[-DD]], the length is the
/// precision.  A date is an interval of days.  Value type; any thread.
class PartialDate
{
public:
    PartialDate() = default; ///< no date

    /// BadInput with clear words for a day that does not exist ("31 June does not exist. Try 2025-06-30") or another form.
    static Result<PartialDate> parse(QStringView text);

    bool isNull() const { return m_year == 0; }
    int year() const { return m_year; }
    int month() const { return m_month; } ///< 1…12, 0 when not said
    int day() const { return m_day; }     ///< 1…31, 0 when not said
    QString toString() const;             ///< ISO; null for no date

    /// Sorts by year, month, day, a missing part after all others of the same year or month; no date after every date.
    int sortKey() const;
    bool overlaps(const PartialDate &other) const;

    bool operator==(const PartialDate &) const = default;

private:
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
};

/// ISO text of a month counted as 12 × year + month - 1: "2025-07"; of its year alone "2025".
QString isoText(int month, bool yearAlone = false);

} // namespace waic::catalogue
