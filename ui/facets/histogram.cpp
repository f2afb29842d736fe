// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/histogram.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/facets/range_grip.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr int kTickHeight = 18;
constexpr int kLeastBar = 2; // height of a bar of one beside one of a million
constexpr int kReach = 6;    // how near to a grip the mouse takes it

} // namespace

Histogram::Histogram(const QString &title, RangeKind kind, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_axis(kind)
    , m_from(new RangeGrip(true, this))
    , m_to(new RangeGrip(false, this))
{
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    m_from->setAccessibleName(tr("%1, from").arg(title));
    m_to->setAccessibleName(tr("%1, to").arg(title));
    connect(m_from, &RangeGrip::movedTo, this, &Histogram::moveFrom);
    connect(m_to, &RangeGrip::movedTo, this, &Histogram::moveTo);
}

QSize Histogram::sizeHint() const
{
    return {180, kPlotHeight + 1 + kTickHeight};
}

QRect Histogram::plot() const
{
    return {kSide, 0, std::max(1, width() - 2 * kSide), kPlotHeight};
}

int Histogram::xOf(double place) const
{
    return plot().left() + int(std::lround(place * plot().width()));
}

double Histogram::placeOf(int x) const
{
    return std::clamp(double(x - plot().left()) / plot().width(), 0.0, 1.0);
}

void Histogram::setBins(const std::vector<explore::Bin> &bins)
{
    const auto equal
        = [](const explore::Bin &a, const explore::Bin &b) { return a.low == b.low && a.high == b.high && a.count == b.count; };
    if (std::equal(m_bins.begin(), m_bins.end(), bins.begin(), bins.end(), equal))
        return;
    m_bins = bins;
    m_axis.setBins(m_bins, plot().width());
    placeGrips();
    update();
}

void Histogram::setRange(const explore::Range &range)
{
    if (range == m_range)
        return;
    m_range = range;
    placeGrips();
    update();
}

void Histogram::clear()
{
    m_bins.clear();
    m_axis.clear();
    m_range = {};
    m_drag = Drag::None;
    placeGrips();
    update();
}

void Histogram::placeGrips()
{
    const double from = m_axis.fromPlace(m_range), to = m_axis.toPlace(m_range);
    const RangeKind kind = m_axis.kind();
    const QString first = rangeEndText(m_range.from, m_range.includesFrom, true, kind);
    const QString last = rangeEndText(m_range.to, m_range.includesTo, false, kind);
    m_from->show(m_axis.nearestEdge(from), m_axis.edgeCount(), first.isEmpty() ? tr("any") : first);
    m_to->show(m_axis.nearestEdge(to), m_axis.edgeCount(), last.isEmpty() ? tr("any") : last);
    for (RangeGrip *grip : {m_from, m_to}) {
        const int x = xOf(grip == m_from ? from : to);
        grip->setGeometry(x - RangeGrip::kWidth / 2, 0, RangeGrip::kWidth, kPlotHeight + 1);
        grip->setEnabled(!m_axis.isEmpty());
        grip->setVisible(!m_axis.isEmpty());
    }
}

void Histogram::moveFrom(int edge)
{
    const int last = m_axis.nearestEdge(m_axis.toPlace(m_range));
    const explore::Range range = m_axis.withFrom(m_range, std::clamp(edge, 0, std::max(0, last - 1)));
    range == m_range ? placeGrips() : emit asked(range);
}

void Histogram::moveTo(int edge)
{
    const int first = m_axis.nearestEdge(m_axis.fromPlace(m_range));
    const explore::Range range = m_axis.withTo(m_range, std::clamp(edge, first + 1, m_axis.edgeCount() - 1));
    range == m_range ? placeGrips() : emit asked(range);
}

void Histogram::takeBars(int first, int last)
{
    const RangeBar &left = m_axis.bars()[std::size_t(std::min(first, last))];
    const RangeBar &right = m_axis.bars()[std::size_t(std::max(first, last))];
    const explore::Range from = m_axis.withFrom({}, m_axis.nearestEdge(left.left));
    const explore::Range range = m_axis.withTo(from, m_axis.nearestEdge(right.right));
    if (range != m_range)
        emit asked(range);
}

RangeGrip *Histogram::gripAt(int x) const
{
    const int from = std::abs(m_from->geometry().center().x() - x), to = std::abs(m_to->geometry().center().x() - x);
    if (std::min(from, to) > kReach || m_axis.isEmpty())
        return nullptr;
    // Where both stand together, the side of the mouse says which is meant.
    if (from == to)
        return x <= m_from->geometry().center().x() && m_from->value() > 0 ? m_from : m_to;
    return from < to ? m_from : m_to;
}

int Histogram::barAt(int x) const
{
    const double place = placeOf(x);
    const auto &bars = m_axis.bars();
    const auto found = std::find_if(bars.begin(), bars.end(), [place](const RangeBar &bar) { return place < bar.right; });
    return found == bars.end() ? int(bars.size()) - 1 : int(found - bars.begin());
}

void Histogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_axis.isEmpty())
        return;
    const int x = event->position().toPoint().x();
    if (RangeGrip *grip = gripAt(x)) {
        m_drag = grip == m_from ? Drag::From : Drag::To;
        grip->setFocus(Qt::MouseFocusReason);
        return;
    }
    m_drag = Drag::New;
    m_anchor = barAt(x);
    takeBars(m_anchor, m_anchor);
    m_to->setFocus(Qt::MouseFocusReason);
}

