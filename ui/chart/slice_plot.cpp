// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ring.h"

#include <QChart>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr qreal kHole = 0.58;     ///< of the diameter
constexpr qreal kListShare = 0.5; ///< of the width, the most that the list of slices takes
constexpr qreal kNeeded = 0.8;    ///< what the painter tolerates of leastHeight(), which a list has no use for

/// Parts of a whole with a list of what they are: a pie or ring at its left, or a bar above it.
class SlicePlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        const qreal width = sheet.size.width() - 2 * sheet.length(56, 16);
        const qreal list = isBar() ? width : std::min(listWidth(sheet), width * kListShare);
        qsizetype lines = 0;
        for (const QStringList &name : names(sheet, list))
            lines += name.size();
        const qreal needed = qreal(lines) * lineStep(sheet.font(ChartFont::Label));
        return std::max(sheet.length(300, 84), isBar() ? needed + sheet.length(90, 40) : needed) / kNeeded;
    }

    bool namesSeries(const ChartSheet &) const override { return true; }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_area = area;
        m_shown = int(m_data.marks.size());
        for (const chart::Mark &mark : m_data.marks)
            m_sum += mark.value;
        isBar() ? arrangeBar(sheet) : arrangePie(sheet);
    }

    std::unique_ptr<QChart> makeChart(const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        return isBar() ? nullptr : ring().makeChart(sheet, m_data.marks, brushes);
    }

    void paintOver(QPainter &painter, const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        const qreal seam = sheet.length(3, 1.5);
        for (int i = 0; i < m_shown && isBar(); ++i) {
            const QRectF part = barPart(i);
            painter.fillRect(part.width() > 2 * seam && i > 0 ? part.adjusted(seam, 0, 0, 0) : part, brushes[std::size_t(i)]);
        }
        for (std::size_t i = 0; i < m_squares.size(); ++i)
            painter.fillRect(m_squares[i], brushes[i]);
    }

    QPainterPath outline(int mark) const override
    {
        if (!isBar())
            return ring().outline(m_data.marks, mark);
        QPainterPath path;
        path.addRect(barPart(mark));
        return path;
    }

    QPointF middle(int mark) const override { return isBar() ? barPart(mark).center() : ring().middle(m_data.marks, mark); }

    QPainterPath reach(int mark) const override
    {
        QPainterPath path = outline(mark);
        path.addRect(m_entries[std::size_t(mark)]);
        path.setFillRule(Qt::WindingFill);
        return path;
    }

