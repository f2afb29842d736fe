// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_head.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

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
    setText(literal(name));
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
}

void FacetHead::setNote(const QString &note, const QString &brief, bool accent)
{
    if (note == m_note && brief == m_brief && accent == m_accent)
        return;
    m_note = note;
    m_brief = brief;
    m_accent = accent;
    setAccessibleDescription(note);
    update();
}

void FacetHead::setRoomAtRight(int pixels)
{
    if (pixels == m_right)
        return;
    m_right = pixels;
    update();
}

QSize FacetHead::sizeHint() const
{
    return {180, kHeight};
}

QRect FacetHead::nameRect() const
{
    return {kNameLeft, 0, width() - kNameLeft - m_right, height()};
}

QRect FacetHead::noteRect() const
{
    const int name = QFontMetrics(uiFont(13, 600)).horizontalAdvance(accessibleName()) + kGap;
    return nameRect().adjusted(name, 0, 0, 0);
}

bool FacetHead::noteFits() const
{
    return QFontMetrics(uiFont(12)).horizontalAdvance(m_note) <= noteRect().width();
}

bool FacetHead::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const bool cut = noteRect().width() < 0 || !noteFits();
        const QString whole = m_note.isEmpty() ? accessibleName() : accessibleName() + QStringLiteral(": ") + m_note;
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), cut ? plainToolTip(whole) : QString(), this);
        return true;
    }
    return QAbstractButton::event(event);
}

void FacetHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawChevron(painter, QRectF(kChevronLeft, 0, kChevron, height()), isChecked() ? Qt::DownArrow : Qt::RightArrow,
        themeColour(underMouse() ? Token::Text : Token::Text2));
    painter.setFont(uiFont(13, 600));
    painter.setPen(themeColour(Token::Text));
    drawElided(painter, nameRect(), accessibleName());
    painter.setFont(uiFont(12));
    painter.setPen(themeColour(m_accent ? Token::Accent : Token::Text3));
    if (const QRect note = noteRect(); note.width() > 0)
        drawElided(painter, note, noteFits() ? m_note : m_brief);
    if (hasFocus())
        drawFocusRing(painter, QRectF(rect()).adjusted(6, 4, -6, -4));
}

ClearButton::ClearButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void ClearButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse())
        drawBox(painter, rect(), kRadius, themeColour(Token::Raised), {});
    drawCross(painter, rect(), themeColour(underMouse() ? Token::Text : Token::Text2));
    if (hasFocus())
        drawFocusRing(painter, rect(), kBoxRadius);
}

} // namespace waic::ui
