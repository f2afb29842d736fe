// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_plot.h"
#include "ui/chart/row_label.h"

#include "catalogue/figure.h"
#include "chart/count_words.h"
#include "chart/figures.h"

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

constexpr qreal kLabelColumn = 0.37; ///< of the width, at most
constexpr qreal kPitch = 3.2;        ///< of the label's size, from row to row where there is room
constexpr qreal kLeastPitch = 1.35;
constexpr qreal kBarShare = 0.74; ///< of the pitch
constexpr qreal kGroupShare = 0.9;

/// Rows of bars that are divided by series, end to end or side by side.
class StackPlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        const auto count = m_data.categories.size();
        qreal row = leastPitch(sheet);
        const qreal room = sheet.size.width() * kLabelColumn * 0.8;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, count); ++i)
            row = std::max(row, rowLabel(sheet, m_data.categories[i].label, m_data.categories[i].shortLabel, room).height() + 2);
        return row * std::min(2.0, qreal(count)) + (count > 2 ? 2 * lineStep(sheet.font(ChartFont::Label)) : 0);
    }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_area = area;
        const qreal room = std::floor(area.width() * kLabelColumn);
        for (const chart::Category &category : m_data.categories)
            m_labels.push_back(rowLabel(sheet, category.label, category.shortLabel, room));
        fitRows(sheet);
        qreal column = 0;
        for (int i = 0; i < m_rows; ++i)
            column = std::max(column, m_labels[std::size_t(i)].width);
        m_left = std::ceil(area.left() + column + sheet.length(18, 8));
        scale(sheet);
        for (int i = 0; i < m_rows; ++i)
            m_labels[std::size_t(i)].place(sheet, m_left - sheet.length(18, 8), rowMiddle(i));
        placeBars();
        placeValues(sheet);
        placeLeftOut(sheet);
    }

    /// A series of Qt Charts has one colour and one width for all its bars, whichever are dimmed; so these are painted here.
    void paintOver(QPainter &painter, const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        painter.setRenderHint(QPainter::Antialiasing, false);
        const qreal seam = std::max(1.0, sheet.length(2, 1));
        for (int mark = 0; mark < m_shown; ++mark) {
            QRectF bar = m_bars[std::size_t(mark)];
            const bool isPart = !isGrouped() && bar.left() > m_left + 1 && bar.width() > 2 * seam;
            painter.fillRect(isPart ? bar.adjusted(seam, 0, 0, 0) : bar, brushes[std::size_t(mark)]);
        }
    }

    QPainterPath outline(int mark) const override
    {
        QPainterPath path;
        path.addRect(m_bars[std::size_t(mark)]);
        return path;
    }

    QPainterPath reach(int mark) const override { return outline(mark); }

