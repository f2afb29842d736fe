// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/range_axis.h"

#include "ui/common/words.h"
#include "ui/facets/range_ends.h"

#include "catalogue/field.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Ranges)
};

constexpr int kLeastPitch = 7; // a bar of 6 px and a gap
constexpr int kTickRoom = 44;
constexpr double kWide = 8; // widest by narrowest bin, from which a scale is one of powers

QString monthsWords(double low, double high)
{
    const QString first = rangeTitle(u"date", {monthText(int(low)), monthText(int(high) - 1)});
    const bool year = int(low) % 12 == 0 && high - low == 12;
    return year ? QString::number(int(low) / 12) : first;
}

} // namespace

void RangeAxis::clear()
{
    *this = RangeAxis(m_kind);
}

void RangeAxis::widen(double low, double high)
{
    m_high = m_low ? std::max(m_high, high) : high;
    m_low = m_low ? std::min(*m_low, low) : low;
}

void RangeAxis::setBins(const std::vector<explore::Bin> &bins, int width)
{
    m_bars.clear();
    m_years.clear();
    m_edges.clear();
    if (m_kind == RangeKind::Dates)
        makeDateBars(bins, width);
    else
        makeNumberBars(bins, width);
}

double RangeAxis::scaled(double value) const
{
    return m_log ? std::asinh(value / m_unit) : value;
}

double RangeAxis::place(double value) const
{
    if (!m_low || m_high <= *m_low)
        return 0;
    const double low = scaled(*m_low), high = scaled(m_high);
    return std::clamp((scaled(value) - low) / (high - low), 0.0, 1.0);
}

void RangeAxis::makeDateBars(const std::vector<explore::Bin> &bins, int width)
{
    for (const explore::Bin &bin : bins) {
        const int first = monthOf(bin.low);
        widen(first, first + (isYearAlone(bin.low) ? 12 : 1));
    }
    if (!m_low)
        return;
    constexpr std::array kSteps = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    int step = kSteps.back();
    for (const int candidate : kSteps) {
        const int first = int(*m_low) / candidate, last = (int(m_high) + candidate - 1) / candidate;
        if ((last - first) * kLeastPitch <= width) {
            step = candidate;
            break;
        }
    }
    const int first = int(*m_low) / step * step, last = (int(m_high) + step - 1) / step * step;
    m_low = first;
    m_high = last;
    std::vector<int> counts(std::size_t((last - first) / step));
    for (const explore::Bin &bin : bins) {
        const int month = monthOf(bin.low);
        if (isYearAlone(bin.low) && step < 12)
            m_years.push_back({place(month), place(month + 12), bin.count, Text::tr("%1, month not said").arg(month / 12)});
        else
            counts[std::size_t((month - first) / step)] += bin.count;
    }
    for (int low = first; low < last; low += step) {
        m_edges.push_back(low);
        m_bars.push_back(
            {place(low), place(low + step), counts[std::size_t((low - first) / step)], monthsWords(low, low + step)});
    }
    m_edges.push_back(last);
}

QString RangeAxis::numberWords(double low, double high, bool last) const
{
    const auto text = [](double number) { return catalogue::numberText(number); };
    if (m_whole && (high - low <= 1 || (last && high == low)))
        return text(low);
    if (m_whole)
        return Text::tr("%1 to %2").arg(text(low), text(last ? high : high - 1));
    return last ? Text::tr("%1 to %2").arg(text(low), text(high)) : Text::tr("%1 to < %2").arg(text(low), text(high));
}

void RangeAxis::makeNumberBars(const std::vector<explore::Bin> &bins, int width)
{
    if (bins.empty())
        return;
    const auto isWhole = [](double number) { return number == std::floor(number); };
    double narrowest = 0, widest = 0, unit = 0;
    m_whole = m_kind == RangeKind::Counts;
    for (const explore::Bin &bin : bins) {
        const double span = bin.high - bin.low;
        if (span > 0)
            narrowest = narrowest > 0 ? std::min(narrowest, span) : span;
        widest = std::max(widest, span);
        if (const double least = std::max(bin.low, 0.0) > 0 ? bin.low : bin.high; least > 0)
            unit = unit > 0 ? std::min(unit, least) : least;
        m_whole = m_whole && isWhole(bin.low) && isWhole(bin.high);
    }
    m_log = m_log || (narrowest > 0 && widest / narrowest >= kWide);
    m_unit = unit > 0 ? (m_low ? std::min(m_unit, unit) : unit) : 1;
    // All values are the same one: it still needs a bar with two sides.
    widen(bins.front().low, std::max(bins.back().high, bins.back().low + (m_whole ? 1 : 0)));
    if (m_high <= *m_low)
        m_high = *m_low + 1;
    const double least = double(kLeastPitch) / std::max(width, kLeastPitch);
    double low = bins.front().low;
    int count = 0;
    m_edges.push_back(low);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const bool last = i + 1 == bins.size();
        count += bins[i].count;
        const double high = last ? std::max(bins[i].high, bins[i].low + (m_high == bins[i].low + 1 ? 1 : 0)) : bins[i + 1].low;
        if (place(high) - place(low) < least && !last)
            continue;
        if (last && place(high) - place(low) < least && !m_bars.empty()) {
            // The rest is too narrow for a bar: it belongs to the one before.
            RangeBar &bar = m_bars.back();
            m_edges.pop_back();
            bar = {bar.left, place(high), bar.count + count, numberWords(m_edges.back(), high, true)};
        } else {
            m_bars.push_back({place(low), place(high), count, numberWords(low, high, last)});
        }
        m_edges.push_back(high);
        low = high;
        count = 0;
    }
}

