// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/facet_index.h"

#include "catalogue/columns.h"
#include "catalogue/fold.h"
#include "explore/evaluation.h"
#include "explore/index_state.h"
#include "explore/tally_counter.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace waic::explore {

namespace {

constexpr size_t kTalliesKept = 16; ///< of some hundred kilobytes at most, each

constexpr Row kWordsAtOnce = 20000; ///< rows whose words are indexed while loading: some 0.1 s
constexpr Row kProgressEvery = 4096;

using ClaimTexts = std::unordered_map<catalogue::RowId, std::string>;

void appendTexts(std::string &tokens, const catalogue::TextCells &cells, const ClaimTexts &ofClaims)
{
    for (const catalogue::Cell text : {cells.title, cells.summary, cells.notes}) {
        catalogue::appendTokens(tokens, text);
        tokens += '\n';
    }
    if (const auto claims = ofClaims.find(cells.id); claims != ofClaims.end())
        tokens += claims->second;
}

/// Each line is a text of its own.
void addLines(WordIndexBuilder &builder, Row row, std::string_view lines)
{
    while (!lines.empty()) {
        const size_t end = std::min(lines.find('\n'), lines.size());
        builder.add(row, lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
}

/// Gives memory that a load of many rows needed for a while back to the system.
void giveBack([[maybe_unused]] Row rows)
{
#ifdef __GLIBC__
    constexpr Row kMany = 100000;
    if (rows >= kMany)
        malloc_trim(0);
#endif
}

Row placeOf(const FacetIndex::WordTask &task, catalogue::RowId id)
{
    const catalogue::RowId *begin = task.ids.get();
    const catalogue::RowId *sorted = begin + task.sortedRows, *end = begin + task.rowCount;
    const auto *found = std::lower_bound(begin, sorted, id);
    if (found != sorted && *found == id)
        return Row(found - begin);
    return Row(std::find(sorted, end, id) - begin);
}

} // namespace

FacetIndex::FacetIndex() = default;
FacetIndex::FacetIndex(FacetIndex &&) noexcept = default;
FacetIndex &FacetIndex::operator=(FacetIndex &&) noexcept = default;
FacetIndex::~FacetIndex() = default;

QStringList FacetIndex::facetFields()
{
    static const QStringList fields{QStringLiteral("edition"), QStringLiteral("kind"), QStringLiteral("org"),
        QStringLiteral("country"), QStringLiteral("date"), QStringLiteral("openness"), QStringLiteral("tag"),
        QStringLiteral("verification"), QStringLiteral("measure"), QStringLiteral("nature"), QStringLiteral("source"),
        QStringLiteral("year"), QStringLiteral("figures"), QStringLiteral("sources"), QStringLiteral("subject"),
        QStringLiteral("unit"), QStringLiteral("role"), QStringLiteral("asof")};
    return fields;
}

QStringList FacetIndex::conditionFields()
{
    return conditionFieldNames();
}

QStringList FacetIndex::sortFields()
{
    return sortFieldNames();
}

Result<FacetIndex> FacetIndex::load(catalogue::Reader &reader, const catalogue::CatalogueFile *file)
{
    FacetIndex index;
    index.m_state = std::make_unique<State>(reader);
    if (const Result<> done = index.m_state->columns.load(reader.database(), file); !done)
        return tl::make_unexpected(done.error());
    index.m_state->hasLoaded();
    index.m_state->ordering.newestFirst();
    giveBack(index.m_state->columns.rowCount());
    if (index.m_state->columns.rowCount() <= kWordsAtOnce) {
        Result<std::optional<WordIndex>> words = makeWords(index.beginWords(), reader, [](Row) { return true; });
        if (!words)
            return tl::make_unexpected(words.error());
        index.setWords(**std::move(words));
    }
    return index;
}

Result<> FacetIndex::patch(std::span<const catalogue::RowId> announcements)
{
    State &state = *m_state;
    const Row before = state.columns.rowCount();
    if (const Result<> done = state.columns.patch(state.reader.database(), announcements); !done)
        return done;
    state.hasLoaded();
    return state.addTail(before);
}

Result<bool> FacetIndex::follow(const catalogue::Touched &touched)
{
    if (!touched.isComplete)
        return false;
    const bool namesChanged
        = !touched.organisations.empty() || !touched.tags.empty() || !touched.sources.empty() || touched.units;
    if (namesChanged) {
        const Result<bool> done = m_state->columns.patchNames(m_state->reader.database(), touched);
        if (!done || !*done)
            return done;
        m_state->namesChanged();
    }
    if (touched.announcements.empty())
        return true;
    const Result<> done = patch(touched.announcements);
    return done ? Result<bool>(true) : tl::make_unexpected(done.error());
}

bool FacetIndex::isWorn() const
{
    const IndexColumns &columns = m_state->columns;
    return columns.goneCount() > kWordsAtOnce && columns.goneCount() > columns.rowCount() / 4;
}

std::shared_ptr<const Vocabulary> FacetIndex::vocabulary() const
{
    return m_state->vocabulary;
}

Result<std::optional<Answer>> FacetIndex::evaluate(
    const Query &query, const QStringList &facets, const Cancelled &cancelled, Texts texts) const
{
    State &state = *m_state;
    TextPlaces places{.columns = state.columns, .words = state.words ? &*state.words : nullptr, .tail = &state.tail};
    if (state.words || texts == Texts::Whole)
        places.database = &state.reader.database();
    Evaluation evaluation(places, state.ordering, query, facets, cancelled);
    Result<std::optional<Answer>> answer = evaluation.run([&state] { return state.differing(); }, state.last);
    if (!answer && cancelled && cancelled())
        return std::optional<Answer>();
    if (answer && *answer)
        (*answer)->vocabulary = state.vocabulary;
    return answer;
}

Result<std::optional<Tally>> FacetIndex::tally(const Query &query, const TallyRequest &request, const Cancelled &cancelled) const
{
    State &state = *m_state;
    for (const auto &[asked, tally] : state.tallied)
        if (tally.request == request && sameSelection(asked, query))
            return std::optional(tally);
    std::optional<Selected> own; // of another question than the one that is kept
    if (!state.last || !sameSelection(state.last->query, query)) {
        Query unsorted = query;
        unsorted.sort.clear();
        std::swap(own, state.last);
        Result<std::optional<Answer>> answer = evaluate(unsorted, {}, cancelled);
        std::swap(own, state.last);
        if (!answer)
            return tl::make_unexpected(answer.error());
        if (!*answer)
            return std::optional<Tally>();
    }
    std::optional<Tally> made = TallyCounter(state.columns, request, cancelled).count((own ? own : state.last)->hits);
    if (made && made->listed.empty() && made->pairs.empty()) { // lists are large, and seldom wanted again
        state.tallied.emplace_front(query, *made);
        if (state.tallied.size() > kTalliesKept)
            state.tallied.pop_back();
    }
    return made;
}

bool FacetIndex::hasWords() const
{
    return m_state->words.has_value();
}

FacetIndex::WordTask FacetIndex::beginWords()
{
    State &state = *m_state;
    const RowIds &ids = state.columns.ids;
    Row sorted = ids.size() > 0 ? 1 : 0;
    while (sorted < ids.size() && ids[sorted - 1] < ids[sorted])
        ++sorted;
    state.isTailKept = true;
    state.tail = {ids.size(), {}};
    return {ids.shared(), ids.size(), sorted};
}

Result<std::optional<WordIndex>> FacetIndex::makeWords(
    const WordTask &task, catalogue::Reader &reader, const std::function<bool(Row)> &progress)
{
    ClaimTexts ofClaims;
    const Result<> claims = catalogue::readClaimTexts(reader.database(), [&](catalogue::RowId id, catalogue::Cell text) {
        catalogue::appendTokens(ofClaims[id], text);
        ofClaims[id] += '\n';
        return true;
    });
    if (!claims)
        return tl::make_unexpected(claims.error());
    // Texts come by rising id, which is by rising row but for rows that were changed and so stand again at the end; the words
    // must come by rising row.
    std::map<Row, std::string> late;
    WordIndexBuilder builder;
    std::string tokens;
    bool goesOn = true;
    Row done = 0;
    const Result<> read = catalogue::readTexts(reader.database(), [&](const catalogue::TextCells &cells) {
        const Row row = placeOf(task, cells.id);
        if (row < task.rowCount) {
            tokens.clear();
            appendTexts(tokens, cells, ofClaims);
            if (row < task.sortedRows)
                addLines(builder, row, tokens);
            else
                late.emplace(row, tokens);
        }
        return goesOn = ++done % kProgressEvery != 0 || progress(done);
    });
    if (!goesOn)
        return std::optional<WordIndex>();
    if (!read)
        return tl::make_unexpected(read.error());
    for (const auto &[row, texts] : late)
        addLines(builder, row, texts);
    return builder.finish(task.rowCount);
}

void FacetIndex::setWords(WordIndex words)
{
    m_state->words = std::move(words);
    m_state->last.reset();
    m_state->tallied.clear();
    giveBack(m_state->columns.rowCount());
}

} // namespace waic::explore
