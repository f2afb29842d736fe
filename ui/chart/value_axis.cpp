// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/value_axis.h"

#include "catalogue/figure.h"
#include "chart/figures.h"

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr double kFarFromZero = 0.6; ///< of the largest value: what lies above may begin there

/// 1, 2 or 5 times a power of ten, such that at most so many steps make up `span`.
double niceStep(double span, double steps)
{
    const double rough = span / std::max(1.0, steps);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

} // namespace

ValueAxis ValueAxis::linear(double least, double most, double steps, const chart::Measured &measured)
{
    ValueAxis axis;
    axis.m_measured = measured;
    const double low = std::min(0.0, least), high = std::max(most, low);
    const double span = high > low ? high - low : 1;
    const double step = niceStep(span, steps);
    const auto first = std::llround(std::floor(low / step));
    const auto last = std::max(first + 1, std::llround(std::ceil(high / step - 1e-9)));
    for (auto i = first; i <= last; ++i)
        axis.m_ticks.push_back(double(i) * step);
    axis.m_low = axis.m_ticks.front();
    axis.m_high = axis.m_ticks.back();
    return axis;
}

ValueAxis ValueAxis::linearOrCut(double least, double most, double steps, const chart::Measured &measured)
{
    if (least <= 0 || least < kFarFromZero * most || least == most)
        return linear(least, most, steps, measured);
    ValueAxis axis;
    axis.m_measured = measured;
    axis.m_isCut = true;
    const double step = niceStep(most - least, steps);
    const auto first = std::llround(std::floor(least / step)), last = std::llround(std::ceil(most / step - 1e-9));
    for (auto i = first; i <= std::max(last, first + 1); ++i)
        axis.m_ticks.push_back(double(i) * step);
    axis.m_low = axis.m_ticks.front();
    axis.m_high = axis.m_ticks.back();
    return axis;
}

ValueAxis ValueAxis::logarithmic(double least, double most, double steps, const chart::Measured &measured)
{
    ValueAxis axis;
    axis.m_measured = measured;
    axis.m_isLog = true;
    const auto first = int(std::floor(std::log10(least) + 1e-9));
    const auto last = std::max(first + 1, int(std::ceil(std::log10(most) - 1e-9)));
    const int every = std::max(1, int(std::ceil((last - first) / std::max(1.0, steps))));
    for (int power = first; power <= last; power += every)
        axis.m_ticks.push_back(std::pow(10.0, power));
    axis.m_low = std::pow(10.0, first);
    axis.m_high = std::max(std::pow(10.0, last), axis.m_ticks.back());
    return axis;
}

ValueAxis ValueAxis::percent(double steps)
{
    ValueAxis axis;
    axis.m_isPercent = true;
    axis.m_ticks = steps >= 4 ? std::vector{0.0, 0.25, 0.5, 0.75, 1.0}
        : steps >= 2          ? std::vector{0.0, 0.5, 1.0}
                              : std::vector{0.0, 1.0};
    return axis;
}

QString ValueAxis::text(double tick) const
{
    if (m_isPercent)
        return catalogue::countText(qRound(tick * 100)) + QStringLiteral(" %");
    return chart::scaledText(tick, m_measured);
}

double ValueAxis::share(double value) const
{
    if (!m_isLog)
        return shareOf(value);
    return value > 0 ? shareOf(std::log10(value)) : 0;
}

double ValueAxis::shareOf(double coordinate) const
{
    if (!m_isLog)
        return (coordinate - m_low) / (m_high - m_low);
    return (coordinate - std::log10(m_low)) / (std::log10(m_high) - std::log10(m_low));
}

} // namespace waic::ui
