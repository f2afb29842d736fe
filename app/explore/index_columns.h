// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"
#include "explore/row_columns.h"

#include <mutex>

namespace waic::catalogue {
class Database;
}

namespace waic::explore {

/// What FacetIndex holds, column by column; a row is a position in every column.  A row that is gone keeps its position, empty.
class IndexColumns
{
public:
    enum class Place : quint8 { Gone, Shown, Bin };

    IndexColumns();
    IndexColumns(const IndexColumns &) = delete;
    IndexColumns &operator=(const IndexColumns &) = delete;

    Result<> load(catalogue::Database &database);
    /// Reads these announcements again.  After a failure the columns are good for nothing but another load().
    Result<> patch(catalogue::Database &database, std::span<const catalogue::RowId> announcements);

    Row rowCount() const { return Row(ids.size()); }
    /// Ranks by folded title, equal titles alike; made at first use after a change, by any thread.
    const std::vector<quint32> &titleRanks() const;

    std::vector<catalogue::RowId> ids;
    std::vector<Place> places;
    CodedColumn kind, edition, country, openness, verification;
    std::vector<int> dates; ///< packed_date
    Texts texts;
    std::vector<quint32> figures; ///< claims
    NameTable organisations, tags, sources;
    Dictionary measures, subjects;
    Lists organisationLists, tagLists, sourceLists, measureLists, subjectLists;
    Lists leadingLists; ///< organisations of the foremost role, of which the table shows the first by name first

private:
    class Filler;

    Row rowOf(catalogue::RowId id) const; ///< rowCount() when there is none
    Row addRow(catalogue::RowId id);
    void clear(Row row);

    Row m_sorted = 0;                                  ///< rows before it are by rising id
    std::unordered_map<catalogue::RowId, Row> m_added; ///< the others
    mutable std::mutex m_ranksMutex;
    mutable std::vector<quint32> m_titleRanks;
};

} // namespace waic::explore
