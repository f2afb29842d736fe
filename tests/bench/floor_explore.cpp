// SPDX-License-Identifier: GPL-3.0-or-later

// The floor of exploring: the least work known for a keystroke, a ticked value, a sort and a screenful of rows, over a catalogue
// file.  Codes for columns of few values, lists of codes where a row has many, one block of folded titles that is scanned, and
// counting by blocks of rows that fit the cache.  Nothing else of the program: no other places of search, no ranges, no edits.
//
//   floor_explore FILE [RUNS]        prints a line of JSON for each thing measured, in milliseconds
#include "floor_columns.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace floor_explore;

// ---- Titles
// --------------------------------------------------------------------------------------------------------------------

struct Pattern
{
    std::string text;          ///< a space and folded letters: a word that starts so
    std::size_t first, second; ///< its two rarest letters; the space is in every word
};

Pattern patternOf(const std::string &text)
{
    const std::string common = " eaionrtlsucdmphg";
    const auto rarity = [&](std::size_t i) { return std::min(common.find(text[i]), common.size()); };
    Pattern pattern{text, 0, 0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (rarity(i) > rarity(pattern.first))
            pattern.first = i;
    pattern.second = pattern.first == 0 ? 1 : 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != pattern.first && rarity(i) > rarity(pattern.second))
            pattern.second = i;
    return pattern;
}

/// Marks the rows whose title has the pattern.  64 places at a time: those where both letters stand are looked at.
__attribute__((target_clones("avx2", "default"))) void findTitles(
    const char *text, const Row *begin, const Row *rowAt, std::size_t end, const Pattern &pattern, std::uint8_t *passes)
{
    const char first = pattern.text[pattern.first], second = pattern.text[pattern.second];
    for (std::size_t block = 0; block < end; block += 64) {
        alignas(64) std::uint8_t equal[64];
        const char *firsts = text + block + pattern.first, *seconds = text + block + pattern.second;
        for (std::size_t i = 0; i < 64; ++i)
            equal[i] = std::uint8_t(std::uint8_t(firsts[i] == first) & std::uint8_t(seconds[i] == second));
        std::uint64_t words[8], any = 0, places = 0;
        std::memcpy(words, equal, 64);
        for (const std::uint64_t word : words)
            any |= word;
        if (any == 0)
            continue;
        for (std::size_t group = 0; group < 8; ++group)
            places |= (words[group] * 0x0102040810204080ull >> 56) << group * 8; // eight bytes of 0 or 1 to eight bits
        for (; places; places &= places - 1) {
            const std::size_t at = block + std::size_t(__builtin_ctzll(places));
            if (at >= end || std::memcmp(text + at, pattern.text.data(), pattern.text.size()) != 0)
                continue;
            Row row = rowAt[block / 64];
            while (begin[row + 1] <= at)
                ++row;
            passes[row] = 1;
        }
    }
}

// ---- Facets
// --------------------------------------------------------------------------------------------------------------------

using Counts = std::vector<std::uint32_t>;

struct Filter
{
    const std::vector<std::uint8_t> *passes = nullptr; ///< by row; null: all
    std::vector<std::uint8_t> kinds;                   ///< chosen; empty: all
};

struct Found
{
    std::vector<Row> rows; ///< the first rowCount
    std::size_t rowCount = 0;
    std::vector<std::uint8_t> isFound;                          ///< by row
    std::array<std::array<Counts, 2>, CodedColumns + 2> counts; ///< of each facet, in two halves to be added
};

/// Two rows of the same value one after the other would wait for each other: so two counts in turn.
void countRun(const Code *values, std::size_t count, std::array<Counts, 2> &counts)
{
    for (std::size_t i = 0; i < count; ++i)
        ++counts[i & 1][values[i]];
}

