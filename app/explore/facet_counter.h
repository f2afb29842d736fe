// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"
#include "explore/index_columns.h"

#include <span>

namespace waic::explore {

/// Counts the announcements of each value of one field.  Each thread that counts has its own; they are added together.
class FacetCounter
{
public:
    explicit FacetCounter(const FieldColumn &column);

    /// The rows of a block, as positions from its first row; all of it when there are as many as it has.
    void count(Row first, Row blockRows, std::span<const quint16> rows);
    void add(const FacetCounter &other);

    /// Values that the query's conditions on this field name are kept even with a count of 0.
    FacetCounts result(const QString &field, const Query &query) const;

private:
    struct Entry
    {
        quint64 key = 0; ///< by count falling, then by name
        FacetValue value;
    };

    void countLists(Row first, std::span<const quint16> rows, bool isWhole);
    std::vector<quint32> canonicalCounts() const;
    QString valueOf(Code code) const;
    void addBins(FacetCounts &counts, const std::vector<quint32> &byCode) const;

    FieldColumn m_column;
    std::vector<quint32> m_counts, m_second; ///< by code; two, so that equal neighbours do not wait for each other
    quint32 m_missing = 0;                   ///< of fields with lists; others count code 0
};

} // namespace waic::explore
