// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/sources_view.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/preferences.h"
#include "ui/record/ink.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace waic::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kRowHeight = 70;

/// "English" for "en"; the code itself when no language has it.
QString languageName(const QString &code)
{
    const QLocale locale(code);
    return locale.language() == QLocale::C ? code : QLocale::languageToString(locale.language());
}

QString publisherOf(const catalogue::Source &source)
{
    return source.publisher.isEmpty() ? SourcesModel::tr("unknown publisher") : source.publisher;
}

QString factsOf(const catalogue::Source &source)
{
    QStringList facts;
    if (!source.language.isEmpty())
        facts << languageName(source.language);
    facts << (source.publishedOn.isEmpty() ? SourcesModel::tr("no date") : shownDate(source.publishedOn));
    if (!source.attributedTo.isEmpty())
        facts << SourcesModel::tr("quotes %1").arg(source.attributedTo);
    return facts.join(QStringLiteral(" · "));
}

QString figuresOf(const catalogue::RecordSource &source)
{
    if (source.figures == 0)
        return SourcesModel::tr("no figure");
    return source.figures == 1 ? SourcesModel::tr("1 figure") : SourcesModel::tr("%1 figures").arg(source.figures);
}

/// Where the title's letters stand in a row.
QRect titleRect(const QString &title, const QRect &row)
{
    const int width = std::min(textWidth(title, uiFont(13)), row.width() - 2 * kMargin);
    return {row.left() + kMargin, row.top() + 26, width, 18};
}

class SourceDelegate : public QStyledItemDelegate
{
public:
    SourceDelegate(const SourcesModel &model, const RecordList &list, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, kRowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const catalogue::RecordSource &used = m_model.source(index.row());
        const QRect row = option.rect;
        const QRect text = row.adjusted(kMargin, 0, -kMargin, 0);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(row.adjusted(0, 0, 0, -1), themeColour(Token::Select));
            if (option.state.testFlag(QStyle::State_HasFocus))
                drawFocusRing(*painter, QRectF(row).adjusted(2, 1, -2, -2), kBoxRadius);
        }
        painter->fillRect(QRect(text.left(), row.bottom(), text.width(), 1), themeColour(Token::Line));
        painter->setFont(uiFont(12));
        painter->setPen(themeColour(Token::Text3));
        const QString figures = figuresOf(used);
        const int width = textWidth(figures, painter->font());
        painter->drawText(
            QRect(text.right() + 1 - width, row.top() + 7, width, 18), Qt::AlignVCenter | Qt::TextSingleLine, figures);
        painter->setPen(themeColour(Token::Text2));
        drawElided(*painter, QRect(text.left(), row.top() + 45, text.width(), 17), factsOf(used.source));
        painter->setFont(uiFont(13, 600));
        painter->setPen(themeColour(Token::Text));
        drawElided(*painter, QRect(text.left(), row.top() + 7, text.width() - width - 8, 18), publisherOf(used.source));
        QFont font = uiFont(13);
        font.setUnderline(m_list.litLink(index).has_value());
        painter->setFont(font);
        painter->setPen(themeColour(used.source.url.isEmpty() ? Token::Text : Token::Accent));
        drawElided(*painter, titleRect(used.source.title, row), used.source.title);
        painter->restore();
    }

private:
    const SourcesModel &m_model;
    const RecordList &m_list;
};

} // namespace

void SourcesModel::setSources(std::vector<catalogue::RecordSource> sources)
{
    beginResetModel();
    m_sources = std::move(sources);
    endResetModel();
}

int SourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sources.size());
}

QVariant SourcesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const catalogue::RecordSource &used = source(index.row());
    if (role == Qt::DisplayRole)
        return tr("%1: %2").arg(publisherOf(used.source), used.source.title);
    if (role == Qt::AccessibleTextRole)
        return QStringList{publisherOf(used.source), used.source.title, factsOf(used.source), figuresOf(used)}.join(
            QStringLiteral(", "));
    if (role == Qt::ToolTipRole)
        return plainToolTip(
            QStringList{used.source.title, factsOf(used.source), used.source.url}.join(QLatin1Char('\n')).trimmed());
    return {};
}

SourcesView::SourcesView(QWidget *parent)
    : RecordList(parent)
    , m_model(new SourcesModel(this))
{
    setObjectName(QStringLiteral("sources"));
    setAccessibleName(tr("Sources"));
    setEmptyText(tr("No source is recorded for this announcement."));
    setUniformItemSizes(true);
    setModel(m_model);
    setItemDelegate(new SourceDelegate(*m_model, *this, this));
}

void SourcesView::showRecord(const catalogue::Record &record)
{
    const bool same = record.announcement.id == m_announcement;
    m_announcement = record.announcement.id;
    const catalogue::RowId current = same && currentIndex().isValid() ? m_model->source(currentIndex().row()).source.id : 0;
    const int place = same ? verticalScrollBar()->value() : 0;
    m_model->setSources(record.sources);
    for (int row = 0; current && row < m_model->rowCount(); ++row)
        if (m_model->source(row).source.id == current)
            selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::ClearAndSelect);
    doItemsLayout();
    verticalScrollBar()->setValue(place);
}

std::vector<RowLink> SourcesView::links(const QModelIndex &index, const QRect &rect) const
{
    const catalogue::Source &source = m_model->source(index.row()).source;
    if (source.url.isEmpty())
        return {};
    return {{RowLink::Kind::Open, titleRect(source.title, rect), source.title, source.url}};
}

void SourcesView::activateRow(const QModelIndex &index)
{
    if (const QString url = m_model->source(index.row()).source.url; !url.isEmpty())
        emit openRequested(url);
}

void SourcesView::fillMenu(QMenu &menu, const QModelIndex &index)
{
    const QString url = m_model->source(index.row()).source.url;
    const QString words = copyText(index);
    QAction *open = menu.addAction(tr("Open source"), this, [this, url] { emit openRequested(url); });
    open->setEnabled(!url.isEmpty());
    QAction *link = menu.addAction(tr("Copy link"), this, [url] { QApplication::clipboard()->setText(url); });
    link->setEnabled(!url.isEmpty());
    menu.addAction(tr("Copy publisher and title"), this, [words] { QApplication::clipboard()->setText(words); });
}

QString SourcesView::copyText(const QModelIndex &index) const
{
    return index.data().toString();
}

} // namespace waic::ui
