// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/word_index.h"

#include "catalogue/fold.h"
#include "explore/text_hash.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <numeric>

namespace waic::explore {

namespace {

constexpr size_t kFirstSlots = 1 << 12;
constexpr int kByteBits = 7; ///< of a distance in each byte; the eighth says that more follow

/// A word of one Chinese character; a longer one begins with none.
bool isCjkWord(std::string_view word)
{
    if (word.size() < 3 || word.size() > 4 || quint8(word[0]) < 0xE1)
        return false;
    const auto points = QString::fromUtf8(word.data(), qsizetype(word.size())).toUcs4();
    return points.size() == 1 && catalogue::isCjk(points.first());
}

/// Calls with each word between spaces.
template <typename Take>
void eachWord(std::string_view tokens, Take &&take)
{
    for (size_t at = 0; at < tokens.size();) {
        const size_t begin = at + (tokens[at] == ' ' ? 1 : 0);
        at = std::min(tokens.find(' ', begin), tokens.size());
        if (at > begin)
            take(tokens.substr(begin, at - begin));
    }
}

/// For each byte of a bitmap its bits as eight bytes.
const std::array<quint64, 256> &spread()
{
    static const std::array<quint64, 256> table = [] {
        std::array<quint64, 256> made{};
        for (size_t bits = 0; bits < made.size(); ++bits)
            for (size_t bit = 0; bit < 8; ++bit)
                if (bits >> bit & 1)
                    made[bits] |= quint64(1) << bit * 8;
        return made;
    }();
    return table;
}

/// Reads a distance and steps behind it.
quint32 distance(const quint8 *&at)
{
    quint32 value = 0;
    for (int shift = 0;; shift += kByteBits) {
        const quint8 byte = *at++;
        value |= quint32(byte & 127) << shift;
        if (byte < 128)
            return value;
    }
}

} // namespace

size_t WordIndex::lowerBound(std::string_view text) const
{
    size_t low = 0, high = wordCount();
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (word(middle) < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void WordIndex::mark(size_t word, quint8 *found) const
{
    const auto *at = reinterpret_cast<const quint8 *>(m_rows.data()) + m_starts[word];
    const auto *const end = reinterpret_cast<const quint8 *>(m_rows.data()) + m_starts[word + 1];
    if (m_isMap[word]) {
        for (quint8 *to = found; at < end; ++at, to += 8) {
            quint64 rows;
            std::memcpy(&rows, to, 8);
            rows |= spread()[*at];
            std::memcpy(to, &rows, 8);
        }
        return;
    }
    for (Row row = 0; at < end;) {
        row += distance(at);
        found[row] = 1;
    }
}

void WordIndex::markWord(std::string_view text, quint8 *found) const
{
    if (const size_t at = lowerBound(text); at < wordCount() && word(at) == text)
        mark(at, found);
}

void WordIndex::markPrefix(std::string_view text, quint8 *found) const
{
    for (size_t at = lowerBound(text); at < wordCount() && word(at).starts_with(text); ++at)
        mark(at, found);
}

bool WordIndex::find(std::string_view pattern, RowMask &found) const
{
    struct Part
    {
        std::string text;
        bool isWhole;
    };
    std::vector<Part> parts;
    std::string before;
    bool wasCjk = false;
    size_t words = 0;
    eachWord(pattern, [&](std::string_view word) {
        const bool isCjk = isCjkWord(word);
        ++words;
        if (!parts.empty() && !wasCjk)
            parts.back().isWhole = true; // another word follows
        if (wasCjk && isCjk) {
            // The pair stands for both; the first character alone is needed no more.
            if (parts.back().text == before)
                parts.pop_back();
            parts.push_back({before + std::string(word), true});
        } else {
            parts.push_back({std::string(word), isCjk});
        }
        before = std::string(word);
        wasCjk = isCjk;
    });
    // Bitmaps are marked eight rows at a time, so the mask may need to be longer than the rows.
    const size_t room = (size_t(m_rowCount) + 7) / 8 * 8;
    RowMask rows(room);
    for (size_t i = 0; i < parts.size(); ++i) {
        RowMask of(i == 0 ? 0 : room);
        RowMask &to = i == 0 ? rows : of;
        if (parts[i].isWhole)
            markWord(parts[i].text, to.data());
        else
            markPrefix(parts[i].text, to.data());
        for (size_t row = 0; i > 0 && row < room; ++row)
            rows[row] &= of[row];
    }
    for (Row row = 0; row < m_rowCount; ++row)
        found[row] |= rows[row];
    return parts.size() == 1 && words <= 2;
}

WordIndexBuilder::WordIndexBuilder()
    : m_slots(kFirstSlots)
{
}

WordIndexBuilder::~WordIndexBuilder()
{
    for (List &list : m_lists)
        std::free(list.bytes);
}

quint32 WordIndexBuilder::number(std::string_view word)
{
    if ((m_lists.size() + 1) * 2 > m_slots.size()) {
        m_slots.assign(m_slots.size() * 2, 0);
        for (size_t i = 0; i < m_hashes.size(); ++i) {
            size_t slot = m_hashes[i] & (m_slots.size() - 1);
            while (m_slots[slot] != 0)
                slot = (slot + 1) & (m_slots.size() - 1);
            m_slots[slot] = quint32(i + 1);
        }
    }
    const quint32 hash = hashOf(word);
    for (size_t slot = hash & (m_slots.size() - 1);; slot = (slot + 1) & (m_slots.size() - 1)) {
        const quint32 there = m_slots[slot];
        if (there == 0) {
            m_slots[slot] = quint32(m_lists.size() + 1);
            m_hashes.push_back(hash);
            m_text += word;
            m_words.push_back(m_text.size());
            m_lists.emplace_back();
            return quint32(m_lists.size() - 1);
        }
        const size_t at = there - 1;
        if (m_hashes[at] == hash && std::string_view(m_text).substr(m_words[at], m_words[at + 1] - m_words[at]) == word)
            return quint32(at);
    }
}

void WordIndexBuilder::addWord(Row row, std::string_view word)
{
    constexpr quint32 kMostBytes = 5;
    List &list = m_lists[number(word)];
    if (list.isUsed && list.last == row)
        return;
    if (list.size + kMostBytes > list.room) {
        const quint32 room = std::max<quint32>(16, list.room + list.room / 2);
        void *larger = std::realloc(list.bytes, room);
        if (!larger)
            throw std::bad_alloc();
        list.bytes = static_cast<quint8 *>(larger);
        list.room = room;
    }
    quint32 left = row - (list.isUsed ? list.last : 0);
    for (; left > 127; left >>= kByteBits)
        list.bytes[list.size++] = quint8(left | 128);
    list.bytes[list.size++] = quint8(left);
    list.last = row;
    list.isUsed = true;
}

void WordIndexBuilder::add(Row row, std::string_view tokens)
{
    std::string_view before;
    bool wasCjk = false;
    eachWord(tokens, [&](std::string_view word) {
        addWord(row, word);
        const bool isCjk = isCjkWord(word);
        if (isCjk && wasCjk)
            addWord(row, std::string(before) + std::string(word));
        before = word;
        wasCjk = isCjk;
    });
}

WordIndex WordIndexBuilder::finish(Row rowCount)
{
    const auto word = [this](quint32 i) { return std::string_view(m_text).substr(m_words[i], m_words[i + 1] - m_words[i]); };
    std::vector<quint32> order(m_lists.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&word](quint32 a, quint32 b) { return word(a) < word(b); });
    const size_t mapBytes = (size_t(rowCount) + 7) / 8;
    WordIndex made;
    made.m_rowCount = rowCount;
    size_t bytes = 0;
    for (const List &list : m_lists)
        bytes += std::min<size_t>(list.size, mapBytes);
    made.m_rows.reserve(bytes);
    made.m_text.reserve(m_text.size());
    made.m_words.push_back(0);
    made.m_starts.push_back(0);
    for (const quint32 i : order) {
        List &list = m_lists[i];
        const bool isMap = list.size > mapBytes;
        made.m_isMap.push_back(isMap);
        if (isMap) {
            const size_t begin = made.m_rows.size();
            made.m_rows.resize(begin + mapBytes);
            const quint8 *at = list.bytes;
            for (Row row = 0; at < list.bytes + list.size;) {
                row += distance(at);
                made.m_rows[begin + row / 8] = char(quint8(made.m_rows[begin + row / 8]) | 1u << row % 8);
            }
        } else {
            made.m_rows.append(reinterpret_cast<const char *>(list.bytes), list.size);
        }
        std::free(list.bytes);
        list.bytes = nullptr;
        made.m_text += word(i);
        made.m_words.push_back(made.m_text.size());
        made.m_starts.push_back(made.m_rows.size());
    }
    return made;
}

} // namespace waic::explore
