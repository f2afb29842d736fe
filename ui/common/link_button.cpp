// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/link_button.h"

#include "ui/common/painting.h"

#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kPadding = 4;

} // namespace

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFont(uiFont(12));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LinkButton::setInk(Token ink)
{
    m_ink = ink;
    update();
}

void LinkButton::setTextSize(int pixels)
{
    setFont(uiFont(pixels));
    updateGeometry();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.size(Qt::TextShowMnemonic, text()).width() + 2 * kPadding, metrics.height() + kPadding};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont drawn = font();
    drawn.setUnderline(underMouse() && isEnabled());
    painter.setFont(drawn);
    painter.setPen(themeColour(isEnabled() ? m_ink : Token::LineStrong));
    painter.drawText(rect().adjusted(kPadding, 0, -kPadding, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    if (hasFocus())
        drawFocusRing(painter, rect(), kBoxRadius);
}

} // namespace waic::ui
