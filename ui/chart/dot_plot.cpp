// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/category_axis.h"
#include "ui/chart/chart_plot.h"
#include "ui/chart/label_placer.h"
#include "ui/chart/row_label.h"
#include "ui/chart/value_axis.h"

#include <QChart>
#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartPainter)
};

constexpr qreal kLabelColumn = 0.34; ///< of the width, at most
constexpr qreal kBand = 0.28;        ///< of a colour that is left in the band of a range

/// A dot for each figure: filled for the one shown, open for those that differ from it, a pale band from least to greatest.
/// Figures of unlike meaning have lanes of their own.  Categories stand side by side, or in rows where their names are long.
class DotPlot : public ChartPlot
{
public:
    using ChartPlot::ChartPlot;

    qreal leastHeight(const ChartSheet &sheet) const override
    {
        return std::max(sheet.length(280, 90), 8.0 * sheet.font(ChartFont::Label).pixelSize());
    }

    void arrange(ChartSheet &sheet, const QRectF &area) override
    {
        m_radius = sheet.length(11, 4.5);
        m_isRows = !followEachOther() && !namesFit(sheet, area);
        m_isRows ? arrangeRows(sheet, area) : arrangeColumns(sheet, area);
    }

    void paintOver(QPainter &painter, const ChartSheet &sheet, const std::vector<QColor> &brushes) const override
    {
        const QColor surface = sheet.colour(Token::Surface);
        const qreal rim = std::max(1.2, sheet.length(3.5, 1.6));
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            if (!mark.low || *mark.low == *mark.high)
                continue;
            painter.setPen(QPen(mixed(brushes[std::size_t(i)], surface, kBand), 1.3 * m_radius, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(at(mark, *mark.low), at(mark, *mark.high));
        }
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            for (const chart::OtherFigure &other : mark.others) {
                painter.setPen(QPen(brushes[std::size_t(i)], rim));
                painter.setBrush(surface);
                painter.drawEllipse(at(mark, other.value), m_radius - rim / 2, m_radius - rim / 2);
            }
        }
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            painter.setPen(QPen(surface, rim * 0.7));
            painter.setBrush(brushes[std::size_t(i)]);
            painter.drawEllipse(at(mark, mark.value), m_radius, m_radius);
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
        return at(each, each.value);
    }

    QPainterPath reach(int mark) const override
    {
        QPainterPath path;
        const chart::Mark &each = m_data.marks[std::size_t(mark)];
        const qreal side = m_radius + 2;
        path.setFillRule(Qt::WindingFill);
        path.addEllipse(middle(mark), side, side);
        for (const chart::OtherFigure &other : each.others)
            path.addEllipse(at(each, other.value), side, side);
        return path;
    }

private:
    bool followEachOther() const
    {
        return m_data.spec.dimension == QLatin1String("edition") || m_data.spec.dimension == QLatin1String("year")
            || m_data.spec.dimension == QLatin1String("month");
    }

    bool namesFit(const ChartSheet &sheet, const QRectF &area) const
    {
        const CategoryAxis axis(m_data.categories, sheet, area.left() + area.width() * 0.1, area.right());
        for (int i = 0; i < int(m_data.categories.size()); ++i)
            if (!axis.isNamed(i))
                return false;
        return true;
    }

    /// How far a series stands from the middle of its category.
    qreal lane(int series) const
    {
        const auto count = qreal(m_data.series.size());
        const qreal room = (m_isRows ? m_pitch : m_columns->slot()) * 0.8;
        const qreal step = std::min(2.2 * m_radius, room / count);
        return (series - (count - 1) / 2) * step;
    }

    QPointF at(const chart::Mark &mark, double value) const
    {
        const qreal share = m_axis.share(value);
        if (m_isRows)
            return {m_plot.left() + share * m_plot.width(), m_plot.top() + m_pitch * (mark.category + 0.5) + lane(mark.series)};
        return {m_columns->middle(mark.category) + lane(mark.series), m_plot.bottom() - share * m_plot.height()};
    }