void countLists(const Lists &lists, const Row *rows, std::size_t count, std::size_t block, std::array<Counts, 2> &counts)
{
    if (count == block) {
        countRun(lists.values.data() + lists.begin[rows[0]], lists.begin[rows[count - 1] + 1] - lists.begin[rows[0]], counts);
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        countRun(lists.values.data() + lists.begin[rows[i]], lists.begin[rows[i] + 1] - lists.begin[rows[i]], counts);
}

void countCodes(const std::uint8_t *codes, const Row *rows, std::size_t count, std::size_t block, std::array<Counts, 2> &counts)
{
    if (count == block)
        for (std::size_t i = 0; i < count; ++i)
            ++counts[i & 1][codes[rows[0] + i]];
    else
        for (std::size_t i = 0; i < count; ++i)
            ++counts[i & 1][codes[rows[i]]];
}

/// Counts every facet of the rows that pass; kinds of those that pass but for their kind.
void countBlock(const Columns &columns, const Filter &filter, std::size_t from, std::size_t count, Found &found)
{
    std::array<Row, kBlock> all, others;
    std::size_t allCount = 0, othersCount = 0;
    std::array<std::uint8_t, 256> chosen{};
    for (const std::uint8_t kind : filter.kinds)
        chosen[kind] = 1;
    const std::uint8_t *kinds = columns.codes[Kind].of.data() + from;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t ok = filter.passes ? (*filter.passes)[from + i] : 1;
        const std::uint8_t kind = filter.kinds.empty() ? 1 : chosen[kinds[i]];
        const std::uint8_t both = ok & kind;
        all[allCount] = others[othersCount] = Row(from + i);
        allCount += both;
        othersCount += ok ^ both;
        found.isFound[from + i] = both;
    }
    std::copy_n(all.begin(), allCount, found.rows.begin() + std::ptrdiff_t(found.rowCount));
    found.rowCount += allCount;
    for (std::size_t column = 0; column < CodedColumns; ++column)
        countCodes(columns.codes[column].of.data(), all.data(), allCount, count, found.counts[column]);
    countCodes(columns.codes[Kind].of.data(), others.data(), othersCount, count, found.counts[Kind]);
    countLists(columns.organisations, all.data(), allCount, count, found.counts[CodedColumns]);
    countLists(columns.tags, all.data(), allCount, count, found.counts[CodedColumns + 1]);
}

/// found keeps its memory from one question to the next.
void count(const Columns &columns, const Filter &filter, Found &found)
{
    found.rowCount = 0;
    found.rows.resize(columns.rows());
    found.isFound.resize(columns.rows());
    for (std::size_t facet = 0; facet < found.counts.size(); ++facet) {
        const std::size_t values = facet < CodedColumns ? 256
            : facet == CodedColumns                     ? columns.organisations.cardinality
                                                        : columns.tags.cardinality;
        found.counts[facet] = {Counts(values, 0), Counts(values, 0)};
    }
    for (std::size_t from = 0; from < columns.rows(); from += kBlock)
        countBlock(columns, filter, from, std::min(kBlock, columns.rows() - from), found);
    for (std::array<Counts, 2> &halves : found.counts)
        for (std::size_t value = 0; value < halves[0].size(); ++value)
            halves[0][value] += halves[1][value];
}

// ---- Order
// ---------------------------------------------------------------------------------------------------------------------

std::vector<Row> byDate(const Columns &columns)
{
    std::vector<Row> begin(0x10001, 0), order(columns.rows());
    for (const std::uint16_t date : columns.dates)
        ++begin[std::size_t(date) + 1];
    for (std::size_t i = 0; i < 0x10000; ++i)
        begin[i + 1] += begin[i];
    for (Row row = 0; row < columns.rows(); ++row)
        order[begin[columns.dates[row]]++] = row;
    return order;
}

using Key = std::pair<std::uint64_t, Row>;

/// Eight letters of a title as a number that sorts as they do; zeros after its end.
std::uint64_t eightLetters(const Columns &columns, Row row, std::size_t from)
{
    const std::size_t at = columns.titleBegin[row] + from, end = columns.titleBegin[row + 1];
    std::uint64_t letters = 0;
    if (at < end)
        std::memcpy(&letters, columns.titles.data() + at, std::min<std::size_t>(8, end - at));
    return __builtin_bswap64(letters);
}

/// Titles that are the same up to from.
void sortFrom(const Columns &columns, Key *begin, Key *end, std::size_t from)
{
    for (Key *key = begin; key != end; ++key)
        key->first = eightLetters(columns, key->second, from);
    std::sort(begin, end);
    for (Key *same = begin; same != end;) {
        Key *next = std::find_if(same, end, [&](const Key &key) { return key.first != same->first; });
        if (next - same > 1 && (same->first & 0xff) != 0)
            sortFrom(columns, same, next, from + 8);
        same = next;
    }
}

/// By two letters into buckets, which fit the cache, and each of them eight letters at a time.
std::vector<Row> byTitle(const Columns &columns)
{
    std::vector<Row> begin(0x10001, 0), order(columns.rows());
    std::vector<std::uint16_t> firsts(columns.rows());
    for (Row row = 0; row < columns.rows(); ++row) {
        firsts[row] = std::uint16_t(eightLetters(columns, row, 1) >> 48);
        ++begin[std::size_t(firsts[row]) + 1];
    }
    for (std::size_t i = 0; i < 0x10000; ++i)
        begin[i + 1] += begin[i];
    std::vector<Key> keys(columns.rows());
    std::vector<Row> next(begin.begin(), begin.end() - 1);
    for (Row row = 0; row < columns.rows(); ++row)
        keys[next[firsts[row]]++].second = row;
    for (std::size_t first = 0; first < 0x10000; ++first)
        sortFrom(columns, keys.data() + begin[first], keys.data() + begin[first + 1], 3);
    for (std::size_t i = 0; i < keys.size(); ++i)
        order[i] = keys[i].second;
    return order;
}

