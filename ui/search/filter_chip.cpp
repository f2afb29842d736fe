// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/filter_chip.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QKeyEvent>
#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kHeight = 26;
constexpr int kPadding = 11;
constexpr int kGap = 5;
constexpr int kCross = 24; // with the padding behind it
constexpr int kMostWidth = 420;
constexpr int kMostValues = 3;

int widthOf(const QString &text, int weight)
{
    return text.isEmpty() ? 0 : QFontMetrics(uiFont(12, weight)).horizontalAdvance(text);
}

} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("chip"));
}

void FilterChip::setCondition(const explore::Condition &condition)
{
    m_excluded = condition.excluded;
    m_not = condition.excluded ? tr("not") : QString();
    m_field = fieldTitle(condition.field);
    QStringList values;
    for (const QString &value : condition.values.first(std::min<qsizetype>(kMostValues, condition.values.size())))
        values << valueTitle(condition.field, value);
    if (condition.values.size() > kMostValues)
        values << tr("%n more", nullptr, int(condition.values.size()) - kMostValues);
    m_values = values.join(tr(" or "));
    describe(conditionTitle(condition));
}

void FilterChip::setPlain(const QString &text)
{
    m_excluded = false;
    m_not.clear();
    m_field.clear();
    m_values = text;
    describe(text);
}

void FilterChip::describe(const QString &spoken)
{
    setAccessibleName(spoken);
    setAccessibleDescription(tr("Press to remove this filter"));
    setToolTip(plainToolTip(spoken));
    updateGeometry();
    update();
}

int FilterChip::textWidth() const
{
    const int before
        = (m_not.isEmpty() ? 0 : widthOf(m_not, 600) + kGap) + (m_field.isEmpty() ? 0 : widthOf(m_field, 400) + kGap);
    return before + widthOf(m_values, 600) + 1;
}

QSize FilterChip::sizeHint() const
{
    return {std::min(kMostWidth, kPadding + textWidth() + kCross), kHeight};
}

QSize FilterChip::minimumSizeHint() const
{
    return sizeHint();
}

QRect FilterChip::crossRect() const
{
    return QRect(width() - kCross, 0, kCross - 3, height());
}

bool FilterChip::hitButton(const QPoint &place) const
{
    return crossRect().adjusted(-2, 0, 3, 0).contains(place);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Enter:
    case Qt::Key_Return:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), height() / 2.0, themeColour(m_excluded ? Token::BadTint : Token::Select), {});
    int x = kPadding;
    const auto put = [&](const QString &text, int weight, Token ink, int room) {
        if (text.isEmpty())
            return;
        painter.setFont(uiFont(12, weight));
        painter.setPen(themeColour(ink));
        drawElided(painter, QRect(x, 0, room, height()), text);
        x += widthOf(text, weight) + kGap;
    };
    put(m_not, 600, Token::Bad, width());
    put(m_field, 400, Token::Text2, width());
    put(m_values, 600, Token::Text, width() - kCross - x);
    const QRect cross = crossRect();
    if (underMouse() && hitButton(mapFromGlobal(QCursor::pos())))
        drawBox(painter, QRectF(cross).adjusted(1, 3, -1, -3), 10, themeColour(Token::Raised), {});
    drawCross(painter, cross, themeColour(Token::Text2));
    if (hasFocus())
        drawFocusRing(painter, rect(), height() / 2.0);
}

} // namespace waic::ui