    void makeAxis(qreal steps, int rows)
    {
        double least = 0, most = 0, leastAbove = 0;
        const auto see = [&](double value) {
            least = std::min(least, value);
            most = std::max(most, value);
            if (value > 0)
                leastAbove = leastAbove == 0 ? value : std::min(leastAbove, value);
        };
        m_shown = 0;
        for (const chart::Mark &mark : m_data.marks) {
            if (mark.category >= rows)
                continue;
            ++m_shown;
            see(mark.value);
            see(mark.low.value_or(mark.value));
            see(mark.high.value_or(mark.value));
            for (const chart::OtherFigure &other : mark.others)
                see(other.value);
        }
        m_axis = m_data.up.scale == chart::Scale::Log && leastAbove > 0
            ? ValueAxis::logarithmic(leastAbove, most, steps, m_data.up)
            : ValueAxis::linear(least, most, steps, m_data.up);
    }

    void arrangeColumns(ChartSheet &sheet, const QRectF &area)
    {
        const QFont font = sheet.font(ChartFont::Axis), value = sheet.font(ChartFont::Value);
        makeAxis(std::clamp(area.height() / (3.0 * font.pixelSize()), 1.0, 4.0), int(m_data.categories.size()));
        qreal tickWidth = 0;
        for (const double tick : m_axis.ticks())
            tickWidth = std::max(tickWidth, lineWidth(m_axis.text(tick), font));
        const qreal left = std::ceil(area.left() + tickWidth + sheet.length(20, 9));
        m_columns.emplace(m_data.categories, sheet, left, area.right());
        const qreal above = lineStep(value) + lineStep(sheet.font(ChartFont::Note)) + m_radius;
        m_plot = QRectF(QPointF(left, std::ceil(area.top() + std::min(above, area.height() * 0.2))),
            QPointF(area.right(), std::floor(area.bottom() - m_columns->height())));
        for (const double tick : m_axis.ticks()) {
            const qreal line = m_plot.bottom() - m_axis.share(tick) * m_plot.height();
            sheet.add(placedLine(m_axis.text(tick), font, sheet.colour(Token::Text2), left - sheet.length(20, 9),
                line - kInk * font.pixelSize() / 2, Qt::AlignRight));
            if (tick != m_axis.low())
                m_hairlines.push_back({QLineF(left, line, m_plot.right(), line)});
        }
        m_hairlines.push_back({QLineF(m_plot.bottomLeft(), m_plot.bottomRight()), Token::LineStrong});
        m_columns->place(sheet, m_plot.bottom());
        placeSummaries(sheet, QRectF(QPointF(left, area.top()), m_plot.bottomRight()));
    }

