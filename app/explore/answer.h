// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "explore/query.h"

namespace waic::explore {

struct FacetValue
{
    QString value; ///< as it stands in a condition; null: missing
    int count = 0; ///< announcements under all other selections
};

struct FacetCounts
{
    QString field;                  ///< kind, edition, org, country
    std::vector<FacetValue> values; ///< count > 0 or selected; by count falling, then folded name; missing last
};

/// What a Query finds.
struct Answer
{
    Query query;
    std::vector<catalogue::RowId> ids;                 ///< in display order
    std::vector<FacetCounts> facets;                   ///< each counted under all other selections
    int total = 0;                                     ///< announcements outside the bin (or in it, for a query of the bin)
    std::vector<catalogue::AnnouncementRow> firstRows; ///< of the first ids, so that the table paints whole
    double milliseconds = 0;                           ///< from asked to answered
};

} // namespace waic::explore
