// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/follow.h"
#include "catalogue/opening.h"
#include "catalogue/reader.h"
#include "explore/facet_index.h"

namespace waic::explore {

class CacheReader;
class CacheWriter;
class IndexColumns;

/// The index of a catalogue as it was when its words were ready, in a file of the user's cache folder, so that opening a large
/// catalogue again reads 200 MB instead of the whole.  Outside the catalogue: one that may not be written has it too, and no
/// other program finds it in the file.  Stands on the catalogue's uid, its path and its place in `touched`; what was written
/// since is followed.  A file that is damaged, of another version or of another catalogue is as good as none.
class IndexCache
{
public:
    struct Stored
    {
        FacetIndex index;
        catalogue::FollowPlace place;
    };

    explicit IndexCache(const catalogue::CatalogueFile &file);

    /// Empty when there is none that fits.  The index stands on the reader.
    std::optional<Stored> read(catalogue::Reader &reader) const;
    /// Writes under another name and renames.  What cannot be written is left: it is only a cache.  False when cancelled() said
    /// so, which is polled every few megabytes.
    bool write(const FacetIndex &index, const catalogue::FollowPlace &place, catalogue::Reader &reader,
        const FacetIndex::Cancelled &cancelled) const;

    QString path() const { return m_path; }

private:
    static void writeColumns(CacheWriter &out, const IndexColumns &columns);
    static void readColumns(CacheReader &in, IndexColumns &columns);

    const catalogue::CatalogueFile &m_file;
    QString m_path;
};

} // namespace waic::explore