private:
    bool isGrouped() const { return m_data.spec.kind == chart::ChartKind::GroupedBar; }
    int seriesCount() const { return int(m_data.series.size()); }
    const chart::Mark &mark(int index) const { return m_data.marks[std::size_t(index)]; }
    qreal rowMiddle(int row) const { return m_area.top() + m_pitch * (row + 0.5); }

    qreal leastPitch(const ChartSheet &sheet) const
    {
        const qreal size = sheet.font(ChartFont::Value).pixelSize();
        return isGrouped() ? std::ceil(size * kInk) * seriesCount() / kGroupShare + 4 : size * kLeastPitch;
    }

    double rowSum(int row) const
    {
        double sum = 0;
        for (const chart::Mark &each : m_data.marks)
            if (each.category == row)
                sum += std::max(0.0, each.value);
        return sum;
    }

    /// What a mark is long: its value, or its part of the row's whole.
    double length(const chart::Mark &each) const
    {
        const double value = std::max(0.0, each.value);
        if (!m_data.isPercent)
            return value;
        const double sum = rowSum(each.category);
        return sum > 0 ? value / sum : 0;
    }

    void fitRows(const ChartSheet &sheet)
    {
        const auto count = int(m_data.categories.size());
        const qreal words = lineStep(sheet.font(ChartFont::Label)) + sheet.length(14, 5);
        qreal needed = 0;
        for (m_rows = count; m_rows > 0; --m_rows) {
            needed = leastPitch(sheet);
            for (int i = 0; i < m_rows; ++i)
                needed = std::max(needed, m_labels[std::size_t(i)].height() + 1);
            if (m_rows == 1)
                break;
            if (m_rows * needed + (m_rows < count ? words : 0) <= m_area.height())
                break;
        }
        const qreal room = (m_area.height() - (m_rows < count ? words : 0)) / m_rows;
        const qreal wanted = std::max(needed, kPitch * sheet.font(ChartFont::Label).pixelSize());
        m_pitch = std::max(1.0, std::floor(sheet.isBare() ? room : std::min(room, wanted)));
        m_thickness = isGrouped() ? std::floor((m_pitch - 2) * kGroupShare / seriesCount()) : std::round(m_pitch * kBarShare);
        m_thickness = std::max(1.0, m_thickness);
        m_shown = int(std::count_if(
            m_data.marks.begin(), m_data.marks.end(), [this](const chart::Mark &each) { return each.category < m_rows; }));
    }

    QString endText(int row) const { return m_data.isPercent ? QString() : chart::scaledText(rowSum(row), m_data.up); }

    /// Pixels for each unit, such that what stands behind the longest bar has room.
    void scale(const ChartSheet &sheet)
    {
        const QFont font = sheet.font(ChartFont::Value);
        const qreal room = m_area.right() - m_left, gap = sheet.length(12, 6);
        double pixels = 0;
        const auto fit = [&](double value, qreal behind) {
            if (value > 0)
                pixels
                    = pixels == 0 ? std::max(1.0, room - behind) / value : std::min(pixels, std::max(1.0, room - behind) / value);
        };
        for (int i = 0; i < m_shown && isGrouped(); ++i)
            fit(mark(i).value, gap + lineWidth(mark(i).valueText, font));
        for (int row = 0; row < m_rows && !isGrouped(); ++row)
            fit(m_data.isPercent ? (rowSum(row) > 0 ? 1 : 0) : rowSum(row),
                m_data.isPercent ? 0 : gap + lineWidth(endText(row), font));
        m_pixels = pixels > 0 ? pixels : 1;
    }

    void placeBars()
    {
        std::vector<double> begun(std::size_t(m_rows), 0.0);
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &each = mark(i);
            const qreal middle = rowMiddle(each.category);
            if (isGrouped()) {
                const qreal top = middle - m_thickness * seriesCount() / 2 + m_thickness * each.series;
                m_bars.push_back(QRectF(m_left, top, std::max(0.0, each.value) * m_pixels, m_thickness));
                continue;
            }
            double &from = begun[std::size_t(each.category)];
            m_bars.push_back(QRectF(m_left + from * m_pixels, middle - m_thickness / 2, length(each) * m_pixels, m_thickness));
            from += length(each);
        }
    }

    /// Numbers in the parts that are wide enough, and behind each bar its whole.
    void placeValues(ChartSheet &sheet)
    {
        const QFont font = sheet.font(ChartFont::Value);
        const qreal gap = sheet.length(12, 6);
        for (int i = 0; i < m_shown; ++i) {
            const QRectF &bar = m_bars[std::size_t(i)];
            const qreal top = bar.center().y() - kInk * font.pixelSize() / 2;
            if (isGrouped() && bar.height() < kInk * font.pixelSize() - 0.4)
                continue;
            if (isGrouped()) {
                sheet.add(placedLine(mark(i).valueText, font, sheet.colour(Token::Text), bar.right() + gap, top));
                continue;
            }
            const QString text = m_data.isPercent ? mark(i).shareText : mark(i).valueText;
            if (mark(i).value <= 0 || lineWidth(text, font) + gap > bar.width() || bar.height() < kInk * font.pixelSize())
                continue;
            sheet.add(placedLine(text, font, onColour(sheet.colour(mark(i).colour)), bar.center().x(), top, Qt::AlignHCenter));
        }
        for (int row = 0; row < m_rows && !isGrouped() && !m_data.isPercent; ++row)
            sheet.add(placedLine(endText(row), font, sheet.colour(Token::Text), m_left + rowSum(row) * m_pixels + gap,
                rowMiddle(row) - kInk * font.pixelSize() / 2));
    }

    void placeLeftOut(ChartSheet &sheet)
    {
        const int left = int(m_data.categories.size()) - m_rows;
        if (left == 0)
            return;
        const QFont font = sheet.font(ChartFont::Label);
        const QString words = Text::tr("%1 have no room here", "others").arg(chart::othersLabel(left));
        const QString text = lineWidth(words, font) <= m_area.width() ? words : chart::othersLabel(left);
        sheet.add(placedLine(
            text, font, sheet.colour(Token::Text2), m_area.left(), m_area.top() + m_pitch * m_rows + sheet.length(14, 5)));
    }

    QRectF m_area;
    int m_rows = 0;
    qreal m_left = 0, m_pitch = 1, m_thickness = 1;
    double m_pixels = 1;
    std::vector<RowLabel> m_labels;
    std::vector<QRectF> m_bars;
};

} // namespace

std::unique_ptr<ChartPlot> makeStackPlot(const chart::ChartData &data)
{
    return std::make_unique<StackPlot>(data);
}

} // namespace waic::ui
