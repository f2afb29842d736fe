// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class QMenu;

namespace waic::ui {

class Workspace;

/// The tool "Views": its menu lists the catalogue's saved views, the one that stands ticked, then saving and managing.
class ViewsButton : public QToolButton
{
    Q_OBJECT

public:
    /// save, manage: the window's commands, shown at the end of the menu; not owned.
    ViewsButton(Workspace &workspace, QAction *save, QAction *manage, QWidget *parent = nullptr);

private:
    void fillMenu();

    Workspace &m_workspace;
    QAction *m_save;
    QAction *m_manage;
    QMenu *m_menu;
};

} // namespace waic::ui
