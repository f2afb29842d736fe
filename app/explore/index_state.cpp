// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/index_state.h"

#include "catalogue/columns.h"
#include "catalogue/differing.h"
#include "catalogue/fold.h"

namespace waic::explore {

void FacetIndex::State::hasLoaded()
{
    vocabulary = std::make_shared<const Vocabulary>(columns.vocabulary());
    differingRows.reset();
    last.reset();
    tallied.clear();
}

void FacetIndex::State::namesChanged()
{
    hasLoaded();
    ordering.forgetNames();
}

Result<> FacetIndex::State::addTail(Row first)
{
    if (!isTailKept)
        return {};
    const std::span<const catalogue::RowId> ids = columns.ids.all().subspan(first);
    std::vector<std::string> tokens(ids.size());
    // Texts come in the order of ids; one that was deleted meanwhile has none.
    size_t at = 0;
    const auto append = [&](catalogue::Cell text) {
        catalogue::appendTokens(tokens[at], text);
        tokens[at] += '\n';
    };
    const Result<> read = catalogue::readTexts(
        reader.database(), ids,
        [&](const catalogue::TextCells &cells) {
            while (ids[at] != cells.id)
                ++at;
            for (const catalogue::Cell text : {cells.title, cells.summary, cells.notes})
                append(text);
            return true;
        },
        [&](catalogue::RowId, catalogue::Cell text) {
            append(text);
            return true;
        });
    if (!read)
        return read;
    for (const std::string &texts : tokens)
        tail.texts.addTokens(texts);
    return {};
}

Result<std::shared_ptr<const RowMask>> FacetIndex::State::differing()
{
    if (differingRows)
        return differingRows;
    const Result<std::vector<catalogue::RowId>> found = catalogue::differingAnnouncements(reader.database());
    if (!found)
        return tl::make_unexpected(found.error());
    auto rows = std::make_shared<RowMask>(columns.rowCount());
    for (const catalogue::RowId id : *found)
        if (const Row row = columns.rowOf(id); row < columns.rowCount())
            (*rows)[row] = 1;
    differingRows = rows;
    return differingRows;
}

} // namespace waic::explore
