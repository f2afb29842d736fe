// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/chart/chart_plot.h"
#include "ui/chart/chart_sheet.h"

#include <memory>

class QPainter;

namespace waic::ui {

/// What is behind a chart: the theme's surface, or whatever it is laid upon.
enum class ChartGround { Solid, Transparent };

/// The one painter of charts, for the window, the export and the command line.  Qt Charts draws series and axes; every text is
/// laid out here, as Qt Charts elides, clips and overlaps its labels.  Lays out when made; UI thread.
class ChartPainter
{
public:
    /// size: logical pixels.  leastText: pixels of the smallest text.  data is kept.
    ChartPainter(const chart::ChartData &data, const QSizeF &size, ThemeKind theme, ChartPlace place,
        int leastText = ChartSheet::kLeastPixels);
    ~ChartPainter();
    ChartPainter(ChartPainter &&) = delete;

    const chart::ChartData &data() const { return m_data; }
    const QSizeF &size() const { return m_sheet.size; }

    /// Paints into (0, 0, size) of a painter that may be scaled.  selected: marks that stand out from the others; empty: all
    /// alike.
    void paint(QPainter &painter, const std::vector<int> &selected = {}, ChartGround ground = ChartGround::Solid) const;

    /// Every text where it is painted.
    const std::vector<PlacedText> &texts() const { return m_sheet.texts; }
    /// Marks drawn: all, or the largest where there is room for no more.
    int shownMarks() const;
    /// The mark at a point, with its row or column and the words at it; -1 for none.
    int markAt(const QPointF &point) const;
    /// The shape of a mark; empty for a mark not shown.
    QPainterPath markOutline(int mark) const;
    QPointF markMiddle(int mark) const;      ///< a point on it
    int monthAt(const QPointF &point) const; ///< see ChartPlot; 0 for charts that are not over time
    QRectF monthStrip(int month) const;

private:
    struct Footer
    {
        QStringList note, source;
    };

    void arrange();
    void arrangeTooSmall();
    void arrangeEmpty();
    qreal arrangeHead(bool withSubtitle, std::vector<PlacedText> &texts) const;
    qreal arrangeKey(qreal top, std::vector<PlacedText> &texts);
    Footer footer() const;
    Footer paneFooter(qreal width) const;
    Footer pictureFooter(qreal width) const;
    qreal footerTop(const Footer &footer) const;
    void placeFooter(const Footer &footer);
    void paintHairlines(QPainter &painter, bool isGrid) const;
    void paintSeries(QPainter &painter, const std::vector<int> &selected) const;

    chart::ChartData m_data;
    ChartSheet m_sheet;
    std::unique_ptr<ChartPlot> m_plot; ///< none when there is nothing to draw
    std::vector<std::pair<QRectF, QColor>> m_keySquares;
    std::optional<QLineF> m_rule; ///< between plot and footer
};

} // namespace waic::ui
