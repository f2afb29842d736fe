// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/cell_delegate.h"

#include "ui/common/icons.h"
#include "ui/common/note_bubble.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/table/announcement_model.h"
#include "ui/table/columns.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kPadding = 8;
constexpr int kGap = 6;
constexpr int kStar = 16;
constexpr int kEditedBar = 3;
constexpr int kNarrowTitle = 300;

QFont cellFont()
{
    return uiFont(13);
}

QFont smallFont()
{
    return uiFont(12);
}

QString moreText(int more)
{
    return more > 0 ? QStringLiteral("+%1").arg(more) : QString();
}

/// What stands at the right end of a title.
struct Mark
{
    QString pill;
    bool tick = false;

    int width() const { return !pill.isEmpty() ? pillWidth(pill) : tick ? kStar : 0; }
};

Mark markOf(const QModelIndex &index)
{
    const QString verification = index.data(AnnouncementModel::VerificationRole).toString();
    if (verification == QLatin1String("disputed"))
        return {CellDelegate::tr("disputed"), false};
    if (verification == QLatin1String("retracted"))
        return {CellDelegate::tr("retracted"), false};
    return {{}, verification == QLatin1String("confirmed")};
}

/// In a narrow title one word has to do.
QString heldWords(int width)
{
    return width < kNarrowTitle ? CellDelegate::tr("outside") : CellDelegate::tr("outside the filter");
}

void drawTick(QPainter &painter, int right, int middle)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColour(Token::Ok), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal x = right - kStar + 2, y = middle;
    painter.drawPolyline(QPolygonF{QPointF(x, y), QPointF(x + 4, y + 4), QPointF(x + 11, y - 4)});
    painter.restore();
}

/// Dates, kinds and the like are quieter than what a row says.
Token inkOf(int column)
{
    switch (column) {
    case TitleColumn:
    case OrganisationColumn:
    case FiguresColumn:
    case SourcesColumn:
    case SummaryColumn:
    case NotesColumn:
        return Token::Text;
    default:
        return Token::Text2;
    }
}

void drawStar(QPainter &painter, const QRect &cell, bool filled)
{
    const QPixmap star = starPixmap(filled, painter.device()->devicePixelRatioF());
    painter.drawPixmap(QPointF(cell.x() + (cell.width() - kStar) / 2.0, cell.y() + (cell.height() - 1 - kStar) / 2.0), star);
}

} // namespace

QRect cellTextRect(const QRect &cell)
{
    return cell.adjusted(kPadding, 0, -kPadding, -1);
}

CellDelegate::CellDelegate(Suggestions suggestions, QAbstractItemView *view)
    : QStyledItemDelegate(view)
    , m_suggestions(std::move(suggestions))
    , m_view(view)
    , m_bubble(new NoteBubble(view))
{
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int text = QFontMetrics(cellFont()).horizontalAdvance(index.data().toString());
    return {text + 2 * kPadding, kRowHeight};
}

void CellDelegate::setQuery(const explore::Query &query)
{
    m_sought.clear();
    for (const auto &[column, field] : {std::pair(int(TitleColumn), u"title"), {OrganisationColumn, u"org"},
             {SummaryColumn, u"summary"}, {NotesColumn, u"notes"}})
        if (std::vector<Sought> sought = soughtIn(query, field); !sought.empty())
            m_sought.insert(column, std::move(sought));
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool held = index.data(AnnouncementModel::HeldRole).toBool();
    painter->fillRect(option.rect, themeColour(selected ? Token::Select : held ? Token::WarnTint : Token::Surface));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), themeColour(Token::Line));
    painter->setFont(cellFont());
    painter->setPen(themeColour(inkOf(index.column())));
    if (index.data(AnnouncementModel::LoadingRole).toBool())
        paintLoading(*painter, cellTextRect(option.rect), index);
    else
        paintCell(*painter, option.rect, index);
    QRectF ring = QRectF(option.rect).adjusted(0, 0, 0, -1);
    if (!index.data(AnnouncementModel::RefusedRole).toString().isEmpty()) {
        drawBox(*painter, ring, kBoxRadius, Qt::transparent, themeColour(Token::Bad), 2);
        ring.adjust(2, 2, -2, -2);
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(*painter, ring, kBoxRadius);
    painter->restore();
}

