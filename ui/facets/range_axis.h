// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"

#include <optional>

namespace waic::ui {

/// What the ends of a field's ranges are.
enum class RangeKind {
    Dates,
    Numbers,
    Counts, ///< whole numbers from 0: figures, sources
};

/// What a person typed as an end: a date of any precision or a number, with > or < before it when the end itself does not
/// belong to the range.  Empty text: an open end.
struct RangeEnd
{
    QString text; ///< as in a query; null: open
    bool included = true;
    QString mistake; ///< words for what is wrong; empty when all is well
};

RangeEnd parseRangeEnd(const QString &typed, RangeKind kind);
/// An end as a field shows it, so that parseRangeEnd reads the same.
QString rangeEndText(const QString &end, bool included, bool isFrom, RangeKind kind);
/// Words for a range that ends before it begins; empty for any other.
QString rangeMistake(const explore::Range &range, RangeKind kind);

/// A bar of a histogram as it is drawn.  Left and right are on the axis, 0…1.
struct RangeBar
{
    double left = 0;
    double right = 0;
    int count = 0;
    QString words; ///< "Jul 2023 to Sep 2023", "1 to 3"
};

struct RangeTick
{
    double place = 0; ///< 0…1
    QString text;
};

/// Bars, labels and places of grips for a histogram of some width: bins merged to bars that are wide enough, numbers that are
/// spread widely on a scale of powers.  Remembers the widest axis it saw, so that it stands still while counts change.  Pure.
class RangeAxis
{
public:
    explicit RangeAxis(RangeKind kind)
        : m_kind(kind)
    {
    }

    /// width: pixels of the plot.  Edges and bars are new afterwards.
    void setBins(const std::vector<explore::Bin> &bins, int width);
    void clear();

    RangeKind kind() const { return m_kind; }
    bool isEmpty() const { return m_bars.empty(); }
    bool isLog() const { return m_log; }
    const std::vector<RangeBar> &bars() const { return m_bars; }
    /// Dates by their year alone, as wide as the year; they lie behind the bars.
    const std::vector<RangeBar> &years() const { return m_years; }
    std::vector<RangeTick> ticks(int width) const;

    /// Borders of bars, where a grip can stand: one more than bars when there are no gaps.
    int edgeCount() const { return int(m_edges.size()); }
    double edgePlace(int edge) const; ///< 0…1
    int nearestEdge(double place) const;
    /// Where an end of a range lies, 0…1; open ends at the ends of the axis.
    double fromPlace(const explore::Range &range) const;
    double toPlace(const explore::Range &range) const;
    /// The range with its beginning or end at an edge; the first and the last one open it.
    explore::Range withFrom(explore::Range range, int edge) const;
    explore::Range withTo(explore::Range range, int edge) const;

private:
    double scaled(double value) const;
    double place(double value) const;
    void makeDateBars(const std::vector<explore::Bin> &bins, int width);
    void makeNumberBars(const std::vector<explore::Bin> &bins, int width);
    void widen(double low, double high);
    std::vector<double> evenEdges(int most) const;
    std::vector<double> powerEdges(int most) const;
    QString numberWords(double low, double high, bool last) const;
    std::vector<RangeTick> dateTicks(int width) const;
    std::vector<RangeTick> numberTicks(int width) const;

    RangeKind m_kind;
    std::optional<double> m_low; ///< dates in months since the year 0, else numbers
    double m_high = 0;
    double m_least = 0; ///< numbers: the least and the largest seen; the axis goes from edge to edge around them
    double m_most = 0;
    double m_unit = 0; ///< the least number above 0
    bool m_log = false;
    bool m_whole = true;         ///< all numbers seen are whole ones
    std::vector<double> m_edges; ///< rising
    std::vector<RangeBar> m_bars;
    std::vector<RangeBar> m_years;
};

} // namespace waic::ui
