// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <span>

class QAction;
class QMenu;
class QMenuBar;

namespace waic::ui {

class MainWindow;
class Workspace;

/// One command of the window: plain data, so that menus, shortcuts, the shortcut page and tests read the same list.
struct ActionSpec
{
    const char *id;   ///< "edit.undo": object name and settings key
    const char *menu; ///< source text, context "Menus"
    const char *text; ///< source text, context "Actions"
    const char *icon; ///< Breeze name; may be null
    QList<QKeySequence> shortcuts;
    void (*trigger)(MainWindow &window);
    bool (*enabled)(const Workspace &workspace);         ///< null: always
    bool (*checked)(const MainWindow &window) = nullptr; ///< not null: a tick that is read on every change
    bool tableOnly = false;                              ///< the shortcut works only while the table has the focus
    bool separatorBefore = false;
};

std::span<const ActionSpec> actionTable();

/// The QActions made from the table, by id.  Owned by the window.
class ActionSet : public QObject
{
    Q_OBJECT

public:
    ActionSet(MainWindow &window, QMenuBar &menuBar);

    QAction *action(const QString &id) const; ///< REQUIRES an id of the table
    QMenu *menuOf(const QString &id) const;   ///< the menu that the action of this id stands in
    /// Enables, ticks and names (Undo, Redo) the actions by what holds now.
    void refresh();

private:
    MainWindow &m_window;
    QHash<QString, QAction *> m_actions;
    QHash<QString, QMenu *> m_menuOf;
};

} // namespace waic::ui