void CellDelegate::paintCell(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const QRect text = cellTextRect(cell);
    const int column = index.column();
    const bool missing = index.data(AnnouncementModel::MissingRole).toBool();
    if (column == StarColumn) {
        drawStar(painter, cell, index.data(AnnouncementModel::StarredRole).toBool());
        if (index.data(AnnouncementModel::EditedRole).toBool())
            painter.fillRect(QRect(cell.topLeft(), QSize(kEditedBar, cell.height() - 1)), themeColour(Token::Accent));
    } else if (column == TitleColumn) {
        paintTitle(painter, text, index);
    } else if (column == OrganisationColumn && !missing) {
        paintOrganisation(painter, text, index);
    } else if (m_sought.contains(column) && !missing) {
        const QString shown = QFontMetrics(painter.font()).elidedText(index.data().toString(), Qt::ElideRight, text.width());
        paintMatches(painter, text, shown, column);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    } else {
        if (missing)
            painter.setPen(themeColour(Token::Text3));
        drawElided(painter, text, index.data().toString(), index.data(Qt::TextAlignmentRole).toInt());
    }
}

/// A quiet bar where the text is going to stand.
void CellDelegate::paintLoading(QPainter &painter, const QRect &text, const QModelIndex &index) const
{
    if (index.column() == StarColumn)
        return;
    // Of different lengths, as texts are; the same for a row each time.
    const int percent = index.column() == TitleColumn ? 45 + index.row() * 37 % 40 : 70;
    QRectF bar(text.x(), text.center().y() - 3, text.width() * percent / 100.0, 8);
    if (Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight))
        bar.moveRight(text.right() + 1);
    drawBox(painter, bar, 4, themeColour(Token::Raised), {});
}

void CellDelegate::paintTitle(QPainter &painter, QRect text, const QModelIndex &index) const
{
    paintHeld(painter, text, index);
    const Mark mark = markOf(index);
    if (!mark.pill.isEmpty())
        drawPill(painter, text.right() + 1, text.center().y(), mark.pill, Token::Bad, Token::BadTint);
    else if (mark.tick)
        drawTick(painter, text.right() + 1, text.center().y());
    if (mark.width() > 0)
        text.setRight(text.right() - mark.width() - kGap);
    if (index.data(AnnouncementModel::VerificationRole).toString() == QLatin1String("retracted")) {
        QFont struck = cellFont();
        struck.setStrikeOut(true);
        painter.setFont(struck);
        painter.setPen(themeColour(Token::Text3));
    }
    const QString shown = QFontMetrics(painter.font()).elidedText(index.data().toString(), Qt::ElideRight, text.width());
    paintMatches(painter, text, shown, TitleColumn);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void CellDelegate::paintHeld(QPainter &painter, QRect &text, const QModelIndex &index) const
{
    if (!index.data(AnnouncementModel::HeldRole).toBool())
        return;
    drawPill(painter, text.right() + 1, text.center().y(), heldWords(text.width()), Token::Warn, Token::Surface);
    text.setRight(text.right() - pillWidth(heldWords(text.width())) - kGap);
}

void CellDelegate::paintMatches(QPainter &painter, const QRect &text, const QString &shown, int column) const
{
    const auto sought = m_sought.constFind(column);
    if (sought == m_sought.constEnd())
        return;
    drawMatches(painter, text, shown, *sought);
}

void CellDelegate::paintOrganisation(QPainter &painter, QRect text, const QModelIndex &index) const
{
    const QString more = moreText(index.data(AnnouncementModel::MoreRole).toInt());
    const int moreWidth = more.isEmpty() ? 0 : QFontMetrics(smallFont()).horizontalAdvance(more) + kGap;
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width() - moreWidth);
    paintMatches(painter, text, shown, OrganisationColumn);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (more.isEmpty())
        return;
    text.setLeft(text.left() + metrics.horizontalAdvance(shown) + kGap);
    painter.setFont(smallFont());
    painter.setPen(themeColour(Token::Text3));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, more);
}

bool CellDelegate::isCut(const QModelIndex &index, const QRect &cell) const
{
    int room = cellTextRect(cell).width();
    if (index.column() == TitleColumn && index.data(AnnouncementModel::HeldRole).toBool())
        room -= pillWidth(heldWords(room)) + kGap;
    if (index.column() == TitleColumn && markOf(index).width() > 0)
        room -= markOf(index).width() + kGap;
    const QString full = index.data(AnnouncementModel::FullTextRole).toString();
    return full.contains(QLatin1Char('\n')) || QFontMetrics(cellFont()).horizontalAdvance(index.data().toString()) > room;
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString why = index.data(AnnouncementModel::RefusedRole).toString();
    if (!why.isEmpty())
        QToolTip::showText(event->globalPos(), plainToolTip(tr("Not saved: %1").arg(why)), view->viewport(), option.rect);
    else if (index.isValid() && isCut(index, option.rect))
        QToolTip::showText(event->globalPos(), plainToolTip(index.data(AnnouncementModel::FullTextRole).toString()),
            view->viewport(), option.rect);
    else
        QToolTip::hideText();
    return true;
}

bool CellDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (index.column() != StarColumn)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton
        && static_cast<QMouseEvent *>(event)->modifiers() == Qt::NoModifier) {
        emit starClicked(index);
        return true;
    }
    return false;
}

} // namespace waic::ui
