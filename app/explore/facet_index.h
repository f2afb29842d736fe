// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"
#include "explore/answer.h"

#include <functional>

namespace waic::explore {

/// The catalogue's announcements in memory, column by column: codes into a dictionary for each facet, lists of codes where a row
/// has many values, folded text for search, keys for sort.  Built and patched by one thread at a time; evaluate() is const and
/// may run beside other readers.
class FacetIndex
{
public:
    /// Fields that may be asked for as facets, beside the catalogue's own fields; those shown at first come first.
    static QStringList facetFields();
    /// Fields that a condition may name.
    static QStringList conditionFields();
    /// Fields that a sort key may name.
    static QStringList sortFields();

    static Result<FacetIndex> load(catalogue::Reader &reader);

    FacetIndex();
    FacetIndex(FacetIndex &&) noexcept;
    FacetIndex &operator=(FacetIndex &&) noexcept;
    ~FacetIndex();

    /// Reads these announcements again, and what they name; adds those that are new, drops those that are gone.  Cost: by their
    /// number, not the file's.  After a failure the index is to be loaded anew.
    Result<> patch(catalogue::Reader &reader, std::span<const catalogue::RowId> announcements);

    /// What the catalogue adds to the language of queries.
    std::shared_ptr<const Vocabulary> vocabulary() const;

    /// Answer without firstRows and milliseconds, with counts of these facets; empty when cancelled() said so, which is polled
    /// between blocks of rows.
    std::optional<Answer> evaluate(
        const Query &query, const QStringList &facets, const std::function<bool()> &cancelled = {}) const;

private:
    struct Columns;
    std::unique_ptr<Columns> m_columns;
};

} // namespace waic::explore
