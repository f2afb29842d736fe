// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/message_bar.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace waic::ui {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_buttons(new QHBoxLayout)
    , m_dismiss(addButton(tr("Dismiss")))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_dismiss, &QToolButton::clicked, this, &MessageBar::dismiss);
    m_buttons->setSpacing(4);
    m_buttons->addWidget(m_dismiss);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->addWidget(m_label, 1);
    layout->addLayout(m_buttons);
    layout->setAlignment(m_buttons, Qt::AlignTop);
    hide();
}

QToolButton *MessageBar::addButton(const QString &words)
{
    auto *button = new QToolButton;
    button->setText(words);
    button->setAutoRaise(true);
    // By Tab from the tools above, as they are; a tool button takes no focus by itself.
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString MessageBar::sentences(const Error &error)
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
    return text;
}

void MessageBar::showError(const Error &error, const Actions &actions)
{
    m_passing = Message{sentences(error), true, actions};
    showMessage();
}

void MessageBar::showNote(const QString &text, const Actions &actions)
{
    m_passing = Message{text, false, actions};
    showMessage();
}

void MessageBar::hideNote()
{
    if (m_passing && !m_passing->bad)
        dismiss();
}

void MessageBar::setStanding(const QString &text, const Actions &actions)
{
    m_standing = Message{text, true, actions};
    // What it says is newer than any note.
    m_passing.reset();
    showMessage();
}

void MessageBar::clearStanding()
{
    if (m_standing) {
        m_standing.reset();
        showMessage();
    }
}

void MessageBar::clear()
{
    m_standing.reset();
    dismiss();
}

void MessageBar::dismiss()
{
    m_passing.reset();
    showMessage();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}

void MessageBar::showMessage()
{
    // One of them may be the sender.
    for (QToolButton *button : std::exchange(m_made, {})) {
        button->hide();
        button->deleteLater();
    }
    const std::optional<Message> &shown = m_passing ? m_passing : m_standing;
    setVisible(shown.has_value());
    if (!shown)
        return;
    m_label->setText(shown->text);
    m_dismiss->setVisible(m_passing.has_value());
    const bool passes = m_passing.has_value();
    for (const Action &action : shown->actions) {
        QToolButton *button = addButton(action.words);
        connect(button, &QToolButton::clicked, this, [this, run = action.run, passes] {
            if (passes)
                dismiss();
            run();
        });
        m_buttons->insertWidget(int(m_made.size()), button);
        button->show(); // the layout alone would do it later
        setTabOrder(m_made.empty() ? static_cast<QWidget *>(m_label) : m_made.back(), button);
        m_made.push_back(button);
    }
    if (!m_made.empty())
        setTabOrder(m_made.back(), m_dismiss);
    update();
    QAccessibleEvent event(m_label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool bad = m_passing ? m_passing->bad : true;
    painter.fillRect(rect(), themeColour(bad ? Token::BadTint : Token::WarnTint));
    painter.fillRect(QRect(0, 0, 4, height()), themeColour(bad ? Token::Bad : Token::Warn));
}

} // namespace waic::ui
