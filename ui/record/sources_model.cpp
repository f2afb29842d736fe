// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/sources_model.h"

#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/preferences.h"
#include "ui/record/ink.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kFactsTop = 45;
constexpr int kDraftHeight = 32; ///< above the editor of a source that is not stored yet

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

} // namespace

void SourcesModel::setSources(std::vector<catalogue::RecordSource> sources)
{
    beginResetModel();
    m_sources = std::move(sources);
    addDraft();
    endResetModel();
}

void SourcesModel::setDraft(catalogue::RowId source)
{
    beginResetModel();
    if (m_draft)
        std::erase_if(m_sources, [this](const catalogue::RecordSource &one) { return one.source.id == m_draft; });
    m_draft = source;
    addDraft();
    endResetModel();
}

void SourcesModel::addDraft()
{
    if (!m_draft)
        return;
    catalogue::RecordSource draft;
    draft.source.id = m_draft;
    m_sources.push_back(draft);
}

int SourcesModel::rowOf(catalogue::RowId source) const
{
    const auto found = std::find_if(
        m_sources.begin(), m_sources.end(), [&](const catalogue::RecordSource &one) { return one.source.id == source; });
    return found == m_sources.end() ? -1 : int(found - m_sources.begin());
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
    if (isDraft(index.row()))
        return role == Qt::DisplayRole ? tr("New source") : QVariant();
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

SourceDelegate::SourceDelegate(const SourcesModel &model, const RecordList &list, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_list(list)
{
}

void SourceDelegate::setEditor(catalogue::RowId source, int height)
{
    m_edited = source;
    m_editorHeight = height;
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int editor = m_edited && m_model.source(index.row()).source.id == m_edited ? m_editorHeight : 0;
    return {0, heightAbove(index) + editor};
}

int SourceDelegate::heightAbove(const QModelIndex &index) const
{
    return m_model.isDraft(index.row()) ? kDraftHeight : kRowHeight;
}

std::vector<RowLink> SourceDelegate::links(const QModelIndex &index, const QRect &rect) const
{
    std::vector<RowLink> links;
    const catalogue::Source &source = m_model.source(index.row()).source;
    if (m_model.isDraft(index.row()))
        return links;
    if (!source.url.isEmpty())
        links.push_back({RowLink::Kind::Open, titleRect(source.title, rect), source.title, source.url});
    if (m_writable && index == m_list.currentIndex() && source.id != m_edited) {
        const QString words = SourcesModel::tr("Edit");
        const int width = textWidth(words, uiFont(12));
        links.push_back(
            {RowLink::Kind::Edit, QRect(rect.right() + 1 - kMargin - width, rect.top() + kFactsTop, width, 17), words, {}});
    }
    return links;
}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const catalogue::RecordSource &used = m_model.source(index.row());
    const bool isDraft = m_model.isDraft(index.row());
    const QRect row(option.rect.left(), option.rect.top(), option.rect.width(), heightAbove(index));
    QRect text = row.adjusted(kMargin, 0, -kMargin, 0);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected) && !isDraft) {
        painter->fillRect(row.adjusted(0, 0, 0, -1), themeColour(Token::Select));
        if (option.state.testFlag(QStyle::State_HasFocus))
            drawFocusRing(*painter, QRectF(row).adjusted(2, 1, -2, -2), kBoxRadius);
    }
    painter->fillRect(QRect(text.left(), option.rect.bottom(), text.width(), 1), themeColour(Token::Line));
    if (isDraft) {
        painter->setFont(uiFont(12, 600));
        painter->setPen(themeColour(Token::Text2));
        drawElided(*painter, text, SourcesModel::tr("New source"));
        painter->restore();
        return;
    }
    painter->setFont(uiFont(12));
    painter->setPen(themeColour(Token::Text3));
    const QString figures = figuresOf(used);
    const int width = textWidth(figures, painter->font());
    painter->drawText(QRect(text.right() + 1 - width, row.top() + 7, width, 18), Qt::AlignVCenter | Qt::TextSingleLine, figures);
    const std::optional<RowLink> lit = m_list.litLink(index);
    for (const RowLink &link : links(index, option.rect)) {
        if (link.kind != RowLink::Kind::Edit)
            continue;
        QFont font = uiFont(12);
        font.setUnderline(lit && lit->isSame(link));
        painter->setFont(font);
        painter->setPen(themeColour(Token::Accent));
        painter->drawText(link.rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, link.text);
        text.setRight(link.rect.left() - 8);
    }
    painter->setFont(uiFont(12));
    painter->setPen(themeColour(Token::Text2));
    drawElided(*painter, QRect(text.left(), row.top() + kFactsTop, text.width(), 17), factsOf(used.source));
    text.setRight(row.right() - kMargin);
    painter->setFont(uiFont(13, 600));
    painter->setPen(themeColour(Token::Text));
    drawElided(*painter, QRect(text.left(), row.top() + 7, text.width() - width - 8, 18), publisherOf(used.source));
    QFont font = uiFont(13);
    font.setUnderline(lit && lit->kind == RowLink::Kind::Open);
    painter->setFont(font);
    painter->setPen(themeColour(used.source.url.isEmpty() ? Token::Text : Token::Accent));
    drawElided(*painter, titleRect(used.source.title, row), used.source.title);
    painter->restore();
}

} // namespace waic::ui
