// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/link_button.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_row.h"
#include "ui/facets/value_section.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace waic::ui {

QList<QWidget *> ValueSection::stopsBefore() const
{
    QList<QWidget *> parts{head()};
    if (!m_search->isHidden())
        parts << m_search;
    return parts;
}

QList<QWidget *> ValueSection::stopsAfter() const
{
    QList<QWidget *> parts;
    for (LinkButton *link : {m_more, m_orderLink})
        if (!link->isHidden() && link->isEnabled())
            parts << link;
    return parts;
}

int ValueSection::stopCount() const
{
    return int(stopsBefore().size() + (isExpanded() ? m_list.size() : 0) + stopsAfter().size());
}

int ValueSection::stopOf(QWidget *part) const
{
    const int before = int(stopsBefore().size());
    if (const auto *row = qobject_cast<const FacetRow *>(part)) {
        const int place = m_list.placeOf(row->entry().value);
        return place < 0 ? -1 : before + place;
    }
    if (const qsizetype stop = stopsBefore().indexOf(part); stop >= 0)
        return int(stop);
    const qsizetype stop = stopsAfter().indexOf(part);
    return stop < 0 ? -1 : before + m_list.size() + int(stop);
}

QWidget *ValueSection::stopAt(int stop)
{
    const QList<QWidget *> before = stopsBefore();
    if (stop < before.size())
        return before[stop];
    const int place = stop - int(before.size());
    if (!isExpanded() || place >= m_list.size())
        return stopsAfter()[place - (isExpanded() ? m_list.size() : 0)];
    FacetRow *&row = m_rows[place];
    if (!row)
        row = takeRow();
    showRow(row, place);
    return row;
}

void ValueSection::setStop(QWidget *part)
{
    if (m_stop == part)
        return;
    if (m_stop)
        m_stop->setFocusPolicy(Qt::ClickFocus);
    m_stop = part;
    m_stop->setFocusPolicy(Qt::StrongFocus);
}

void ValueSection::focusStop()
{
    m_stop->setFocus(Qt::OtherFocusReason);
}

bool ValueSection::step(QWidget *part, int steps)
{
    const int now = stopOf(part);
    const int next = std::clamp(now + steps, 0, stopCount() - 1);
    if (now >= 0 && next != now)
        stopAt(next)->setFocus(Qt::OtherFocusReason);
    return true;
}

bool ValueSection::onKey(QWidget *part, const QKeyEvent &key)
{
    const bool inSearch = part == m_search;
    const int page = std::max(1, (m_sightBottom - m_sightTop) / FacetRow::kHeight - 1);
    switch (key.key()) {
    case Qt::Key_Down:
        return step(part, 1);
    case Qt::Key_Up:
        return step(part, -1);
    case Qt::Key_PageDown:
        return step(part, page);
    case Qt::Key_PageUp:
        return step(part, -page);
    case Qt::Key_Home:
        return !inSearch && step(part, -stopCount());
    case Qt::Key_End:
        return !inSearch && step(part, stopCount());
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (part == m_more || part == m_orderLink)
            return step(part, key.key() == Qt::Key_Right ? 1 : -1);
        return FacetSection::onKey(part, key) || !inSearch;
    case Qt::Key_Escape:
        if (m_search->isHidden())
            return false;
        closeSearch();
        return true;
    case Qt::Key_Enter:
    case Qt::Key_Return:
        return inSearch ? step(part, 1) : FacetSection::onKey(part, key);
    case Qt::Key_Delete:
        return !inSearch && FacetSection::onKey(part, key);
    default:
        break;
    }
    // Typing on a value searches within.
    const bool plain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!inSearch && plain && m_magnifier->isVisibleTo(this) && !key.text().isEmpty() && key.text().at(0).isLetterOrNumber()) {
        openSearch(key.text());
        return true;
    }
    return false;
}

bool ValueSection::eventFilter(QObject *watched, QEvent *event)
{
    auto *part = qobject_cast<QWidget *>(watched);
    if (part && event->type() == QEvent::FocusIn) {
        if (part == m_magnifier || part == clearButton())
            return false;
        setStop(part);
    }
    return FacetSection::eventFilter(watched, event);
}

} // namespace waic::ui
