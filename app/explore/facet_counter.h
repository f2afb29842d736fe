// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"
#include "explore/matching.h"

#include <span>

namespace waic::explore {

/// Counts the announcements of each value of one facet: of a coded column, or of the organisations.
class FacetCounter
{
public:
    FacetCounter(const IndexColumns &columns, FieldId field);

    /// rows: of one block, as positions from its first row.
    void count(Row first, std::span<const quint16> rows);
    /// Values that the query's conditions on this facet name are kept even with a count of 0.
    FacetCounts result(const Query &query) const;

private:
    struct Entry
    {
        std::string folded;
        FacetValue value;
    };

    void countOrganisations(Row first, std::span<const quint16> rows);
    std::vector<Entry> entries(const Query &query, bool &missingIsNamed) const;

    const IndexColumns &m_columns;
    FieldId m_field;
    const CodedColumn *m_coded;
    std::vector<quint32> m_counts; ///< by code, organisations by canonical code
    std::vector<Row> m_countedFor; ///< by canonical code: the last row that counted, plus 1
    quint32 m_missing = 0;         ///< of organisations; a coded column counts its code 0
};

} // namespace waic::explore
