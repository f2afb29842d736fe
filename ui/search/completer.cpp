// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/completer.h"

#include "explore/completion.h"
#include "ui/common/note_bubble.h"
#include "ui/search/box_text.h"
#include "ui/workspace.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kGap = 4;

bool expectsMore(const QString &text)
{
    static const QString ends = QStringLiteral(":<>=|,(-.");
    return text.isEmpty() || ends.contains(text.back());
}

bool hasCounts(const explore::Answer &answer, const QString &field)
{
    return std::any_of(
        answer.facets.begin(), answer.facets.end(), [&](const explore::FacetCounts &counts) { return counts.field == field; });
}

} // namespace

Completer::Completer(Workspace &workspace, QLineEdit &edit, NoteBubble &bubble)
    : m_workspace(workspace)
    , m_edit(edit)
    , m_bubble(bubble)
{
}

Completer::~Completer()
{
    delete m_list;
}

void Completer::setMistakes(std::vector<explore::Mistake> atCursor)
{
    m_mistakes = std::move(atCursor);
}

void Completer::complete()
{
    // Between two terms anything may follow, so nothing is offered unasked.
    const int cursor = m_edit.cursorPosition();
    update(cursor > 0 && !m_edit.text().at(cursor - 1).isSpace());
}

void Completer::follow()
{
    update(isOpen() || m_waiting);
}

void Completer::refresh()
{
    if (isOpen() || m_waiting)
        update(true);
}

void Completer::close()
{
    m_waiting = false;
    if (!isOpen())
        return;
    m_list->hide();
    describe();
}

void Completer::leave()
{
    close();
    wantFacet({});
}

void Completer::wantFacet(const QString &field)
{
    if (field == m_facet)
        return;
    m_facet = field;
    m_workspace.setFacets(this, field.isNull() ? QStringList() : QStringList{field});
}

void Completer::update(bool open)
{
    const QString text = m_edit.text();
    if (!m_edit.hasFocus() || text.size() > kMostBoxText || m_edit.hasSelectedText()) {
        close();
        return;
    }
    const explore::Answer &answer = m_workspace.answer();
    const explore::Completions found
        = explore::completions(text, m_edit.cursorPosition(), m_workspace.vocabulary(), answer.facets);
    wantFacet(found.facet);
    m_waiting = open && !found.facet.isNull() && !hasCounts(answer, found.facet);
    std::vector<Proposal> proposals;
    for (const explore::Mistake &mistake : m_mistakes)
        if (!mistake.suggestion.isEmpty())
            proposals.push_back(
                {mistake.position, mistake.length, mistake.suggestion, mistake.suggestion, tr("Tab takes it"), -1});
    for (const explore::Completion &item : found.items)
        proposals.push_back({found.position, found.length, item.text, item.label, item.detail, item.count});
    // What stands there already is no way to go on.
    std::erase_if(proposals, [&](const Proposal &one) { return text.mid(one.position, one.length) == one.text; });
    if (open && !proposals.empty()) {
        show(std::move(proposals));
    } else if (isOpen()) {
        m_list->hide();
        describe();
    }
}

void Completer::show(std::vector<Proposal> proposals)
{
    if (!m_list || m_list->parentWidget() != m_edit.window()) {
        delete m_list;
        m_list = new CompletionList(m_edit.window());
        connect(m_list, &CompletionList::picked, this, [this](int row) { take(row, true); });
    }
    m_list->setProposals(std::move(proposals));
    place();
}

void Completer::place()
{
    const QWidget *window = m_edit.window();
    const QPoint corner = m_edit.mapTo(window, QPoint(0, m_edit.height() + kGap));
    const int below = m_bubble.isVisible() && m_bubble.parentWidget() == window ? m_bubble.geometry().bottom() + kGap : 0;
    m_list->showAt({corner.x(), std::max(corner.y(), below)}, m_edit.width());
}

void Completer::take(int row, bool finish)
{
    const Proposal proposal = m_list->proposals()[std::size_t(row)];
    close();
    emit taken(proposal.position, proposal.length, proposal.text, finish && !expectsMore(proposal.text));
}

void Completer::choose(int steps)
{
    m_list->move(steps);
    describe();
}

/// The box keeps the focus, so it says what is chosen.
void Completer::describe()
{
    const int row = isOpen() ? m_list->chosen() : -1;
    const QString words = row >= 0 ? m_list->spoken(row) : m_bubble.words();
    if (m_edit.accessibleDescription() == words)
        return;
    m_edit.setAccessibleDescription(words);
    QAccessibleEvent event(&m_edit, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool Completer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_edit)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Esc closes the list before it does anything else.
        if (isOpen() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return false;
    case QEvent::KeyPress:
        return onKey(*static_cast<QKeyEvent *>(event));
    case QEvent::Resize:
    case QEvent::Move:
        if (isOpen())
            place();
        return false;
    case QEvent::Hide:
        close();
        return false;
    default:
        return false;
    }
}

bool Completer::onKey(QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const bool open = isOpen();
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (open)
            choose(event.key() == Qt::Key_Down ? 1 : -1);
        else if (event.key() == Qt::Key_Down)
            update(true);
        return true;
    case Qt::Key_Tab:
        if (open)
            take(std::max(0, m_list->chosen()), false);
        return open;
    case Qt::Key_Enter:
    case Qt::Key_Return:
        if (!open || m_list->chosen() < 0)
            return false;
        take(m_list->chosen(), true);
        return true;
    case Qt::Key_Escape:
        if (open)
            close();
        return open;
    default:
        return false;
    }
}

} // namespace waic::ui
