// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/follow.h"
#include "catalogue/reader.h"
#include "explore/explorer.h"
#include "explore/facet_index.h"

#include <mutex>

namespace waic::explore {

/// What the explorer's one working thread holds.
struct Explorer::State
{
    using Cancelled = FacetIndex::Cancelled;

    explicit State(const catalogue::CatalogueFile &catalogueFile)
        : file(catalogueFile)
    {
    }

    Result<> openReader();
    /// Loads at first use, follows afterwards.  What failed is tried again at the next question.
    Result<> prepare();
    /// Takes over what was written since the last look; the announcements go to written.
    Result<> follow();
    /// Empty when cancelled.
    Result<std::optional<Answer>> answer(const Query &query, const QStringList &facets, const Cancelled &cancelled);
    /// The newest rows straight from the file, while there is no index; empty for a query that needs one, and for a small file.
    Result<std::optional<Answer>> firstRows(const Query &query);
    /// Runs work; what it throws becomes an Error, and the index is made anew.
    template <typename Work>
    auto guarded(Work &&work) -> decltype(work());

    void setReader(std::unique_ptr<catalogue::Reader> next);
    /// Ends what the reader does at the moment.  From any thread.
    void interrupt();
    void forget(); ///< index and reader

    const catalogue::CatalogueFile file;
    std::mutex readerMutex; ///< held to replace the reader, and by interrupt()
    std::unique_ptr<catalogue::Reader> reader;
    std::optional<FacetIndex> index; ///< stands on the reader
    catalogue::FollowPlace place;
    qint64 version = 0;          ///< of the data, as the reader saw it last
    quint64 generation = 0;      ///< counts the indexes made
    bool isStoredPassed = false; ///< the stored index can no longer be followed: another file's, or too old
    std::vector<catalogue::RowId> written;
};

} // namespace waic::explore
