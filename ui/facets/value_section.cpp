// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/value_section.h"

#include "ui/common/icons.h"
#include "ui/common/link_button.h"
#include "ui/common/words.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_row.h"

#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kSearchable = 8; // values from which a search within helps
constexpr int kAllRows = 40;   // a list up to here has a row for every value, in sight or not
constexpr int kMargin = 4;     // rows beyond what can be seen, ready for the next scroll step
constexpr int kPrepared = 200; // titles folded at a time, some 1 ms
constexpr int kMostToSelect = 60;
constexpr int kFooterHeight = 26;
constexpr int kLeft = 12;
constexpr int kLabelLeft = 36;
constexpr int kRight = 16;
constexpr int kSearchHeight = 28;

bool isByYear(const QString &field)
{
    return field == QLatin1String("edition") || field == QLatin1String("year");
}

FacetOrder usualOrder(const QString &field)
{
    return isByYear(field) ? FacetOrder::ByYear : FacetOrder::ByCount;
}

FacetOrder otherOrder(const QString &field)
{
    return isByYear(field) ? FacetOrder::ByCount : FacetOrder::ByName;
}

} // namespace

ValueSection::ValueSection(const QString &field, QWidget *parent)
    : FacetSection(field, parent)
    , m_list(field)
    , m_magnifier(new QToolButton(this))
    , m_search(new QLineEdit(this))
    , m_more(new LinkButton({}, this))
    , m_orderLink(new LinkButton({}, this))
{
    m_list.setOrder(QSettings().value(settingsKey(field, "turned")).toBool() ? otherOrder(field) : usualOrder(field));
    m_list.setLimit(limit());
    makeParts();
    connect(&m_preparing, &QTimer::timeout, this, [this] {
        if (!m_list.prepare(kPrepared))
            m_preparing.stop();
    });
    setStop(head());
    arrange();
}

void ValueSection::makeParts()
{
    const QString search = tr("Search %1").arg(fieldTitle(field()));
    m_magnifier->setAutoRaise(true);
    setThemedIcon(m_magnifier, QStringLiteral("edit-find"));
    m_magnifier->setAccessibleName(search);
    m_magnifier->setToolTip(tr("Search within; or type on a value"));
    m_magnifier->hide();
    m_search->setAccessibleName(search);
    m_search->setPlaceholderText(tr("Search within"));
    m_search->hide();
    m_orderLink->setInk(Token::Text3);
    head()->setFocusPolicy(Qt::ClickFocus);
    for (QWidget *part : QList<QWidget *>{m_magnifier, m_search, m_more, m_orderLink}) {
        part->setFocusPolicy(Qt::ClickFocus);
        watch(part);
    }
    connect(m_magnifier, &QAbstractButton::clicked, this, [this] { m_search->isHidden() ? openSearch({}) : closeSearch(); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list.setSearch(text);
        arrange();
    });
    connect(m_orderLink, &QAbstractButton::clicked, this, &ValueSection::toggleOrder);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        if (isSearching()) {
            selectFound();
            return;
        }
        m_all = !m_all;
        m_list.setLimit(m_all ? -1 : limit());
        arrange();
    });
}

int ValueSection::limit() const
{
    return field() == QLatin1String("org") ? 8 : field() == QLatin1String("kind") ? 7 : 5;
}

bool ValueSection::isSearching() const
{
    return !m_search->isHidden() && !m_search->text().trimmed().isEmpty();
}

void ValueSection::setCounts(const explore::FacetCounts &counts)
{
    if (!m_list.setCounts(counts))
        return;
    if (m_list.total() > kPrepared && !m_preparing.isActive())
        m_preparing.start(0);
    updateHead();
    arrange();
}

void ValueSection::queryChanged()
{
    const bool changed = m_list.setQuery(query());
    updateHead();
    if (changed)
        arrange();
}

void ValueSection::clear()
{
    FacetSection::clear();
    m_all = false;
    closeSearch();
    setStop(head());
    // A row may be the one whose signal led here.
    for (FacetRow *row : std::as_const(m_rows))
        dropRow(row);
    m_rows.clear();
    m_list.clear();
    m_list.setLimit(limit());
    updateHead();
    arrange();
}

void ValueSection::updateHead()
{
    const bool known = m_list.total() > 0 && !isExpanded();
    setHeadNote(known ? QLocale().toString(m_list.total()) : QString());
    m_magnifier->setVisible(isExpanded() && (m_list.total() > kSearchable || !m_search->isHidden()));
    arrangeHead({m_magnifier});
}

FacetRow *ValueSection::takeRow()
{
    if (!m_spare.empty()) {
        FacetRow *spare = m_spare.back();
        m_spare.pop_back();
        return spare;
    }
    auto *row = new FacetRow(this);
    watch(row);
    // New widgets come last in the window's Tab order: this one belongs behind its head.
    setTabOrder(head(), row);
    connect(row, &FacetRow::asked, this,
        [this, row](FacetState state) { ask(withState(query(), field(), row->entry().value, state)); });
    connect(row, &FacetRow::onlyAsked, this,
        [this, row] { ask(withState(withoutField(query(), field()), field(), row->entry().value, FacetState::Ticked)); });
    return row;
}

void ValueSection::dropRow(FacetRow *row)
{
    if (row->hasFocus())
        head()->setFocus(Qt::OtherFocusReason);
    if (m_stop == row)
        setStop(head());
    row->hide();
    m_spare.push_back(row);
}

