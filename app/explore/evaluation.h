// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/facet_counter.h"
#include "explore/ordering.h"
#include "explore/text_search.h"

#include <functional>

namespace waic::explore {

/// What a question finds, not yet in order: kept, as sorting anew asks for the same rows.
struct Selected
{
    Query query;
    QStringList fields; ///< of the facets
    std::vector<FacetCounts> facets;
    std::vector<Row> hits; ///< rising
    RowMask passes;        ///< the same, row by row
    int total = 0;
    bool isPartial = false;
};

/// One question put to the columns.  Each facet is counted under all other selections: a row counts for it when nothing rejects
/// it but, at most, the conditions on that facet itself.
class Evaluation
{
public:
    using Cancelled = std::function<bool()>;
    using Differing = std::function<Result<std::shared_ptr<const RowMask>>()>; ///< rows with figures that do not agree

    Evaluation(
        const TextPlaces &places, Ordering &ordering, const Query &query, const QStringList &facets, const Cancelled &cancelled);

    /// Empty when cancelled.  differing: called only for a query that asks.
    /// last: what the columns gave last, if they are still the same; replaced by what they give now.
    Result<std::optional<Answer>> run(const Differing &differing, std::optional<Selected> &last);

private:
    struct Facet
    {
        QString field;
        FieldColumn column;
        RowTests tests; ///< the conditions on it
    };
    /// What one thread found in its blocks.
    struct Share;

    Result<> prepare(const Differing &differing);
    Result<> prepareCondition(const Condition &condition);
    const Condition *roleCondition() const;
    void count(Share &share, Row first, Row last);
    void block(Share &share, Row first, Row count);
    Result<std::optional<Selected>> select(const Differing &differing);
    std::vector<Row> ordered(const Selected &selected);
    std::vector<quint8> scores() const;

    TextPlaces m_places;
    const IndexColumns &m_columns;
    Ordering &m_ordering;
    const Query &m_query;
    QStringList m_fields;
    const Cancelled &m_cancelled;
    quint8 m_wantedPlace;
    std::vector<Facet> m_facets;
    RowTests m_tests; ///< of what is no facet
    RowMask m_passes;
    bool m_isPartial = false;
};

} // namespace waic::explore
