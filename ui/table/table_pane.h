// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "explore/query.h"

#include <QWidget>

#include <memory>

class QModelIndex;

namespace waic::ui {

class AnnouncementModel;
class AnnouncementView;
class CellDelegate;
class ColumnLayout;
class CopyJob;
class EmptyNote;
class TableHead;
class TableMenus;
struct CopiedRows;
class UsedValues;
class Workspace;

/// The announcements that the query finds, in a table that can be sorted and edited.  UI thread.
class TablePane : public QWidget
{
    Q_OBJECT

public:
    explicit TablePane(Workspace &workspace, QWidget *parent = nullptr);
    ~TablePane() override;

    void focusTable();
    void editCurrentCell(); ///< opens the editor of the current cell; of the title when nothing can be edited there
    /// Hands over what is typed in an open editor, and closes it; a mistake is dropped.  Before the catalogue is closed.
    void commitTyped();
    /// Selects a row and scrolls to it; when it is not among the rows shown nothing happens.
    void showRow(qint64 announcement);
    /// Selects those of the rows that are shown, and scrolls to the first of them.  False when none is.
    bool showRows(const std::vector<catalogue::RowId> &announcements);
    /// The selected rows' shown columns on the clipboard, as text and as an HTML table, a line of names first.  Many rows take a
    /// while, with Cancel in the head; too many are refused.
    void copySelection();
    /// Rows in sight are on their way.
    bool isWaitingForRows() const;
    AnnouncementView *view() const { return m_view; }

signals:
    void rowsArrived(); ///< those in sight are all there

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectWorkspace();
    void connectView();
    void connectSorting();
    void onClosing();
    void onOpened();
    void onAnswered();
    void takeAnswer();
    void onQueryChanged();
    void onCommitted(const catalogue::Step &step);
    void onCurrentMoved();
    void onWorkspaceCurrent();
    void showAnswer(const explore::Query &before);
    /// The row that is to be the current one after an answer; -1: none.
    int rowAfter(const explore::Query &before, int rowBefore, int firstSelected) const;
    std::vector<int> shownColumns() const; ///< with a text, in the order shown
    void putOnClipboard(const CopiedRows &copied);
    void handSelection();
    void toggleStar(catalogue::RowId announcement, bool starred);
    void toggleCurrentStar();
    void showCellMenu(const QModelIndex &index, const QPoint &place);
    void showHeaderMenu(const QPoint &place);
    void placeEmptyNote();

    Workspace &m_workspace;
    AnnouncementModel *m_model;
    AnnouncementView *m_view;
    UsedValues *m_used;
    CellDelegate *m_cells;
    ColumnLayout *m_columns;
    TableHead *m_head;
    TableMenus *m_menus;
    EmptyNote *m_empty;
    std::unique_ptr<CopyJob> m_copying;
    explore::Query m_shown;        ///< of the rows in the table
    catalogue::RowId m_wanted = 0; ///< the row that a person or another pane chose last; comes back when rows show it again
    bool m_arranging = false;      ///< the selection moves because rows do
    bool m_answerWaits = false;    ///< until the cell editor is closed
};

} // namespace waic::ui
