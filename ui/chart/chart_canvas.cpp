// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_canvas.h"

#include "ui/chart/chart_painter.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace waic::ui {

ChartCanvas::ChartCanvas(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("chartCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
    connect(&Theme::instance(), &Theme::changed, this, &ChartCanvas::forget);
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::setData(const chart::ChartData &chart)
{
    const bool isSame = m_data && m_data->spec == chart.spec && m_data->marks.size() == chart.marks.size();
    m_data = chart;
    if (!isSame)
        m_current = -1;
    m_selected.clear();
    describe();
    forget();
}

void ChartCanvas::setSelected(const std::vector<int> &marks)
{
    if (marks == m_selected)
        return;
    m_selected = marks;
    m_picture = {};
    update();
}

void ChartCanvas::clear()
{
    m_data.reset();
    m_selected.clear();
    m_current = -1;
    describe();
    forget();
}

void ChartCanvas::forget()
{
    m_painter.reset();
    m_picture = {};
    update();
}

ChartPainter *ChartCanvas::painter()
{
    if (!m_painter && m_data && !size().isEmpty())
        m_painter = std::make_unique<ChartPainter>(*m_data, size(), Theme::instance().kind(), ChartPlace::Pane);
    return m_painter.get();
}

int ChartCanvas::markAt(const QPoint &point)
{
    ChartPainter *const chart = painter();
    return chart ? chart->markAt(point) : -1;
}

QPoint ChartCanvas::centreOf(int mark)
{
    ChartPainter *const chart = painter();
    return chart ? chart->markMiddle(mark).toPoint() : QPoint();
}

QSize ChartCanvas::sizeHint() const
{
    return {620, 270};
}

QSize ChartCanvas::minimumSizeHint() const
{
    return {240, 120};
}

bool ChartCanvas::answersToClick(int mark) const
{
    return m_data && mark >= 0 && m_data->marks[std::size_t(mark)].filter.has_value();
}

void ChartCanvas::describe()
{
    setAccessibleName(m_data ? (m_data->empty.isNull() ? m_data->title : tr("Chart: nothing to draw")) : tr("Chart"));
    setAccessibleDescription(!m_data ? QString()
            : m_current >= 0         ? chart::markText(m_data->marks[std::size_t(m_current)])
                                     : chart::summaryText(*m_data));
}

void ChartCanvas::paintEvent(QPaintEvent *)
{
    QPainter painting(this);
    ChartPainter *const chart = painter();
    if (!chart) {
        painting.fillRect(rect(), themeColour(Token::Surface));
        return;
    }
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        m_picture = QPixmap(size() * devicePixelRatioF());
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        QPainter drawing(&m_picture);
        chart->paint(drawing, m_selected);
    }
    painting.drawPixmap(0, 0, m_picture);
    if (!hasFocus())
        return;
    const QPainterPath outline = chart->markOutline(m_current);
    if (outline.isEmpty()) {
        drawFocusRing(painting, rect(), 0);
        return;
    }
    painting.setRenderHint(QPainter::Antialiasing);
    painting.setPen(QPen(themeColour(Token::Surface), 5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painting.drawPath(outline);
    painting.setPen(QPen(themeColour(Token::Accent), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painting.drawPath(outline);
}

void ChartCanvas::resizeEvent(QResizeEvent *)
{
    forget();
}

bool ChartCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int mark = markAt(help->pos());
        if (mark < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(chart::markText(m_data->marks[std::size_t(mark)])), this);
        return true;
    }
    return QWidget::event(event);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(answersToClick(markAt(event->pos())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const int mark = event->button() == Qt::LeftButton ? markAt(event->pos()) : -1;
    if (answersToClick(mark))
        emit chosen(mark, event->modifiers().testFlag(Qt::ControlModifier));
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    const ChartPainter *const chart = painter();
    const int count = chart ? chart->shownMarks() : 0;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        step(1, m_current);
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        step(-1, m_current < 0 ? count : m_current);
        return;
    case Qt::Key_Home:
        step(1, -1);
        return;
    case Qt::Key_End:
        step(-1, count);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (answersToClick(m_current))
            emit chosen(m_current, event->modifiers().testFlag(Qt::ControlModifier));
        return;
    case Qt::Key_Escape:
        if (m_current >= 0) {
            setCurrent(-1);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartCanvas::focusOutEvent(QFocusEvent *event)
{
    QToolTip::hideText();
    QWidget::focusOutEvent(event);
}

/// To the next mark that has a number; months without announcements are passed over.
void ChartCanvas::step(int direction, int from)
{
    const ChartPainter *const chart = painter();
    const int count = chart ? chart->shownMarks() : 0;
    for (int mark = from + direction; mark >= 0 && mark < count; mark += direction) {
        if (m_data->marks[std::size_t(mark)].value != 0) {
            setCurrent(mark);
            return;
        }
    }
}

void ChartCanvas::setCurrent(int mark)
{
    m_current = mark;
    describe();
    update();
    if (mark < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(mapToGlobal(centreOf(mark)), plainToolTip(chart::markText(m_data->marks[std::size_t(mark)])), this);
}

} // namespace waic::ui
