// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_plot.h"
#include "ui/chart/row_label.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr qreal kLabelColumn = 0.37; ///< of the width, at most
constexpr qreal kPitch = 3.2;        ///< of the label's size, from bar to bar where there is room
constexpr qreal kLeastPitch = 1.3;
constexpr qreal kThickness = 1.2; ///< of the label's size
constexpr qreal kBarShare = 0.74; ///< of the pitch, at most

class BarPlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        const qreal rows = std::min(4.0, qreal(m_data.marks.size()) + (m_data.remainder.isNull() ? 0 : 1));
        return rows * kLeastPitch * sheet.font(ChartFont::Label).pixelSize();
    }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_area = area;
        m_labelSize = sheet.font(ChartFont::Label).pixelSize();
        for (const chart::Mark &mark : m_data.marks)
            m_labels.push_back(rowLabel(sheet, mark.label, mark.shortLabel, std::floor(area.width() * kLabelColumn)));
        fitRows(sheet);
        m_barLeft = std::ceil(area.left() + labelColumn(sheet) + sheet.length(18, 8));
        m_pixels = scale(sheet);
        for (int i = 0; i < m_shown; ++i)
            placeRow(sheet, i, m_pixels);
        placeRemainder(sheet);
    }

    std::unique_ptr<QChart> makeChart(const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        auto chart = bareChart();
        auto *series = new QHorizontalStackedBarSeries;
        series->setBarWidth(m_thickness / m_pitch);
        for (const QColor &brush : distinct(brushes)) {
            auto *set = new QBarSet(QString());
            // Bars run bottom-up, so rows go in backwards; a set for each colour, zero where the row has another.
            for (int i = m_shown - 1; i >= 0; --i)
                *set << (brushes[std::size_t(i)] == brush ? m_data.marks[std::size_t(i)].value : 0);
            set->setBrush(brush);
            set->setPen(Qt::NoPen);
            series->append(set);
        }
        chart->addSeries(series);
        auto *rows = new QBarCategoryAxis;
        for (int i = 0; i < m_shown; ++i)
            rows->append(QString::number(i));
        auto *values = new QValueAxis;
        values->setRange(0, m_axisMost);
        for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(rows), static_cast<QAbstractAxis *>(values)}) {
            axis->setVisible(false);
            chart->addAxis(axis, axis == rows ? Qt::AlignLeft : Qt::AlignBottom);
            series->attachAxis(axis);
        }
        placeChart(*chart, sheet.size, QRectF(m_barLeft, m_area.top(), m_area.right() - m_barLeft, m_pitch * m_shown));
        return chart;
    }

    QPainterPath outline(int mark) const override
    {
        QPainterPath path;
        path.addRect(m_bars[std::size_t(mark)]);
        return path;
    }

    QPainterPath reach(int mark) const override
    {
        QPainterPath path;
        path.addRect(QRectF(m_area.left(), m_area.top() + m_pitch * mark, m_area.width(), m_pitch));
        return path;
    }

    /// A thin line from the least to the greatest of figures that differ.
    void paintOver(QPainter &painter, const ChartSheet &sheet, const std::vector<QColor> &) const override
    {
        painter.setPen(QPen(sheet.colour(Token::Text), std::max(1.0, sheet.length(3, 1.5)), Qt::SolidLine, Qt::FlatCap));
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            if (!mark.low || *mark.low == *mark.high)
                continue;
            const QRectF &bar = m_bars[std::size_t(i)];
            const qreal middle = bar.center().y(), cap = bar.height() * 0.22;
            const qreal from = m_barLeft + *mark.low * m_pixels, to = m_barLeft + *mark.high * m_pixels;
            painter.drawLine(QPointF(from, middle), QPointF(to, middle));
            for (const qreal end : {from, to})
                painter.drawLine(QPointF(end, middle - cap), QPointF(end, middle + cap));
        }
    }

