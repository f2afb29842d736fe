// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/range_axis.h"

#include "ui/common/words.h"
#include "ui/facets/range_ends.h"

#include "catalogue/field.h"
#include "catalogue/partial_date.h"

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
constexpr int kNumberRoom = 40;
constexpr int kMostBars = 50;  // fewer than the bins that many numbers come in
constexpr double kWide = 1000; // largest by smallest, from which a scale is one of powers
constexpr double kMostWhole = 1e15;
constexpr double kLeastShare = 1e-15; // smaller numbers share a bar with 0
constexpr double kHuge = 1e300;       // so that differences stay finite

/// The least of 1, 2, 5, 10, 20, … that is not below `rough`.
double niceStep(double rough)
{
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (power * factor >= rough * (1 - 1e-9))
            return power * factor;
    return power * 10;
}

QString monthsWords(double low, double high)
{
    const QString first = rangeTitle(u"date", {catalogue::isoText(int(low)), catalogue::isoText(int(high) - 1)});
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
    return m_log ? std::asinh(value / m_unit) : value; // a logarithm that has a place for 0
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
    const QString from = catalogue::numberText(low);
    if (m_whole)
        return high - low <= 1 ? from : Text::tr("%1 to %2").arg(from, catalogue::numberText(high - 1));
    return (last ? Text::tr("%1 to %2") : Text::tr("%1 to < %2")).arg(from, catalogue::numberText(high));
}

/// Bins are taken by their low ends: of few values each has a bin of its own, and many have bins finer than bars.
void RangeAxis::makeNumberBars(const std::vector<explore::Bin> &bins, int width)
{
    for (const explore::Bin &bin : bins) {
        const double low = std::clamp(bin.low, -kHuge, kHuge), high = std::clamp(std::max(bin.low, bin.high), -kHuge, kHuge);
        m_least = m_low ? std::min(m_least, low) : low;
        m_most = m_low ? std::max(m_most, high) : high;
        m_low = m_least;
        m_whole = m_whole && bin.low == std::floor(bin.low) && std::abs(bin.low) < kMostWhole;
        if (bin.low > 0)
            m_unit = m_unit > 0 ? std::min(m_unit, bin.low) : bin.low;
    }
    if (!m_low)
        return;
    m_unit = std::max(m_unit, m_most * kLeastShare);
    m_log = m_least >= 0 && m_unit > 0 && m_most / m_unit > kWide;
    const int most = std::clamp(width / kLeastPitch, 1, kMostBars);
    m_edges = m_log ? powerEdges(most) : evenEdges(most);
    m_low = m_edges.front();
    m_high = m_edges.back();
    std::vector<int> counts(m_edges.size() - 1);
    for (const explore::Bin &bin : bins) {
        const auto above = std::upper_bound(m_edges.begin(), m_edges.end(), bin.low);
        const auto bar = std::clamp<std::ptrdiff_t>(above - m_edges.begin() - 1, 0, std::ptrdiff_t(counts.size()) - 1);
        counts[std::size_t(bar)] += bin.count;
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        m_bars.push_back({place(m_edges[i]), place(m_edges[i + 1]), counts[i],
            numberWords(m_edges[i], m_edges[i + 1], i + 1 == counts.size())});
}

std::vector<double> RangeAxis::evenEdges(int most) const
{
    const double span = m_whole ? m_most - m_least + 1 : m_most - m_least;
    // Of one value, a step that can still be told from it.
    double step = niceStep(span > 0 ? span / most : std::max(1.0, std::abs(m_most) / most));
    if (m_whole)
        step = std::max(1.0, step);
    const double first = std::floor(m_least / step);
    double last = m_whole ? std::floor(m_most / step) + 1 : std::ceil(m_most / step);
    last = std::max(last, first + 1);
    std::vector<double> edges;
    for (int edge = 0; edge <= int(last - first); ++edge)
        edges.push_back((first + edge) * step);
    return edges;
}

std::vector<double> RangeAxis::powerEdges(int most) const
{
    const int first = int(std::floor(std::log10(m_unit))), last = int(std::floor(std::log10(m_most))) + 1;
    const bool fine = (last - first) * 3 + 1 <= most * 3 / 4;
    const int stride = std::max(1, (last - first + most - 1) / most);
    std::vector<double> edges;
    if (m_least < std::pow(10, first))
        edges.push_back(0);
    for (int power = first; power <= last; power += stride)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double edge = std::pow(10, power) * factor;
            if (factor > 1 && !fine)
                continue;
            if (!edges.empty() && edge <= m_least)
                edges.pop_back();
            edges.push_back(edge);
            if (edge > m_most)
                return edges;
        }
    if (edges.back() < m_most)
        edges.push_back(std::pow(10, last + stride));
    return edges;
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
    range.from = open ? QString() : m_kind == RangeKind::Dates ? catalogue::isoText(int(value)) : plainNumber(value);
    return range;
}

explore::Range RangeAxis::withTo(explore::Range range, int edge) const
{
    const bool open = edge >= edgeCount() - 1;
    const double value = open ? 0 : m_edges[std::size_t(std::max(edge, 0))];
    range.includesTo = open || m_whole || m_kind == RangeKind::Dates;
    range.to = open                  ? QString()
        : m_kind == RangeKind::Dates ? catalogue::isoText(int(value) - 1)
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
        return {{0, dateTitle(catalogue::isoText(low))}, {1, dateTitle(catalogue::isoText(high - 1))}};
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
    const double most = std::max(1.0, double(width) / kNumberRoom);
    // Whole numbers are named at the middle of their bar.
    const double shift = m_whole && !m_log ? 0.5 : 0;
    const auto add = [&](double number) {
        if (number >= *m_low && (number < m_high || (!m_whole && number == m_high)))
            found.push_back({place(number + shift), catalogue::numberText(number)});
    };
    if (m_log) {
        if (*m_low <= 0)
            add(0);
        const int first = int(std::ceil(std::log10(*m_low > 0 ? *m_low : m_unit) - 1e-9));
        const int last = int(std::floor(std::log10(m_high)));
        const int step = std::max(1, int(std::ceil((last - first + 1) / most)));
        for (int power = first; power <= last; power += step)
            add(std::pow(10, power));
        if (found.size() < 2)
            found = {{0, catalogue::numberText(*m_low)}, {1, catalogue::numberText(m_high)}};
        return found;
    }
    if (m_whole) {
        add(m_least);
        if (m_most - m_least >= 3)
            add(std::floor((m_least + m_most) / 2));
        if (m_most > m_least)
            add(m_most);
        return found;
    }
    const double step = niceStep((m_high - *m_low) / most);
    for (double number = std::ceil(*m_low / step) * step; number <= m_high; number += step)
        add(std::abs(number) < step / 1000 ? 0 : number);
    return found;
}

} // namespace waic::ui
