// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/evaluation.h"
#include "explore/tally.h"

#include <atomic>

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
        std::vector<Code> same; ///< see sameFolded()
        std::vector<TallyValue> values;
        std::vector<int> places; ///< by canonical code; −1: none
    };

    bool isCancelled(size_t step);
    auto stopped()
    {
        return [this](size_t i) { return isCancelled(i); };
    }
    Ranked rank(const QString &field, std::span<const Row> hits);
    void countCells(const Ranked &by, const Ranked &split, std::span<const Row> hits);
    void countValues(std::span<const Row> hits);
    void countTails(const Ranked &by, std::span<const Row> hits);
    /// isDrawn: by code of `by`, whether a row with that value counts; empty: every row does.
    void countSources(const Ranked &by, const std::vector<quint8> &isDrawn, std::span<const Row> hits);
    std::vector<quint8> drawnCodes(const Ranked &by) const;
    void list(std::span<const Row> hits);
    void pairUp(std::span<const Row> hits);
    bool spansManyMonths(const Ranked &by) const;

    const IndexColumns &m_columns;
    const TallyRequest &m_request;
    const Cancelled &m_cancelled;
    std::atomic<bool> m_isStopped = false;
    Tally m_tally;
};

} // namespace waic::explore
