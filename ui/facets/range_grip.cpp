// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/range_grip.h"

#include "ui/common/painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QWheelEvent>

namespace waic::ui {

namespace {

constexpr int kHandleWidth = 6;
constexpr int kHandleHeight = 14;

} // namespace

RangeGrip::RangeGrip(bool isFrom, QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
    , m_isFrom(isFrom)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setPageStep(4);
    connect(this, &QSlider::valueChanged, this, [this](int edge) {
        if (!m_showing)
            emit movedTo(edge);
    });
}

void RangeGrip::show(int edge, int edges, const QString &words)
{
    const QScopedValueRollback showing(m_showing, true);
    setRange(0, qMax(0, edges - 1));
    setValue(edge);
    setAccessibleDescription(words);
}

void RangeGrip::keyPressEvent(QKeyEvent *event)
{
    // Up and Down go from part to part in a section.
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        event->ignore();
    else
        QSlider::keyPressEvent(event);
}

void RangeGrip::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the pane scrolls
}

void RangeGrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // At an open end it lies still.
    const bool open = value() == (m_isFrom ? minimum() : maximum()) && !hasFocus();
    const QColor accent = themeColour(open ? Token::LineStrong : Token::Accent);
    const qreal middle = width() / 2.0;
    if (!open)
        painter.fillRect(QRectF(middle - 1, 0, 2, height()), accent);
    const QRectF handle(middle - kHandleWidth / 2.0, (height() - kHandleHeight) / 2.0, kHandleWidth, kHandleHeight);
    drawBox(painter, handle, kHandleWidth / 2.0, themeColour(hasFocus() ? Token::Accent : Token::Surface), accent, 1.5);
    if (hasFocus())
        drawFocusRing(painter, QRectF(rect()), kBoxRadius);
}

} // namespace waic::ui
