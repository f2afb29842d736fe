// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/fold.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>

namespace waic::catalogue {

namespace {

constexpr int kBlockSize = 256;

bool isHangulSyllable(char32_t character)
{
    return character >= 0xac00 && character <= 0xd7a3;
}

bool isJamo(char32_t character)
{
    return character >= 0x1100 && character <= 0x11ff;
}

bool separates(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
        return true;
    default:
        return false;
    }
}

/// Letters that Unicode does not decompose but readers without the key type in their plain form.
QLatin1String plainForm(char32_t character)
{
    switch (character) {
    case U'đ':
    case U'ð':
        return QLatin1String("d");
    case U'œ':
        return QLatin1String("oe");
    case U'æ':
        return QLatin1String("ae");
    case U'ø':
        return QLatin1String("o");
    case U'ł':
        return QLatin1String("l");
    case U'ı':
        return QLatin1String("i");
    case U'ß':
        return QLatin1String("ss");
    default:
        return {};
    }
}

/// One character folded; a space stands for what separates words.
QString foldedCharacter(char32_t character)
{
    if (isHangulSyllable(character))
        return QString::fromUcs4(&character, 1);
    QString result;
    const QString decomposed = QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const char32_t part : decomposed.toUcs4()) {
        const QChar::Category category = QChar::category(part);
        if (category == QChar::Mark_NonSpacing || category == QChar::Other_Format)
            continue;
        if (separates(part))
            result += QLatin1Char(' ');
        else if (const QLatin1String plain = plainForm(part); !plain.isEmpty())
            result += plain;
        else
            result += QString::fromUcs4(&part, 1);
    }
    return result;
}

/// The foldings of 256 neighbouring characters, one after the other.
struct Block
{
    explicit Block(char16_t first)
    {
        for (int i = 0; i < kBlockSize; ++i) {
            starts[size_t(i)] = pool.size();
            const char16_t character = char16_t(first + i);
            if (!QChar::isSurrogate(character))
                pool += foldedCharacter(character);
        }
        starts[kBlockSize] = pool.size();
    }

    QString pool;
    std::array<qsizetype, kBlockSize + 1> starts;
};

/// A table of the Basic Multilingual Plane: five times faster than asking Unicode for each character.  Blocks are made when first
/// needed, as making all takes 7 ms, which a start would feel.
class Plane
{
public:
    ~Plane()
    {
        for (const std::atomic<const Block *> &block : m_blocks)
            delete block.load();
    }

    QStringView of(char16_t character)
    {
        const Block *block = m_blocks[character / kBlockSize].load(std::memory_order_acquire);
        if (!block)
            block = make(character / kBlockSize);
        const size_t i = character % kBlockSize;
        return QStringView(block->pool).mid(block->starts[i], block->starts[i + 1] - block->starts[i]);
    }

private:
    const Block *make(size_t number)
    {
        auto made = std::make_unique<const Block>(char16_t(number * kBlockSize));
        const Block *there = nullptr;
        // Two threads may make the same block; the first one's is kept.
        return m_blocks[number].compare_exchange_strong(there, made.get()) ? made.release() : there;
    }

    std::array<std::atomic<const Block *>, kBlockSize> m_blocks{};
};

Plane &plane()
{
    static Plane made;
    return made;
}

void append(QString &result, QStringView letters)
{
    for (const QChar letter : letters) {
        if (letter != QLatin1Char(' ') || (!result.isEmpty() && result.back() != QLatin1Char(' ')))
            result += letter;
    }
}

QString foldedComposed(QStringView text)
{
    QString result;
    result.reserve(text.size());
    Plane &characters = plane();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (!unit.isSurrogate()) {
            append(result, characters.of(unit.unicode()));
        } else if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            append(result, foldedCharacter(QChar::surrogateToUcs4(unit, text[i + 1])));
            ++i;
        }
    }
    if (result.endsWith(QLatin1Char(' ')))
        result.chop(1);
    return result;
}

/// UTF-16 sorts characters beyond the first plane before U+E000; code points, and SQLite's UTF-8, do not.
int compareCodePoints(QStringView a, QStringView b)
{
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (left == a.end() || right == b.end())
        return left == a.end() ? (right == b.end() ? 0 : -1) : 1;
    if (left->isSurrogate() != right->isSurrogate())
        return left->isSurrogate() ? 1 : -1;
    return *left < *right ? -1 : 1;
}

} // namespace

QString folded(QStringView text)
{
    // Hangul in conjoining letters, as some file systems write it, is the same text as in syllables.
    if (std::any_of(text.begin(), text.end(), [](QChar unit) { return isJamo(unit.unicode()); }))
        return foldedComposed(text.toString().normalized(QString::NormalizationForm_C));
    return foldedComposed(text);
}

bool isCjk(char32_t character)
{
    if (character < 0x1100)
        return false;
    if (character == 0x30fc) // the sign that lengthens a vowel in Katakana belongs to no script
        return true;
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

int compareText(QStringView a, QStringView b)
{
    const int byFold = compareCodePoints(tokens(a), tokens(b));
    return byFold != 0 ? byFold : compareCodePoints(a, b);
}

} // namespace waic::catalogue
