// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "explore/id_list.h"
#include "explore/query.h"

#include <memory>

namespace waic::explore {

struct FacetValue
{
    QString value; ///< as it stands in a condition; null: missing
    int count = 0; ///< announcements under all other selections
};

/// One bar of a histogram.  Numbers: low ≤ value < high, of the last bar ≤ high.  Dates: low is the month as YYYYMM and high the
/// one after it; announcements dated by their year alone stand in a bar of their own, low YYYY00.
struct Bin
{
    double low = 0;
    double high = 0;
    int count = 0;
};

struct FacetCounts
{
    QString field;                  ///< one of the fields asked for
    std::vector<FacetValue> values; ///< count > 0 or selected; by count falling, then folded name; missing last
    std::vector<Bin> bins; ///< of a field with ranges, by rising low, at most some hundred; then values holds only missing
    bool isRanged = false;
};

/// How far the answer goes while the catalogue is still being read.
enum class Reach : quint8 {
    Whole,
    FirstRows, ///< only the newest rows, straight from the file: ids are not all, facets empty, `matching` not known
    Titles,    ///< words were looked for in titles, names, tags and sources, not yet in summaries, notes and figures
};

/// What a Query finds.
struct Answer
{
    Query query;
    IdList ids;                                        ///< in display order
    std::vector<FacetCounts> facets;                   ///< those asked for, each counted under all other selections
    int total = 0;                                     ///< announcements outside the bin (or in it, for a query of the bin)
    std::vector<catalogue::AnnouncementRow> firstRows; ///< of the first ids, so that the table paints whole
    double milliseconds = 0;                           ///< from asked to answered
    Reach reach = Reach::Whole;
    std::shared_ptr<const Vocabulary> vocabulary; ///< of the catalogue; null while Reach::FirstRows
};

} // namespace waic::explore
