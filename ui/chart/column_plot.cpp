// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_plot.h"

#include "catalogue/figure.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QDate>
#include <QLocale>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr qreal kMostGridlines = 4;
constexpr int kNamedMonths = 14; ///< up to so many columns each has its month below
constexpr qreal kWidest = 2.4;   ///< of the label's size, the widest column

/// 1, 2 or 5 times a power of ten, such that at most so many steps reach `most`.
qreal niceStep(qreal most, qreal steps)
{
    qreal step = 1;
    for (int i = 0; most / step > steps; ++i)
        step *= i % 3 == 1 ? 2.5 : 2;
    return step;
}

class ColumnPlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        return std::max(sheet.length(260, 84), 5.0 * sheet.font(ChartFont::Label).pixelSize());
    }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_shown = int(m_data.marks.size());
        m_step = m_shown > 1 ? m_data.marks[1].month - m_data.marks[0].month : 1;
        for (const chart::Mark &mark : m_data.marks)
            m_most = std::max(m_most, mark.value);
        const QFont axis = sheet.font(ChartFont::Axis);
        m_tick = niceStep(m_most, std::clamp(area.height() / (3.0 * axis.pixelSize()), 1.0, kMostGridlines));
        const qreal tickWidth = lineWidth(catalogue::countText(qint64(m_most / m_tick) * qint64(m_tick)), axis);
        const qreal left = std::ceil(area.left() + tickWidth + sheet.length(14, 7));
        const qreal below = lineStep(sheet.font(ChartFont::Year)) * (namesMonths() ? 2 : 1) + sheet.length(10, 4);
        m_plot = QRectF(QPointF(left, std::ceil(area.top())), QPointF(area.right(), std::floor(area.bottom() - below)));
        m_column = m_plot.width() / m_shown;
        const qreal head = lineStep(sheet.font(ChartFont::Value)) + sheet.length(4, 2);
        m_axisMost = m_most * m_plot.height() / std::max(m_plot.height() - head, m_plot.height() / 3);
        placeTicks(sheet);
        placeTimes(sheet);
        m_hairlines.push_back({QLineF(m_plot.bottomLeft(), m_plot.bottomRight()), Token::LineStrong});
        placeValues(sheet);
    }

    std::unique_ptr<QChart> makeChart(const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        auto chart = bareChart();
        auto *series = new QStackedBarSeries;
        series->setBarWidth(barWidth(sheet) / m_column);
        std::vector<QColor> done;
        for (const QColor &brush : brushes) {
            if (std::find(done.begin(), done.end(), brush) != done.end())
                continue;
            done.push_back(brush);
            addSet(*series, brush, brushes);
        }
        chart->addSeries(series);
        auto *times = new QBarCategoryAxis;
        for (int i = 0; i < m_shown; ++i)
            times->append(QString::number(i));
        times->setVisible(false); // it would draw a tick at every column
        auto *values = new QValueAxis;
        values->setRange(0, m_axisMost);
        values->setTickType(QValueAxis::TicksDynamic);
        values->setTickInterval(m_tick);
        values->setLabelsVisible(false);
        values->setLineVisible(false);
        values->setGridLinePen(QPen(sheet.colour(Token::Line), std::max(1.0, sheet.length(2, 1))));
        chart->addAxis(times, Qt::AlignBottom);
        chart->addAxis(values, Qt::AlignLeft);
        series->attachAxis(times);
        series->attachAxis(values);
        placeChart(*chart, sheet.size, m_plot);
        return chart;
    }

    QPainterPath outline(int mark) const override
    {
        QPainterPath path;
        const qreal height = m_data.marks[std::size_t(mark)].value / m_axisMost * m_plot.height();
        const qreal middle = centre(mark);
        path.addRect(QRectF(middle - m_bar / 2, m_plot.bottom() - height, m_bar, height));
        return path;
    }

    QPainterPath reach(int mark) const override
    {
        QPainterPath path;
        path.addRect(QRectF(m_plot.left() + m_column * mark, m_plot.top(), m_column, m_plot.height()));
        return path;
    }

    int monthAt(const QPointF &point) const override
    {
        const auto column = int(std::floor((point.x() - m_plot.left()) / m_column));
        return column >= 0 && column < m_shown && m_plot.top() <= point.y() ? month(column) : 0;
    }

    QRectF monthStrip(int month_) const override
    {
        const int column = (month_ - month(0)) / m_step;
        return {m_plot.left() + m_column * column, m_plot.top(), m_column, m_plot.height()};
    }

