// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_header.h"

#include "ui/common/painting.h"

#include <QPainter>

#include <algorithm>

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

void TableHeader::setSorted(const std::vector<SortedColumn> &sorted)
{
    if (m_sorted == sorted)
        return;
    m_sorted = sorted;
    viewport()->update();
}

int TableHeader::placeOf(int column) const
{
    const auto found = std::find_if(m_sorted.begin(), m_sorted.end(), [&](const auto &one) { return one.column == column; });
    return found == m_sorted.end() ? -1 : int(found - m_sorted.begin());
}

int TableHeader::markWidth(int place) const
{
    if (place < 0)
        return 0;
    return m_sorted.size() > 1 ? kChevron + QFontMetrics(uiFont(11, 600)).horizontalAdvance(QString::number(place + 1))
                               : kChevron;
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->save();
    painter->fillRect(rect, themeColour(Token::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), themeColour(Token::Line));
    const int place = placeOf(logicalIndex);
    const bool sorted = place >= 0;
    painter->setFont(font());
    painter->setPen(themeColour(sorted ? Token::Text : Token::Text2));
    QRect text = rect.adjusted(kPadding, 0, -kPadding, -1);
    const QString label = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const QVariant cells = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    const bool right = cells.isValid() && Qt::Alignment(cells.toInt()).testFlag(Qt::AlignRight);
    // The chevron may stand in the padding: no name is cut for it.
    const int mark = markWidth(place);
    const int room = sorted ? text.width() + kPadding - mark : text.width();
    const QString shown = QFontMetrics(font()).elidedText(label, Qt::ElideRight, room);
    const int width = QFontMetrics(font()).horizontalAdvance(shown);
    const int left = !right ? text.left() : sorted ? rect.right() - mark - width : text.right() + 1 - width;
    painter->drawText(
        QRect(left, text.top(), width + 2, text.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (sorted)
        paintMark(*painter, QRect(left + width + 2, text.top(), mark, text.height()), place);
    painter->restore();
}

void TableHeader::paintMark(QPainter &painter, const QRect &rect, int place) const
{
    const QColor ink = themeColour(Token::Accent);
    drawChevron(painter, QRectF(rect.left(), rect.top(), kChevron, rect.height()),
        m_sorted[std::size_t(place)].descending ? Qt::DownArrow : Qt::UpArrow, ink);
    if (m_sorted.size() == 1)
        return;
    painter.setFont(uiFont(11, 600));
    painter.setPen(ink);
    painter.drawText(
        rect.adjusted(kChevron - 2, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QString::number(place + 1));
}

} // namespace waic::ui
