// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/figure_delegate.h"

#include "ui/common/painting.h"
#include "ui/record/ink.h"

#include "catalogue/figure.h"

#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kHeadHeight = 32;
constexpr int kGroupGap = 7;  ///< after the last row of a measure, its hairline included
constexpr int kFirstGap = 10; ///< above the first head
constexpr int kLeastSubject = 64;
constexpr int kLeastUnit = 24;
constexpr int kGap = 8;
constexpr int kFirstTop = 4;
constexpr int kFirstHeight = 20;
constexpr int kSecondTop = 23;
constexpr int kSecondHeight = 18;

const QString kDot = QStringLiteral(" · ");
const QString kComma = QStringLiteral(", ");

/// Source names from `left` on as far as they fit before `right`; the rest as "+3".
void placeSources(FigureLayout &layout, const FigureRow &figure, int left, int right, int top, int height)
{
    const QFont font = uiFont(12);
    const int count = int(figure.sources.size());
    int x = left;
    for (int place = 0; place < count; ++place) {
        const FigureSource &source = figure.sources[std::size_t(place)];
        const int before = place ? textWidth(kComma, font) : 0;
        const QString rest = QStringLiteral("+%1").arg(count - place - 1);
        const int after = place + 1 < count ? textWidth(QStringLiteral(" ") + rest, font) : 0;
        const int width = textWidth(source.name, font);
        if (x + before + width + after > right && place > 0)
            break;
        const int room = std::max(0, right - x - before - after);
        layout.links.push_back(
            {RowLink::Kind::Open, QRect(x + before, top, std::min(width, room), height), source.name, source.url});
        x += before + std::min(width, room);
    }
    const int hidden = count - int(layout.links.size());
    if (hidden > 0) {
        const QString more = QStringLiteral("+%1").arg(hidden);
        const int space = textWidth(QStringLiteral(" "), font);
        layout.links.push_back({RowLink::Kind::More, QRect(x + space, top, textWidth(more, font), height), more, {}});
    }
}

/// Subject, value and unit; the value is never cut while the subject can still give way.
void placeFirstLine(FigureLayout &layout, const FigureRow &figure)
{
    const int left = layout.row.left() + kMargin;
    const int right = layout.row.right() + 1 - kMargin;
    const auto place
        = [top = layout.row.top() + kFirstTop](int from, int width) { return QRect(from, top, width, kFirstHeight); };
    const int unitWanted = textWidth(figure.claim.unit, uiFont(12));
    const int valueWidth = textWidth(catalogue::figureText(figure.claim), uiFont(13, 600));
    const int unitRoom = right - left - kLeastSubject - valueWidth - 2 * kGap;
    const int unitWidth = std::clamp(unitRoom, std::min(unitWanted, kLeastUnit), unitWanted);
    layout.unit = place(right - unitWidth, unitWidth);
    const int valueRight = unitWidth ? layout.unit.left() - 6 : right;
    const int valueLeft = std::max(left, valueRight - valueWidth);
    layout.value = place(valueLeft, valueRight - valueLeft);
    layout.subject = place(left, std::max(0, valueLeft - kGap - left));
}

/// Note and sources at the left, Edit and share at the right; where it is tight the note takes half and the sources the rest.
void placeSecondLine(FigureLayout &layout, const FigureRow &figure, bool withEdit)
{
    const QFont font = uiFont(12);
    int left = layout.row.left() + kMargin;
    int right = layout.row.right() + 1 - kMargin;
    const int top = layout.row.top() + kSecondTop;
    const auto fromRight = [&](const QString &text) {
        const int width = textWidth(text, font);
        const QRect place(right - width, top, width, kSecondHeight);
        right -= width + kGap;
        return place;
    };
    if (const std::optional<double> part = catalogue::share(figure.claim)) {
        layout.shareText = catalogue::percentText(*part);
        layout.share = fromRight(layout.shareText);
    }
    RowLink edit{RowLink::Kind::Edit, {}, FiguresModel::tr("Edit"), {}};
    if (withEdit)
        edit.rect = fromRight(edit.text);
    int sources = figure.sources.empty() ? textWidth(FiguresModel::tr("none"), font) : 0;
    for (const FigureSource &source : figure.sources)
        sources += textWidth(source.name + QStringLiteral(", "), font);
    if (!figure.note.isEmpty()) {
        layout.noteText = figure.note;
        const int dot = textWidth(kDot, font);
        const int room = right - left - dot;
        const int width = std::min(textWidth(figure.note, font), std::max(room / 2, room - sources));
        layout.note = QRect(left, top, width, kSecondHeight);
        left += width + dot;
    }
    if (figure.sources.empty())
        layout.none = QRect(left, top, std::min(sources, right - left), kSecondHeight);
    placeSources(layout, figure, left, right, top, kSecondHeight);
    if (withEdit)
        layout.links.push_back(edit);
}

