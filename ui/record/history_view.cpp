// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/history_view.h"

#include "ui/common/painting.h"
#include "ui/common/step_words.h"
#include "ui/common/words.h"
#include "ui/record/ink.h"

#include "catalogue/figure.h"

#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace waic::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kTextLeft = 36; ///< right of the line of time and its dots
constexpr int kTitleHeight = 20;
constexpr int kLineHeight = 18;
constexpr int kGap = 14;         ///< below a step
constexpr int kMostChanges = 12; ///< lines of one step; the rest as a count

QString nothing()
{
    return HistoryModel::tr("none");
}

QString wordsOf(const catalogue::CellChange &change)
{
    const QString field = change.about.isNull() ? change.field : change.about + QStringLiteral(", ") + change.field.toLower();
    return HistoryModel::tr("%1: %2 → %3")
        .arg(field, change.was.isEmpty() ? nothing() : change.was, change.is.isEmpty() ? nothing() : change.is);
}

int linesOf(const catalogue::RecordStep &step)
{
    return std::min(int(step.changes.size()), kMostChanges + 1);
}

/// Paints "Date  2025-07-26 → 2025-07-27"; what does not fit is shared by both values.
void drawChange(QPainter &painter, const QRect &line, const catalogue::CellChange &change)
{
    const QFont font = uiFont(12);
    QFont struck = font;
    struck.setStrikeOut(true);
    const auto one = [](QString text) { return text.replace(QLatin1Char('\n'), QLatin1Char(' ')); };
    const QString was = change.was.isEmpty() ? nothing() : one(change.was);
    const QString is = change.is.isEmpty() ? nothing() : one(change.is);
    const QString arrow = QStringLiteral(" → ");
    const QString field = (change.about.isNull() ? change.field : change.about + QStringLiteral(", ") + change.field.toLower())
        + QStringLiteral("  ");
    int x = line.left();
    const auto put = [&](const QString &text, int room, const QFont &in, Token ink) {
        const int width = std::min(textWidth(text, font), std::max(0, room));
        painter.setFont(in);
        painter.setPen(themeColour(ink));
        drawElided(painter, QRect(x, line.top(), width, line.height()), text);
        x += width;
    };
    const int values = textWidth(was + arrow + is, font);
    put(field, std::max(line.width() / 3, line.width() - values), font, Token::Text3);
    const int room = line.right() + 1 - x - textWidth(arrow, font);
    put(was, std::max(room / 2, room - textWidth(is, font)), change.was.isEmpty() ? font : struck, Token::Text3);
    put(arrow, room, font, Token::Text3);
    put(is, line.right() + 1 - x, font, change.is.isEmpty() ? Token::Text3 : Token::Text);
}

/// Where the words that take a step back stand: at the end of its first line of changes.
QRect linkRect(const QRect &row, bool first, const QString &words)
{
    const int width = textWidth(words, uiFont(12));
    const int top = row.top() + (first ? 10 : 0) + kTitleHeight + 1;
    return {row.right() + 1 - kMargin - width, top, width, kLineHeight};
}

