// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_section.h"

#include "ui/common/icons.h"
#include "ui/common/link_button.h"
#include "ui/common/words.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_row.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kSearchable = 8; // values from which a search within helps
constexpr int kMostRows = 300; // widgets; the search finds the rest
constexpr int kMostToSelect = 60;
constexpr int kFooterHeight = 26;
constexpr int kBottom = 4;
constexpr int kLeft = 12;
constexpr int kLabelLeft = 36;
constexpr int kRight = 16;
constexpr int kSearchHeight = 28;

/// QHash takes a missing value and an empty one for the same.
QString rowKey(const QString &value)
{
    return value.isNull() ? QString() : QLatin1Char('=') + value;
}

QString settingsKey(const QString &field, const char *what)
{
    return QStringLiteral("facets/%1/%2").arg(field, QLatin1String(what));
}

FacetOrder usualOrder(const QString &field)
{
    return field == QLatin1String("edition") ? FacetOrder::ByYear : FacetOrder::ByCount;
}

FacetOrder otherOrder(const QString &field)
{
    return field == QLatin1String("edition") ? FacetOrder::ByCount : FacetOrder::ByName;
}

} // namespace

FacetSection::FacetSection(const QString &field, QWidget *parent)
    : QWidget(parent)
    , m_order(QSettings().value(settingsKey(field, "turned")).toBool() ? otherOrder(field) : usualOrder(field))
    , m_head(new FacetHead(fieldTitle(field), this))
    , m_magnifier(new QToolButton(this))
    , m_search(new QLineEdit(this))
    , m_more(new LinkButton({}, this))
    , m_orderLink(new LinkButton({}, this))
{
    m_counts.field = field;
    setObjectName(QStringLiteral("facet.") + field);
    setAccessibleName(fieldTitle(field));
    m_head->setChecked(!QSettings().value(settingsKey(field, "collapsed")).toBool());
    m_magnifier->setAutoRaise(true);
    setThemedIcon(m_magnifier, QStringLiteral("edit-find"));
    m_magnifier->setAccessibleName(tr("Search %1").arg(fieldTitle(field)));
    m_magnifier->setToolTip(tr("Search within; or type on a value"));
    m_search->setAccessibleName(tr("Search %1").arg(fieldTitle(field)));
    m_search->setPlaceholderText(tr("Search within"));
    m_search->hide();
    m_orderLink->setInk(Token::Text3);
    for (QWidget *part : QList<QWidget *>{m_head, m_magnifier, m_search, m_more, m_orderLink}) {
        part->setFocusPolicy(Qt::ClickFocus);
        part->installEventFilter(this);
    }
    connect(m_head, &QAbstractButton::toggled, this, &FacetSection::setExpanded);
    connect(m_magnifier, &QAbstractButton::clicked, this, [this] { m_search->isHidden() ? openSearch({}) : closeSearch(); });
    connect(m_search, &QLineEdit::textChanged, this, &FacetSection::arrange);
    connect(m_orderLink, &QAbstractButton::clicked, this, &FacetSection::toggleOrder);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        if (isSearching()) {
            QStringList values;
            for (const FacetEntry &entry : m_shown)
                values << entry.value;
            emit allAsked(m_counts.field, values);
            return;
        }
        m_all = !m_all;
        arrange();
    });
    setStop(m_head);
    arrange();
}

int FacetSection::limit() const
{
    return m_counts.field == QLatin1String("org") ? 8 : m_counts.field == QLatin1String("kind") ? 7 : 5;
}

bool FacetSection::isSearching() const
{
    return !m_search->isHidden() && !m_search->text().trimmed().isEmpty();
}

void FacetSection::setCounts(const explore::FacetCounts &counts, const explore::Query &query)
{
    m_counts = counts;
    m_query = query;
    rebuild();
}

void FacetSection::setQuery(const explore::Query &query)
{
    m_query = query;
    rebuild();
}

