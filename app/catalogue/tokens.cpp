// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/fold.h"

#include <QList>

#include <array>
#include <atomic>
#include <memory>

namespace waic::catalogue {

namespace {

enum class Kind : quint8 {
    Nothing, ///< folds to nothing
    Gap,
    Letter,
    Symbol,
    Cjk,
    Several, ///< folds to more than one character
};

Kind kindOf(char32_t folded)
{
    if (folded == U' ')
        return Kind::Gap;
    if (isCjk(folded))
        return Kind::Cjk;
    return QChar::isLetterOrNumber(folded) || QChar::isMark(folded) ? Kind::Letter : Kind::Symbol;
}

/// Puts folded characters one after the other, a space where a word begins.
class Words
{
public:
    explicit Words(std::string &to)
        : m_to(to)
    {
    }

    void put(Kind kind, const char *utf8, size_t bytes)
    {
        if (kind == Kind::Gap) {
            m_last = Kind::Gap;
            return;
        }
        if (m_last == Kind::Gap || kind == Kind::Cjk || m_last == Kind::Cjk || (m_last == Kind::Symbol && kind == Kind::Letter))
            m_to.push_back(' ');
        m_to.append(utf8, bytes);
        m_last = kind;
    }

    void putFolded(QStringView folded)
    {
        for (const char32_t point : folded.toUcs4()) {
            const std::string utf8 = QString::fromUcs4(&point, 1).toStdString();
            put(kindOf(point), utf8.data(), utf8.size());
        }
    }

private:
    std::string &m_to;
    Kind m_last = Kind::Gap;
};

constexpr size_t kBlock = 256;

/// What a character of the Basic Multilingual Plane folds to.
struct Folding
{
    Kind kind = Kind::Nothing;
    quint8 bytes = 0;
    std::array<char, 6> utf8 = {};
};

using Block = std::array<Folding, kBlock>;

/// Between letters, as a gap at an end would be cut off.
QString foldedInside(char16_t character)
{
    const QString whole = folded(QLatin1Char('a') + QString(QChar(character)) + QLatin1Char('a'));
    return whole.mid(1, whole.size() - 2);
}

Folding foldingOf(char16_t character)
{
    Folding made;
    if (QChar::isSurrogate(character))
        return made;
    const QString inner = foldedInside(character);
    const auto points = inner.toUcs4();
    if (points.isEmpty())
        return made;
    made.kind = points.size() == 1 ? kindOf(points.first()) : Kind::Several;
    const QByteArray utf8 = inner.toUtf8();
    if (made.kind != Kind::Several) {
        made.bytes = quint8(utf8.size());
        std::copy(utf8.begin(), utf8.end(), made.utf8.begin());
    }
    return made;
}

/// Blocks are made when first needed; two threads may make the same one, and the first one's is kept.
class Plane
{
public:
    ~Plane()
    {
        for (const std::atomic<const Block *> &block : m_blocks)
            delete block.load();
    }

    const Folding &of(char16_t character)
    {
        const Block *block = m_blocks[character / kBlock].load(std::memory_order_acquire);
        if (!block)
            block = make(character / kBlock);
        return (*block)[character % kBlock];
    }

private:
    const Block *make(size_t number)
    {
        auto made = std::make_unique<Block>();
        for (size_t i = 0; i < kBlock; ++i)
            (*made)[i] = foldingOf(char16_t(number * kBlock + i));
        const Block *there = nullptr;
        return m_blocks[number].compare_exchange_strong(there, made.get()) ? made.release() : there;
    }

    std::array<std::atomic<const Block *>, kBlock> m_blocks{};
};

Plane &plane()
{
    static Plane made;
    return made;
}

/// Reads one character of two or three bytes; 0 for what only the long way can fold: four bytes, damaged text, Hangul in parts.
char16_t shortCharacter(const char *at, const char *end, size_t &bytes)
{
    const auto byte = [at](size_t i) { return quint8(at[i]); };
    const auto continues = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
    if ((byte(0) & 0xE0) == 0xC0 && end - at >= 2 && continues(1) && byte(0) >= 0xC2) {
        bytes = 2;
        return char16_t((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F));
    }
    if ((byte(0) & 0xF0) == 0xE0 && end - at >= 3 && continues(1) && continues(2)) {
        bytes = 3;
        const auto character = char16_t((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
        const bool isJamo = character >= 0x1100 && character <= 0x11ff;
        return character < 0x800 || isJamo || QChar::isSurrogate(character) ? char16_t(0) : character;
    }
    return 0;
}

void appendTheLongWay(std::string &to, QStringView text)
{
    Words(to).putFolded(folded(text));
}

} // namespace

void appendTokens(std::string &to, std::string_view utf8)
{
    const size_t before = to.size();
    Plane &characters = plane();
    Words words(to);
    const char *at = utf8.data();
    const char *const end = at + utf8.size();
    while (at < end) {
        size_t bytes = 1;
        char16_t character = quint8(*at);
        if (character >= 0x80) {
            character = shortCharacter(at, end, bytes);
            if (character == 0) {
                to.resize(before);
                return appendTheLongWay(to, QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
            }
        }
        at += bytes;
        const Folding &folding = characters.of(character);
        if (folding.kind == Kind::Several)
            words.putFolded(foldedInside(character));
        else if (folding.kind != Kind::Nothing)
            words.put(folding.kind, folding.utf8.data(), folding.bytes);
    }
}

QString tokens(QStringView text)
{
    std::string made;
    appendTheLongWay(made, text);
    return QString::fromStdString(made).trimmed();
}

} // namespace waic::catalogue
