// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/completion_list.h"

#include "ui/common/painting.h"

#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 26;
constexpr int kPadding = 12;
constexpr int kGap = 12;
constexpr int kLeastWidth = 280;
constexpr int kMostRows = 13;

enum Role { DetailRole = Qt::UserRole + 1, CountRole };

QString countText(const QModelIndex &index)
{
    const int count = index.data(CountRole).toInt();
    return count < 0 ? QString() : QLocale().toString(count);
}

/// Label, what it is, and at the right how many announcements.
class ProposalDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics label(uiFont(13)), small(uiFont(12));
        const QString detail = index.data(DetailRole).toString(), count = countText(index);
        int width = 2 * kPadding + label.horizontalAdvance(index.data().toString()) + 2;
        for (const QString &text : {detail, count})
            width += text.isEmpty() ? 0 : kGap + small.horizontalAdvance(text) + 2;
        return {width, kRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, themeColour(Token::Select));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, themeColour(Token::Raised));
        QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        if (const QString count = countText(index); !count.isEmpty()) {
            painter->setFont(uiFont(12));
            painter->setPen(themeColour(Token::Text2));
            painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, count);
            room.adjust(0, 0, -QFontMetrics(painter->font()).horizontalAdvance(count) - kGap, 0);
        }
        painter->setFont(uiFont(13));
        painter->setPen(themeColour(Token::Text));
        drawElided(*painter, room, index.data().toString());
        room.setLeft(room.left() + QFontMetrics(painter->font()).horizontalAdvance(index.data().toString()) + kGap);
        if (room.width() > kGap) {
            painter->setFont(uiFont(12));
            painter->setPen(themeColour(Token::Text3));
            drawElided(*painter, room, index.data(DetailRole).toString());
        }
        painter->restore();
    }
};

} // namespace

CompletionList::CompletionList(QWidget *window)
    : QListView(window)
    , m_rows(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("completions"));
    setAccessibleName(tr("Completions"));
    setProperty("popup", true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setItemDelegate(new ProposalDelegate(this));
    setModel(m_rows);
    hide();
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit picked(index.row()); });
}

void CompletionList::setProposals(std::vector<Proposal> proposals)
{
    if (proposals == m_proposals)
        return;
    m_proposals = std::move(proposals);
    m_rows->clear();
    for (int row = 0; row < int(m_proposals.size()); ++row) {
        const Proposal &proposal = m_proposals[std::size_t(row)];
        auto *item = new QStandardItem(proposal.label);
        item->setData(proposal.detail, DetailRole);
        item->setData(proposal.count, CountRole);
        item->setData(spoken(row), Qt::AccessibleTextRole);
        m_rows->appendRow(item);
    }
}

void CompletionList::showAt(const QPoint &corner, int most)
{
    const QWidget *window = parentWidget();
    const int height = std::min(kMostRows, m_rows->rowCount()) * kRowHeight + 2;
    int wanted = kLeastWidth;
    for (int row = 0; row < m_rows->rowCount(); ++row)
        wanted = std::max(wanted, sizeHintForIndex(m_rows->index(row, 0)).width() + 2);
    const int room = std::max(kRowHeight + 2, window->height() - corner.y());
    setGeometry(corner.x(), corner.y(), std::min(wanted, most), std::min(height, room));
    show();
    raise();
}

void CompletionList::move(int steps)
{
    const int rows = m_rows->rowCount();
    const int now = chosen() >= 0 ? chosen() : (steps > 0 ? -1 : rows);
    const int next = now + steps;
    setCurrentIndex(next < 0 || next >= rows ? QModelIndex() : m_rows->index(next, 0));
}

int CompletionList::chosen() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

QString CompletionList::spoken(int row) const
{
    const Proposal &proposal = m_proposals[std::size_t(row)];
    QStringList parts{proposal.label};
    if (!proposal.detail.isEmpty())
        parts << proposal.detail;
    if (proposal.count >= 0)
        parts << tr("%n announcement(s)", nullptr, proposal.count);
    return parts.join(QStringLiteral(", "));
}

} // namespace waic::ui