double RangeAxis::edgePlace(int edge) const
{
    return m_edges.empty() ? 0 : place(m_edges[std::size_t(std::clamp(edge, 0, edgeCount() - 1))]);
}

int RangeAxis::nearestEdge(double wanted) const
{
    int best = 0;
    for (int edge = 1; edge < edgeCount(); ++edge)
        if (std::abs(edgePlace(edge) - wanted) < std::abs(edgePlace(best) - wanted))
            best = edge;
    return best;
}

double RangeAxis::fromPlace(const explore::Range &range) const
{
    const std::optional<RangeSpan> span = spanOf(range.from, m_kind == RangeKind::Dates, m_whole);
    return span ? place(range.includesFrom ? span->low : span->high) : 0;
}

double RangeAxis::toPlace(const explore::Range &range) const
{
    const std::optional<RangeSpan> span = spanOf(range.to, m_kind == RangeKind::Dates, m_whole);
    return span ? place(range.includesTo ? span->high : span->low) : 1;
}

explore::Range RangeAxis::withFrom(explore::Range range, int edge) const
{
    const bool open = edge <= 0 || m_edges.empty();
    const double value = open ? 0 : m_edges[std::size_t(std::min(edge, edgeCount() - 1))];
    range.includesFrom = true;
    range.from = open ? QString() : m_kind == RangeKind::Dates ? monthText(int(value)) : plainNumber(value);
    return range;
}

explore::Range RangeAxis::withTo(explore::Range range, int edge) const
{
    const bool open = edge >= edgeCount() - 1;
    const double value = open ? 0 : m_edges[std::size_t(std::max(edge, 0))];
    range.includesTo = open || m_whole || m_kind == RangeKind::Dates;
    range.to = open                  ? QString()
        : m_kind == RangeKind::Dates ? monthText(int(value) - 1)
                                     : plainNumber(m_whole ? value - 1 : value);
    return range;
}

std::vector<RangeTick> RangeAxis::ticks(int width) const
{
    if (isEmpty())
        return {};
    return m_kind == RangeKind::Dates ? dateTicks(width) : numberTicks(width);
}

std::vector<RangeTick> RangeAxis::dateTicks(int width) const
{
    const int low = int(*m_low), high = int(m_high);
    const int first = (low + 11) / 12, last = high / 12;
    std::vector<RangeTick> found;
    if (last - first < 2)
        return {{0, dateTitle(monthText(low))}, {1, dateTitle(monthText(high - 1))}};
    for (const int step : {1, 2, 3, 5, 10, 20, 50, 100, 200, 500}) {
        if (width / (double(high - low) / 12 / step) < kTickRoom)
            continue;
        for (int year = first; year <= last; year += step)
            found.push_back({place(year * 12), QString::number(year)});
        break;
    }
    return found;
}

std::vector<RangeTick> RangeAxis::numberTicks(int width) const
{
    std::vector<RangeTick> found;
    const double most = std::max(1, width / (kTickRoom + 8));
    // Whole numbers are named at the middle of their bar.
    const double shift = m_whole && !m_log ? 0.5 : 0;
    const auto add = [&](double number) {
        if (number >= *m_low && (number < m_high || (!m_whole && number == m_high)))
            found.push_back({place(number + shift), catalogue::numberText(number)});
    };
    if (m_log) {
        if (*m_low <= 0)
            add(0);
        const int first = int(std::ceil(std::log10(std::max(m_unit, 1e-300)))), last = int(std::floor(std::log10(m_high)));
        const int step = std::max(1, int(std::ceil((last - first + 1) / most)));
        for (int power = first; power <= last; power += step)
            add(std::pow(10, power));
        if (found.size() < 2)
            found = {{0, catalogue::numberText(*m_low)}, {1, catalogue::numberText(m_high)}};
        return found;
    }
    const double span = m_high - *m_low, rough = span / most, power = std::pow(10, std::floor(std::log10(rough)));
    double step = power * 10;
    for (const double factor : {1.0, 2.0, 5.0})
        if (power * factor >= rough) {
            step = power * factor;
            break;
        }
    if (m_whole)
        step = std::max(1.0, step);
    for (double number = std::ceil(*m_low / step) * step; number <= m_high; number += step)
        add(std::abs(number) < step / 1000 ? 0 : number);
    return found;
}

} // namespace waic::ui
