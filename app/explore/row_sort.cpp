// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/row_sort.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstring>
#include <future>

namespace waic::explore {

namespace {

constexpr size_t kWorthTwoThreads = 50000;

/// Eight bytes of a text, in the order of which the texts stand.
struct TextKey
{
    quint64 bytes = 0;
    Row row = 0;
    bool isRepeated = false; ///< the text of the one before
};

quint64 eightBytes(std::string_view text, size_t at)
{
    quint64 bytes = 0;
    if (at < text.size())
        std::memcpy(&bytes, text.data() + at, std::min<size_t>(8, text.size() - at));
    if constexpr (std::endian::native == std::endian::little)
        bytes = __builtin_bswap64(bytes);
    return bytes;
}

/// By eight bytes after the other; where a text ends, zeros stand, which no text holds.
void sortKeys(std::span<TextKey> keys, const TextBlock &texts, std::span<const quint32> places, size_t at)
{
    for (TextKey &key : keys)
        key.bytes = eightBytes(texts.at(key.row), at);
    std::sort(keys.begin(), keys.end(), [&](const TextKey &a, const TextKey &b) {
        return a.bytes != b.bytes ? a.bytes < b.bytes : places[a.row] < places[b.row];
    });
    for (size_t first = 0; first < keys.size();) {
        size_t next = first + 1;
        while (next < keys.size() && keys[next].bytes == keys[first].bytes)
            ++next;
        const bool goesOn = (keys[first].bytes & 0xff) != 0;
        if (next - first > 1 && goesOn)
            sortKeys(keys.subspan(first, next - first), texts, places, at + 8);
        for (size_t i = first + 1; i < next && !goesOn; ++i)
            keys[i].isRepeated = true;
        first = next;
    }
}

/// Lets a second thread help when there is much to do.
template <typename Work>
void together(size_t rows, Work &&work)
{
    std::future<void> other;
    if (rows > kWorthTwoThreads)
        other = std::async(std::launch::async, work);
    work();
    if (other.valid())
        other.get();
}

quint64 sortable(double number)
{
    const auto bits = std::bit_cast<quint64>(number == 0 ? 0.0 : number);
    return bits >> 63 ? ~bits : bits | quint64(1) << 63;
}

} // namespace

std::vector<Row> sortedByRank(std::span<const Row> rows, std::span<const quint32> ranks, quint32 count)
{
    const auto bucket = [&](Row row) { return std::min(ranks[row], count); };
    std::vector<quint32> next(size_t(count) + 2);
    for (const Row row : rows)
        ++next[bucket(row) + 1];
    for (size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    std::vector<Row> sorted(rows.size());
    for (const Row row : rows)
        sorted[next[bucket(row)]++] = row;
    return sorted;
}

std::vector<quint8> sortByText(std::span<Row> rows, const TextBlock &texts, std::span<const quint32> places)
{
    // Every text begins with a space: the first two bytes behind it part the rows into buckets, which two threads share.
    constexpr size_t kBuckets = 65536;
    const auto bucket = [&](Row row) {
        const std::string_view text = texts.at(row);
        const auto byte = [&](size_t at) { return at < text.size() ? size_t(quint8(text[at])) : 0; };
        return byte(1) << 8 | byte(2);
    };
    std::vector<quint32> starts(kBuckets + 1);
    std::vector<quint16> buckets(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        buckets[i] = quint16(bucket(rows[i]));
        ++starts[size_t(buckets[i]) + 1];
    }
    for (size_t i = 1; i < starts.size(); ++i)
        starts[i] += starts[i - 1];
    std::vector<TextKey> keys(rows.size());
    {
        std::vector<quint32> next(starts.begin(), starts.end() - 1);
        for (size_t i = 0; i < rows.size(); ++i)
            keys[next[buckets[i]]++].row = rows[i];
    }
    std::atomic<size_t> nextBucket = 0;
    const auto work = [&] {
        for (size_t i = nextBucket++; i < kBuckets; i = nextBucket++)
            if (starts[i + 1] - starts[i] > 1)
                sortKeys(std::span(keys).subspan(starts[i], starts[i + 1] - starts[i]), texts, places, 3);
    };
    together(rows.size(), work);
    std::vector<quint8> repeated(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i] = keys[i].row;
        repeated[i] = keys[i].isRepeated;
    }
    return repeated;
}

void sortGroupsByText(
    std::span<Row> rows, std::span<const quint32> ranks, const TextBlock &texts, std::span<const quint32> places)
{
    std::vector<size_t> starts;
    for (size_t i = 0; i < rows.size(); ++i)
        if (i == 0 || ranks[rows[i]] != ranks[rows[i - 1]])
            starts.push_back(i);
    starts.push_back(rows.size());
    std::atomic<size_t> nextGroup = 0;
    const auto work = [&] {
        std::vector<TextKey> keys;
        for (size_t i = nextGroup++; i + 1 < starts.size(); i = nextGroup++) {
            const std::span<Row> group = rows.subspan(starts[i], starts[i + 1] - starts[i]);
            keys.resize(group.size());
            for (size_t k = 0; k < group.size(); ++k)
                keys[k] = {.row = group[k]};
            sortKeys(keys, texts, places, 1);
            for (size_t k = 0; k < group.size(); ++k)
                group[k] = keys[k].row;
        }
    };
    together(rows.size(), work);
}

std::vector<quint32> ranksOf(std::span<const double> numbers, quint32 &count)
{
    struct Entry
    {
        quint64 key;
        quint32 place;
    };
    constexpr int kBits = 11;
    constexpr size_t kBuckets = size_t(1) << kBits;
    std::vector<Entry> entries, other;
    entries.reserve(numbers.size());
    for (size_t i = 0; i < numbers.size(); ++i)
        if (!std::isnan(numbers[i]))
            entries.push_back({sortable(numbers[i]), quint32(i)});
    other.resize(entries.size());
    for (int shift = 0; shift < 64; shift += kBits) {
        const auto digit = [shift](const Entry &entry) { return entry.key >> shift & (kBuckets - 1); };
        std::array<quint32, kBuckets + 1> starts{};
        for (const Entry &entry : entries)
            ++starts[digit(entry) + 1];
        if (std::find(starts.begin(), starts.end(), entries.size()) != starts.end())
            continue; // the same digit everywhere
        for (size_t i = 1; i < starts.size(); ++i)
            starts[i] += starts[i - 1];
        for (const Entry &entry : entries)
            other[starts[digit(entry)]++] = entry;
        entries.swap(other);
    }
    std::vector<quint32> ranks(numbers.size(), kLast);
    count = 0;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && entries[i].key != entries[i - 1].key)
            ++count;
        ranks[entries[i].place] = count;
    }
    count += entries.empty() ? 0 : 1;
    return ranks;
}

} // namespace waic::explore
