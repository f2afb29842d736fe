// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/text_block.h"

#include <span>

/// Sorting of many rows at once, by ways that beat comparing them.
namespace waic::explore {

inline constexpr quint32 kLast = ~quint32(0); ///< rank of what is missing

/// Rows sorted by rank and, among equals, as they stand; ranks are below count, or kLast.
std::vector<Row> sortedByRank(std::span<const Row> rows, std::span<const quint32> ranks, quint32 count);

/// Sorts rows by text; equal texts by their places, which differ.  Returns for each 1 when its text is that of the one before.
std::vector<quint8> sortByText(std::span<Row> rows, const TextBlock &texts, std::span<const quint32> places);

/// The same for each group of rows that stand together with the same rank.
void sortGroupsByText(
    std::span<Row> rows, std::span<const quint32> ranks, const TextBlock &texts, std::span<const quint32> places);

/// The places of numbers by size, equal ones alike, of which there are `count`; NaN: kLast.
std::vector<quint32> ranksOf(std::span<const double> numbers, quint32 &count);

} // namespace waic::explore
