// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/matches.h"

#include "catalogue/fold.h"
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QPainter>

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
    made.text.reserve(text.size());
    made.origin.reserve(std::size_t(text.size()) + 1);
    for (int at = 0; at < text.size();) {
        if (const ushort code = text[at].unicode(); code < 0x80) {
            // Most characters: no call, no text of its own for each.
            made.text += text[at].isLetterOrNumber() ? text[at].toLower() : QLatin1Char(' ');
            made.origin.push_back(at++);
            continue;
        }
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

void seek(std::vector<Sought> &sought, const QString &text, bool anywhere)
{
    const QString wanted = catalogue::folded(text).trimmed();
    if (!wanted.isEmpty())
        sought.push_back({wanted, anywhere || catalogue::isCjk(wanted[0].unicode())});
}

} // namespace

std::vector<Sought> soughtIn(const explore::Query &query, QStringView field)
{
    std::vector<Sought> sought;
    for (const explore::Word &word : query.words)
        if (!word.excluded && !word.off)
            seek(sought, word.text, false);
    for (const explore::Condition &condition : query.conditions) {
        if (condition.excluded || condition.off || field.isEmpty() || condition.field != field)
            continue;
        for (const QString &value : condition.values)
            seek(sought, value, false);
        for (const QString &text : condition.contained)
            seek(sought, text, true);
    }
    return sought;
}

std::vector<TextRange> matchRanges(const QString &text, std::span<const Sought> sought)
{
    std::vector<TextRange> found;
    if (sought.empty() || text.isEmpty())
        return found;
    const Folded folded = foldWithOrigins(text);
    for (const auto &[wanted, anywhere] : sought) {
        for (qsizetype at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.size())) {
            if (!anywhere && !startsWord(folded.text, at))
                continue;
            const int begin = folded.origin[std::size_t(at)];
            const int end = folded.origin[std::size_t(at + wanted.size())];
            found.push_back({begin, end - begin});
        }
    }
    std::sort(found.begin(), found.end(), [](const TextRange &a, const TextRange &b) {
        return a.position != b.position ? a.position < b.position : a.length > b.length;
    });
    std::vector<TextRange> parted;
    for (const TextRange &range : found)
        if (parted.empty() || range.position >= parted.back().position + parted.back().length)
            parted.push_back(range);
    return parted;
}

void drawMatches(QPainter &painter, const QRect &rect, const QString &line, std::span<const Sought> sought)
{
    const QFontMetrics metrics(painter.font());
    const int height = metrics.height() + 2;
    const QPen pen = painter.pen();
    for (const TextRange &range : matchRanges(line, sought)) {
        const int begin = metrics.horizontalAdvance(line.left(range.position));
        const int end = metrics.horizontalAdvance(line.left(range.position + range.length));
        const QRectF box(rect.x() + begin - 1, rect.y() + (rect.height() - height) / 2.0, end - begin + 2, height);
        drawBox(painter, box, 2, themeColour(Token::Match), {});
    }
    painter.setPen(pen);
}

} // namespace waic::ui