void Histogram::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->position().toPoint().x();
    if (m_drag == Drag::From)
        moveFrom(m_axis.nearestEdge(placeOf(x)));
    else if (m_drag == Drag::To)
        moveTo(m_axis.nearestEdge(placeOf(x)));
    else if (m_drag == Drag::New)
        takeBars(std::min(m_anchor, int(m_axis.bars().size()) - 1), barAt(x));
    else
        setCursor(gripAt(x) ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void Histogram::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
}

QString Histogram::wordsAt(int x) const
{
    if (m_axis.isEmpty())
        return {};
    const RangeBar &bar = m_axis.bars()[std::size_t(barAt(x))];
    QString words = tr("%1: %n announcement(s)", nullptr, bar.count).arg(bar.words);
    for (const RangeBar &year : m_axis.years())
        if (const double place = placeOf(x); place >= year.left && place < year.right)
            words += QLatin1Char('\n') + tr("%1: %n announcement(s)", nullptr, year.count).arg(year.words);
    return words;
}

bool Histogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(wordsAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

void Histogram::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_axis.setBins(m_bins, plot().width());
    placeGrips();
}

void Histogram::paintBars(QPainter &painter) const
{
    const QRect area = plot();
    int most = 1;
    for (const auto *bars : {&m_axis.bars(), &m_axis.years()})
        for (const RangeBar &bar : *bars)
            most = std::max(most, bar.count);
    const bool narrowed = m_range != explore::Range();
    const int from = xOf(m_axis.fromPlace(m_range)), to = xOf(m_axis.toPlace(m_range));
    if (narrowed)
        painter.fillRect(QRect(from, 0, to - from, kPlotHeight), themeColour(Token::Select));
    for (const auto *bars : {&m_axis.years(), &m_axis.bars()})
        for (const RangeBar &bar : *bars) {
            if (bar.count == 0)
                continue;
            const int left = xOf(bar.left), right = std::max(left + 1, xOf(bar.right) - 1);
            const int tall = std::max(kLeastBar, int(std::lround(kPlotHeight * std::sqrt(double(bar.count) / most))));
            const bool behind = bars == &m_axis.years();
            const auto paint = [&](int x0, int x1, Token ink) {
                QColor colour = themeColour(ink);
                if (behind)
                    colour.setAlphaF(0.35f);
                if (x1 > x0)
                    painter.fillRect(QRect(x0, area.bottom() + 1 - tall, x1 - x0, tall), colour);
            };
            const int inLeft = narrowed ? std::clamp(from, left, right) : left;
            const int inRight = narrowed ? std::clamp(to, left, right) : left;
            paint(left, inLeft, Token::LineStrong);
            paint(inLeft, inRight, Token::Accent);
            paint(inRight, right, Token::LineStrong);
        }
    painter.fillRect(QRect(area.left(), kPlotHeight, area.width(), 1), themeColour(Token::LineStrong));
}

void Histogram::paintTicks(QPainter &painter) const
{
    painter.setFont(uiFont(11));
    painter.setPen(themeColour(Token::Text3));
    const QFontMetrics metrics(painter.font());
    int free = 0;
    for (const RangeTick &tick : m_axis.ticks(plot().width())) {
        const int wide = metrics.horizontalAdvance(tick.text);
        const int left
            = std::clamp(xOf(tick.place) - wide / 2, plot().left(), std::max(plot().left(), plot().right() + 1 - wide));
        if (left < free)
            continue;
        painter.drawText(QRect(left, kPlotHeight + 2, wide + 2, kTickHeight - 2), Qt::AlignLeft | Qt::AlignVCenter, tick.text);
        free = left + wide + 6;
    }
}

void Histogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBars(painter);
    paintTicks(painter);
}

} // namespace waic::ui
