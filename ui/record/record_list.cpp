// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_list.h"

#include "ui/record/ink.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace waic::ui {

RecordList::RecordList(QWidget *parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

std::optional<RowLink> RecordList::litLink(const QModelIndex &index) const
{
    if (m_walked >= 0 && index == currentIndex() && hasFocus()) {
        const std::vector<RowLink> all = links(index, visualRect(index));
        if (m_walked < int(all.size()))
            return all[std::size_t(m_walked)];
    }
    return index == m_hoveredRow ? m_hovered : std::nullopt;
}

std::optional<RowLink> RecordList::linkAt(const QPoint &position, QModelIndex *row) const
{
    const QModelIndex index = indexAt(position);
    if (row)
        *row = index;
    if (index.isValid())
        for (const RowLink &link : links(index, visualRect(index)))
            if (link.rect.adjusted(0, -2, 0, 2).contains(position))
                return link;
    return std::nullopt;
}

void RecordList::copy(const QModelIndex &index) const
{
    QApplication::clipboard()->setText(copyText(index));
}

bool RecordList::walkLinks(int direction)
{
    if (!currentIndex().isValid())
        return false;
    const int count = int(links(currentIndex(), visualRect(currentIndex())).size());
    m_walked = std::clamp(m_walked + direction, -1, count - 1);
    viewport()->update();
    return true;
}

void RecordList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool onward = (event->key() == Qt::Key_Right) != isRightToLeft();
        if (event->modifiers() == Qt::NoModifier && walkLinks(onward ? 1 : -1))
            return;
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (current.isValid()) {
            const std::vector<RowLink> all = links(current, visualRect(current));
            if (event->key() != Qt::Key_F2 && m_walked >= 0 && m_walked < int(all.size()))
                activateLink(current, all[std::size_t(m_walked)]);
            else
                activateRow(current);
            return;
        }
        break;
    default:
        if (event->matches(QKeySequence::Copy) && current.isValid()) {
            copy(current);
            return;
        }
    }
    QListView::keyPressEvent(event);
}

void RecordList::activateLink(const QModelIndex &index, const RowLink &link)
{
    if (link.kind == RowLink::Kind::Open) {
        emit openRequested(link.url);
    } else if (link.kind == RowLink::Kind::Edit) {
        activateRow(index);
    } else {
        QMenu menu(this);
        fillMenu(menu, index);
        menu.exec(viewport()->mapToGlobal(link.rect.bottomLeft()));
    }
}

void RecordList::mouseMoveEvent(QMouseEvent *event)
{
    QModelIndex row;
    const std::optional<RowLink> link = linkAt(event->pos(), &row);
    if (row != m_hoveredRow || link.has_value() != m_hovered.has_value() || (link && !link->isSame(*m_hovered))) {
        m_hovered = link;
        m_hoveredRow = row;
        viewport()->update();
    }
    if (link)
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    QListView::mouseMoveEvent(event);
}

void RecordList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? linkAt(event->pos()) : std::nullopt;
    if (!m_pressed) // a click on a link leaves the current row as it is
        QListView::mousePressEvent(event);
}

void RecordList::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressed) {
        QListView::mouseReleaseEvent(event);
        return;
    }
    QModelIndex row;
    const std::optional<RowLink> link = linkAt(event->pos(), &row);
    const bool click = link && link->isSame(*m_pressed);
    m_pressed.reset();
    if (click)
        activateLink(row, *link);
}

void RecordList::mouseDoubleClickEvent(QMouseEvent *event)
{
    QModelIndex row;
    if (event->button() == Qt::LeftButton && !linkAt(event->pos(), &row) && row.isValid()
        && row.flags().testFlag(Qt::ItemIsSelectable))
        activateRow(row);
}

void RecordList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsSelectable))
        return;
    QMenu menu(this);
    fillMenu(menu, index);
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void RecordList::leaveEvent(QEvent *event)
{
    m_hovered.reset();
    m_hoveredRow = QModelIndex();
    viewport()->update();
    QListView::leaveEvent(event);
}

void RecordList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (currentIndex().isValid() || event->reason() == Qt::MouseFocusReason)
        return;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentIndex(index);
            return;
        }
    }
}

void RecordList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_walked = -1;
    QListView::currentChanged(current, previous);
}

void RecordList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!model() || model()->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(uiFont(13));
    painter.setPen(themeColour(Token::Text3));
    painter.drawText(
        viewport()->rect().adjusted(16, 24, -16, -16), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

} // namespace waic::ui
