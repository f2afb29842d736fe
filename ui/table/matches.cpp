// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/matches.h"

#include "catalogue/fold.h"

#include <algorithm>

namespace waic::ui {

namespace {

/// Folded text, and for each of its characters the character of the original that it came from.
struct Folded
{
    QString text;
    std::vector<int> origin;
};

Folded foldWithOrigins(const QString &text)
{
    Folded made;
    for (int at = 0; at < text.size();) {
        const int length = text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QString one = catalogue::folded(QStringView(text).mid(at, length));
        // One character alone that is white space or punctuation folds to nothing or a space: here it parts words.
        const QString part = one.trimmed().isEmpty() && !text[at].isMark() ? QStringLiteral(" ") : one;
        for (const QChar character : part) {
            made.text += character;
            made.origin.push_back(at);
        }
        at += length;
    }
    made.origin.push_back(int(text.size()));
    return made;
}

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || catalogue::isCjk(text[at - 1].unicode());
}

} // namespace

std::vector<TextRange> matchRanges(const QString &text, std::span<const explore::Word> words)
{
    std::vector<TextRange> found;
    const Folded folded = foldWithOrigins(text);
    for (const explore::Word &word : words) {
        const QString wanted = catalogue::folded(word.text).trimmed();
        if (word.excluded || wanted.isEmpty())
            continue;
        const bool anywhere = catalogue::isCjk(wanted[0].unicode());
        for (qsizetype at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.size())) {
            if (!anywhere && !startsWord(folded.text, at))
                continue;
            const int begin = folded.origin[std::size_t(at)];
            const int end = folded.origin[std::size_t(at + wanted.size())];
            found.push_back({begin, end - begin});
        }
    }
    std::sort(found.begin(), found.end(), [](const TextRange &a, const TextRange &b) { return a.position < b.position; });
    std::vector<TextRange> parted;
    for (const TextRange &range : found)
        if (parted.empty() || range.position >= parted.back().position + parted.back().length)
            parted.push_back(range);
    return parted;
}

} // namespace waic::ui
