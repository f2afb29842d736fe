// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace waic::ui {

/// Fills "Open Recent" each time it is opened: the files opened before, above what stands in the menu already.  Files that are
/// not there are shown and cannot be chosen.
class RecentMenu : public QObject
{
    Q_OBJECT

public:
    /// menu: with the entry that clears the list; not owned.
    RecentMenu(QMenu &menu, QAction &clear, QObject *parent);

signals:
    void chosen(const QString &path);

private:
    void fill();

    QMenu &m_menu;
    QAction &m_clear;
    QList<QAction *> m_files;
};

} // namespace waic::ui