    void blockDots(LabelPlacer &placer) const
    {
        const auto block = [&](const QPointF &point) {
            placer.block(QRectF(point.x() - m_radius, point.y() - m_radius, 2 * m_radius, 2 * m_radius));
        };
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            block(at(mark, mark.value));
            for (const chart::OtherFigure &other : mark.others)
                block(at(mark, other.value));
            if (mark.low)
                placer.block(QRectF(at(mark, *mark.low), at(mark, *mark.high)).normalized().adjusted(-2, -2, 2, 2));
        }
    }

    /// Above each column of dots what they say together; in an empty one that there is no figure.
    void placeSummaries(ChartSheet &sheet, const QRectF &bounds)
    {
        LabelPlacer placer(bounds);
        blockDots(placer);
        const QFont font = sheet.font(ChartFont::Value), small = sheet.font(ChartFont::Note);
        for (int category = 0; category < int(m_data.categories.size()); ++category) {
            const chart::Category &place = m_data.categories[std::size_t(category)];
            if (place.isMissing) {
                const QString words = Text::tr("no figure");
                const QRectF rect
                    = centred(words, small, m_columns->middle(category), m_plot.bottom() - 1.6 * small.pixelSize(), bounds);
                if (rect.width() <= m_columns->slot() && placer.take(rect))
                    sheet.add(placedLine(words, small, sheet.colour(Token::Text3), rect.left(), rect.top()));
                continue;
            }
            const qreal top = topOf(category) - m_radius - sheet.length(8, 3);
            const QStringList even = evenLines(place.summary, font, m_columns->slot() * 1.4);
            const bool isWide = lineWidth(place.summary, font) > m_columns->slot() * 1.4 && !even.isEmpty();
            const QStringList first = isWide ? even : QStringList{place.summary},
                              second = isWide ? QStringList{place.summary} : even;
            for (const auto &[lines, detail] :
                {std::pair{first, place.detail}, {first, QString()}, {second, place.detail}, {second, QString()}})
                if (!lines.isEmpty() && placeAbove(sheet, placer, lines, detail, category, top, bounds))
                    break;
        }
    }

    qreal topOf(int category) const
    {
        qreal top = m_plot.bottom();
        for (int i = 0; i < m_shown; ++i) {
            const chart::Mark &mark = m_data.marks[std::size_t(i)];
            if (mark.category != category)
                continue;
            top = std::min({top, at(mark, mark.value).y(), at(mark, mark.high.value_or(mark.value)).y()});
            for (const chart::OtherFigure &other : mark.others)
                top = std::min(top, at(mark, other.value).y());
        }
        return top;
    }

    static QRectF centred(const QString &text, const QFont &font, qreal middle, qreal top, const QRectF &bounds)
    {
        const qreal width = lineWidth(text, font);
        const qreal left = std::clamp(middle - width / 2, bounds.left(), std::max(bounds.left(), bounds.right() - width));
        return {left, top, width, kInk * font.pixelSize()};
    }

    /// All lines or none.
    bool placeAbove(ChartSheet &sheet, LabelPlacer &placer, const QStringList &lines, const QString &detail, int category,
        qreal bottom, const QRectF &bounds)
    {
        const QFont font = sheet.font(ChartFont::Value), small = sheet.font(ChartFont::Note);
        qreal y = bottom - qreal(lines.size()) * kInk * font.pixelSize() - (detail.isEmpty() ? 0 : kInk * small.pixelSize());
        std::vector<PlacedText> placed;
        QRectF all;
        const auto add = [&](const QString &line, const QFont &with, const QColor &colour) {
            const QRectF rect = centred(line, with, m_columns->middle(category), y, bounds);
            placed.push_back(placedLine(line, with, colour, rect.left(), rect.top()));
            placed.back().halo = true;
            all = all.united(rect);
            y += kInk * with.pixelSize();
        };
        for (const QString &line : lines)
            add(line, font, sheet.colour(Token::Text));
        if (!detail.isEmpty())
            add(detail, small, sheet.colour(Token::Text2));
        if (!placer.isFree(all.adjusted(-2, 0, 2, 0).intersected(bounds)) || !bounds.contains(all))
            return false;
        placer.block(all.adjusted(-4, 0, 4, 0));
        for (const PlacedText &text : placed)
            sheet.add(text);
        return true;
    }

    void arrangeRows(ChartSheet &sheet, const QRectF &area)
    {
        const QFont font = sheet.font(ChartFont::Axis), value = sheet.font(ChartFont::Value);
        const qreal axisHeight = lineStep(font) + sheet.length(10, 4);
        std::vector<RowLabel> labels;
        for (const chart::Category &category : m_data.categories)
            labels.push_back(rowLabel(sheet, category.label, category.shortLabel, std::floor(area.width() * kLabelColumn)));
        const qreal least = std::max(2.4 * m_radius * qreal(m_data.series.size()), 1.3 * value.pixelSize());
        int rows = int(labels.size());
        qreal needed = least;
        for (; rows > 0; --rows) {
            needed = least;
            for (int i = 0; i < rows; ++i)
                needed = std::max(needed, labels[std::size_t(i)].height() + 1);
            if (rows == 1 || rows * needed <= area.height() - axisHeight)
                break;
        }
        makeAxis(std::clamp(area.width() / (9.0 * font.pixelSize()), 2.0, 5.0), rows);
        qreal column = 0, behind = 0;
        for (int i = 0; i < rows; ++i) {
            column = std::max(column, labels[std::size_t(i)].width);
            behind = std::max(behind, lineWidth(m_data.categories[std::size_t(i)].summary, value));
        }
        const qreal left = std::ceil(area.left() + column + sheet.length(24, 12));
        m_plot = QRectF(QPointF(left, area.top()),
            QPointF(area.right() - std::min(behind + 2 * m_radius, area.width() * 0.25), area.bottom() - axisHeight));
        m_pitch = std::min((m_plot.height()) / rows, std::max(needed, 3.2 * value.pixelSize()));
        m_plot.setHeight(m_pitch * rows);
        for (int i = 0; i < rows; ++i)
            labels[std::size_t(i)].place(sheet, left - sheet.length(24, 12), m_plot.top() + m_pitch * (i + 0.5));
        placeRowTicks(sheet, font);
        placeRowSummaries(sheet, area, rows);
    }

    void placeRowTicks(ChartSheet &sheet, const QFont &font)
    {
        qreal taken = m_plot.left() - 1e6;
        for (const double tick : m_axis.ticks()) {
            const qreal x = m_plot.left() + m_axis.share(tick) * m_plot.width();
            m_hairlines.push_back(
                {QLineF(x, m_plot.top(), x, m_plot.bottom()), tick == m_axis.low() ? Token::LineStrong : Token::Line});
            const PlacedText text = placedLine(
                m_axis.text(tick), font, sheet.colour(Token::Text2), x, m_plot.bottom() + sheet.length(10, 4), Qt::AlignHCenter);
            if (text.rect.left() < taken || text.rect.right() > sheet.size.width())
                continue;
            taken = text.rect.right() + font.pixelSize() * 0.5;
            sheet.add(text);
        }
    }

    void placeRowSummaries(ChartSheet &sheet, const QRectF &area, int rows)
    {
        const QFont font = sheet.font(ChartFont::Value);
        LabelPlacer placer(QRectF(QPointF(m_plot.left(), area.top()), QPointF(area.right(), m_plot.bottom())));
        blockDots(placer);
        for (int row = 0; row < rows; ++row) {
            const chart::Category &place = m_data.categories[std::size_t(row)];
            qreal left = m_plot.right(), right = m_plot.left();
            for (int i = 0; i < m_shown; ++i) {
                const chart::Mark &mark = m_data.marks[std::size_t(i)];
                if (mark.category != row)
                    continue;
                for (const double value : {mark.value, mark.low.value_or(mark.value), mark.high.value_or(mark.value)}) {
                    left = std::min(left, at(mark, value).x());
                    right = std::max(right, at(mark, value).x());
                }
                for (const chart::OtherFigure &other : mark.others)
                    right = std::max(right, at(mark, other.value).x());
            }
            const qreal width = lineWidth(place.summary, font), height = kInk * font.pixelSize();
            const qreal top = m_plot.top() + m_pitch * (row + 0.5) - height / 2, gap = m_radius + sheet.length(10, 5);
            for (const qreal x : {right + gap, left - gap - width}) {
                if (!placer.take(QRectF(x, top, width, height)))
                    continue;
                PlacedText text = placedLine(place.summary, font, sheet.colour(Token::Text), x, top);
                text.halo = true;
                sheet.add(text);
                break;
            }
        }
    }

    bool m_isRows = false;
    QRectF m_plot;
    qreal m_radius = 5, m_pitch = 1;
    ValueAxis m_axis;
    std::optional<CategoryAxis> m_columns;
};

} // namespace

std::unique_ptr<ChartPlot> makeDotPlot(const chart::ChartData &data)
{
    return std::make_unique<DotPlot>(data);
}

} // namespace waic::ui
