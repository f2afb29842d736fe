// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/message_bar.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace waic::ui {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel)
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *dismiss = new QToolButton;
    dismiss->setText(tr("Dismiss"));
    dismiss->setAutoRaise(true);
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->addWidget(m_label, 1);
    layout->addWidget(dismiss, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showError(const Error &error)
{
    QString text = error.what;
    if (!error.where.isEmpty())
        text = error.where + QStringLiteral(": ") + text;
    if (!text.endsWith(QLatin1Char('.')))
        text += QLatin1Char('.');
    if (!error.next.isEmpty()) {
        QString next = error.next;
        next[0] = next[0].toUpper();
        text += QLatin1Char(' ') + next + QLatin1Char('.');
    }
    showText(text, true);
}

void MessageBar::showNote(const QString &text)
{
    showText(text, false);
}

void MessageBar::hideNote()
{
    if (!m_bad)
        hide();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void MessageBar::showText(const QString &text, bool bad)
{
    m_bad = bad;
    m_label->setText(text);
    show();
    update();
    QAccessibleEvent event(m_label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColour(m_bad ? Token::BadTint : Token::WarnTint));
    painter.fillRect(QRect(0, 0, 4, height()), themeColour(m_bad ? Token::Bad : Token::Warn));
}

} // namespace waic::ui
