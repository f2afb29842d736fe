// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ring.h"

#include <QChart>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr qreal kHole = 0.58;      ///< of the diameter: a ring of 21 %
constexpr qreal kFill = 0.94;      ///< of the height that the donut takes
constexpr qreal kLabelShare = 0.3; ///< of the width, the most that a label takes

/// Name, value and share beside a slice.
struct Block
{
    QStringList label;
    QString value, share;
    QFont labelFont, valueFont, shareFont;
    qreal width = 0, height = 0;
};

class DonutPlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        return std::max(sheet.length(300, 84), 3.2 * lineStep(sheet.font(ChartFont::Label)));
    }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_shown = int(m_data.marks.size());
        const qreal gap = sheet.length(44, 20);
        std::vector<Block> blocks;
        qreal widest = 0, tallest = 0;
        for (const chart::Mark &mark : m_data.marks) {
            blocks.push_back(block(sheet, mark, area));
            widest = std::max(widest, blocks.back().width);
            tallest = std::max(tallest, blocks.back().height);
        }
        const qreal fill = sheet.isPane() ? 1 : kFill;
        const qreal beside = std::min(area.height() * fill, area.width() - 2 * (widest + gap));
        const qreal above = std::min((area.height() - tallest - gap / 2) * fill, area.width());
        const bool isBeside = beside >= above || beside >= area.height() / 2;
        m_diameter = std::max(0.0, std::floor(isBeside ? beside : above));
        m_centre = isBeside ? area.center() : QPointF(area.center().x(), area.top() + m_diameter / 2);
        m_centre = QPointF(std::round(m_centre.x()), std::round(m_centre.y()));
        for (std::size_t i = 0; i < blocks.size(); ++i)
            placeBlock(sheet, blocks[i], i, isBeside ? m_diameter / 2 + gap : 0, area);
        placeCentre(sheet);
    }

    std::unique_ptr<QChart> makeChart(const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        return ring().makeChart(sheet, m_data.marks, brushes);
    }

    QPainterPath outline(int mark) const override { return ring().outline(m_data.marks, mark); }

    QPointF middle(int mark) const override { return ring().middle(m_data.marks, mark); }

    QPainterPath reach(int mark) const override
    {
        QPainterPath path = outline(mark);
        path.addRect(m_blockRects[std::size_t(mark)]);
        path.setFillRule(Qt::WindingFill);
        return path;
    }

private:
    Ring ring() const { return {{m_centre.x() - m_diameter / 2, m_centre.y() - m_diameter / 2, m_diameter, m_diameter}, kHole}; }

    Block block(const ChartSheet &sheet, const chart::Mark &mark, const QRectF &area) const
    {
        Block made;
        const QFont label = sheet.font(ChartFont::Label);
        made.labelFont = sheet.font(label.pixelSize(), 600);
        made.shareFont = label;
        // Three lines in a low pane or picture: the value gives way first.
        const qreal room = area.height() - 2 * lineStep(label);
        const int big = sheet.font(ChartFont::Big).pixelSize();
        made.valueFont = sheet.font(std::min(big, std::max(label.pixelSize(), int(room / kLineStep))), 600);
        made.label = brokenLines(mark.label, made.labelFont, area.width() * kLabelShare);
        made.value = mark.valueText;
        made.share = mark.shareText;
        for (const QString &line : made.label)
            made.width = std::max(made.width, lineWidth(line, made.labelFont));
        made.width = std::max({made.width, lineWidth(made.value, made.valueFont), lineWidth(made.share, made.shareFont)});
        made.height = qreal(made.label.size()) * lineStep(made.labelFont) + valueStep(made.valueFont) + lineStep(made.shareFont);
        return made;
    }

    static qreal valueStep(const QFont &font) { return font.pixelSize() * 1.25; }

    /// distance: from the centre to the words at its side; 0: below the donut, left and right of the middle.
    void placeBlock(ChartSheet &sheet, const Block &block, std::size_t index, qreal distance, const QRectF &area)
    {
        const bool right = index % 2 == 0;
        const qreal top = distance > 0 ? m_centre.y() - block.height / 2 : area.bottom() - block.height;
        const qreal x = distance > 0
            ? m_centre.x() + (right ? distance : -distance)
            : (right ? area.center().x() + sheet.length(22, 10) : area.center().x() - sheet.length(22, 10));
        const Qt::Alignment side = right ? Qt::AlignLeft : Qt::AlignRight;
        const chart::MarkColour meaning = m_data.marks[index].colour;
        const QColor valueColour = meaning == chart::MarkColour::Others ? sheet.colour(Token::Text) : sheet.colour(meaning);
        qreal y = sheet.addLines(block.label, block.labelFont, sheet.colour(Token::Text2), x, top, side);
        sheet.add(placedLine(block.value, block.valueFont, valueColour, x, y, side));
        y += valueStep(block.valueFont);
        sheet.add(placedLine(block.share, block.shareFont, sheet.colour(Token::Text2), x, y, side));
        m_blockRects.push_back(QRectF(right ? x : x - block.width, top, block.width, block.height));
    }

    /// True when a block of these lines fits into the hole.
    bool fitsHole(qreal width, qreal height) const { return std::hypot(width / 2, height / 2) <= m_diameter * kHole / 2 * 0.94; }

    void placeCentre(ChartSheet &sheet) const
    {
        const QFont label = sheet.font(ChartFont::Label);
        for (const bool withLabel : {true, false}) {
            for (int size = sheet.font(ChartFont::Big).pixelSize(); size >= label.pixelSize(); --size) {
                const QFont value = sheet.font(size, 600);
                for (const QStringList &lines :
                    {QStringList{m_data.centreLabel}, evenLines(m_data.centreLabel, label, m_diameter)}) {
                    if (withLabel && lines.isEmpty())
                        continue;
                    qreal width = lineWidth(m_data.centreValue, value);
                    qreal height = kInk * value.pixelSize() * 0.8;
                    if (withLabel) {
                        height += lineStep(label) * qreal(lines.size());
                        for (const QString &line : lines)
                            width = std::max(width, lineWidth(line, label));
                    }
                    if (fitsHole(width, height)) {
                        placeCentreAt(sheet, value, withLabel ? lines : QStringList(), label);
                        return;
                    }
                }
            }
        }
    }

    void placeCentreAt(ChartSheet &sheet, const QFont &value, const QStringList &lines, const QFont &label) const
    {
        const qreal height = valueStep(value) + lineStep(label) * qreal(lines.size());
        const qreal top = m_centre.y() - height / 2;
        sheet.add(placedLine(m_data.centreValue, value, sheet.colour(Token::Text), m_centre.x(), top, Qt::AlignHCenter));
        sheet.addLines(lines, label, sheet.colour(Token::Text2), m_centre.x(), top + valueStep(value), Qt::AlignHCenter);
    }

    QPointF m_centre;
    qreal m_diameter = 0;
    std::vector<QRectF> m_blockRects;
};

} // namespace

std::unique_ptr<ChartPlot> makeDonutPlot(const chart::ChartData &data)
{
    return std::make_unique<DonutPlot>(data);
}

} // namespace waic::ui
