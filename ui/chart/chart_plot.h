// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_sheet.h"

#include <QLineF>
#include <QPainterPath>

#include <memory>

QT_BEGIN_NAMESPACE
class QChart;
QT_END_NAMESPACE
class QPainter;

namespace waic::ui {

/// The marks of a chart: where they are, the words at them, and the Qt Charts series that draws them.
class ChartPlot
{
public:
    explicit ChartPlot(const chart::ChartData &data)
        : m_data(data)
    {
    }
    virtual ~ChartPlot() = default;
    ChartPlot(const ChartPlot &) = delete;
    ChartPlot &operator=(const ChartPlot &) = delete;

    /// Height below which the plot cannot be read.
    virtual qreal leastHeight(const ChartSheet &sheet) const = 0;
    /// Places marks and texts inside `area`.  Called once, before all that follows.
    virtual void arrange(ChartSheet &sheet, const QRectF &area) = 0;
    /// A chart of its own for each call, without any text.  brushes: one for each mark.  None: paintOver() draws all there is.
    virtual std::unique_ptr<QChart> makeChart(const ChartSheet &sheet, const std::vector<QColor> &brushes) const;
    /// What lies over the series, or is no series of Qt Charts: ranges, dots.  brushes: one for each mark.
    virtual void paintOver(QPainter &painter, const ChartSheet &sheet, const std::vector<QColor> &brushes) const
    {
        Q_UNUSED(painter)
        Q_UNUSED(sheet)
        Q_UNUSED(brushes)
    }
    /// Whether the marks say themselves what their colours mean, so that no key is needed.
    virtual bool namesSeries(const ChartSheet &sheet) const
    {
        Q_UNUSED(sheet)
        return false;
    }
    /// The shape of a mark, for its outline.
    virtual QPainterPath outline(int mark) const = 0;
    /// A point on the mark.
    virtual QPointF middle(int mark) const { return outline(mark).boundingRect().center(); }
    /// What belongs to a mark for the mouse: its shape, its row or column, the words at it.
    virtual QPainterPath reach(int mark) const = 0;

    /// The month (12 × year + month - 1) or January of the year at a place on a time axis; 0: none is there.
    virtual int monthAt(const QPointF &point) const
    {
        Q_UNUSED(point)
        return 0;
    }
    /// The upright strip of a month or year on a time axis.
    virtual QRectF monthStrip(int month) const
    {
        Q_UNUSED(month)
        return {};
    }

    int shownMarks() const { return m_shown; }
    struct Hairline
    {
        QLineF line;
        Token colour = Token::Line;
    };
    const std::vector<Hairline> &hairlines() const { return m_hairlines; }

protected:
    const chart::ChartData &m_data;
    int m_shown = 0;
    std::vector<Hairline> m_hairlines;
};

std::unique_ptr<ChartPlot> makeDonutPlot(const chart::ChartData &data);
std::unique_ptr<ChartPlot> makeBarPlot(const chart::ChartData &data);
std::unique_ptr<ChartPlot> makeColumnPlot(const chart::ChartData &data);
std::unique_ptr<ChartPlot> makeSlicePlot(const chart::ChartData &data); ///< pies of many slices, and the bar of parts
std::unique_ptr<ChartPlot> makeStackPlot(const chart::ChartData &data); ///< stacked and grouped bars
std::unique_ptr<ChartPlot> makeLinePlot(const chart::ChartData &data);  ///< lines and areas
std::unique_ptr<ChartPlot> makeDotPlot(const chart::ChartData &data);
std::unique_ptr<ChartPlot> makeScatterPlot(const chart::ChartData &data);

/// So much of the colour, 0 to 1, on the ground.
QColor mixed(const QColor &colour, const QColor &ground, qreal share);
/// WCAG 2.2 contrast of two colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);
/// White or black, whichever is easier to read on the colour.
QColor onColour(const QColor &colour);

/// A QChart that shows nothing but its series: no background, legend, margins, title or animation.
std::unique_ptr<QChart> bareChart();
/// Gives the chart its place, with series and axes in it, at once rather than when events are handled next.
void placeChart(QChart &chart, const QSizeF &size, const QRectF &plotArea);

} // namespace waic::ui
