// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/follow.h"
#include "catalogue/reader.h"
#include "explore/answer.h"
#include "explore/tally.h"
#include "explore/word_index.h"

#include <functional>

namespace waic::explore {

class Ordering;

/// The catalogue's announcements in memory, column by column: codes into a dictionary for each facet, lists of codes where a row
/// has many values, titles and a word index for search, orders for sort.  One thread at a time; only makeWords() may run beside.
class FacetIndex
{
public:
    using Cancelled = std::function<bool()>;

    /// Fields that may be asked for as facets, beside the catalogue's own fields; those shown at first come first.
    static QStringList facetFields();
    /// Fields that a condition may name, beside the catalogue's own fields.
    static QStringList conditionFields();
    /// Fields that a sort key may name.
    static QStringList sortFields();

    /// Reads the catalogue.  The reader must live as long as the index, which reads texts through it that are not in memory.
    /// file: of the reader, for a second connection that halves the time for many rows.
    static Result<FacetIndex> load(catalogue::Reader &reader, const catalogue::CatalogueFile *file = nullptr);

    FacetIndex();
    FacetIndex(FacetIndex &&) noexcept;
    FacetIndex &operator=(FacetIndex &&) noexcept;
    ~FacetIndex();

    /// Reads these announcements again, and what they name; adds those that are new, drops those that are gone.  Cost: by their
    /// number, not the file's.  After a failure the index is to be loaded anew.
    Result<> patch(std::span<const catalogue::RowId> announcements);
    /// Follows what was touched.  False when only loading anew does.
    Result<bool> follow(const catalogue::Touched &touched);
    /// So many rows were patched that loading anew saves room and time.
    bool isWorn() const;

    /// What the catalogue adds to the language of queries.
    std::shared_ptr<const Vocabulary> vocabulary() const;

    /// Where words that are not in memory are looked for.
    enum class Texts {
        Whole,  ///< in the file, when there is no word index
        AtHand, ///< nowhere: the answer then says Reach::Titles
    };
    /// Answer without firstRows and milliseconds, with counts of these facets; empty when cancelled() said so, which is polled
    /// between blocks of rows.
    Result<std::optional<Answer>> evaluate(
        const Query &query, const QStringList &facets, const Cancelled &cancelled = {}, Texts texts = Texts::Whole) const;

    /// What a chart draws of the announcements that a query finds; empty when cancelled.
    Result<std::optional<Tally>> tally(const Query &query, const TallyRequest &request, const Cancelled &cancelled = {}) const;

    /// Makes the index of words, on any thread with a reader of its own, while the index is asked and patched: begin, make, set.
    /// Catalogues of some ten thousand rows have one from load() on.
    struct WordTask
    {
        std::shared_ptr<const catalogue::RowId[]> ids;
        Row rowCount = 0;
        Row sortedRows = 0; ///< before it ids rise
    };
    bool hasWords() const;
    WordTask beginWords();
    /// progress: rows done; false ends it, and the result is empty.
    static Result<std::optional<WordIndex>> makeWords(
        const WordTask &task, catalogue::Reader &reader, const std::function<bool(Row)> &progress);
    void setWords(WordIndex words);

private:
    friend class IndexCache;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace waic::explore
