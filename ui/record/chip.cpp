// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/chip.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/record/ink.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kHeight = 24;
constexpr int kPadding = 10;
constexpr int kGap = 6;
constexpr int kCross = 22; ///< with the padding behind it

QFont nameFont()
{
    return uiFont(12, 600);
}

QFont noteFont()
{
    return uiFont(12);
}

/// -1 or 1 for the arrow keys, by the direction of reading; 0 for other keys.
int stepOf(const QKeyEvent &event, bool rightToLeft)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return 0;
    switch (event.key()) {
    case Qt::Key_Left:
        return rightToLeft ? 1 : -1;
    case Qt::Key_Right:
        return rightToLeft ? -1 : 1;
    case Qt::Key_Up:
        return -1;
    case Qt::Key_Down:
        return 1;
    default:
        return 0;
    }
}

} // namespace

Chip::Chip(const QString &name, const QString &note, bool writable, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(name)
    , m_note(note)
    , m_writable(writable)
{
    setObjectName(QStringLiteral("chip"));
    setAccessibleName(note.isEmpty() ? name : name + QLatin1Char(' ') + note);
    setFocusPolicy(writable ? Qt::StrongFocus : Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a button could not be narrower than its text
    if (!writable)
        return;
    setAttribute(Qt::WA_Hover);
    setAccessibleDescription(tr("Press for its menu, Del removes it"));
    connect(this, &QAbstractButton::clicked, this, &Chip::menuAsked);
}

QSize Chip::sizeHint() const
{
    const int note = textWidth(m_note, noteFont());
    const int end = m_writable ? kCross : kPadding;
    return {kPadding + textWidth(m_name, nameFont()) + (note ? kGap + note : 0) + end, textPixels(kHeight)};
}

QSize Chip::minimumSizeHint() const
{
    return {3 * kHeight, textPixels(kHeight)};
}

QRect Chip::crossRect() const
{
    return m_writable ? QRect(width() - kCross, 0, kCross, height()) : QRect();
}

bool Chip::hitButton(const QPoint &place) const
{
    return m_writable && rect().contains(place) && !crossRect().contains(place);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit removeAsked();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit menuAsked();
    else if (const int steps = stepOf(*event, isRightToLeft()))
        emit stepAsked(steps);
    else
        QAbstractButton::keyPressEvent(event);
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    m_crossPressed = event->button() == Qt::LeftButton && crossRect().contains(event->pos());
    if (!m_crossPressed)
        QAbstractButton::mousePressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_crossPressed) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_crossPressed = false;
    if (crossRect().contains(event->pos()))
        emit removeAsked();
}

void Chip::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_writable)
        emit menuAsked();
    else
        event->ignore();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), height() / 2.0, themeColour(Token::Raised), {});
    if (hasFocus())
        drawFocusRing(painter, rect(), height() / 2.0);
    QRect text = rect().adjusted(kPadding, 0, m_writable ? -kCross : -kPadding, -1);
    const int note = textWidth(m_note, noteFont());
    const int name = std::min(textWidth(m_name, nameFont()), text.width() - (note ? kGap + note : 0));
    painter.setFont(nameFont());
    painter.setPen(themeColour(Token::Text));
    drawElided(painter, QRect(text.left(), text.top(), name, text.height()), m_name);
    painter.setFont(noteFont());
    painter.setPen(themeColour(Token::Text3));
    text.setLeft(text.left() + name + kGap);
    drawElided(painter, text, m_note);
    if (m_writable)
        drawCross(painter, QRectF(width() - kCross + 3, 0, 12, height()),
            themeColour(underMouse() || hasFocus() ? Token::Text : Token::Text3));
}

void Chip::resizeEvent(QResizeEvent *)
{
    setToolTip(width() < sizeHint().width() ? plainToolTip(accessibleName()) : QString());
}

AddChip::AddChip(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize AddChip::sizeHint() const
{
    return {textPixels(kHeight), textPixels(kHeight)};
}

void AddChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (const int steps = stepOf(*event, isRightToLeft()))
        emit stepAsked(steps);
    else
        QAbstractButton::keyPressEvent(event);
}

void AddChip::paintEvent(QPaintEvent *)
{
    constexpr qreal kArm = 4;
    QPainter painter(this);
    drawBox(painter, rect(), height() / 2.0, underMouse() ? themeColour(Token::Raised) : QColor(Qt::transparent),
        themeColour(hasFocus() ? Token::Accent : Token::LineStrong), hasFocus() ? 2 : 1);
    painter.setPen(QPen(themeColour(Token::Text2), 1));
    const QPointF middle = QRectF(rect()).center() - QPointF(0.5, 0.5);
    painter.drawLine(middle - QPointF(kArm, 0), middle + QPointF(kArm, 0));
    painter.drawLine(middle - QPointF(0, kArm), middle + QPointF(0, kArm));
}

} // namespace waic::ui