private:
    bool namesMonths() const { return m_step == 1 && m_shown <= kNamedMonths; }
    qreal centre(int mark) const { return m_plot.left() + m_column * (mark + 0.5); }
    int month(int mark) const { return m_data.marks[std::size_t(mark)].month; }
    qreal top(int mark) const { return m_plot.bottom() - m_data.marks[std::size_t(mark)].value / m_axisMost * m_plot.height(); }

    qreal barWidth(const ChartSheet &sheet) const
    {
        if (m_column < 3)
            return m_column;
        return std::min(std::max(m_column * 0.78, m_column - 4), kWidest * sheet.font(ChartFont::Label).pixelSize());
    }

    void addSet(QStackedBarSeries &series, const QColor &brush, const std::vector<QColor> &brushes) const
    {
        auto *set = new QBarSet(QString());
        for (std::size_t i = 0; i < m_data.marks.size(); ++i)
            *set << (brushes[i] == brush ? m_data.marks[i].value : 0);
        set->setBrush(brush);
        set->setPen(Qt::NoPen);
        series.append(set);
    }

    void placeTicks(ChartSheet &sheet)
    {
        m_bar = barWidth(sheet);
        const QFont font = sheet.font(ChartFont::Axis);
        for (qreal value = 0; value <= m_axisMost; value += m_tick) {
            const qreal y = m_plot.bottom() - value / m_axisMost * m_plot.height();
            sheet.add(placedLine(catalogue::countText(qint64(value)), font, sheet.colour(Token::Text2),
                m_plot.left() - sheet.length(14, 7), y - kInk * font.pixelSize() / 2, Qt::AlignRight));
        }
    }

    /// Years under their columns, or months and years where the columns are few; left out evenly where there is no room.
    void placeTimes(ChartSheet &sheet)
    {
        const qreal top = m_plot.bottom() + sheet.length(10, 4);
        if (namesMonths()) {
            placeMonths(sheet, top);
            placeYears(sheet, top + lineStep(sheet.font(ChartFont::Axis)), sheet.font(ChartFont::Axis));
        } else {
            placeYears(sheet, top, sheet.font(ChartFont::Year));
        }
    }

    void placeMonths(ChartSheet &sheet, qreal top)
    {
        const QFont font = sheet.font(ChartFont::Axis);
        QStringList names;
        qreal widest = 0;
        for (int i = 0; i < m_shown; ++i) {
            names.append(QLocale().toString(QDate(month(i) / 12, month(i) % 12 + 1, 1), QStringLiteral("MMM")));
            widest = std::max(widest, lineWidth(names.last(), font));
        }
        const int every = std::max(1, int(std::ceil((widest + font.pixelSize() / 2.0) / m_column)));
        for (int i = 0; i < m_shown; i += every)
            sheet.add(placedLine(names[i], font, sheet.colour(Token::Text), centre(i), top, Qt::AlignHCenter));
    }

    void placeYears(ChartSheet &sheet, qreal top, const QFont &font)
    {
        struct Year
        {
            int year;
            qreal left, right;
        };
        std::vector<Year> years;
        for (int i = 0; i < m_shown; ++i) {
            const qreal left = m_plot.left() + m_column * i;
            if (years.empty() || years.back().year != month(i) / 12) {
                if (!years.empty() && m_step == 1)
                    m_hairlines.push_back({QLineF(left, m_plot.bottom(), left, top + font.pixelSize() * kInk)});
                years.push_back({month(i) / 12, left, left});
            }
            years.back().right = left + m_column;
        }
        const qreal room = m_step == 1 ? 12 * m_column : m_column;
        const int every = years.size() == 1
            ? 1
            : std::max(1, int(std::ceil((lineWidth(QStringLiteral("2000"), font) + font.pixelSize() * 0.6) / room)));
        qreal taken = 0; // up to here names stand
        for (const Year &year : years) {
            const QString name = QString::number(year.year);
            // A first or last year of few columns goes unnamed rather than name its neighbour's.
            const bool fits = lineWidth(name, font) <= year.right - year.left || every > 1 || m_step > 1 || years.size() == 1;
            if (year.year % every != 0 || !fits)
                continue;
            const PlacedText text
                = inside(placedLine(name, font, sheet.colour(Token::Text2), (year.left + year.right) / 2, top, Qt::AlignHCenter));
            if (text.rect.left() < taken)
                continue;
            taken = text.rect.right() + font.pixelSize() * 0.4;
            sheet.add(text);
        }
    }

    /// Moved sideways so that it stays within the plot.
    PlacedText inside(PlacedText text) const
    {
        const qreal left = std::min(std::max(text.rect.left(), m_plot.left()), m_plot.right() - text.rect.width());
        text.baseline.rx() += left - text.rect.left();
        text.rect.moveLeft(left);
        return text;
    }

    /// Values above the columns, highest first, each only where it touches no other and no higher column.
    void placeValues(ChartSheet &sheet)
    {
        std::vector<int> order;
        for (int i = 0; i < m_shown; ++i)
            if (m_data.marks[std::size_t(i)].value > 0)
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(),
            [this](int a, int b) { return m_data.marks[std::size_t(a)].value > m_data.marks[std::size_t(b)].value; });
        const QFont font = sheet.font(ChartFont::Value);
        std::vector<QRectF> placed;
        for (const int mark : order) {
            if (!isPeak(mark))
                continue;
            PlacedText text = inside(placedLine(m_data.marks[std::size_t(mark)].valueText, font, sheet.colour(Token::Text),
                centre(mark), top(mark) - sheet.length(4, 2) - kInk * font.pixelSize(), Qt::AlignHCenter));
            text.halo = true;
            const QRectF room = text.rect.adjusted(-sheet.length(8, 4), 0, sheet.length(8, 4), 0);
            if (std::any_of(placed.begin(), placed.end(), [&](const QRectF &other) { return other.intersects(room); })
                || touchesColumn(room, mark))
                continue;
            placed.push_back(room);
            sheet.add(text);
        }
    }

    /// Among many columns only the highest of its year is named.
    bool isPeak(int mark) const
    {
        if (m_shown <= 2 * kNamedMonths || m_step > 1)
            return true;
        for (int i = 0; i < m_shown; ++i)
            if (month(i) / 12 == month(mark) / 12 && m_data.marks[std::size_t(i)].value > m_data.marks[std::size_t(mark)].value)
                return false;
        return true;
    }

    bool touchesColumn(const QRectF &rect, int except) const
    {
        const int first = std::max(0, int((rect.left() - m_plot.left()) / m_column));
        const int last = std::min(m_shown - 1, int((rect.right() - m_plot.left()) / m_column));
        for (int i = first; i <= last; ++i)
            if (i != except && m_data.marks[std::size_t(i)].value > 0 && top(i) < rect.bottom())
                return true;
        return false;
    }

    QRectF m_plot;
    int m_step = 1; ///< months that a column stands for
    qreal m_most = 0, m_tick = 1, m_axisMost = 1, m_column = 1, m_bar = 1;
};

} // namespace

std::unique_ptr<ChartPlot> makeColumnPlot(const chart::ChartData &data)
{
    return std::make_unique<ColumnPlot>(data);
}

} // namespace waic::ui
