// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

#include <unordered_map>

namespace waic::chart {

/// The columns that counting charts need, of the announcements that a chart draws.
struct DrawnRows
{
    struct Row
    {
        QString kind, country, announcedOn;
        std::vector<catalogue::RowId> organisations; ///< survivors of merges, none twice
        std::vector<catalogue::RowId> sources;       ///< distinct, of the announcement and of its claims; those that are there
    };
    struct Organisation
    {
        QString name;
        QStringList aliases;
        QString type;
    };

    std::vector<Row> rows;                                            ///< in the order of the ids
    std::unordered_map<catalogue::RowId, Organisation> organisations; ///< survivors that rows name
    std::unordered_map<catalogue::RowId, catalogue::Source> sources;  ///< id, title and publisher only
};

/// Ids that are not there are left out.  Cost: by the rows asked for; one pass over the file when they are most of it.  When
/// cancelled, reading ends early with an error.
Result<DrawnRows> readDrawnRows(
    const std::vector<catalogue::RowId> &announcements, int total, catalogue::Reader &reader, const Cancelled &cancelled);

} // namespace waic::chart
