// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/completion.h"
#include "explore/query.h"

#include <cstdio>
#include <cstdlib>

/// What must hold for any text at all: it is parsed without a crash, its mistakes lie inside it, and what was understood is
/// written and read back alike.  Input: UTF-8, or UTF-16 in the machine's order behind a byte FF, which no UTF-8 holds.
namespace {

using namespace waic::explore;

void require(bool holds, const char *what, const QString &text)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s, by: %s\n", what, qPrintable(text));
    std::abort();
}

const Vocabulary &vocabulary()
{
    static const Vocabulary made{{{QStringLiteral("Budget"), OwnType::Number}, {QStringLiteral("Next review"), OwnType::Date},
                                     {QStringLiteral("Stage"), OwnType::Choice}, {QStringLiteral("Read"), OwnType::YesNo}},
        {QStringLiteral("compute"), QStringLiteral("AI industry output"), QStringLiteral("AI models released")},
        {QStringLiteral("PFLOPS"), QStringLiteral("CNY"), QStringLiteral("%"), QStringLiteral("score points"),
            QStringLiteral("e3")}};
    return made;
}

QString textOf(const char *data, std::size_t size)
{
    constexpr char kUtf16 = char(0xff);
    if (size == 0 || data[0] != kUtf16)
        return QString::fromUtf8(data, qsizetype(size));
    const QByteArray bytes(data + 1, qsizetype(size - 1));
    QString text(bytes.size() / 2, Qt::Uninitialized);
    std::copy_n(bytes.constData(), text.size() * 2, reinterpret_cast<char *>(text.data()));
    return text;
}

void checkQuery(const QString &text, const Vocabulary *known)
{
    const ParsedQuery parsed = parseQuery(text, known);
    int position = 0;
    for (const Mistake &mistake : parsed.mistakes) {
        require(mistake.position >= position && mistake.length > 0, "a mistake has its place", text);
        require(mistake.position + mistake.length <= text.size(), "a mistake lies inside the text", text);
        require(!mistake.expected.isEmpty(), "a mistake says what was expected", text);
        position = mistake.position;
    }
    const QString normal = queryText(parsed.query);
    const ParsedQuery again = parseQuery(normal, known);
    require(again.mistakes.empty(), "what was understood is written without a mistake", text);
    require(again.query == parsed.query, "what was written is read alike", text);
    require(queryText(again.query) == normal, "the text is stable", text);
    require(parseQuery(normal).query == parsed.query || !known, "it is read alike without a vocabulary", text);
}

void checkCompletions(const QString &text, int cursor)
{
    const Completions found = completions(text, cursor, &vocabulary());
    require(found.position >= 0 && found.position <= cursor, "a completion begins before the cursor", text);
    const int end = found.position + found.length;
    require(end >= cursor && end <= text.size(), "a completion ends behind the cursor, inside the text", text);
    require(found.items.size() <= std::size_t(kMostCompletions), "completions are few", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QString text = textOf(reinterpret_cast<const char *>(data), size);
    checkQuery(text, nullptr);
    checkQuery(text, &vocabulary());
    for (const qsizetype cursor : {qsizetype(0), text.size() / 2, text.size()})
        checkCompletions(text, int(cursor));
    return 0;
}
