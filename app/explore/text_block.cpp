// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/text_block.h"

#include "catalogue/fold.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
// Debian builds for every x86-64; newer machines compare 32 bytes at a time.
#define WAIC_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define WAIC_CLONES
#endif

namespace waic::explore {

namespace {

constexpr size_t kStride = 64;

/// Bit j: text[j] == a and text[j + gap] == b.  Both loops become vector instructions.
WAIC_CLONES quint64 pairs(const char *text, size_t gap, char a, char b)
{
    alignas(64) quint8 equal[kStride];
    const char *other = text + gap;
    for (size_t j = 0; j < kStride; ++j)
        equal[j] = quint8(text[j] == a) & quint8(other[j] == b);
    quint64 words[8];
    std::memcpy(words, equal, sizeof words);
    if (((words[0] | words[1]) | (words[2] | words[3]) | (words[4] | words[5]) | (words[6] | words[7])) == 0)
        return 0;
    quint64 bits = 0;
    for (size_t group = 0; group < 8; ++group) // eight bytes of 0 or 1 to eight bits
        bits |= (words[group] * 0x0102040810204080ull >> 56) << group * 8;
    return bits;
}

/// How rare a byte is in folded text, roughly: letters in English, French and Vietnamese by falling frequency.
int rarity(char byte)
{
    static constexpr std::string_view often = " eaionrtlsucdmphgbvfyxkzwjq";
    const size_t place = often.find(byte);
    return place == std::string_view::npos ? int(often.size()) : int(place);
}

/// Places of the two rarest bytes of a pattern, the first one before the second; the same place for a pattern of one byte.
std::pair<size_t, size_t> rarest(std::string_view pattern)
{
    size_t best = 0, second = pattern.size() > 1 ? 1 : 0;
    for (size_t i = 0; i < pattern.size(); ++i)
        if (rarity(pattern[i]) > rarity(pattern[best]))
            best = i;
    if (best == second)
        second = 0;
    for (size_t i = 0; i < pattern.size(); ++i)
        if (i != best && rarity(pattern[i]) > rarity(pattern[second]))
            second = i;
    return {std::min(best, second), std::max(best, second)};
}

} // namespace

void TextBlock::add(std::string_view utf8)
{
    catalogue::appendTokens(m_text, utf8);
    m_text.push_back('\n');
    m_starts.push_back(m_text.size());
}

void TextBlock::addTokens(std::string_view tokens)
{
    m_text += tokens;
    m_text.push_back('\n');
    m_starts.push_back(m_text.size());
}

void TextBlock::append(TextBlock more)
{
    if (rowCount() == 0) {
        *this = std::move(more);
        return;
    }
    const quint64 base = m_text.size();
    m_text.reserve(base + more.m_text.size());
    m_text += more.m_text;
    m_starts.reserve(m_starts.size() + more.rowCount());
    for (size_t i = 1; i < more.m_starts.size(); ++i)
        m_starts.push_back(base + more.m_starts[i]);
}

void TextBlock::find(std::string_view pattern, Row first, Row last, quint8 *found) const
{
    if (pattern.empty() || first >= last)
        return;
    const auto [low, high] = rarest(pattern);
    const char a = pattern[low], b = pattern[high];
    const size_t end = m_starts[last];
    Row row = first;
    // A hit at this place: marks its row, and says where the next row begins.
    const auto hit = [&](size_t at) {
        if (m_starts[row + 1] + kStride * 64 < at) // far away: not row by row
            row = Row(std::upper_bound(m_starts.begin() + row, m_starts.begin() + last, at) - m_starts.begin() - 1);
        while (m_starts[row + 1] <= at)
            ++row;
        found[row - first] = 1;
        return size_t(m_starts[row + 1]);
    };
    const auto isAt = [&](size_t at) {
        return at + pattern.size() <= end && std::memcmp(m_text.data() + at, pattern.data(), pattern.size()) == 0;
    };
    size_t at = m_starts[first];
    size_t skipTo = at;
    for (; at + kStride + pattern.size() <= end; at += kStride) {
        if (skipTo >= at + kStride)
            continue;
        quint64 bits = pairs(m_text.data() + at + low, high - low, a, b);
        for (; bits != 0; bits &= bits - 1) {
            const size_t place = at + size_t(std::countr_zero(bits));
            if (place >= skipTo && isAt(place))
                skipTo = hit(place);
        }
    }
    for (; at < end; ++at)
        if (at >= skipTo && isAt(at))
            skipTo = hit(at);
}

std::string wordPattern(QStringView text)
{
    const QString words = catalogue::tokens(text);
    return words.isEmpty() ? std::string() : ' ' + words.toStdString();
}

std::string insidePattern(QStringView text)
{
    const QString words = catalogue::tokens(text);
    // A Chinese character is a word, so it stands after its space.
    const bool isWord = !words.isEmpty() && catalogue::isCjk(words.toUcs4().first());
    return isWord ? ' ' + words.toStdString() : words.toStdString();
}

} // namespace waic::explore
