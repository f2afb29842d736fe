// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_plot.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>

#include <algorithm>
#include <cmath>

namespace waic::ui {

std::unique_ptr<QChart> ChartPlot::makeChart(const ChartSheet &, const std::vector<QColor> &) const
{
    return nullptr;
}

QColor mixed(const QColor &colour, const QColor &ground, qreal share)
{
    const auto part = [&](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(part(colour.red(), ground.red()), part(colour.green(), ground.green()), part(colour.blue(), ground.blue()));
}

double contrast(const QColor &a, const QColor &b)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    const auto luminance = [&linear](const QColor &colour) {
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor onColour(const QColor &colour)
{
    return contrast(colour, Qt::white) >= contrast(colour, Qt::black) ? QColor(Qt::white) : QColor(Qt::black);
}

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
