// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ring.h"

#include <QChart>
#include <QPieSeries>
#include <QtMath>

#include <cmath>

namespace waic::ui {

namespace {

struct Arc
{
    qreal start, sweep; ///< degrees, as QPainter counts them: from three o'clock, the other way round than clocks
};

Arc arc(const std::vector<chart::Mark> &marks, int mark)
{
    qreal sum = 0, before = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        sum += marks[i].value;
        if (int(i) < mark)
            before += marks[i].value;
    }
    if (sum <= 0)
        return {90, 0};
    return {90 - 360 * before / sum, -360 * marks[std::size_t(mark)].value / sum};
}

} // namespace

QPainterPath Ring::outline(const std::vector<chart::Mark> &marks, int mark) const
{
    QPainterPath path;
    const auto [start, sweep] = arc(marks, mark);
    if (sweep == 0)
        return path;
    const qreal inset = outer.width() * (1 - hole) / 2;
    path.arcMoveTo(outer, start);
    path.arcTo(outer, start, sweep);
    if (hole > 0)
        path.arcTo(outer.adjusted(inset, inset, -inset, -inset), start + sweep, -sweep);
    else
        path.lineTo(outer.center());
    path.closeSubpath();
    return path;
}

QPointF Ring::middle(const std::vector<chart::Mark> &marks, int mark) const
{
    const auto [start, sweep] = arc(marks, mark);
    const qreal angle = qDegreesToRadians(start + sweep / 2);
    return outer.center() + QPointF(std::cos(angle), -std::sin(angle)) * (outer.width() * (1 + hole) / 4);
}

std::unique_ptr<QChart> Ring::makeChart(
    const ChartSheet &sheet, const std::vector<chart::Mark> &marks, const std::vector<QColor> &brushes) const
{
    auto chart = bareChart();
    auto *series = new QPieSeries;
    series->setPieSize(1);
    series->setHoleSize(hole);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        QPieSlice *slice = series->append(QString(), marks[i].value);
        slice->setBrush(brushes[i]);
        slice->setPen(QPen(sheet.colour(Token::Surface), sheet.length(3, 1.5)));
    }
    chart->addSeries(series); // the chart owns it
    placeChart(*chart, sheet.size, outer);
    return chart;
}

} // namespace waic::ui
