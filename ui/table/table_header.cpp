// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_header.h"

#include "ui/common/painting.h"

#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kHeight = 30;
constexpr int kPadding = 8;
constexpr int kChevron = 16;

} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setFont(uiFont(12, 600));
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(28);
    setTextElideMode(Qt::ElideRight);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), kHeight};
}

void TableHeader::setSorted(int column, bool descending)
{
    if (m_sorted == column && m_descending == descending)
        return;
    m_sorted = column;
    m_descending = descending;
    viewport()->update();
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, themeColour(Token::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), themeColour(Token::Line));
    const bool sorted = logicalIndex == m_sorted;
    painter->setFont(font());
    painter->setPen(themeColour(sorted ? Token::Text : Token::Text2));
    QRect text = rect.adjusted(kPadding, 0, -kPadding, -1);
    const QString label = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const QVariant cells = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    const bool right = cells.isValid() && Qt::Alignment(cells.toInt()).testFlag(Qt::AlignRight);
    // The chevron may stand in the padding: no name is cut for it.
    const int room = sorted ? text.width() + kPadding - kChevron : text.width();
    const QString shown = QFontMetrics(font()).elidedText(label, Qt::ElideRight, room);
    const int width = QFontMetrics(font()).horizontalAdvance(shown);
    const int left = !right ? text.left() : sorted ? rect.right() - kChevron - width : text.right() + 1 - width;
    painter->drawText(
        QRect(left, text.top(), width + 2, text.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (sorted)
        drawChevron(*painter, QRectF(left + width + 2, text.top(), kChevron, text.height()),
            m_descending ? Qt::DownArrow : Qt::UpArrow, themeColour(Token::Accent));
    painter->restore();
}

} // namespace waic::ui
