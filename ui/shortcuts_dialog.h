// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QGridLayout;
class QLabel;

namespace waic::ui {

/// Every shortcut in its menu's group, made from the action table, and the keys inside panes; with a box to find one.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *parent);

private:
    struct Line
    {
        QLabel *keys;
        QLabel *what;
        QString folded; ///< what is looked in
    };
    struct Group
    {
        QLabel *head;
        std::vector<Line> lines;
    };
    QWidget *makeGroups();
    void addGroup(QGridLayout &grid, const QString &title);
    void addLine(QGridLayout &grid, const QString &keys, const QString &what);
    void find(const QString &text);

    std::vector<Group> m_groups;
    QLabel *m_nothing;
};

} // namespace waic::ui
