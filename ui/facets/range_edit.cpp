// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/range_edit.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kInset = 8;
constexpr int kWave = 4; // length of one wave

} // namespace

RangeEdit::RangeEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignHCenter);
    setFont(uiFont(12));
    setPlaceholderText(tr("any"));
}

void RangeEdit::setMistaken(bool mistaken)
{
    if (mistaken == m_mistaken)
        return;
    m_mistaken = mistaken;
    setProperty("bad", mistaken);
    update();
}

void RangeEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_mistaken)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColour(Token::Bad), 1.2));
    const int wide = std::min(fontMetrics().horizontalAdvance(text()), width() - 2 * kInset);
    const qreal left = (width() - wide) / 2.0, y = height() / 2.0 + fontMetrics().ascent() / 2.0 + 2;
    QPainterPath wave(QPointF(left, y));
    for (int x = 0; x < wide; x += kWave)
        wave.quadTo(left + x + kWave / 2.0, y + ((x / kWave) % 2 ? 3 : -3), left + x + kWave, y);
    painter.drawPath(wave);
}

} // namespace waic::ui
