// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pane_head.h"

#include "ui/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace waic::ui {

namespace {

constexpr int kHeight = 38;

} // namespace

PaneHead::PaneHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title))
    , m_note(new QLabel)
    , m_layout(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(uiFont(13, 600));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(uiFont(12));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_layout->setContentsMargins(12, 0, 8, 1);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_note);
    m_layout->addStretch(1);
}

void PaneHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHead::setNote(const QString &note)
{
    m_note->setText(note);
}

QToolButton *PaneHead::addAction(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(action->text().isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_layout->addWidget(button);
    return button;
}

void PaneHead::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

QSize PaneHead::sizeHint() const
{
    return {m_layout->sizeHint().width(), kHeight};
}

QSize PaneHead::minimumSizeHint() const
{
    return {m_layout->minimumSize().width(), kHeight};
}

void PaneHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColour(Token::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColour(Token::Line));
}

} // namespace waic::ui
