// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/bins.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace waic::explore {

std::vector<Bin> monthBins(const std::vector<NumberCount> &dates)
{
    std::map<int, int> months; // YYYYMM
    for (const NumberCount &date : dates)
        if (!std::isnan(date.number) && date.number > 0)
            months[int(date.number) / 100] += date.count;
    std::vector<Bin> bins;
    for (const auto &[month, count] : months)
        bins.push_back({double(month), double(month % 100 == 12 ? month + 89 : month + 1), count});
    return bins;
}

std::vector<Bin> numberBins(std::vector<NumberCount> numbers)
{
    constexpr size_t kSingle = 200, kBars = 100;
    constexpr double kWide = 1000;
    std::erase_if(numbers, [](const NumberCount &it) { return !std::isfinite(it.number); });
    if (numbers.empty())
        return {};
    std::sort(numbers.begin(), numbers.end(), [](const NumberCount &a, const NumberCount &b) { return a.number < b.number; });
    std::vector<Bin> bins;
    if (numbers.size() <= kSingle) {
        for (size_t i = 0; i < numbers.size(); ++i)
            bins.push_back({numbers[i].number, numbers[std::min(i + 1, numbers.size() - 1)].number, numbers[i].count});
        return bins;
    }
    const double least = numbers.front().number, most = numbers.back().number;
    const bool isLog = least > 0 && most / least > kWide;
    const double from = isLog ? std::log10(least) : least, width = ((isLog ? std::log10(most) : most) - from) / double(kBars);
    const auto edge = [&](size_t i) { return isLog ? std::pow(10, from + width * double(i)) : from + width * double(i); };
    bins.resize(kBars);
    for (size_t i = 0; i < kBars; ++i)
        bins[i] = {i == 0 ? least : edge(i), i + 1 == kBars ? most : edge(i + 1), 0};
    for (const NumberCount &it : numbers) {
        const double at = ((isLog ? std::log10(it.number) : it.number) - from) / width;
        bins[std::min(kBars - 1, size_t(std::max(0.0, at)))].count += it.count;
    }
    return bins;
}

} // namespace waic::explore
