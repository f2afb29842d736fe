// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/chip.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/record/ink.h"

#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kHeight = 24;
constexpr int kPadding = 10;
constexpr int kGap = 6;

QFont nameFont()
{
    return uiFont(12, 600);
}

QFont noteFont()
{
    return uiFont(12);
}

} // namespace

Chip::Chip(const QString &name, const QString &note, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_note(note)
{
    setAccessibleName(note.isEmpty() ? name : name + QLatin1Char(' ') + note);
}

QSize Chip::sizeHint() const
{
    const int note = textWidth(m_note, noteFont());
    return {2 * kPadding + textWidth(m_name, nameFont()) + (note ? kGap + note : 0), kHeight};
}

QSize Chip::minimumSizeHint() const
{
    return {2 * kHeight, kHeight};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), kHeight / 2.0, themeColour(Token::Raised), {});
    QRect text = rect().adjusted(kPadding, 0, -kPadding, -1);
    const int note = textWidth(m_note, noteFont());
    const int name = std::min(textWidth(m_name, nameFont()), text.width() - (note ? kGap + note : 0));
    painter.setFont(nameFont());
    painter.setPen(themeColour(Token::Text));
    drawElided(painter, QRect(text.left(), text.top(), name, text.height()), m_name);
    painter.setFont(noteFont());
    painter.setPen(themeColour(Token::Text3));
    text.setLeft(text.left() + name + kGap);
    drawElided(painter, text, m_note);
}

void Chip::resizeEvent(QResizeEvent *)
{
    setToolTip(width() < sizeHint().width() ? plainToolTip(accessibleName()) : QString());
}

} // namespace waic::ui
