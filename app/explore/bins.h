// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"

namespace waic::explore {

struct NumberCount
{
    double number = 0; ///< or a packed date
    int count = 0;
};

/// A bar for each month that has any, and for each year of announcements dated by their year alone.
std::vector<Bin> monthBins(const std::vector<NumberCount> &dates);
/// A bar for each number while there are few; else a hundred of the same width, by orders of magnitude when the largest is more
/// than a thousand times the least.
std::vector<Bin> numberBins(std::vector<NumberCount> numbers);

} // namespace waic::explore
