// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"
#include "explore/id_list.h"

#include <QTableView>

namespace waic::ui {

class AnnouncementModel;
class CellDelegate;
class TableHeader;

/// The table itself: keys, editors and selection by id.  UI thread.
class AnnouncementView : public QTableView
{
    Q_OBJECT

public:
    explicit AnnouncementView(AnnouncementModel &model, QWidget *parent = nullptr);

    /// Drawn and edited by it from now on.
    void setCells(CellDelegate *delegate);
    TableHeader *header() const { return m_header; }
    bool isEditing() const { return state() == EditingState; }
    /// Opens the editor of a cell of the current row: of the current cell, or of the title when nothing can be edited there.
    void editCurrent();

    using Runs = std::vector<explore::IdList::Run>;

    static constexpr std::size_t kMostRuns = 1'000; ///< pieces of a selection: each costs time at every paint

    Runs selectedRuns() const;
    explore::IdList selectedIds() const; ///< in display order; costs by the pieces of the selection, not its rows
    /// Selects these rows and makes row the current one, which is selected too, without scrolling; row -1: no current row.
    void select(int row, int column, const Runs &runs);
    void commitTyped(); ///< of an open editor, and closes it
    /// Where the keys begin when there is no current row.
    void setRowToResume(int row) { m_resume = row; }

    void keyboardSearch(const QString &) override { } ///< would read every row; the search box is the way to find

signals:
    void editRefused(); ///< nothing here may be edited now: the catalogue is read-only
    /// An editor was left while its text was none that can be saved, for this reason.
    void leftMistake(const QModelIndex &index, const QString &text, const waic::Error &mistake);
    void starAsked();
    void copyAsked();
    void menuAsked(const QModelIndex &index, const QPoint &place); ///< place: on the screen
    void editingEnded();
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void commitData(QWidget *editor) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    QModelIndex nextEditable(int step) const;
    void moveRows(int step);

    AnnouncementModel &m_model;
    TableHeader *m_header;
    CellDelegate *m_cells = nullptr;
    int m_resume = -1;
    int m_step = 0; ///< rows that the current cell moves when the editor closes
};

} // namespace waic::ui
