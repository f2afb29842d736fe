// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace waic::catalogue {

/// Text as search and order see it: NFKD, case folded, marks dropped, đ→d, ð→d, œ→oe, æ→ae, ø→o, ł→l, ı→i, ß→ss; white space and
/// punctuation become single spaces between words, none at the ends.  "Thực" → "thuc", "École" → "ecole", "AI-powered" →
/// "ai powered".  Symbols are kept ("C++" → "c++"), Hangul stays in syllables.  Any thread.  Cost: linear.
QString folded(QStringView text);

/// Text as words are looked for in it: folded, each character of a script without spaces a word of its own, and letters after a
/// symbol too ("$100大模型" → "$ 100 大 模 型").  The order of texts is the order of these.
QString tokens(QStringView text);

/// Appends the same of UTF-8 text as UTF-8, a space before every word.  Some 0.2 µs for a title in Latin letters.
void appendTokens(std::string &to, std::string_view utf8);

/// True for a character of a script written without spaces (Han, Hiragana, Katakana, Hangul): such runs match anywhere.
bool isCjk(char32_t character);

/// Text order: tokens(), then code points.  Negative, 0 (the same text) or positive.
int compareText(QStringView a, QStringView b);

} // namespace waic::catalogue
