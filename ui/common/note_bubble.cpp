// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/note_bubble.h"

#include "ui/common/painting.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kGap = 4;
constexpr int kPadding = 8;
constexpr int kMostWidth = 420;
constexpr int kTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

NoteBubble::NoteBubble(QWidget *owner)
    : QWidget(owner)
    , m_owner(owner)
{
    setObjectName(QStringLiteral("noteBubble"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFont(uiFont(12));
    hide();
}

void NoteBubble::showAt(QWidget *field, const QString &words)
{
    if (m_field != field)
        dismiss();
    m_words = words;
    if (m_field != field) {
        m_field = field;
        field->installEventFilter(this);
    }
    describe(field, words);
    setParent(field->window());
    place();
    show();
    raise();
    update();
}

void NoteBubble::dismiss()
{
    if (m_field) {
        m_field->removeEventFilter(this);
        describe(m_field, {});
    }
    m_field = nullptr;
    m_words.clear();
    hide();
    // The window may end before the owner: never stay its child.
    if (m_owner && parentWidget() != m_owner)
        setParent(m_owner);
}

void NoteBubble::describe(QWidget *field, const QString &words)
{
    field->setProperty("bad", !words.isEmpty());
    field->update();
    if (field->accessibleDescription() == words)
        return;
    field->setAccessibleDescription(words);
    QAccessibleEvent event(field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void NoteBubble::place()
{
    if (!m_field || !parentWidget())
        return;
    const QWidget *window = parentWidget();
    const QFontMetrics metrics(font());
    const int most = std::min(kMostWidth, window->width() - 4 * kPadding);
    const QSize text = metrics.boundingRect(QRect(0, 0, most, 1000), kTextFlags, m_words).size();
    const QSize box(text.width() + 2 * kPadding + 1, text.height() + 2 * (kPadding - 2));
    const QPoint corner = m_field->mapTo(window, QPoint(0, 0));
    int y = corner.y() + m_field->height() + kGap;
    if (y + box.height() > window->height())
        y = corner.y() - kGap - box.height();
    const int x = std::clamp(corner.x(), 0, std::max(0, window->width() - box.width()));
    setGeometry(QRect(QPoint(x, y), box));
}

void NoteBubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), kRadius, themeColour(Token::BadTint), themeColour(Token::Bad));
    painter.setPen(themeColour(Token::Bad));
    painter.drawText(rect().adjusted(kPadding, kPadding - 2, -kPadding, 0), kTextFlags, m_words);
}

bool NoteBubble::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
            place();
        else if (event->type() == QEvent::Hide || event->type() == QEvent::DeferredDelete)
            dismiss();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waic::ui
