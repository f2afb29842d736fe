// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/text_search.h"

#include "catalogue/columns.h"
#include "catalogue/fold.h"
#include "catalogue/sql.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace waic::explore {

namespace {

constexpr Row kScanShare = 16; ///< from one candidate in so many rows the file is read from end to end

std::vector<quint8> codesHolding(std::string_view pattern, const Dictionary &dictionary)
{
    std::vector<quint8> hits(dictionary.size());
    std::string tokens;
    for (Code code = 1; code < dictionary.size(); ++code) {
        tokens.clear();
        catalogue::appendTokens(tokens, dictionary.folded(code));
        hits[code] = tokens.find(pattern) != std::string::npos;
    }
    return hits;
}

std::vector<quint8> codesHolding(std::string_view pattern, const NameTable &table)
{
    std::vector<quint8> hits(table.size());
    for (Code code = 0; code < table.size(); ++code)
        if (table.canonical(code) == code)
            hits[code] = table.search(code).find(pattern) != std::string::npos;
    for (Code code = 0; code < table.size(); ++code)
        hits[code] = hits[table.canonical(code)];
    return hits;
}

/// "1509" and "1,509" are numbers; "5G" is none.
std::optional<double> numberIn(const QString &word)
{
    QString digits = word;
    digits.remove(QLatin1Char(','));
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    return isNumber && !digits.isEmpty() && digits[0].isDigit() ? std::optional(number) : std::nullopt;
}

/// A word in the texts, or in what is linked to a row.
class WordTest : public RowTest
{
public:
    WordTest(const IndexColumns &columns, const Word &word, std::shared_ptr<const RowMask> inTexts, const std::string &pattern)
        : m_columns(columns)
        , m_inTexts(std::move(inTexts))
        , m_number(word.phrase ? std::nullopt : numberIn(word.text))
        , m_excluded(word.excluded)
    {
        const auto add = [this](const Grouping &grouping, const Codes &codes, std::vector<quint8> hits) {
            if (std::find(hits.begin(), hits.end(), 1) != hits.end())
                m_linked.push_back({grouping, codes, std::move(hits)});
        };
        add(columns.organisationLists.grouping, columns.organisationLists.codes, codesHolding(pattern, columns.organisations));
        add(columns.tagLists.grouping, columns.tagLists.codes, codesHolding(pattern, columns.tags));
        add(columns.sourceLists.grouping, columns.sourceLists.codes, codesHolding(pattern, columns.sources));
        const ClaimColumns &claims = columns.claims;
        add(claims.grouping, claims.measure.codes, codesHolding(pattern, claims.measure.dictionary));
        add(claims.grouping, claims.subject.codes, codesHolding(pattern, claims.subject.dictionary));
        for (const OwnColumn &own : columns.own)
            m_own.emplace_back(own.column.codes, codesHolding(pattern, own.column.dictionary));
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        std::vector<quint8> found(m_inTexts->begin() + first, m_inTexts->begin() + first + Row(passes.size()));
        for (const Linked &linked : m_linked)
            linked.codes.visit([&](auto codes) {
                findEntries(
                    linked.grouping, first, Row(passes.size()), [&](quint32 entry) { return linked.hits[codes[entry]] != 0; },
                    found.data());
            });
        for (const auto &[codes, hits] : m_own)
            for (size_t i = 0; i < passes.size(); ++i)
                found[i] |= hits[codes.get()[first + i]];
        if (m_number)
            findEntries(
                m_columns.claims.grouping, first, Row(passes.size()),
                [&](quint32 claim) {
                    return m_columns.claims.values[claim] == *m_number || m_columns.claims.wholes[claim] == *m_number;
                },
                found.data());
        for (size_t i = 0; i < passes.size(); ++i)
            passes[i] &= found[i] ^ quint8(m_excluded);
    }

private:
    struct Linked
    {
        const Grouping &grouping;
        const Codes &codes;
        std::vector<quint8> hits; ///< by code
    };

    const IndexColumns &m_columns;
    std::shared_ptr<const RowMask> m_inTexts;
    std::vector<Linked> m_linked;
    std::vector<std::pair<std::reference_wrapper<const Codes>, std::vector<quint8>>> m_own;
    std::optional<double> m_number;
    bool m_excluded;
};

} // namespace

TextSearch::TextSearch(const TextPlaces &places, const std::function<bool()> &cancelled)
    : m_places(places)
    , m_cancelled(cancelled)
{
}

/// Rows whose texts hold the pattern; what has to be looked up in the file goes to open, and its rows are set by look().
std::shared_ptr<RowMask> TextSearch::textHits(const std::string &pattern, std::vector<Wanted> &open)
{
    const IndexColumns &columns = m_places.columns;
    const Row rows = columns.rowCount();
    auto found = std::make_shared<RowMask>(rows);
    if (m_places.words) {
        auto candidates = std::make_shared<RowMask>(rows);
        const bool isExact = m_places.words->find(pattern, *candidates);
        if (isExact) {
            found = candidates;
        } else {
            // Titles are in memory; only what they do not settle is looked up.
            for (Row row = 0; row < m_places.words->rowCount(); ++row) {
                const bool isOpen = (*candidates)[row] && !(columns.flags[row] & IndexColumns::Gone);
                (*found)[row] = isOpen && columns.titles.at(row).find(pattern) != std::string_view::npos;
                (*candidates)[row] = isOpen && !(*found)[row];
            }
            open.push_back({.pattern = pattern, .inTitle = false, .candidates = candidates, .found = found});
        }
        if (const TailTexts &tail = *m_places.tail; tail.texts.rowCount() > 0)
            tail.texts.find(pattern, 0, tail.texts.rowCount(), found->data() + tail.first);
    } else {
        columns.titles.find(pattern, 0, rows, found->data());
        open.push_back({.pattern = pattern, .inTitle = false, .candidates = nullptr, .found = found});
    }
    return found;
}

