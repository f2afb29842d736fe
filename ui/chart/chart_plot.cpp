// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_plot.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>

namespace waic::ui {

std::unique_ptr<QChart> bareChart()
{
    auto chart = std::make_unique<QChart>();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setBackgroundRoundness(0);
    chart->legend()->hide();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    return chart;
}

void placeChart(QChart &chart, const QSizeF &size, const QRectF &plotArea)
{
    chart.setPlotArea(plotArea);
    chart.setGeometry(QRectF(QPointF(), size));
    chart.layout()->activate();
}

} // namespace waic::ui
