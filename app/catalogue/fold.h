// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waic::catalogue {

/// Text as search and order see it: NFKD, case folded, marks dropped, đ→d, œ→oe, æ→ae, ø→o, ł→l, ı→i, ß→ss, white space and
/// punctuation kept as single spaces.  "Thực" → "thuc", "École" → "ecole".  Cost: linear.
QString folded(QStringView text);

/// True for a character of a script written without spaces (Han, Hiragana, Katakana, Hangul): such runs match anywhere.
bool isCjk(char32_t character);

} // namespace waic::catalogue