class StepDelegate : public QStyledItemDelegate
{
public:
    StepDelegate(const HistoryModel &model, const HistoryView &view, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        // Room for the words that take it back, also where the contents are not known any more.
        const int lines = m_model.isOrigin(index.row()) ? 1 : std::max(1, linesOf(m_model.step(index.row())));
        return {0, (index.row() == 0 ? 10 : 0) + kTitleHeight + lines * kLineHeight + kGap};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const int row = index.row();
        const int top = option.rect.top() + (row == 0 ? 10 : 0);
        const QRect title(option.rect.left() + kTextLeft, top, option.rect.width() - kTextLeft - kMargin, kTitleHeight);
        if (option.state.testFlag(QStyle::State_HasFocus))
            drawFocusRing(
                *painter, QRectF(title.left() - 6, top - 2, title.width() + 12, option.rect.bottom() - top - 8), kBoxRadius);
        paintDot(*painter, option.rect, top + kTitleHeight / 2, row);
        const QString time = m_model.time(row);
        painter->setFont(uiFont(12));
        painter->setPen(themeColour(Token::Text3));
        const int width = textWidth(time, painter->font());
        painter->drawText(title, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, time);
        QFont font = uiFont(13, 600);
        font.setStrikeOut(m_model.isUndone(row));
        painter->setFont(font);
        painter->setPen(themeColour(m_model.isUndone(row) ? Token::Text3 : Token::Text));
        drawElided(*painter, title.adjusted(0, 0, -width - 8, 0), m_model.title(row));
        int linkWidth = 0;
        if (const std::vector<RowLink> links = m_view.linksOf(index, option.rect); !links.empty()) {
            paintLink(*painter, links.front(), index);
            linkWidth = links.front().rect.width() + 12;
        }
        paintLines(*painter, QRect(title.left(), title.bottom() + 1, title.width(), kLineHeight), row, linkWidth);
        painter->restore();
    }

private:
    void paintDot(QPainter &painter, const QRect &rect, int middle, int row) const
    {
        const int x = rect.left() + kMargin + 5;
        painter.setPen(QPen(themeColour(Token::Line), 1));
        const bool last = row == m_model.rowCount() - 1;
        painter.drawLine(QPointF(x + 0.5, row == 0 ? middle : rect.top()), QPointF(x + 0.5, last ? middle : rect.bottom() + 1));
        const bool newest = row == 0 && !m_model.isOrigin(row);
        drawBox(painter, QRectF(x - 4, middle - 4.5, 9, 9), 4.5, themeColour(newest ? Token::Accent : Token::Surface),
            themeColour(newest ? Token::Accent : Token::LineStrong), 1.5);
    }

    void paintLink(QPainter &painter, const RowLink &link, const QModelIndex &index) const
    {
        QFont font = uiFont(12);
        font.setUnderline(m_view.litLink(index).has_value());
        painter.setFont(font);
        painter.setPen(themeColour(Token::Accent));
        painter.drawText(link.rect, Qt::AlignVCenter | Qt::TextSingleLine, link.text);
    }

    /// linkWidth: what the first line leaves to the words that stand there.
    void paintLines(QPainter &painter, QRect line, int row, int linkWidth) const
    {
        painter.setFont(uiFont(12));
        painter.setPen(themeColour(Token::Text2));
        if (m_model.isOrigin(row)) {
            drawElided(painter, line, m_model.contents());
            return;
        }
        const std::vector<catalogue::CellChange> &changes = m_model.step(row).changes;
        for (int place = 0; place < int(changes.size()); ++place) {
            if (place == kMostChanges) {
                painter.setFont(uiFont(12));
                painter.setPen(themeColour(Token::Text3));
                drawElided(
                    painter, line, HistoryModel::tr("and %1 more").arg(catalogue::countText(qint64(changes.size()) - place)));
                return;
            }
            drawChange(painter, place == 0 ? line.adjusted(0, 0, -linkWidth, 0) : line, changes[std::size_t(place)]);
            line.translate(0, kLineHeight);
        }
    }

    const HistoryModel &m_model;
    const HistoryView &m_view;
};

} // namespace

void HistoryModel::setSteps(std::vector<catalogue::RecordStep> steps, const QString &origin, const QString &contents)
{
    beginResetModel();
    m_steps = std::move(steps);
    m_origin = origin;
    m_contents = contents;
    endResetModel();
}

QString HistoryModel::title(int row) const
{
    return isOrigin(row) ? m_origin : stepWords(step(row).kind, step(row).label);
}

QString HistoryModel::time(int row) const
{
    return isOrigin(row) ? QString() : stepTime(step(row).at);
}

