// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_row.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolTip>

namespace waic::ui {

namespace {

constexpr int kBox = 16;
constexpr int kBoxLeft = 12;
constexpr int kLabelLeft = 36;
constexpr int kRight = 16;
constexpr int kBar = 2;
constexpr int kGap = 8;
constexpr float kQuiet = 0.47f;

Qt::CheckState stateToCheck(FacetState state)
{
    return state == FacetState::Ticked ? Qt::Checked : state == FacetState::Excluded ? Qt::PartiallyChecked : Qt::Unchecked;
}

} // namespace

FacetRow::FacetRow(QWidget *parent)
    : QCheckBox(parent)
{
    setFocusPolicy(Qt::ClickFocus);
    connect(this, &QCheckBox::stateChanged, this, [this](int state) {
        if (m_setting)
            return;
        m_entry.state = state == Qt::Checked ? FacetState::Ticked
            : state == Qt::Unchecked         ? FacetState::Empty
                                             : FacetState::Excluded;
        emit asked(m_entry.state);
    });
}

void FacetRow::setEntry(const FacetEntry &entry, double share)
{
    if (entry == m_told && entry == m_entry && share == m_share && !text().isEmpty())
        return;
    const bool sameWords = entry.count == m_told.count && entry.state == m_told.state && !text().isEmpty();
    if (entry.label != m_told.label || text().isEmpty())
        setText(literal(entry.label));
    m_told = m_entry = entry;
    m_share = share;
    update();
    if (sameWords)
        return;
    const QString count = tr("%n announcement(s)", nullptr, entry.count);
    setAccessibleDescription(entry.state == FacetState::Excluded ? tr("%1, excluded").arg(count) : count);
    showState(entry.state);
}

void FacetRow::showState(FacetState state)
{
    const QScopedValueRollback setting(m_setting, true);
    setCheckState(stateToCheck(state));
}

QSize FacetRow::sizeHint() const
{
    return {180, kHeight};
}

bool FacetRow::hitButton(const QPoint &place) const
{
    return rect().contains(place);
}

void FacetRow::nextCheckState()
{
    const Qt::KeyboardModifiers keys = m_spaceWith.value_or(QApplication::keyboardModifiers());
    const bool exclude = keys & (Qt::AltModifier | Qt::ShiftModifier);
    const Qt::CheckState wanted = exclude ? Qt::PartiallyChecked : Qt::Checked;
    const bool clears = exclude ? checkState() == wanted : checkState() != Qt::Unchecked;
    setCheckState(clears ? Qt::Unchecked : wanted);
}

void FacetRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space) {
        QCheckBox::keyPressEvent(event);
        return;
    }
    if (event->isAutoRepeat())
        return;
    // At the press, as Shift may be let go before Space is.
    const QScopedValueRollback with(m_spaceWith, std::optional(event->modifiers()));
    click();
}

void FacetRow::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space)
        QCheckBox::keyReleaseEvent(event);
}

void FacetRow::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QString label = literal(m_entry.label);
    connect(menu.addAction(tr("&Only “%1”").arg(label)), &QAction::triggered, this, &FacetRow::onlyAsked);
    if (m_entry.state != FacetState::Excluded)
        connect(menu.addAction(tr("&Exclude “%1”").arg(label)), &QAction::triggered, this,
            [this] { setCheckState(Qt::PartiallyChecked); });
    if (m_entry.state != FacetState::Empty)
        connect(menu.addAction(tr("&Clear")), &QAction::triggered, this, [this] { setCheckState(Qt::Unchecked); });
    menu.exec(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(QPoint(kLabelLeft, height())) : event->globalPos());
}

QFont FacetRow::labelFont() const
{
    QFont font = uiFont(13, m_entry.state == FacetState::Ticked ? 600 : 400);
    font.setItalic(m_entry.isMissing());
    font.setStrikeOut(m_entry.state == FacetState::Excluded);
    return font;
}

QRect FacetRow::labelRect() const
{
    const int count = QFontMetrics(uiFont(12)).horizontalAdvance(QLocale().toString(m_entry.count));
    return QRect(kLabelLeft, 0, width() - kLabelLeft - kRight - count - kGap, height() - kBar);
}

bool FacetRow::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const bool cut = QFontMetrics(labelFont()).horizontalAdvance(m_entry.label) > labelRect().width();
        QToolTip::showText(help->globalPos(), cut ? plainToolTip(m_entry.label) : QString(), this);
        return true;
    }
    return QCheckBox::event(event);
}

void FacetRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int middle = (height() - kBar) / 2;
    if (underMouse())
        drawBox(painter, QRectF(rect()).adjusted(6, 0, -6, 0), kRadius, themeColour(Token::Raised), {});
    const BoxState box = m_entry.state == FacetState::Ticked ? BoxState::Ticked
        : m_entry.state == FacetState::Excluded              ? BoxState::Excluded
                                                             : BoxState::Empty;
    drawCheckBox(painter, QRectF(kBoxLeft, middle - kBox / 2, kBox, kBox), box);
    painter.setFont(labelFont());
    painter.setPen(themeColour(m_entry.state == FacetState::Excluded ? Token::Text3 : Token::Text));
    drawElided(painter, labelRect(), m_entry.label);
    painter.setFont(uiFont(12));
    painter.setPen(themeColour(Token::Text2));
    const QRect right(0, 0, width() - kRight, height() - kBar);
    painter.drawText(right, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(m_entry.count));
    QColor bar = themeColour(m_entry.state == FacetState::Ticked ? Token::Accent : Token::LineStrong);
    if (m_entry.state != FacetState::Ticked)
        bar.setAlphaF(kQuiet);
    const int longest = width() - kLabelLeft - kRight;
    if (m_entry.count > 0 && m_entry.state != FacetState::Excluded)
        painter.fillRect(QRect(kLabelLeft, height() - kBar - 1, std::max(2, int(longest * m_share + 0.5)), kBar), bar);
    if (hasFocus())
        drawFocusRing(painter, QRectF(rect()).adjusted(6, 0, -6, 0));
}

} // namespace waic::ui