void FacetSection::clear()
{
    m_all = false;
    closeSearch();
    setStop(m_head);
    // A row may be the one whose signal led here.
    for (FacetRow *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    m_counts.values.clear();
    m_query = {};
    rebuild();
}

void FacetSection::rebuild()
{
    m_entries = orderedEntries(m_counts, m_query, m_order);
    updateHead();
    arrange();
}

void FacetSection::updateHead()
{
    const qsizetype ticked = m_query.values(m_counts.field).size(), excluded = m_query.values(m_counts.field, true).size();
    QStringList notes;
    if (ticked > 0)
        notes << tr("%n selected", nullptr, int(ticked));
    if (excluded > 0)
        notes << tr("%n excluded", nullptr, int(excluded));
    const bool expanded = m_head->isChecked();
    if (notes.isEmpty() && !expanded)
        m_head->setNote(QLocale().toString(qsizetype(m_entries.size())), false);
    else
        m_head->setNote(notes.join(QStringLiteral(", ")), true);
    const bool searchable = expanded && m_entries.size() > kSearchable;
    m_magnifier->setVisible(searchable);
    m_head->setRoomAtRight(searchable ? kRight + 28 : kRight);
}

FacetRow *FacetSection::rowFor(const FacetEntry &entry)
{
    FacetRow *&row = m_rows[rowKey(entry.value)];
    if (row)
        return row;
    row = new FacetRow(this);
    row->installEventFilter(this);
    // New widgets come last in the window's Tab order: this one belongs behind its head.
    setTabOrder(m_head, row);
    connect(row, &FacetRow::asked, this,
        [this, made = row](FacetState state) { emit stateAsked(m_counts.field, made->entry().value, state); });
    connect(row, &FacetRow::onlyAsked, this, [this, made = row] { emit onlyAsked(m_counts.field, made->entry().value); });
    return row;
}

void FacetSection::arrange()
{
    const bool expanded = m_head->isChecked();
    m_head->setGeometry(0, 0, width(), FacetHead::kHeight);
    m_magnifier->setGeometry(width() - kRight - 20, (FacetHead::kHeight - 28) / 2, 28, 28);
    m_magnifier->raise();
    int top = FacetHead::kHeight;
    if (expanded && !m_search->isHidden()) {
        m_search->setGeometry(kLeft, top, width() - kLeft - kRight, kSearchHeight);
        top += kSearchHeight + 4;
    }
    if (!expanded)
        m_shown.clear();
    else if (isSearching())
        m_shown = foundEntries(m_entries, m_search->text());
    else
        m_shown = m_all ? m_entries : firstEntries(m_entries, limit());
    if (m_shown.size() > kMostRows)
        m_shown.resize(kMostRows);
    top = arrangeRows(top);
    top = arrangeFooter(top);
    if (m_stop && m_stop->isHidden())
        setStop(m_head);
    const int height = top + (expanded ? kBottom : 0) + 1;
    if (height != this->height() || minimumHeight() != height)
        setFixedHeight(height);
    update();
}

int FacetSection::arrangeRows(int top)
{
    int largest = 1;
    for (const FacetEntry &entry : m_entries)
        largest = std::max(largest, entry.count);
    QSet<FacetRow *> used;
    for (const FacetEntry &entry : m_shown) {
        FacetRow *row = rowFor(entry);
        used.insert(row);
        row->setEntry(entry, double(entry.count) / largest);
        row->setGeometry(0, top, width(), FacetRow::kHeight);
        row->show();
        top += FacetRow::kHeight;
    }
    for (FacetRow *row : std::as_const(m_rows))
        if (!used.contains(row)) {
            if (row->hasFocus())
                m_head->setFocus(Qt::OtherFocusReason);
            row->hide();
        }
    return top;
}

int FacetSection::arrangeFooter(int top)
{
    const int total = int(m_entries.size()), shown = int(m_shown.size());
    const bool searching = isSearching();
    const bool expanded = m_head->isChecked();
    const bool canFold = m_all && total > limit() + 1;
    if (searching)
        m_more->setText(tr("Select all found"));
    else
        m_more->setText(canFold ? tr("Show fewer") : tr("Show all %1").arg(QLocale().toString(total)));
    m_more->setVisible(expanded && (searching ? shown > 1 && shown <= kMostToSelect : canFold || shown < total));
    if (searching || shown == kMostRows)
        m_orderLink->setText(tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(total)));
    else
        m_orderLink->setText(m_order == FacetOrder::ByYear ? tr("by year")
                : m_order == FacetOrder::ByName            ? tr("by name")
                                                           : tr("by count"));
    m_orderLink->setEnabled(!searching);
    m_orderLink->setToolTip(m_order == usualOrder(m_counts.field) ? tr("Order: change") : tr("Order: change back"));
    m_orderLink->setVisible(expanded && (searching || total > 3));
    if (m_more->isHidden() && m_orderLink->isHidden())
        return top;
    const QSize more = m_more->sizeHint(), order = m_orderLink->sizeHint();
    m_more->setGeometry(QRect(QPoint(kLabelLeft - 4, top + (kFooterHeight - more.height()) / 2), more));
    m_orderLink->setGeometry(
        QRect(QPoint(width() - kRight + 4 - order.width(), top + (kFooterHeight - order.height()) / 2), order));
    return top + kFooterHeight;
}

void FacetSection::setExpanded(bool expanded)
{
    QSettings().setValue(settingsKey(m_counts.field, "collapsed"), !expanded);
    if (!expanded && !m_search->isHidden())
        closeSearch();
    updateHead();
    arrange();
}

void FacetSection::toggleOrder()
{
    const bool turned = m_order == usualOrder(m_counts.field);
    m_order = turned ? otherOrder(m_counts.field) : usualOrder(m_counts.field);
    QSettings().setValue(settingsKey(m_counts.field, "turned"), turned);
    rebuild();
}

void FacetSection::openSearch(const QString &text)
{
    m_search->show();
    m_search->setText(text);
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->end(false);
    arrange();
}

void FacetSection::closeSearch()
{
    if (m_search->isHidden())
        return;
    const bool had = m_search->hasFocus();
    m_search->clear();
    m_search->hide();
    if (had)
        m_head->setFocus(Qt::OtherFocusReason);
    arrange();
}

void FacetSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        arrange();
}

void FacetSection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColour(Token::Line));
}

} // namespace waic::ui