/// The rows found, in a known order: few are put in place by their rank, many are picked along it.
std::size_t inOrder(const Found &found, const std::vector<Row> &order, const std::vector<Row> &ranks, std::vector<Row> &rows)
{
    rows.resize(order.size() + 1);
    std::size_t next = 0;
    if (found.rowCount == order.size()) {
        std::copy(order.begin(), order.end(), rows.begin());
    } else if (found.rowCount > order.size() / 2) {
        for (const Row row : order) {
            rows[next] = row;
            next += found.isFound[row];
        }
    } else {
        std::vector<std::uint64_t> bits((order.size() + 63) / 64, 0);
        for (std::size_t i = 0; i < found.rowCount; ++i)
            bits[ranks[found.rows[i]] / 64] |= 1ull << ranks[found.rows[i]] % 64;
        for (std::size_t word = 0; word < bits.size(); ++word)
            for (std::uint64_t left = bits[word]; left; left &= left - 1)
                rows[next++] = order[word * 64 + std::size_t(__builtin_ctzll(left))];
    }
    return found.rowCount;
}

// ---- Measuring
// -----------------------------------------------------------------------------------------------------------------

void measure(const char *what, int runs, const std::function<std::size_t()> &work)
{
    std::vector<double> times;
    std::size_t rows = 0;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        rows = work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("{\"what\":\"%s\",\"p50\":%.3f,\"p95\":%.3f,\"runs\":%d,\"rows\":%zu}\n", what, times[times.size() / 2],
        times[times.size() * 95 / 100], runs, rows);
    std::fflush(stdout);
}

double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0)
            return std::atof(line.c_str() + 6) / 1024;
    return 0;
}

void measureRows(sqlite3 *database, const Columns &columns, int runs)
{
    Statement row(database,
        "SELECT title, announced_on, kind, (SELECT count(*) FROM claim WHERE announcement = a.id), "
        "(SELECT group_concat(o.name) FROM participation p JOIN organisation o ON o.id = p.organisation WHERE p.announcement = "
        "a.id) "
        "FROM announcement a WHERE id = ?");
    std::mt19937 chance(1);
    measure("64 rows by id", runs, [&] {
        std::size_t letters = 0;
        for (int i = 0; i < 64; ++i) {
            row.bind(1, columns.ids[chance() % columns.rows()]);
            while (row.step())
                letters += row.text(0).size() + row.text(4).size();
        }
        return letters > 0 ? std::size_t(64) : 0;
    });
}

} // namespace

int main(int argc, char *argv[])
{
    sqlite3 *database = nullptr;
    if (argc < 2 || sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "usage: floor_explore FILE [RUNS]\n");
        return 2;
    }
    const int runs = argc > 2 ? std::atoi(argv[2]) : 100;
    Columns columns;
    measure("index load", 1, [&] { return (columns = load(database)).rows(); });
    std::vector<Row> order, ranks(columns.rows());
    measure("sort by title, first", std::min(runs, 5), [&] { return (order = byTitle(columns)).size(); });
    measure("sort by date, first", runs, [&] { return (order = byDate(columns)).size(); });
    for (Row place = 0; place < order.size(); ++place)
        ranks[order[place]] = place;
    Found found;
    std::vector<Row> rows;
    std::vector<std::uint8_t> passes;
    const auto ask = [&](const char *what, const std::string &words, const Filter &filter) {
        measure(what, runs, [&] {
            Filter now = filter;
            if (!words.empty()) {
                passes.assign(columns.rows(), 0);
                findTitles(columns.titles.data(), columns.titleBegin.data(), columns.titleAt.data(), columns.titleBegin.back(),
                    patternOf(words), passes.data());
                now.passes = &passes;
            }
            count(columns, now, found);
            return inOrder(found, order, ranks, rows);
        });
    };
    ask("title: rare", " zyxomma", {});
    ask("title: mid", " quantum", {});
    ask("title: common", " model", {});
    ask("title: one letter", " m", {});
    ask("title: Chinese", " \u6a21 \u578b", {});
    ask("clear all", {}, {});
    const auto known = columns.codes[Kind].known.find("product");
    if (known != columns.codes[Kind].known.end())
        ask("facet: one kind", {}, {nullptr, {known->second}});
    measureRows(database, columns, runs);
    std::printf("{\"what\":\"peak memory, MB\",\"in all\":%.1f}\n", peakMegabytes());
    sqlite3_close(database);
    return 0;
}
