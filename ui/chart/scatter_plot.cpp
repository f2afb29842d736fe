// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_plot.h"
#include "ui/chart/label_placer.h"
#include "ui/chart/value_axis.h"

#include "chart/words.h"

#include <QChart>
#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartPainter)
};

constexpr int kMostDotsNamed = 60; ///< beyond that names would hide the points
constexpr double kFaintest = 0.12; ///< of the colour, for a cell of one point

/// One measure to the right, another up; a named dot for each pair, or cells of a grid where there are too many.
class ScatterPlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        return std::max(sheet.length(300, 90), 9.0 * sheet.font(ChartFont::Axis).pixelSize());
    }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_shown = int(m_data.marks.size());
        m_radius = sheet.length(10, 4);
        const QFont font = sheet.font(ChartFont::Axis);
        m_up = axis(m_data.up, false, std::clamp(area.height() / (3.0 * font.pixelSize()), 1.0, 5.0));
        m_across = axis(m_data.across, true, std::clamp(area.width() / (8.0 * font.pixelSize()), 1.0, 6.0));
        qreal tickWidth = 0;
        for (const double tick : m_up.ticks())
            tickWidth = std::max(tickWidth, lineWidth(m_up.text(tick), font));
        const qreal left = std::ceil(area.left() + tickWidth + sheet.length(14, 7));
        const qreal below = 2 * lineStep(font) + sheet.length(14, 6),
                    above = lineStep(font) + 0.7 * font.pixelSize() + sheet.length(6, 3);
        m_plot = QRectF(
            QPointF(left, std::ceil(area.top() + above)), QPointF(area.right() - m_radius, std::floor(area.bottom() - below)));
        placeTicks(sheet, font, area);
        if (m_shown > 0 && m_shown <= kMostDotsNamed)
            placeNames(sheet);
    }

    void paintOver(QPainter &painter, const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        if (m_data.density) {
            paintDensity(painter, sheet);
            return;
        }
        for (int i = 0; i < m_shown; ++i) {
            painter.setPen(QPen(sheet.colour(Token::Surface), std::max(1.0, sheet.length(2, 1))));
            painter.setBrush(brushes[std::size_t(i)]);
            painter.drawEllipse(middle(i), m_radius, m_radius);
        }
    }

    QPainterPath outline(int mark) const override
    {
        QPainterPath path;
        path.addEllipse(middle(mark), m_radius, m_radius);
        return path;
    }

    QPointF middle(int mark) const override
    {
        const chart::Mark &each = m_data.marks[std::size_t(mark)];
        return {m_plot.left() + m_across.share(each.across) * m_plot.width(),
            m_plot.bottom() - m_up.share(each.value) * m_plot.height()};
    }

    QPainterPath reach(int mark) const override
    {
        QPainterPath path;
        path.addEllipse(middle(mark), m_radius + 2, m_radius + 2);
        return path;
    }