bool HistoryModel::isUndone(int row) const
{
    return !isOrigin(row) && !step(row).standing && step(row).kind != QLatin1String("undo");
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size()) + (m_origin.isNull() ? 0 : 1);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QStringList lines{title(index.row())};
    if (isOrigin(index.row())) {
        lines << m_contents;
    } else {
        const catalogue::RecordStep &shown = step(index.row());
        const QString when = time(index.row());
        lines[0] += QStringLiteral(", ") + (shown.author.isEmpty() ? when : tr("%1 by %2").arg(when, shown.author));
        for (const catalogue::CellChange &change : shown.changes)
            lines << wordsOf(change);
    }
    const QString words = lines.join(QLatin1Char('\n'));
    return role == Qt::ToolTipRole ? plainToolTip(words) : words;
}

HistoryView::HistoryView(QWidget *parent)
    : RecordList(parent)
    , m_model(new HistoryModel(this))
{
    setObjectName(QStringLiteral("history"));
    setAccessibleName(tr("History"));
    setEmptyText(tr("Nothing has been changed yet."));
    setModel(m_model);
    setItemDelegate(new StepDelegate(*m_model, *this, this));
}

void HistoryView::showHistory(const catalogue::Record &record, std::vector<catalogue::RecordStep> steps)
{
    // Rows of the starter have its keys as uid; those made later have 32 hexadecimal digits and begin with a step of their own
    // unless another program added them.
    static const QRegularExpression made(QStringLiteral("^[0-9a-f]{32}$"));
    const bool added = std::any_of(steps.begin(), steps.end(), [](const catalogue::RecordStep &step) { return step.added; });
    const bool fromStarter = !made.match(record.announcement.uid).hasMatch();
    const QString origin = added ? QString() : fromStarter ? tr("Starter catalogue") : tr("Before the first recorded change");
    const auto counted = [](std::size_t count, const QString &one, const QString &many) {
        return count == 1 ? one : many.arg(catalogue::countText(qint64(count)));
    };
    const QString contents = tr("%1, %2").arg(counted(record.claims.size(), tr("1 figure"), tr("%1 figures")),
        counted(record.sources.size(), tr("1 source"), tr("%1 sources")));
    const bool same = record.announcement.id == m_announcement;
    m_announcement = record.announcement.id;
    const int place = same ? verticalScrollBar()->value() : 0;
    m_model->setSteps(std::move(steps), origin, contents);
    doItemsLayout();
    verticalScrollBar()->setValue(place);
}

std::vector<RowLink> HistoryView::links(const QModelIndex &index, const QRect &rect) const
{
    if (!m_writable || m_model->isOrigin(index.row()) || m_model->step(index.row()).takeBack == 0)
        return {};
    const QString words = m_model->isUndone(index.row()) ? tr("Take up again") : tr("Undo this step");
    return {{RowLink::Kind::Act, linkRect(rect, index.row() == 0, words), words, {}}};
}

void HistoryView::activateLink(const QModelIndex &index, const RowLink &link)
{
    if (link.kind != RowLink::Kind::Act) {
        RecordList::activateLink(index, link);
        return;
    }
    const catalogue::RecordStep step = m_model->step(index.row());
    emit takeBackAsked(step.takeBack, step.label);
}

void HistoryView::fillMenu(QMenu &menu, const QModelIndex &index)
{
    const int row = index.row();
    if (m_writable) {
        const catalogue::RecordStep step = m_model->isOrigin(row) ? catalogue::RecordStep() : m_model->step(row);
        if (step.takeBack)
            menu.addAction(m_model->isUndone(row) ? tr("&Take Up Again") : tr("&Undo This Step"), this,
                [this, step] { emit takeBackAsked(step.takeBack, step.label); });
        menu.addAction(tr("&Restore Record to This State"), this, [this, step] { emit restoreAsked(step.id); });
        for (const QString &column : step.columns)
            menu.addAction(
                tr("Restore %1 to This Value").arg(literal(catalogue::columnWords(QStringLiteral("announcement"), column))), this,
                [this, step, column] { emit restoreFieldAsked(step.id, column); });
        menu.addSeparator();
    }
    menu.addAction(tr("&Copy"), this, [this, row] { copy(m_model->index(row)); });
}

QString HistoryView::copyText(const QModelIndex &index) const
{
    return index.data().toString();
}

} // namespace waic::ui
