// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "explore/answer.h"
#include "ui/table/held_rows.h"

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
class PasteJob;
class RefusedCells;
class TableHead;
class TableMenus;
struct CopiedRows;
struct PastePlan;
struct PasteRequest;
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
    /// Hands over what is typed in an open editor, and closes it; a mistake stays in its cell.  Before the catalogue is closed.
    void commitTyped();
    /// Selects a row and scrolls to it; false when it is not among the rows shown.
    bool showRow(qint64 announcement);
    /// Selects those of the rows that are shown, and scrolls to the first of them.  False when none is.
    bool showRows(const std::vector<catalogue::RowId> &announcements);
    /// The selected rows' shown columns on the clipboard, as text and as an HTML table, a line of names first.  Many rows take a
    /// while, with Cancel in the head; too many are refused.
    void copySelection();
    /// Puts the value of the topmost selected row in the current cell's column into all selected rows: one edit.
    void fillDown();
    /// Puts the clipboard's block of cells into the table: from the current cell to the right and down (from the topmost of the
    /// rows selected around it), one cell alone into all selected rows; lines past the last row become new announcements.  One
    /// edit.  Shows before what it would do where that is more than a few cells or not all of the block.
    void paste();
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
    void showAnswer(const explore::Query &before, const explore::Answer &shown);
    /// The row that is to be the current one after an answer; -1: none.
    int rowAfter(const explore::Query &before, int rowBefore, int firstSelected) const;
    std::vector<int> shownColumns() const; ///< with a text, in the order shown
    void putOnClipboard(const CopiedRows &copied);
    void fill(const QModelIndex &index, const QString &typed);
    bool refusesMany(std::size_t rows);
    PasteRequest pasteRequest(const QString &text) const;
    void onPlanned(const PastePlan &plan);
    void endWork();
    void takeLeftMistake(const QModelIndex &index, const QString &text, const Error &mistake);
    explore::IdList idsToShow(const explore::Answer &answer);
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
    RefusedCells *m_refused;
    std::unique_ptr<CopyJob> m_copying;
    std::unique_ptr<PasteJob> m_pasting;
    HeldRows m_held;
    explore::Query m_shown;        ///< of the rows in the table
    catalogue::RowId m_wanted = 0; ///< the row that a person or another pane chose last; comes back when rows show it again
    bool m_arranging = false;      ///< the selection moves because rows do
    bool m_answerWaits = false;    ///< until the cell editor is closed
};

} // namespace waic::ui