private:
    ValueAxis axis(const chart::Measured &measured, bool isAcross, qreal steps) const
    {
        double least = 0, most = 0;
        bool isFirst = true;
        const auto see = [&](double value) {
            least = isFirst ? value : std::min(least, value);
            most = isFirst ? value : std::max(most, value);
            isFirst = false;
        };
        for (const chart::Mark &mark : m_data.marks)
            see(isAcross ? mark.across : mark.value);
        if (m_data.density) {
            const bool isLog = measured.scale == chart::Scale::Log;
            for (const double end : {isAcross ? m_data.density->left : m_data.density->bottom,
                     isAcross ? m_data.density->right : m_data.density->top})
                see(isLog ? std::pow(10.0, end) : end);
        }
        return measured.scale == chart::Scale::Log && least > 0 ? ValueAxis::logarithmic(least, most, steps, measured)
                                                                : ValueAxis::linearOrCut(least, most, steps, measured);
    }

    static QString name(const ValueAxis &axis, const chart::Measured &measured)
    {
        QString text = chart::capitalised(chart::typeset(measured.measure));
        const QString unit = measured.sizeWord.isEmpty() ? measured.unit : measured.sizeWord + QLatin1Char(' ') + measured.unit;
        if (!unit.isEmpty())
            text = Text::tr("%1, %2", "measure, unit").arg(text, unit);
        return axis.isCut() ? Text::tr("%1 (the axis does not begin at zero)").arg(text) : text;
    }

    void placeTicks(ChartSheet &sheet, const QFont &font, const QRectF &area)
    {
        const QColor quiet = sheet.colour(Token::Text2);
        for (const double tick : m_up.ticks()) {
            const qreal y = m_plot.bottom() - m_up.share(tick) * m_plot.height();
            sheet.add(placedLine(m_up.text(tick), font, quiet, m_plot.left() - sheet.length(14, 7),
                y - kInk * font.pixelSize() / 2, Qt::AlignRight));
            if (tick != m_up.low())
                m_hairlines.push_back({QLineF(m_plot.left(), y, m_plot.right(), y)});
        }
        qreal taken = -1e6;
        for (const double tick : m_across.ticks()) {
            const qreal x = m_plot.left() + m_across.share(tick) * m_plot.width();
            const qreal width = lineWidth(m_across.text(tick), font);
            const qreal left = std::min(x - width / 2, area.right() - width);
            if (tick != m_across.low())
                m_hairlines.push_back({QLineF(x, m_plot.top(), x, m_plot.bottom())});
            if (left < taken)
                continue;
            taken = left + width + font.pixelSize() * 0.5;
            sheet.add(placedLine(m_across.text(tick), font, quiet, left, m_plot.bottom() + sheet.length(8, 3)));
        }
        for (const QLineF &line :
            {QLineF(m_plot.bottomLeft(), m_plot.bottomRight()), QLineF(m_plot.topLeft(), m_plot.bottomLeft())})
            m_hairlines.push_back({line, Token::LineStrong});
        const QFont bold = sheet.font(font.pixelSize(), 600);
        placeName(sheet, name(m_up, m_data.up), bold, area.left(), area.top(), area.width(), Qt::AlignLeft);
        placeName(sheet, name(m_across, m_data.across), bold, area.right(), m_plot.bottom() + sheet.length(8, 3) + lineStep(font),
            area.width(), Qt::AlignRight);
    }

    /// One line, smaller when it must be.
    static void placeName(ChartSheet &sheet, const QString &text, QFont font, qreal x, qreal top, qreal width, Qt::Alignment side)
    {
        while (lineWidth(text, font) > width && font.pixelSize() > 8)
            font.setPixelSize(font.pixelSize() - 1);
        sheet.add(placedLine(text, font, sheet.colour(Token::Text), x, top, side));
    }

    /// Names beside their dots where they touch nothing, the highest first.
    void placeNames(ChartSheet &sheet)
    {
        const QFont font = sheet.font(ChartFont::Note);
        LabelPlacer placer(m_plot);
        const qreal height = kInk * font.pixelSize(), gap = m_radius + sheet.length(5, 2);
        std::vector<int> order;
        for (int i = 0; i < m_shown; ++i) {
            order.push_back(i);
            placer.block(QRectF(middle(i).x() - m_radius, middle(i).y() - m_radius, 2 * m_radius, 2 * m_radius));
        }
        std::stable_sort(order.begin(), order.end(),
            [this](int a, int b) { return m_data.marks[std::size_t(a)].value > m_data.marks[std::size_t(b)].value; });
        for (const int i : order) {
            const QString &text = m_data.marks[std::size_t(i)].label;
            const qreal width = lineWidth(text, font);
            const QPointF dot = middle(i);
            for (const QPointF &corner :
                {QPointF(dot.x() + gap, dot.y() - height / 2), QPointF(dot.x() - gap - width, dot.y() - height / 2),
                    QPointF(dot.x() - width / 2, dot.y() - gap - height), QPointF(dot.x() - width / 2, dot.y() + gap)}) {
                if (!placer.take(QRectF(corner, QSizeF(width, height))))
                    continue;
                PlacedText placed = placedLine(text, font, sheet.colour(Token::Text), corner.x(), corner.y());
                placed.halo = true;
                sheet.add(placed);
                break;
            }
        }
    }

    /// Darker where there are more, by the logarithm: one point among a million stays visible.
    void paintDensity(QPainter &painter, const ChartSheet &sheet) const
    {
        const chart::Density &density = *m_data.density;
        const QColor colour = sheet.colour(Token::Series1);
        const auto x = [&](int column) {
            const double at = density.left + (density.right - density.left) * column / chart::Density::kColumns;
            return std::round(m_plot.left() + m_across.shareOf(at) * m_plot.width());
        };
        const auto y = [&](int row) {
            const double at = density.bottom + (density.top - density.bottom) * row / chart::Density::kRows;
            return std::round(m_plot.bottom() - m_up.shareOf(at) * m_plot.height());
        };
        painter.setRenderHint(QPainter::Antialiasing, false);
        const double most = std::log1p(density.most);
        for (int row = 0; row < chart::Density::kRows; ++row)
            for (int column = 0; column < chart::Density::kColumns; ++column) {
                const quint32 count = density.counts[std::size_t(row) * chart::Density::kColumns + std::size_t(column)];
                if (count == 0)
                    continue;
                QColor shade = colour;
                shade.setAlphaF(float(kFaintest + (1 - kFaintest) * std::log1p(count) / most));
                const QRectF cell(QPointF(x(column), y(row + 1)), QPointF(x(column + 1), y(row)));
                painter.fillRect(cell.adjusted(0, 0, cell.width() < 1 ? 1 : 0, cell.height() < 1 ? 1 : 0), shade);
            }
    }

    QRectF m_plot;
    qreal m_radius = 4;
    ValueAxis m_up, m_across;
};

} // namespace

std::unique_ptr<ChartPlot> makeScatterPlot(const chart::ChartData &data)
{
    return std::make_unique<ScatterPlot>(data);
}

} // namespace waic::ui
