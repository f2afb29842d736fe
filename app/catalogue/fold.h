// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waic::catalogue {

/// Text as search and order see it: NFKD, case folded, marks dropped, đ→d, ð→d, œ→oe, æ→ae, ø→o, ł→l, ı→i, ß→ss; white space and
/// punctuation become single spaces between words, none at the ends.  "Thực" → "thuc", "École" → "ecole", "AI-powered" →
/// "ai powered".  Symbols are kept ("C++" → "c++"), Hangul stays in syllables.  Any thread.  Cost: linear.
QString folded(QStringView text);

/// True for a character of a script written without spaces (Han, Hiragana, Katakana, Hangul): such runs match anywhere.
bool isCjk(char32_t character);

/// Text order: folded text, then code points.  Negative, 0 (the same text) or positive.
int compareText(QStringView a, QStringView b);

} // namespace waic::catalogue
