// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"
#include "ui/search/completion_list.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QKeyEvent;
class QLineEdit;

namespace waic::ui {

class NoteBubble;
class Workspace;

/// Completions below the search box while someone types: fields, values with counts, and first what a mistake may have meant.
/// Down and Up choose, Tab takes (the first, when none is chosen), Enter takes a chosen one and goes on behind it, Esc closes.
/// Install it as the box's event filter.  Asks the workspace for the counts of the field that is being typed.
class Completer : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    Completer(Workspace &workspace, QLineEdit &edit, NoteBubble &bubble);
    ~Completer() override;

    void setMistakes(std::vector<explore::Mistake> atCursor);
    void complete(); ///< something was typed
    void follow();   ///< the cursor was moved
    void refresh();  ///< there is a new answer
    void close();
    void leave(); ///< and asks for no counts any more
    bool isOpen() const { return m_list && m_list->isVisible(); }

signals:
    /// finish: what follows begins another term.
    void taken(int position, int length, const QString &text, bool finish);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool onKey(QKeyEvent &event);
    void update(bool open);
    void show(std::vector<Proposal> proposals);
    void place();
    void take(int row, bool finish);
    void choose(int steps);
    void describe();
    void wantFacet(const QString &field);

    Workspace &m_workspace;
    QLineEdit &m_edit;
    NoteBubble &m_bubble;
    QPointer<CompletionList> m_list; ///< belongs to the box's window
    std::vector<explore::Mistake> m_mistakes;
    QString m_facet;        ///< asked for
    bool m_waiting = false; ///< its counts are on their way, and the list opens with them
};

} // namespace waic::ui
