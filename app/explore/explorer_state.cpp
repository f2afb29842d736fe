// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explorer_state.h"

#include "explore/index_cache.h"

namespace waic::explore {

void Explorer::State::setReader(std::unique_ptr<catalogue::Reader> next)
{
    const std::scoped_lock lock(readerMutex);
    reader = std::move(next);
}

void Explorer::State::interrupt()
{
    const std::scoped_lock lock(readerMutex);
    if (reader)
        reader->interrupt();
}

void Explorer::State::forget()
{
    index.reset();
    setReader({});
}

Result<> Explorer::State::openReader()
{
    if (reader)
        return {};
    Result<std::unique_ptr<catalogue::Reader>> opened = catalogue::Reader::open(file);
    if (!opened)
        return tl::make_unexpected(opened.error());
    setReader(*std::move(opened));
    return {};
}

Result<> Explorer::State::prepare()
{
    if (const Result<> opened = openReader(); !opened)
        return opened;
    if (index)
        return follow();
    // What is written while the columns are read is followed afterwards.
    const Result<qint64> now = catalogue::dataVersion(reader->database());
    const Result<catalogue::FollowPlace> from = catalogue::followPlace(reader->database());
    if (!now || !from)
        return tl::make_unexpected(now ? from.error() : now.error());
    version = *now;
    place = *from;
    ++generation;
    std::optional<IndexCache::Stored> stored = isStoredPassed ? std::nullopt : IndexCache(file).read(*reader);
    if (stored) {
        index = std::move(stored->index);
        place = stored->place;
        version = -1; // to look at once
        return follow();
    }
    Result<FacetIndex> loaded = FacetIndex::load(*reader, &file);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    index = *std::move(loaded);
    version = -1;
    return follow();
}

Result<> Explorer::State::follow()
{
    const Result<qint64> now = catalogue::dataVersion(reader->database());
    if (!now)
        return tl::make_unexpected(now.error());
    if (*now == version)
        return {};
    const Result<catalogue::Touched> touched = catalogue::touchedSince(reader->database(), place);
    if (!touched)
        return tl::make_unexpected(touched.error());
    if (!touched->isNothing()) {
        const Result<bool> done = index->follow(*touched);
        if (!done || !*done || index->isWorn()) {
            index.reset();
            isStoredPassed = true;
            return done ? prepare() : tl::make_unexpected(done.error());
        }
    }
    version = *now;
    place = touched->place;
    written.insert(written.end(), touched->announcements.begin(), touched->announcements.end());
    return {};
}

Result<std::optional<Answer>> Explorer::State::answer(const Query &query, const QStringList &facets, const Cancelled &cancelled)
{
    // Not cut short by a newer question, which needs the index just as well.
    const Result<> prepared = prepare();
    if (cancelled())
        return std::optional<Answer>();
    if (!prepared)
        return tl::make_unexpected(prepared.error());
    Result<std::optional<Answer>> found = index->evaluate(query, facets, cancelled, FacetIndex::Texts::AtHand);
    if (!found || !*found || cancelled())
        return found ? std::optional<Answer>() : found;
    Result<std::vector<catalogue::AnnouncementRow>> rows = reader->rows((*found)->ids.part(0, kFirstRows));
    if (!rows)
        return tl::make_unexpected(rows.error());
    (*found)->firstRows = *std::move(rows);
    return found;
}

Result<std::optional<Answer>> Explorer::State::firstRows(const Query &query)
{
    if (index || !query.isEverything() || !query.sort.empty())
        return std::optional<Answer>();
    if (const Result<> opened = openReader(); !opened)
        return tl::make_unexpected(opened.error());
    Result<std::vector<catalogue::AnnouncementRow>> rows = reader->newestOfMany(kFirstRows);
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (rows->empty())
        return std::optional<Answer>();
    Answer answer;
    answer.query = query;
    answer.reach = Reach::FirstRows;
    std::vector<catalogue::RowId> ids;
    for (const catalogue::AnnouncementRow &row : *rows)
        ids.push_back(row.announcement.id);
    answer.ids = std::move(ids);
    answer.firstRows = *std::move(rows);
    return std::optional(std::move(answer));
}

} // namespace waic::explore