private:
    bool isBar() const { return m_data.spec.form == chart::ShareForm::Bar; }
    qreal hole() const { return m_data.spec.form == chart::ShareForm::Pie ? 0 : kHole; }
    qreal entryStep(const ChartSheet &sheet) const { return lineStep(sheet.font(ChartFont::Label)) * 1.25; }

    qreal before(int mark) const
    {
        qreal sum = 0;
        for (int i = 0; i < mark; ++i)
            sum += m_data.marks[std::size_t(i)].value;
        return sum;
    }

    Ring ring() const { return {m_ring, hole()}; }

    QRectF barPart(int mark) const
    {
        const qreal pixels = m_sum > 0 ? m_bar.width() / m_sum : 0;
        return {
            m_bar.left() + before(mark) * pixels, m_bar.top(), m_data.marks[std::size_t(mark)].value * pixels, m_bar.height()};
    }

    void arrangePie(ChartSheet &sheet)
    {
        const qreal gap = sheet.length(60, 24);
        const qreal width = std::min(listWidth(sheet), m_area.width() * kListShare);
        const qreal diameter = std::floor(std::max(0.0, std::min(m_area.height(), m_area.width() - width - gap)));
        const qreal left = std::floor(m_area.left() + (m_area.width() - diameter - gap - width) / 2);
        m_ring = QRectF(left, std::floor(m_area.center().y() - diameter / 2), diameter, diameter);
        placeList(sheet, m_ring.right() + gap, width, m_area.top(), m_area.height());
        if (hole() > 0)
            placeCentre(sheet);
    }

    void arrangeBar(ChartSheet &sheet)
    {
        const qreal height = std::clamp(m_area.height() * 0.3, sheet.length(40, 18), sheet.length(150, 60));
        m_bar = QRectF(m_area.left(), m_area.top(), m_area.width(), std::floor(height));
        const qreal top = m_bar.bottom() + sheet.length(30, 10);
        placeList(sheet, m_area.left(), m_area.width(), top, m_area.bottom() - top);
    }

    QString numbers(const chart::Mark &mark) const
    {
        return mark.shareText.isEmpty() ? mark.valueText : mark.valueText + QStringLiteral("  ") + mark.shareText;
    }

    qreal listWidth(const ChartSheet &sheet) const
    {
        const QFont font = sheet.font(ChartFont::Label);
        qreal widest = 0;
        for (const chart::Mark &mark : m_data.marks)
            widest = std::max(widest, lineWidth(mark.label, font) + lineWidth(numbers(mark), sheet.font(ChartFont::Value)));
        return widest + 4.0 * font.pixelSize();
    }

    /// An entry for each slice: square, name in as many lines as it takes, number at the right end of the list.
    void placeList(ChartSheet &sheet, qreal left, qreal width, qreal top, qreal height)
    {
        const QFont value = sheet.font(ChartFont::Value);
        QFont font = sheet.font(ChartFont::Label);
        const qreal indent = font.pixelSize() * 1.2, room = nameRoom(sheet, width);
        const qreal numberWidth = numbersWidth(sheet);
        const std::vector<QStringList> labels = names(sheet, width);
        qsizetype lines = 0;
        for (const QStringList &each : labels)
            lines += each.size();
        const qreal natural = entryStep(sheet) - lineStep(font);
        const qreal needed = qreal(lines) * lineStep(font);
        const qreal gap = std::clamp((height - needed) / std::max<qreal>(1, qreal(labels.size()) - 1), 0.0, natural * 2);
        const qreal used = needed + gap * qreal(labels.size() - 1);
        qreal y = isBar() ? top : top + std::max(0.0, (height - used) / 2);
        const qreal square = std::round(font.pixelSize() * 0.7);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            m_squares.push_back(QRectF(left, std::round(y + kAscent * font.pixelSize() - square), square, square));
            const qreal bottom = sheet.addLines(labels[i], font, sheet.colour(Token::Text), left + indent, y);
            const qreal end = isBar() ? left + indent + std::min(room, widestName(labels, font)) + font.pixelSize() + numberWidth
                                      : left + width;
            sheet.add(placedLine(numbers(m_data.marks[i]), value, sheet.colour(Token::Text), end, y, Qt::AlignRight));
            m_entries.push_back(QRectF(left, y, width, bottom - y));
            y = bottom + gap;
        }
    }

    qreal numbersWidth(const ChartSheet &sheet) const
    {
        qreal width = 0;
        for (const chart::Mark &mark : m_data.marks)
            width = std::max(width, lineWidth(numbers(mark), sheet.font(ChartFont::Value)));
        return width;
    }

    qreal nameRoom(const ChartSheet &sheet, qreal width) const
    {
        const int size = sheet.font(ChartFont::Label).pixelSize();
        return std::max(width - 2.2 * size - numbersWidth(sheet), 3.0 * size);
    }

    std::vector<QStringList> names(const ChartSheet &sheet, qreal width) const
    {
        std::vector<QStringList> all;
        for (const chart::Mark &mark : m_data.marks)
            all.push_back(brokenLines(mark.label, sheet.font(ChartFont::Label), nameRoom(sheet, width)));
        return all;
    }

    static qreal widestName(const std::vector<QStringList> &labels, const QFont &font)
    {
        qreal widest = 0;
        for (const QStringList &lines : labels)
            for (const QString &line : lines)
                widest = std::max(widest, lineWidth(line, font));
        return widest;
    }

    void placeCentre(ChartSheet &sheet) const
    {
        const QFont label = sheet.font(ChartFont::Label);
        const qreal inside = m_ring.width() * kHole * 0.86;
        for (int size = sheet.font(ChartFont::Big).pixelSize(); size >= label.pixelSize(); --size) {
            const QFont value = sheet.font(size, 600);
            const qreal width = std::max(lineWidth(m_data.centreValue, value), lineWidth(m_data.centreLabel, label));
            const qreal height = value.pixelSize() * 1.25 + lineStep(label);
            if (std::hypot(width, height) > inside)
                continue;
            const qreal top = m_ring.center().y() - height / 2;
            sheet.add(
                placedLine(m_data.centreValue, value, sheet.colour(Token::Text), m_ring.center().x(), top, Qt::AlignHCenter));
            sheet.add(placedLine(m_data.centreLabel, label, sheet.colour(Token::Text2), m_ring.center().x(),
                top + value.pixelSize() * 1.25, Qt::AlignHCenter));
            return;
        }
    }

    QRectF m_area, m_ring, m_bar;
    qreal m_sum = 0;
    std::vector<QRectF> m_squares, m_entries;
};

} // namespace

std::unique_ptr<ChartPlot> makeSlicePlot(const chart::ChartData &data)
{
    return std::make_unique<SlicePlot>(data);
}

} // namespace waic::ui
