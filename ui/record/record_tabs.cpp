// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_tabs.h"

#include "ui/common/painting.h"
#include "ui/record/ink.h"

#include "catalogue/figure.h"

#include <QPainter>
#include <QResizeEvent>

namespace waic::ui {

namespace {

constexpr int kHeight = 36;
constexpr int kWidestPadding = 12;
constexpr int kLeastPadding = 6;
constexpr int kCountGap = 5;
constexpr int kUnderlineReach = 4; ///< of the line under the current tab, beyond its letters

} // namespace

RecordTabs::RecordTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(false);
}

void RecordTabs::addPage(const QString &name)
{
    m_names << name;
    m_counts << QString();
    addTab(name);
}

void RecordTabs::setCount(int tab, int count)
{
    const QString text = count < 0 ? QString() : catalogue::countText(count);
    m_counts[tab] = text;
    setTabText(tab, text.isEmpty() ? m_names.at(tab) : m_names.at(tab) + QLatin1Char(' ') + text);
}

int RecordTabs::textWidth(int index) const
{
    const QString count = m_counts.value(index);
    // The wider 600 for all: names must not move when another tab becomes current.
    return ui::textWidth(m_names.value(index), uiFont(13, 600))
        + (count.isEmpty() ? 0 : kCountGap + ui::textWidth(count, uiFont(12)));
}

int RecordTabs::padding() const
{
    int texts = 0;
    for (int index = 0; index < m_names.size(); ++index)
        texts += textWidth(index);
    const int tabs = std::max(1, int(m_names.size()));
    return std::clamp((width() - texts) / (2 * tabs), kLeastPadding, kWidestPadding);
}

QSize RecordTabs::tabSizeHint(int index) const
{
    return {textWidth(index) + 2 * padding(), kHeight};
}

QSize RecordTabs::minimumTabSizeHint(int index) const
{
    return {textWidth(index) / 2, kHeight};
}

QSize RecordTabs::sizeHint() const
{
    return {240, kHeight};
}

void RecordTabs::resizeEvent(QResizeEvent *event)
{
    QTabBar::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        setTabText(0, tabText(0)); // makes the bar lay its tabs out anew
}

void RecordTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColour(Token::Line));
    for (int index = 0; index < count(); ++index) {
        const bool current = index == currentIndex();
        const QRect tab = tabRect(index);
        QRect text = tab.adjusted(padding(), 0, -padding(), 0);
        const QFont font = uiFont(13, current ? 600 : 400);
        const bool hover = tab.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        painter.setFont(font);
        painter.setPen(themeColour(current || hover ? Token::Text : Token::Text2));
        drawElided(painter, text, m_names.at(index));
        const int drawn = ui::textWidth(m_names.at(index), font) + kCountGap;
        painter.setFont(uiFont(12));
        painter.setPen(themeColour(Token::Text3));
        painter.drawText(
            text.adjusted(drawn, 0, kCountGap, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_counts.at(index));
        if (current) {
            const int width
                = m_counts.at(index).isEmpty() ? drawn - kCountGap : drawn + ui::textWidth(m_counts.at(index), painter.font());
            painter.fillRect(QRect(text.left() - kUnderlineReach, tab.bottom() - 1, width + 2 * kUnderlineReach, 2),
                themeColour(Token::Accent));
            if (hasFocus())
                drawFocusRing(painter, QRectF(text.left() - 6, tab.top() + 5, width + 12, tab.height() - 10));
        }
    }
}

} // namespace waic::ui