void TextSearch::lookAt(std::vector<Wanted> &open, Row row, std::string_view tokens, bool Wanted::*part) const
{
    for (Wanted &wanted : open)
        if (wanted.*part && !(*wanted.found)[row] && (!wanted.candidates || (*wanted.candidates)[row]))
            (*wanted.found)[row] = tokens.find(wanted.pattern) != std::string_view::npos;
}

Result<> TextSearch::look(std::vector<Wanted> &open)
{
    const IndexColumns &columns = m_places.columns;
    const Row rows = columns.rowCount();
    std::vector<catalogue::RowId> ids;
    bool isEvery = false;
    for (const Wanted &wanted : open)
        isEvery = isEvery || !wanted.candidates;
    for (Row row = 0; row < rows && !isEvery; ++row)
        for (const Wanted &wanted : open)
            if ((*wanted.candidates)[row]) {
                ids.push_back(columns.ids[row]);
                break;
            }
    if (!isEvery && ids.empty())
        return {};
    if (!m_places.database) {
        m_isPartial = true;
        return {};
    }
    std::string tokens;
    const auto look = [&](catalogue::RowId id, catalogue::Cell text, bool Wanted::*part) {
        const Row row = text.empty() ? rows : columns.rowOf(id);
        if (row == rows)
            return;
        tokens.clear();
        catalogue::appendTokens(tokens, text);
        lookAt(open, row, tokens, part);
    };
    quint32 read = 0;
    const auto isWanted = [&] { return ++read % 256 != 0 || !m_cancelled || !m_cancelled(); };
    const auto take = [&](const catalogue::TextCells &cells) {
        look(cells.id, cells.title, &Wanted::inTitle);
        look(cells.id, cells.summary, &Wanted::inSummary);
        look(cells.id, cells.notes, &Wanted::inNotes);
        return isWanted();
    };
    const auto takeClaim = [&](catalogue::RowId id, catalogue::Cell text) {
        look(id, text, &Wanted::inClaims);
        return isWanted();
    };
    if (!isEvery && ids.size() <= rows / kScanShare)
        return catalogue::readTexts(*m_places.database, ids, take, takeClaim);
    const Result<> texts = catalogue::readTexts(*m_places.database, take);
    return texts ? catalogue::readClaimTexts(*m_places.database, takeClaim) : texts;
}

Result<RowTests> TextSearch::words(const std::vector<Word> &words)
{
    struct Asked
    {
        const Word &word;
        std::string pattern;
        std::shared_ptr<RowMask> found;
    };
    std::vector<Asked> asked;
    std::vector<Wanted> open;
    for (const Word &word : words) {
        const std::string pattern = word.off ? std::string() : wordPattern(word.text);
        if (!pattern.empty())
            asked.push_back({word, pattern, textHits(pattern, open)});
    }
    if (const Result<> done = look(open); !done)
        return tl::make_unexpected(done.error());
    RowTests tests;
    for (const Asked &it : asked)
        tests.push_back(std::make_unique<WordTest>(m_places.columns, it.word, it.found, it.pattern));
    return tests;
}

Result<std::unique_ptr<RowTest>> TextSearch::stored(FieldId field, const Condition &condition)
{
    const IndexColumns &columns = m_places.columns;
    const quint8 flag = field == FieldId::Summary ? IndexColumns::HasSummary : IndexColumns::HasNotes;
    auto found = std::make_shared<RowMask>(columns.rowCount());
    std::vector<Wanted> open;
    const auto want = [&](const std::string &pattern, bool isWord) {
        if (pattern.empty())
            return;
        auto candidates = std::make_shared<RowMask>(columns.rowCount());
        const bool isKnown = isWord && m_places.words && m_places.tail;
        if (isKnown)
            m_places.words->find(pattern, *candidates);
        for (Row row = 0; row < columns.rowCount(); ++row) {
            const bool isIndexed = isKnown && row < m_places.words->rowCount();
            (*candidates)[row] = (columns.flags[row] & (flag | IndexColumns::Gone)) == flag && (!isIndexed || (*candidates)[row]);
        }
        open.push_back({.pattern = pattern,
            .inTitle = false,
            .inSummary = field == FieldId::Summary,
            .inNotes = field == FieldId::Notes,
            .inClaims = false,
            .candidates = candidates,
            .found = found});
    };
    for (const QString &value : condition.values)
        want(value.isNull() ? std::string() : wordPattern(value), true);
    for (const QString &text : condition.contained)
        want(insidePattern(text), false);
    if (const Result<> done = look(open); !done)
        return tl::make_unexpected(done.error());
    for (Row row = 0; acceptsMissing(condition) && row < columns.rowCount(); ++row)
        (*found)[row] |= (columns.flags[row] & flag) == 0;
    return maskTest(found, condition.excluded);
}

} // namespace waic::explore
