// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/category_axis.h"
#include "ui/chart/chart_plot.h"
#include "ui/chart/label_placer.h"
#include "ui/chart/value_axis.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace waic::ui {

namespace {

constexpr std::size_t kMostNamed = 6;   ///< series that are named at their ends
constexpr qreal kNameShare = 0.3;       ///< of the width, the most that the names take
constexpr std::size_t kMostPoints = 60; ///< categories up to which each point is marked

/// Lines or areas over categories that follow each other.  What is missing is a gap, bridged by a dashed line.
class LinePlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        const QFont font = sheet.font(ChartFont::Label);
        const qreal names = namesSeries(sheet) ? qreal(m_data.series.size()) * lineStep(font) : 0;
        return std::max({sheet.length(280, 90), 7.0 * font.pixelSize(), names + 4.0 * font.pixelSize()});
    }

    bool namesSeries(const ChartSheet &sheet) const override
    {
        if (m_data.series.size() < 2 || m_data.series.size() > kMostNamed)
            return m_data.series.size() < 2;
        const qreal room = sheet.size.height() * 0.36 / lineStep(sheet.font(ChartFont::Label));
        return nameWidth(sheet) <= sheet.size.width() * kNameShare && qreal(m_data.series.size()) <= room;
    }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_shown = int(m_data.marks.size());
        findTops();
        const QFont font = sheet.font(ChartFont::Axis);
        makeAxis(std::clamp((area.height() - 4.0 * font.pixelSize()) / (2.4 * font.pixelSize()), 1.0, 4.0));
        qreal tickWidth = 0;
        for (const double tick : m_axis.ticks())
            tickWidth = std::max(tickWidth, lineWidth(m_axis.text(tick), font));
        const qreal left = std::ceil(area.left() + tickWidth + sheet.length(14, 7));
        const bool named = namesSeries(sheet) && m_data.series.size() > 1;
        const qreal right = area.right() - (named ? std::ceil(nameWidth(sheet)) + sheet.length(16, 8) : 0);
        m_times.emplace(m_data.categories, sheet, left, right);
        const qreal above = lineStep(sheet.font(ChartFont::Value)) * 0.9;
        m_plot
            = QRectF(QPointF(left, std::ceil(area.top() + above)), QPointF(right, std::floor(area.bottom() - m_times->height())));
        placeTicks(sheet, font);
        m_times->place(sheet, m_plot.bottom());
        m_hairlines.push_back({QLineF(m_plot.bottomLeft(), m_plot.bottomRight()), Token::LineStrong});
        if (named)
            placeNames(sheet);
        else
            placeValues(sheet);
    }

    std::unique_ptr<QChart> makeChart(const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        auto chart = bareChart();
        isArea() ? addAreas(*chart, brushes) : addLines(*chart, sheet, brushes);
        for (const Qt::Alignment side : {Qt::AlignBottom, Qt::AlignLeft}) {
            auto *axis = new QValueAxis;
            axis->setRange(0, 1);
            axis->setVisible(false);
            chart->addAxis(axis, side);
            for (QAbstractSeries *series : chart->series())
                series->attachAxis(axis);
        }
        placeChart(*chart, sheet.size, m_plot);
        return chart;
    }

    void paintOver(QPainter &painter, const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        if (isArea() || m_data.categories.size() > kMostPoints)
            return;
        const qreal radius = sheet.length(8, 3.5), rim = std::max(1.0, sheet.length(3, 1.5));
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            const QPointF point = at(i);
            if (mark.low && *mark.low < *mark.high) {
                painter.setPen(QPen(brushes[std::size_t(i)], rim, Qt::SolidLine, Qt::FlatCap));
                painter.drawLine(QPointF(point.x(), y(*mark.low)), QPointF(point.x(), y(*mark.high)));
            }
            painter.setPen(QPen(sheet.colour(Token::Surface), rim));
            painter.setBrush(brushes[std::size_t(i)]);
            painter.drawEllipse(point, radius, radius);
        }
    }

    QPainterPath outline(int mark) const override
    {
        QPainterPath path;
        path.addEllipse(at(mark), m_radius, m_radius);
        return path;
    }

    QPointF middle(int mark) const override
    {
        return isArea() ? QPointF(at(mark).x(), (at(mark).y() + y(m_tops[std::size_t(mark)] - length(mark))) / 2) : at(mark);
    }

    QPainterPath reach(int mark) const override
    {
        QPainterPath path;
        const QPointF point = at(mark);
        const qreal side = std::min(m_times->slot(), 24.0);
        if (m_data.series.size() == 1)
            path.addRect(QRectF(point.x() - m_times->slot() / 2, m_plot.top(), m_times->slot(), m_plot.height()));
        else if (isArea())
            path.addRect(QRectF(QPointF(point.x() - m_times->slot() / 2, point.y()),
                QPointF(point.x() + m_times->slot() / 2, y(m_tops[std::size_t(mark)] - length(mark)))));
        else
            path.addRect(QRectF(point.x() - side / 2, point.y() - side / 2, side, side));
        return path;
    }

    int monthAt(const QPointF &point) const override
    {
        const auto category = int(std::floor((point.x() - m_plot.left()) / m_times->slot()));
        const bool isInside = category >= 0 && category < int(m_data.categories.size()) && m_plot.top() <= point.y();
        return isInside ? m_data.categories[std::size_t(category)].month : 0;
    }

    QRectF monthStrip(int month) const override
    {
        for (int i = 0; i < int(m_data.categories.size()); ++i)
            if (m_data.categories[std::size_t(i)].month == month)
                return {m_times->middle(i) - m_times->slot() / 2, m_plot.top(), m_times->slot(), m_plot.height()};
        return {};
    }