private:
    static std::vector<QColor> distinct(const std::vector<QColor> &brushes)
    {
        std::vector<QColor> found;
        for (const QColor &brush : brushes)
            if (std::find(found.begin(), found.end(), brush) == found.end())
                found.push_back(brush);
        return found;
    }

    /// What is said below when the first `shown` bars are drawn.
    chart::Remainder remainder(int shown) const
    {
        if (shown < int(m_data.marks.size()) && shown < int(m_data.remainders.size()))
            return m_data.remainders[std::size_t(shown)];
        return {m_data.remainder, m_data.remainderText};
    }

    qreal labelColumn(const ChartSheet &sheet) const
    {
        qreal width = lineWidth(remainder(m_shown).label, sheet.font(ChartFont::Label));
        for (int i = 0; i < m_shown; ++i)
            width = std::max(width, m_labels[std::size_t(i)].width);
        return width;
    }

    QStringList remainderLines(const ChartSheet &sheet) const
    {
        const chart::Remainder words = remainder(m_shown);
        if (words.label.isNull())
            return {};
        const qreal left = std::ceil(m_area.left() + labelColumn(sheet) + sheet.length(18, 8));
        return brokenLines(words.text, sheet.font(ChartFont::Label), m_area.right() - left);
    }

    qreal remainderHeight(const ChartSheet &sheet) const
    {
        const QStringList lines = remainderLines(sheet);
        return lines.isEmpty() ? 0 : sheet.length(14, 5) + qreal(lines.size()) * lineStep(sheet.font(ChartFont::Label));
    }

    /// As many rows as can be read; the others go into the words below.
    void fitRows(const ChartSheet &sheet)
    {
        for (m_shown = int(m_data.marks.size()); m_shown > 1; --m_shown) {
            qreal least = kLeastPitch * m_labelSize;
            for (int i = 0; i < m_shown; ++i)
                least = std::max(least, m_labels[std::size_t(i)].height() + 1);
            if (m_shown * least + remainderHeight(sheet) <= m_area.height())
                break;
        }
        const qreal room = (m_area.height() - remainderHeight(sheet)) / std::max(1, m_shown);
        qreal wanted = kPitch * m_labelSize;
        for (int i = 0; i < m_shown; ++i)
            wanted = std::max(wanted, m_labels[std::size_t(i)].height() * 1.1);
        m_pitch = std::max(1.0, sheet.isBare() ? room : std::min(room, wanted));
        if (m_pitch > 4)
            m_pitch = std::floor(m_pitch);
        const qreal most = sheet.isBare() ? m_pitch * 0.6 : kThickness * m_labelSize;
        m_thickness = std::max(1.0, std::round(std::min(most, kBarShare * m_pitch)));
    }

    /// Pixels for each unit, such that every value stands behind its bar inside the area.
    qreal scale(const ChartSheet &sheet)
    {
        const QFont font = sheet.font(ChartFont::Value);
        const qreal room = m_area.right() - m_barLeft;
        qreal most = 0;
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            const qreal left = room - sheet.length(12, 6) - lineWidth(mark.valueText, font);
            const double reach = std::max(mark.value, mark.high.value_or(0));
            if (reach > 0 && (most == 0 || left / reach < most))
                most = std::max(left, 1.0) / reach;
        }
        m_axisMost = most > 0 ? room / most : 1;
        return most;
    }

    void placeRow(ChartSheet &sheet, int index, qreal pixels)
    {
        const chart::Mark &mark = m_data.marks[std::size_t(index)];
        const qreal middle = m_area.top() + m_pitch * (index + 0.5);
        const qreal length = mark.value * pixels;
        m_bars.push_back(QRectF(m_barLeft, middle - m_thickness / 2, length, m_thickness));
        m_labels[std::size_t(index)].place(sheet, m_barLeft - sheet.length(18, 8), middle);
        const QFont font = sheet.font(ChartFont::Value);
        sheet.add(placedLine(mark.valueText, font, sheet.colour(Token::Text),
            m_barLeft + std::max(length, mark.high.value_or(0) * pixels) + sheet.length(12, 6),
            middle - kInk * font.pixelSize() / 2));
    }

    void placeRemainder(ChartSheet &sheet)
    {
        const QStringList lines = remainderLines(sheet);
        if (lines.isEmpty())
            return;
        const qreal line = m_area.top() + m_pitch * m_shown + sheet.length(2, 1);
        m_hairlines.push_back({QLineF(m_area.left(), line, m_area.right(), line)});
        const qreal top = m_area.top() + m_pitch * m_shown + sheet.length(14, 5);
        const QFont font = sheet.font(ChartFont::Label);
        const QColor quiet = sheet.colour(Token::Text2);
        sheet.add(placedLine(remainder(m_shown).label, font, quiet, m_barLeft - sheet.length(18, 8), top, Qt::AlignRight));
        sheet.addLines(lines, font, quiet, m_barLeft, top);
    }

    QRectF m_area;
    int m_labelSize = 0;
    qreal m_barLeft = 0, m_pitch = 1, m_thickness = 1, m_axisMost = 1;
    double m_pixels = 1; ///< for each unit
    std::vector<RowLabel> m_labels;
    std::vector<QRectF> m_bars;
};

} // namespace

std::unique_ptr<ChartPlot> makeBarPlot(const chart::ChartData &data)
{
    return std::make_unique<BarPlot>(data);
}

} // namespace waic::ui
