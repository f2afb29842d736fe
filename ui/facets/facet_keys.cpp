// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/link_button.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_row.h"
#include "ui/facets/facet_section.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace waic::ui {

QList<QWidget *> FacetSection::stops() const
{
    QList<QWidget *> parts{m_head};
    if (!m_search->isHidden())
        parts << m_search;
    for (const FacetEntry &entry : m_shown)
        for (FacetRow *row : m_rows)
            if (!row->isHidden() && explore::sameValue(row->entry().value, entry.value))
                parts << row;
    for (LinkButton *link : {m_more, m_orderLink})
        if (!link->isHidden() && link->isEnabled())
            parts << link;
    return parts;
}

void FacetSection::setStop(QWidget *part)
{
    if (m_stop == part)
        return;
    if (m_stop)
        m_stop->setFocusPolicy(Qt::ClickFocus);
    m_stop = part;
    m_stop->setFocusPolicy(Qt::StrongFocus);
}

void FacetSection::focusStop()
{
    m_stop->setFocus(Qt::OtherFocusReason);
}

bool FacetSection::step(QWidget *part, int steps)
{
    const QList<QWidget *> parts = stops();
    const qsizetype now = parts.indexOf(part);
    const qsizetype next = std::clamp<qsizetype>(now + steps, 0, parts.size() - 1);
    if (now >= 0 && next != now)
        parts[next]->setFocus(Qt::OtherFocusReason);
    return true;
}

bool FacetSection::onKey(QWidget *part, const QKeyEvent &key)
{
    const bool inSearch = part == m_search;
    switch (key.key()) {
    case Qt::Key_Down:
        return step(part, 1);
    case Qt::Key_Up:
        return step(part, -1);
    case Qt::Key_Home:
        return !inSearch && step(part, -int(stops().size()));
    case Qt::Key_End:
        return !inSearch && step(part, int(stops().size()));
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (part == m_head)
            m_head->setChecked(key.key() == Qt::Key_Right);
        else if (part == m_more || part == m_orderLink)
            step(part, key.key() == Qt::Key_Right ? 1 : -1);
        return !inSearch;
    case Qt::Key_Escape:
        if (m_search->isHidden())
            return false;
        closeSearch();
        return true;
    case Qt::Key_Enter:
    case Qt::Key_Return:
        if (inSearch)
            return step(part, 1);
        if (auto *button = qobject_cast<QAbstractButton *>(part))
            button->click();
        return true;
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

bool FacetSection::eventFilter(QObject *watched, QEvent *event)
{
    auto *part = qobject_cast<QWidget *>(watched);
    if (!part)
        return false;
    if (event->type() == QEvent::KeyPress)
        return onKey(part, *static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::FocusIn && part != m_magnifier) {
        setStop(part);
        emit focused(part);
    }
    return false;
}

} // namespace waic::ui
