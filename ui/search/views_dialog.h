// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/saved_view.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace waic::ui {

class Workspace;

/// The catalogue's saved views: rename (F2), delete (Del), move (Alt+Up, Alt+Down or dragging), copy as text and paste from text.
/// Every change is an edit at once, and the list follows edits and undo.
class ViewsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ViewsDialog(Workspace &workspace, QWidget *parent = nullptr);

private:
    void makeButtons();
    QPushButton *makeButton(const QString &name, const QString &words, void (ViewsDialog::*work)());
    void reload();
    void enable();
    const catalogue::SavedView *current() const;
    void onRenamed(QListWidgetItem *item);
    void onDragged();
    void showChosen();
    void rename();
    void remove();
    void moveUp();
    void moveDown();
    void moveBy(int steps);
    void copy();
    void paste();

    Workspace &m_workspace;
    std::vector<catalogue::SavedView> m_views;
    QListWidget *m_list;
    QLabel *m_question; ///< of the view chosen
    QPushButton *m_show;
    QPushButton *m_rename;
    QPushButton *m_delete;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_copy;
    QPushButton *m_paste;
    QString m_wanted; ///< name of the view to choose when it is there
    bool m_filling = false;
};

} // namespace waic::ui
