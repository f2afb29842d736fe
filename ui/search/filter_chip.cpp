// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/filter_chip.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
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

QString fewValues(const explore::Condition &condition)
{
    if (condition.values.size() <= kMostValues)
        return valuesTitle(condition);
    explore::Condition few = condition;
    few.values = condition.values.first(kMostValues);
    return FilterChip::tr("%1 or %n more", nullptr, int(condition.values.size()) - kMostValues).arg(valuesTitle(few));
}

/// What is compared, without the measure: "≥ 100 PFLOPS".
QString comparison(const explore::ClaimCondition &claim)
{
    explore::ClaimCondition bare = claim;
    bare.measure.clear();
    bare.share = false;
    bare.excluded = false;
    return claimTitle(bare).trimmed();
}

} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setCheckable(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("chip"));
}

void FilterChip::setTerm(const explore::Query &only)
{
    m_isBin = only.inBin;
    if (!only.words.empty()) {
        const explore::Word &word = only.words.front();
        setWords(word.excluded, word.off, {}, word.phrase ? tr("“%1”").arg(word.text) : word.text);
    } else if (!only.conditions.empty()) {
        const explore::Condition &condition = only.conditions.front();
        setWords(condition.excluded, condition.off, fieldTitle(condition.field), fewValues(condition));
    } else if (!only.claims.empty()) {
        const explore::ClaimCondition &claim = only.claims.front();
        setWords(claim.excluded, claim.off, claim.share ? tr("%1, share").arg(claim.measure) : claim.measure, comparison(claim));
    } else if (!only.flags.empty()) {
        explore::Flag flag = only.flags.front();
        const bool excluded = std::exchange(flag.excluded, false);
        setWords(excluded, flag.off, {}, flagTitle(flag));
    } else {
        setWords(false, false, {}, tr("in the bin"));
    }
    // The whole of it, also where the chip shows a part.
    const bool isLong = !only.conditions.empty() && only.conditions.front().values.size() > kMostValues;
    setToolTip(plainToolTip(tr("%1\nClick: off or on. Double click: edit. Del: remove.")
                                .arg(isLong ? conditionTitle(only.conditions.front()) : accessibleName())));
}

void FilterChip::setWords(bool excluded, bool off, const QString &field, const QString &values)
{
    m_excluded = excluded;
    m_off = off;
    m_not = excluded ? tr("not") : QString();
    m_field = field;
    m_values = values;
    QStringList spoken{m_not, m_field, m_values};
    spoken.removeAll(QString());
    const QString name = spoken.join(QLatin1Char(' '));
    setChecked(!off);
    setAccessibleName(off ? tr("%1, off").arg(name) : name);
    setAccessibleDescription(m_isBin ? tr("Press, or Del, to leave the bin")
                                     : tr("Press to switch this filter off or on, Del removes it, Enter edits it"));
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
    return QRect(width() - kCross - 2, 0, kCross + 2, height());
}

bool FilterChip::hitButton(const QPoint &place) const
{
    return rect().contains(place) && !crossRect().contains(place);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removeAsked();
        return;
    case Qt::Key_F2:
    case Qt::Key_Enter:
    case Qt::Key_Return:
        emit editAsked(false);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChip::mousePressEvent(QMouseEvent *event)
{
    m_crossPressed = event->button() == Qt::LeftButton && crossRect().contains(event->pos());
    QAbstractButton::mousePressEvent(event);
}

void FilterChip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool removes = std::exchange(m_crossPressed, false) && crossRect().contains(event->pos());
    QAbstractButton::mouseReleaseEvent(event);
    if (removes)
        emit removeAsked();
}

void FilterChip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && hitButton(event->pos()))
        emit editAsked(true);
    else
        mousePressEvent(event); // chips removed quickly one after another move under the mouse
}

void FilterChip::mouseMoveEvent(QMouseEvent *event)
{
    const bool over = crossRect().contains(event->pos());
    if (std::exchange(m_overCross, over) != over)
        update();
    QAbstractButton::mouseMoveEvent(event);
}

void FilterChip::leaveEvent(QEvent *event)
{
    m_overCross = false;
    QAbstractButton::leaveEvent(event);
}

void FilterChip::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    if (!m_isBin) {
        menu.addAction(m_off ? tr("Switch &On") : tr("Switch &Off"), this, &QAbstractButton::click);
        menu.addAction(tr("&Edit"), this, [this] { emit editAsked(false); });
    }
    menu.addAction(tr("&Remove"), this, &FilterChip::removeAsked);
    menu.exec(event->globalPos());
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal round = height() / 2.0;
    if (m_off)
        drawBox(painter, rect(), round, Qt::transparent, themeColour(Token::LineStrong));
    else
        drawBox(painter, rect(), round, themeColour(m_excluded ? Token::BadTint : Token::Select), {});
    int x = kPadding;
    const auto put = [&](const QString &text, int weight, Token ink, int room) {
        if (text.isEmpty())
            return;
        QFont font = uiFont(12, weight);
        font.setStrikeOut(m_off);
        painter.setFont(font);
        painter.setPen(themeColour(m_off ? Token::Text2 : ink));
        drawElided(painter, QRect(x, 0, room, height()), text);
        x += widthOf(text, weight) + kGap;
    };
    put(m_not, 600, Token::Bad, width());
    // A long field leaves its values room.
    put(m_field, 400, Token::Text2, std::min(widthOf(m_field, 400) + 1, width() - kCross - x));
    put(m_values, 600, Token::Text, width() - kCross - x);
    const QRect cross(width() - kCross, 0, kCross - 3, height());
    if (m_overCross)
        drawBox(painter, QRectF(cross).adjusted(1, 3, -1, -3), 10, themeColour(Token::Raised), {});
    drawCross(painter, cross, themeColour(Token::Text2));
    if (hasFocus())
        drawFocusRing(painter, rect(), round);
}

} // namespace waic::ui