private:
    bool isArea() const { return m_data.spec.kind == chart::ChartKind::Area; }
    qreal y(double value) const { return m_plot.bottom() - m_axis.share(value) * m_plot.height(); }
    QPointF at(int mark) const
    {
        return {m_times->middle(m_data.marks[std::size_t(mark)].category), y(m_tops[std::size_t(mark)])};
    }
    QPointF unitAt(int mark) const
    {
        const QPointF point = at(mark);
        return {(point.x() - m_plot.left()) / m_plot.width(), (m_plot.bottom() - point.y()) / m_plot.height()};
    }

    double categorySum(int category) const
    {
        double sum = 0;
        for (const chart::Mark &mark : m_data.marks)
            if (mark.category == category)
                sum += mark.value;
        return sum;
    }

    double length(int mark) const
    {
        const chart::Mark &each = m_data.marks[std::size_t(mark)];
        if (!m_data.isPercent)
            return each.value;
        const double sum = categorySum(each.category);
        return sum > 0 ? each.value / sum : 0;
    }

    /// Where each mark's line runs: at its value, or on top of the areas below.
    void findTops()
    {
        std::map<int, double> sums;
        std::vector<int> order(std::size_t(m_shown), 0);
        for (int i = 0; i < m_shown; ++i)
            order[std::size_t(i)] = i;
        std::stable_sort(order.begin(), order.end(),
            [this](int a, int b) { return m_data.marks[std::size_t(a)].series < m_data.marks[std::size_t(b)].series; });
        m_tops.resize(std::size_t(m_shown));
        for (const int i : order)
            m_tops[std::size_t(i)]
                = isArea() ? sums[m_data.marks[std::size_t(i)].category] += length(i) : m_data.marks[std::size_t(i)].value;
    }

    void makeAxis(qreal steps)
    {
        double least = 0, most = 0, leastAbove = 0;
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            least = std::min({least, m_tops[std::size_t(i)], mark.low.value_or(0)});
            most = std::max({most, m_tops[std::size_t(i)], isArea() ? 0 : mark.high.value_or(0)});
            for (const double value : {m_tops[std::size_t(i)], mark.low.value_or(0)})
                if (value > 0)
                    leastAbove = leastAbove == 0 ? value : std::min(leastAbove, value);
        }
        const bool isLog = m_data.up.scale == chart::Scale::Log && !isArea() && leastAbove > 0;
        m_axis = m_data.isPercent && isArea() ? ValueAxis::percent(steps)
            : isLog                           ? ValueAxis::logarithmic(leastAbove, most, steps, m_data.up)
                                              : ValueAxis::linear(least, most, steps, m_data.up);
    }

    void placeTicks(ChartSheet &sheet, const QFont &font)
    {
        m_radius = sheet.length(12, 6);
        for (const double tick : m_axis.ticks()) {
            const qreal line = y(tick);
            sheet.add(placedLine(m_axis.text(tick), font, sheet.colour(Token::Text2), m_plot.left() - sheet.length(14, 7),
                line - kInk * font.pixelSize() / 2, Qt::AlignRight));
            if (tick != m_axis.low())
                m_hairlines.push_back({QLineF(m_plot.left(), line, m_plot.right(), line)});
        }
    }

    /// The last mark of a series; -1 for none.
    int lastOf(int series) const
    {
        int last = -1;
        for (int i = 0; i < m_shown; ++i)
            if (m_data.marks[std::size_t(i)].series == series
                && (last < 0 || m_data.marks[std::size_t(i)].category >= m_data.marks[std::size_t(last)].category))
                last = i;
        return last;
    }

    QString endText(int mark) const
    {
        const chart::Mark &each = m_data.marks[std::size_t(mark)];
        return m_data.isPercent ? each.shareText : each.valueText;
    }

    qreal nameWidth(const ChartSheet &sheet) const
    {
        qreal widest = 0;
        for (std::size_t i = 0; i < m_data.series.size(); ++i) {
            const qreal value = lastOf(int(i)) < 0 ? 0 : lineWidth(endText(lastOf(int(i))), sheet.font(ChartFont::Value));
            widest
                = std::max(widest, lineWidth(m_data.series[i].label, sheet.font(ChartFont::Label)) + sheet.length(10, 5) + value);
        }
        return widest;
    }

    /// Each line says at its end what it is.
    void placeNames(ChartSheet &sheet)
    {
        const QFont font = sheet.font(ChartFont::Label), bold = sheet.font(ChartFont::Value);
        std::vector<qreal> middles;
        std::vector<int> series;
        for (int i = 0; i < int(m_data.series.size()); ++i) {
            const int last = lastOf(i);
            if (last < 0)
                continue;
            series.push_back(i);
            middles.push_back(isArea() ? (at(last).y() + y(m_tops[std::size_t(last)] - length(last))) / 2 : at(last).y());
        }
        const qreal step = lineStep(font);
        const std::vector<qreal> placed = spread(middles, step, m_plot.top() - step / 2, m_plot.bottom() + step / 2);
        for (std::size_t k = 0; k < series.size(); ++k) {
            const chart::Series &each = m_data.series[std::size_t(series[k])];
            const QColor own = sheet.colour(each.colour);
            const QColor colour = contrast(own, sheet.colour(Token::Surface)) >= 4.5 ? own : sheet.colour(Token::Text);
            const qreal left = m_plot.right() + sheet.length(16, 8), top = placed[k] - kInk * font.pixelSize() / 2;
            sheet.add(placedLine(each.label, font, colour, left, top));
            sheet.add(placedLine(
                endText(lastOf(series[k])), bold, colour, left + lineWidth(each.label, font) + sheet.length(10, 5), top));
        }
    }

    /// A line alone has its numbers at the points, as many as have room; the last, the largest and the first come first.
    void placeValues(ChartSheet &sheet)
    {
        if (m_data.series.size() > 1 || m_shown == 0)
            return;
        const QFont font = sheet.font(ChartFont::Value);
        LabelPlacer placer(
            QRectF(m_plot.left(), m_plot.top() - lineStep(font), m_plot.width(), m_plot.height() + lineStep(font)));
        const qreal dot = sheet.length(10, 5);
        for (int i = 0; i < m_shown; ++i)
            placer.block(QRectF(at(i).x() - dot, at(i).y() - dot, 2 * dot, 2 * dot));
        for (int i = 0; i + 1 < m_shown; ++i)
            placer.blockLine(at(i), at(i + 1));
        std::vector<int> order;
        for (int i = 0; i < m_shown; ++i)
            order.push_back(i);
        const auto value = [this](int i) { return m_data.marks[std::size_t(i)].value; };
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return value(a) > value(b); });
        order.insert(order.begin(), {m_shown - 1, 0});
        std::vector<bool> isDone(std::size_t(m_shown), false);
        for (const int i : order) {
            if (isDone[std::size_t(i)])
                continue;
            isDone[std::size_t(i)] = true;
            const qreal width = lineWidth(endText(i), font), height = kInk * font.pixelSize();
            const qreal left = std::clamp(at(i).x() - width / 2, m_plot.left(), std::max(m_plot.left(), m_plot.right() - width));
            for (const qreal top : {at(i).y() - dot - height - 1, at(i).y() + dot + 1}) {
                if (top + height > m_plot.bottom() || !placer.take(QRectF(left, top, width, height)))
                    continue;
                PlacedText text = placedLine(endText(i), font, sheet.colour(Token::Text), left, top);
                text.halo = true;
                sheet.add(text);
                break;
            }
        }
    }

    /// Marks of a series in the order of categories.
    std::vector<int> marksOf(int series) const
    {
        std::vector<int> found;
        for (int i = 0; i < m_shown; ++i)
            if (m_data.marks[std::size_t(i)].series == series)
                found.push_back(i);
        std::stable_sort(found.begin(), found.end(),
            [this](int a, int b) { return m_data.marks[std::size_t(a)].category < m_data.marks[std::size_t(b)].category; });
        return found;
    }

    void addLines(QChart &chart, const ChartSheet &sheet, const std::vector<QColor> &brushes) const
    {
        const qreal width = std::max(1.5, sheet.length(5, 2.2));
        for (int series = 0; series < int(m_data.series.size()); ++series) {
            const std::vector<int> marks = marksOf(series);
            QLineSeries *run = nullptr;
            for (std::size_t k = 0; k < marks.size(); ++k) {
                const QColor colour = brushes[std::size_t(marks[k])];
                const bool follows = k > 0
                    && m_data.marks[std::size_t(marks[k])].category - m_data.marks[std::size_t(marks[k - 1])].category == 1;
                if (!follows && k > 0) { // nothing is known between: dashed
                    auto *bridge = new QLineSeries;
                    bridge->setPen(QPen(colour, width * 0.5, Qt::DashLine, Qt::FlatCap));
                    bridge->append({unitAt(marks[k - 1]), unitAt(marks[k])});
                    chart.addSeries(bridge);
                }
                if (!follows || run->pen().color() != colour) {
                    const bool continues = follows && run;
                    run = new QLineSeries;
                    run->setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                    if (continues)
                        run->append(unitAt(marks[k - 1]));
                    chart.addSeries(run);
                }
                run->append(unitAt(marks[k]));
            }
        }
    }

    void addAreas(QChart &chart, const std::vector<QColor> &brushes) const
    {
        for (int series = 0; series < int(m_data.series.size()); ++series) {
            const std::vector<int> marks = marksOf(series);
            for (std::size_t start = 0; start < marks.size();) {
                auto *upper = new QLineSeries, *lower = new QLineSeries;
                std::size_t end = start;
                for (; end < marks.size(); ++end) {
                    const int gap = end == start
                        ? 1
                        : m_data.marks[std::size_t(marks[end])].category - m_data.marks[std::size_t(marks[end - 1])].category;
                    if (gap != 1)
                        break;
                    const QPointF point = unitAt(marks[end]);
                    const double below = m_tops[std::size_t(marks[end])] - length(marks[end]);
                    upper->append(point);
                    lower->append(point.x(), m_axis.share(below));
                }
                auto *area = new QAreaSeries(upper, lower);
                upper->setParent(area);
                lower->setParent(area);
                area->setBrush(brushes[std::size_t(marks[start])]);
                area->setPen(Qt::NoPen);
                chart.addSeries(area);
                start = end;
            }
        }
    }

    QRectF m_plot;
    qreal m_radius = 6;
    ValueAxis m_axis;
    std::optional<CategoryAxis> m_times;
    std::vector<double> m_tops; ///< of each mark, in values of the axis
};

} // namespace

std::unique_ptr<ChartPlot> makeLinePlot(const chart::ChartData &data)
{
    return std::make_unique<LinePlot>(data);
}

} // namespace waic::ui
