// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_edit.h"

#include "ui/common/icons.h"
#include "ui/common/painting.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kHeight = 32;
constexpr int kIcon = 16;
constexpr int kLeft = 10;
constexpr int kClear = 24;
constexpr int kMostUnderlined = 4'000; // characters: farther on nobody sees a mistake's line at once

class ClearButton : public QAbstractButton
{
public:
    explicit ClearButton(QWidget *parent)
        : QAbstractButton(parent)
    {
        setCursor(Qt::ArrowCursor);
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setFixedSize(kClear, kClear);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (underMouse())
            drawBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), kRadius, themeColour(Token::Raised), {});
        drawCross(painter, rect(), themeColour(Token::Text2));
    }
};

} // namespace

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new ClearButton(this))
{
    setFixedHeight(kHeight);
    setTextMargins(kLeft + kIcon + 4, 0, kClear + 4, 0);
    m_clear->setAccessibleName(tr("Clear search"));
    m_clear->setToolTip(tr("Clear search (Esc)"));
    m_clear->hide();
    const auto takeIcon = [this] { m_icon = themedIcon(QStringLiteral("edit-find")); };
    takeIcon();
    connect(&Theme::instance(), &Theme::changed, this, takeIcon);
    connect(m_clear, &QAbstractButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
}

void SearchEdit::setMistakes(std::vector<Range> mistakes)
{
    if (m_mistakes == mistakes)
        return;
    m_mistakes = std::move(mistakes);
    update();
}

bool SearchEdit::event(QEvent *event)
{
    // Esc empties the box before it does anything else in the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        emit escaped();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    m_clear->move(width() - kClear - 5, (height() - kClear) / 2);
}

void SearchEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    m_icon.paint(&painter, QRect(kLeft, (height() - kIcon) / 2, kIcon, kIcon));
    if (text().isEmpty() && !hasFocus()) {
        const QString hint = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText);
        const int width = pillWidth(hint);
        const QRectF box(this->width() - width - 8, (height() - 18) / 2.0, width, 18);
        drawBox(painter, box, 4, themeColour(Token::Raised), themeColour(Token::Line));
        painter.setFont(uiFont(11));
        painter.setPen(themeColour(Token::Text3));
        painter.drawText(box, Qt::AlignCenter, hint);
    }
    paintMistakes(painter);
}

void SearchEdit::paintMistakes(QPainter &painter) const
{
    if (m_mistakes.empty())
        return;
    // Laid out as the field does it, so that text from right to left has its line in the right place too; of a text of absurd
    // length what is around the cursor.
    const int from = std::max(0, cursorPosition() - kMostUnderlined / 2);
    const int end = std::min(int(text().size()), from + kMostUnderlined);
    QTextLayout layout(text().mid(from, end - from), font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const QFontMetrics metrics(font());
    // The text may be scrolled: the cursor says where it stands.
    const qreal begin = cursorRect().center().x() - line.cursorToX(cursorPosition() - from);
    const QRect inside = rect().adjusted(textMargins().left(), 0, -textMargins().right(), 0);
    const qreal y = (height() + metrics.height()) / 2.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(inside.adjusted(-1, 0, 1, 0));
    painter.setPen(QPen(themeColour(Token::Bad), 1.3));
    for (const Range &range : m_mistakes) {
        const int first = std::max(range.position, from);
        const int last = std::min(range.position + std::max(1, range.length), end);
        if (first > last)
            continue;
        const auto [left, right] = std::minmax({begin + line.cursorToX(first - from), begin + line.cursorToX(last - from)});
        QPainterPath wave(QPointF(left, y));
        bool up = true;
        for (qreal x = left + 2; x <= std::max(right, left + 6); x += 2, up = !up)
            wave.lineTo(x, up ? y - 2 : y);
        painter.drawPath(wave);
    }
}

} // namespace waic::ui
