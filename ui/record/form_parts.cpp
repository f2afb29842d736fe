// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/form_parts.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/record/ink.h"

#include <QKeyEvent>
#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kHeight = 24;
constexpr int kChevron = 16;
constexpr int kGap = 6;
constexpr int kBox = 24; ///< of a check box, with the gap behind it

} // namespace

FoldButton::FoldButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(literal(text));
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setToolTip(plainToolTip(text));
}

void FoldButton::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
    update();
}

QSize FoldButton::sizeHint() const
{
    return {kChevron + textWidth(accessibleName(), uiFont(12)) + kGap + textWidth(m_note, uiFont(12)), textPixels(kHeight)};
}

QSize FoldButton::minimumSizeHint() const
{
    return {3 * kHeight, textPixels(kHeight)};
}

void FoldButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FoldButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawChevron(
        painter, QRectF(0, 0, kChevron - 4, height()), isChecked() ? Qt::DownArrow : Qt::RightArrow, themeColour(Token::Text2));
    QRect rest(kChevron, 0, width() - kChevron, height());
    const int note = textWidth(m_note, uiFont(12));
    const int wanted = textWidth(accessibleName(), uiFont(12));
    const int name = std::min(wanted, std::max(rest.width() / 2, rest.width() - (note ? note + kGap : 0)));
    painter.setFont(uiFont(12));
    painter.setPen(themeColour(underMouse() ? Token::Text : Token::Text2));
    drawElided(painter, QRect(rest.left(), 0, name, height()), accessibleName());
    painter.setPen(themeColour(Token::Text3));
    rest.setLeft(rest.left() + name + kGap);
    drawElided(painter, rest, m_note);
    if (hasFocus())
        drawFocusRing(painter, rect(), kBoxRadius);
}

CrossButton::CrossButton(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setAccessibleName(name);
    setToolTip(plainToolTip(name));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize CrossButton::sizeHint() const
{
    return {textPixels(kHeight), textPixels(kHeight)};
}

void CrossButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse())
        drawBox(painter, rect(), kBoxRadius, themeColour(Token::Raised), {});
    drawCross(painter, rect(), themeColour(underMouse() || hasFocus() ? Token::Text : Token::Text3));
    if (hasFocus())
        drawFocusRing(painter, rect(), kBoxRadius);
}

NarrowCheckBox::NarrowCheckBox(const QString &text, QWidget *parent)
    : QCheckBox(parent)
    , m_text(text)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize NarrowCheckBox::sizeHint() const
{
    return {textWidth(m_text, font()) + kBox, QCheckBox::sizeHint().height()};
}

QSize NarrowCheckBox::minimumSizeHint() const
{
    return {3 * kBox, QCheckBox::minimumSizeHint().height()};
}

void NarrowCheckBox::resizeEvent(QResizeEvent *event)
{
    QCheckBox::resizeEvent(event);
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width() - kBox);
    setText(literal(shown));
    setToolTip(shown == m_text ? QString() : plainToolTip(m_text));
}

} // namespace waic::ui
