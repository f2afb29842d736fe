// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

namespace waic::bench {

/// Makes a catalogue of this many made-up announcements: skewed words, organisations, tags, kinds, countries and dates; four of
/// five titles in Latin letters, one of ten Chinese, one of ten Vietnamese.  "zyxomma" stands in one title of 100,000, "quantum"
/// in one of a hundred, "model" in nearly half.  The same count gives the same rows; a row is the same whatever the count is.
Result<> makeSynthetic(const QString &path, int announcements);

} // namespace waic::bench