/// A mark between two texts of the second line.
void drawAfter(QPainter &painter, const QRect &text, const QString &mark)
{
    painter.setPen(themeColour(Token::Text3));
    painter.drawText(QRect(text.right() + 1, text.top(), 24, text.height()), Qt::AlignLeft | Qt::AlignVCenter, mark);
}

void paintLinks(QPainter &painter, const FigureLayout &layout, const std::optional<RowLink> &lit)
{
    for (std::size_t place = 0; place < layout.links.size(); ++place) {
        const RowLink &link = layout.links[place];
        painter.setFont(uiFont(12));
        if (place > 0 && link.kind == RowLink::Kind::Open)
            drawAfter(painter, layout.links[place - 1].rect, kComma);
        QFont font = uiFont(12);
        font.setUnderline(lit && lit->isSame(link));
        painter.setFont(font);
        const bool opens = link.kind != RowLink::Kind::Open || !link.url.isEmpty();
        painter.setPen(themeColour(opens ? Token::Accent : Token::Text2));
        drawElided(painter, link.rect, link.text);
    }
}

} // namespace

FigureLayout figureLayout(const FigureRow &figure, const QRect &rect, bool withEdit)
{
    FigureLayout layout;
    layout.row = QRect(rect.left(), rect.top(), rect.width(), FigureDelegate::kRowHeight);
    placeFirstLine(layout, figure);
    placeSecondLine(layout, figure, withEdit);
    return layout;
}

FigureDelegate::FigureDelegate(const FiguresModel &model, const RecordList &list, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_list(list)
{
}

void FigureDelegate::setEditor(catalogue::RowId claim, int height)
{
    m_edited = claim;
    m_editorHeight = height;
}

bool FigureDelegate::offersEdit(const QModelIndex &index) const
{
    return m_writable && index == m_list.currentIndex() && m_model.row(index.row()).claim.id != m_edited;
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const FigureRow &figure = m_model.row(index.row());
    if (figure.isHead)
        return {0, kHeadHeight + (figure.isFirst ? kFirstGap : 0)};
    const int editor = m_edited && figure.claim.id == m_edited ? m_editorHeight : 0;
    if (figure.isDraft)
        return {0, editor};
    return {0, kRowHeight + editor + (figure.endsGroup ? kGroupGap : 0)};
}

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FigureRow &figure = m_model.row(index.row());
    if (figure.isDraft)
        return; // its editor stands there
    painter->save();
    if (figure.isHead)
        paintHead(*painter, option.rect, figure);
    else
        paintClaim(*painter, option, index);
    painter->restore();
}

void FigureDelegate::paintHead(QPainter &painter, const QRect &rect, const FigureRow &figure) const
{
    const QRect line(rect.left() + kMargin, rect.bottom() + 1 - kHeadHeight + 2, rect.width() - 2 * kMargin, kHeadHeight - 2);
    const QFont font = uiFont(12, 600);
    const int wanted = textWidth(figure.measure, font);
    const int width = figure.note.isEmpty() ? line.width() : std::min(wanted, line.width() * 2 / 3);
    painter.setFont(font);
    painter.setPen(themeColour(Token::Text2));
    drawElided(painter, QRect(line.left(), line.top(), width, line.height()), figure.measure);
    painter.setFont(uiFont(12));
    painter.setPen(themeColour(Token::Text3));
    drawElided(painter, line.adjusted(width + kGap, 0, 0, 0), figure.note);
}

void FigureDelegate::paintClaim(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FigureRow &figure = m_model.row(index.row());
    const FigureLayout layout = figureLayout(figure, option.rect, offersEdit(index));
    const bool current = option.state.testFlag(QStyle::State_Selected);
    if (current) {
        painter.fillRect(layout.row, themeColour(Token::Select));
        if (option.state.testFlag(QStyle::State_HasFocus))
            drawFocusRing(painter, QRectF(layout.row).adjusted(2, 1, -2, -1), kBoxRadius);
    }
    if (figure.endsGroup)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), themeColour(Token::Line));
    painter.setFont(uiFont(13));
    painter.setPen(themeColour(Token::Text));
    drawElided(painter, layout.subject, figure.claim.subject);
    painter.setFont(uiFont(13, 600));
    drawElided(painter, layout.value, catalogue::figureText(figure.claim), Qt::AlignRight | Qt::AlignVCenter);
    painter.setFont(uiFont(12));
    painter.setPen(themeColour(Token::Text2));
    drawElided(painter, layout.unit, figure.claim.unit);
    painter.setPen(themeColour(Token::Text3));
    painter.drawText(layout.share, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, layout.shareText);
    drawElided(painter, layout.note, layout.noteText);
    if (!layout.noteText.isEmpty())
        drawAfter(painter, layout.note, kDot);
    if (figure.sources.empty()) {
        painter.setPen(themeColour(Token::Bad));
        drawElided(painter, layout.none, tr("none"));
    }
    paintLinks(painter, layout, m_list.litLink(index));
}

} // namespace waic::ui
