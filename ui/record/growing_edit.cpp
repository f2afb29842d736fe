// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/growing_edit.h"

#include "ui/common/painting.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextEdit>

#include <cmath>

namespace waic::ui {

namespace {

constexpr int kPaddingLeft = 8;
constexpr int kPaddingRight = 4;
constexpr int kPaddingY = 5;
constexpr int kLeastHeight = 28;
constexpr double kLinePercent = 106; ///< of the font's own line spacing: 1.45 of the letter size for Open Sans

} // namespace

GrowingEdit::GrowingEdit(bool paragraphs, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QTextEdit(this))
    , m_paragraphs(paragraphs)
{
    m_edit->setAcceptRichText(false);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->document()->setDocumentMargin(0);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->installEventFilter(this);
    m_edit->viewport()->installEventFilter(this);
    setFocusProxy(m_edit);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
    connect(m_edit, &QTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        markMatches();
        grow();
        emit textChanged();
    });
    connect(&Theme::instance(), &Theme::changed, this, &GrowingEdit::markMatches);
}

QString GrowingEdit::text() const
{
    QString text = m_edit->toPlainText();
    if (!m_paragraphs)
        text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return text;
}

void GrowingEdit::setText(const QString &text)
{
    m_setting = true;
    m_edit->setPlainText(text);
    m_edit->document()->setUndoRedoEnabled(false); // the line height below is no edit of the user's
    QTextBlockFormat spacing;
    spacing.setLineHeight(kLinePercent, QTextBlockFormat::ProportionalHeight);
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(spacing);
    m_edit->document()->setUndoRedoEnabled(true);
    m_setting = false;
    markMatches();
    grow();
}

void GrowingEdit::setSought(std::vector<Sought> sought)
{
    if (m_sought == sought)
        return;
    m_sought = std::move(sought);
    markMatches();
}

void GrowingEdit::markMatches()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const TextRange &range : matchRanges(m_edit->toPlainText(), m_sought)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_edit->document());
        mark.cursor.setPosition(range.position);
        mark.cursor.setPosition(range.position + range.length, QTextCursor::KeepAnchor);
        mark.format.setBackground(themeColour(Token::Match));
        mark.format.setForeground(themeColour(Token::MatchText));
        marks << mark;
    }
    m_edit->setExtraSelections(marks);
}

void GrowingEdit::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void GrowingEdit::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
    if (readOnly)
        m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

int GrowingEdit::heightForWidth(int width) const
{
    QTextDocument *document = m_edit->document();
    const qreal before = document->textWidth();
    document->setTextWidth(std::max(1, width - kPaddingLeft - kPaddingRight));
    const int height = int(std::ceil(document->size().height())) + 2 * kPaddingY;
    document->setTextWidth(before);
    return std::max(kLeastHeight, height);
}

QSize GrowingEdit::sizeHint() const
{
    return {160, heightForWidth(std::max(width(), 60))};
}

QSize GrowingEdit::minimumSizeHint() const
{
    return {60, kLeastHeight};
}

void GrowingEdit::grow()
{
    updateGeometry();
    update();
}

void GrowingEdit::resizeEvent(QResizeEvent *)
{
    m_edit->setGeometry(rect().adjusted(kPaddingLeft, kPaddingY, -kPaddingRight, -(kPaddingY - 1)));
}

void GrowingEdit::paintEvent(QPaintEvent *)
{
    const bool focus = m_edit->hasFocus();
    const bool bad = property("bad").toBool();
    if (property("plain").toBool() && !focus && !bad && !underMouse())
        return;
    QPainter painter(this);
    drawBox(painter, rect(), kRadius, themeColour(Token::Surface),
        themeColour(bad       ? Token::Bad
                : focus       ? Token::Accent
                : isEnabled() ? Token::LineStrong
                              : Token::Line),
        focus || bad ? 2 : 1);
}

bool GrowingEdit::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave
        || event->type() == QEvent::DynamicPropertyChange)
        update();
    return QWidget::event(event);
}

bool GrowingEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    // The page scrolls, not the field: all of its text is in sight.
    if (event->type() == QEvent::Wheel && watched == m_edit->viewport()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waic::ui
