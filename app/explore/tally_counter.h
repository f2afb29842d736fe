// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/evaluation.h"
#include "explore/tally.h"

namespace waic::explore {

/// Makes a Tally of the rows that were selected.
class TallyCounter
{
public:
    using Cancelled = Evaluation::Cancelled;

    TallyCounter(const IndexColumns &columns, const TallyRequest &request, const Cancelled &cancelled)
        : m_columns(columns)
        , m_request(request)
        , m_cancelled(cancelled)
    {
    }

    /// Empty when cancelled.  hits: rising.
    std::optional<Tally> count(std::span<const Row> hits);

private:
    /// The values of a field, most first, and the place of each code among them.
    struct Ranked
    {
        FieldColumn column;
        std::vector<TallyValue> values;
        std::vector<int> places; ///< by canonical code; −1: none
    };

    bool isCancelled(size_t step);
    Ranked rank(const QString &field, std::span<const Row> hits);
    void countCells(const Ranked &by, const Ranked &split, std::span<const Row> hits);
    void countTails(const Ranked &by, std::span<const Row> hits);
    void countSources(const Ranked &by, std::span<const Row> hits);
    void list(std::span<const Row> hits);
    void pairUp(std::span<const Row> hits);
    bool spansManyMonths(const Ranked &by) const;
    bool isDrawn(const Ranked &by, Row row, TallyRequest::Drawn drawn) const;

    const IndexColumns &m_columns;
    const TallyRequest &m_request;
    const Cancelled &m_cancelled;
    bool m_isStopped = false;
    Tally m_tally;
};

} // namespace waic::explore
