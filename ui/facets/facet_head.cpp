// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_head.h"

#include "ui/common/painting.h"

#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kChevronLeft = 12;
constexpr int kChevron = 16;
constexpr int kNameLeft = 36;
constexpr int kGap = 8;

} // namespace

FacetHead::FacetHead(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(name);
    setCheckable(true);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
}

void FacetHead::setNote(const QString &note, bool accent)
{
    m_note = note;
    m_accent = accent;
    setAccessibleDescription(note);
    update();
}

void FacetHead::setRoomAtRight(int pixels)
{
    m_right = pixels;
    update();
}

QSize FacetHead::sizeHint() const
{
    return {180, kHeight};
}

void FacetHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawChevron(painter, QRectF(kChevronLeft, 0, kChevron, height()), isChecked() ? Qt::DownArrow : Qt::RightArrow,
        themeColour(underMouse() ? Token::Text : Token::Text2));
    painter.setFont(uiFont(13, 600));
    painter.setPen(themeColour(Token::Text));
    const QRect room(kNameLeft, 0, width() - kNameLeft - m_right, height());
    drawElided(painter, room, text());
    const int name = QFontMetrics(painter.font()).horizontalAdvance(text()) + kGap;
    painter.setFont(uiFont(12));
    painter.setPen(themeColour(m_accent ? Token::Accent : Token::Text3));
    drawElided(painter, room.adjusted(name, 0, 0, 0), m_note);
    if (hasFocus())
        drawFocusRing(painter, QRectF(rect()).adjusted(6, 4, -6, -4));
}

} // namespace waic::ui