void ValueSection::setSight(int top, int bottom)
{
    if (top == m_sightTop && bottom == m_sightBottom)
        return;
    m_sightTop = top;
    m_sightBottom = bottom;
    if (isExpanded() && m_list.size() > kAllRows)
        placeRows();
}

std::vector<int> ValueSection::placesInSight() const
{
    std::vector<int> places;
    if (!isExpanded())
        return places;
    const int size = m_list.size();
    int first = 0, last = size - 1;
    if (size > kAllRows) {
        first = std::clamp((m_sightTop - m_rowsTop) / FacetRow::kHeight - kMargin, 0, size);
        last = std::clamp((m_sightBottom - m_rowsTop) / FacetRow::kHeight + kMargin, -1, size - 1);
    }
    for (int place = first; place <= last; ++place)
        places.push_back(place);
    if (const auto *row = qobject_cast<const FacetRow *>(m_stop)) {
        const int place = m_list.placeOf(row->entry().value);
        if (place >= 0 && (place < first || place > last))
            places.push_back(place);
    }
    return places;
}

void ValueSection::showRow(FacetRow *row, int place)
{
    const FacetEntry entry = m_list.at(place);
    row->setEntry(entry, double(entry.count) / m_list.largest());
    row->setGeometry(0, m_rowsTop + place * FacetRow::kHeight, width(), FacetRow::kHeight);
    if (row->isHidden())
        row->show();
}

void ValueSection::placeRows()
{
    const std::vector<int> places = placesInSight();
    QHash<int, FacetRow *> before;
    before.swap(m_rows);
    if (auto *stop = qobject_cast<FacetRow *>(m_stop)) {
        before.remove(before.key(stop, -1));
        if (const int place = isExpanded() ? m_list.placeOf(stop->entry().value) : -1; place >= 0)
            m_rows[place] = stop;
        else
            dropRow(stop);
    }
    std::vector<int> lacking;
    for (const int place : places) {
        if (m_rows.contains(place))
            continue;
        if (FacetRow *row = before.take(place))
            m_rows[place] = row;
        else
            lacking.push_back(place);
    }
    for (FacetRow *row : std::as_const(before)) {
        if (lacking.empty()) {
            dropRow(row);
            continue;
        }
        m_rows[lacking.back()] = row;
        lacking.pop_back();
    }
    for (const int place : lacking)
        m_rows[place] = takeRow();
    for (const int place : places)
        showRow(m_rows[place], place);
}

void ValueSection::arrange()
{
    const bool expanded = isExpanded();
    arrangeHead({m_magnifier});
    int top = FacetHead::kHeight;
    if (expanded && !m_search->isHidden()) {
        m_search->setGeometry(kLeft, top, width() - kLeft - kRight, kSearchHeight);
        top += kSearchHeight + 4;
    }
    m_rowsTop = top;
    placeRows();
    if (expanded)
        top += m_list.size() * FacetRow::kHeight;
    top = arrangeFooter(top);
    if (m_stop && m_stop->isHidden())
        setStop(head());
    finishArranging(top);
}

int ValueSection::arrangeFooter(int top)
{
    const int total = m_list.total(), shown = m_list.size();
    const bool searching = isSearching(), expanded = isExpanded();
    const bool canFold = m_all && total > limit() + 1;
    if (searching)
        m_more->setText(tr("Select all found"));
    else
        m_more->setText(canFold ? tr("Show fewer") : tr("Show all %1").arg(QLocale().toString(total)));
    m_more->setVisible(expanded && (searching ? shown > 1 && shown <= kMostToSelect : canFold || shown < total));
    const FacetOrder order = m_list.order();
    if (searching)
        m_orderLink->setText(tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(total)));
    else
        m_orderLink->setText(order == FacetOrder::ByYear ? tr("by year")
                : order == FacetOrder::ByName            ? tr("by name")
                                                         : tr("by count"));
    m_orderLink->setEnabled(!searching);
    m_orderLink->setToolTip(order == usualOrder(field()) ? tr("Order: change") : tr("Order: change back"));
    m_orderLink->setVisible(expanded && (searching || total > 3));
    if (m_more->isHidden() && m_orderLink->isHidden())
        return top;
    const QSize more = m_more->sizeHint(), turn = m_orderLink->sizeHint();
    m_more->setGeometry(QRect(QPoint(kLabelLeft - 4, top + (kFooterHeight - more.height()) / 2), more));
    m_orderLink->setGeometry(QRect(QPoint(width() - kRight + 4 - turn.width(), top + (kFooterHeight - turn.height()) / 2), turn));
    return top + kFooterHeight;
}

void ValueSection::expansionShown()
{
    if (!isExpanded())
        closeSearch();
    updateHead();
    arrange();
}

void ValueSection::toggleOrder()
{
    const bool turned = m_list.order() == usualOrder(field());
    m_list.setOrder(turned ? otherOrder(field()) : usualOrder(field()));
    QSettings().setValue(settingsKey(field(), "turned"), turned);
    arrange();
}

void ValueSection::selectFound()
{
    explore::Query edited = query();
    for (int place = 0; place < m_list.size(); ++place)
        edited = withState(std::move(edited), field(), m_list.at(place).value, FacetState::Ticked);
    ask(edited);
}

void ValueSection::openSearch(const QString &text)
{
    m_search->show();
    m_search->setText(text);
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->end(false);
    arrange();
}

void ValueSection::closeSearch()
{
    if (m_search->isHidden())
        return;
    const bool had = m_search->hasFocus();
    m_search->clear();
    m_search->hide();
    if (had)
        head()->setFocus(Qt::OtherFocusReason);
    updateHead();
    arrange();
}

} // namespace waic::ui
