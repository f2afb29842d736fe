// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "ui/record/record_list.h"
#include "ui/record/row_form.h"

class QMimeData;

namespace waic::ui {

class Workspace;

/// The first http or https address in data that is dropped or pasted; null: none.
QString webLinkIn(const QMimeData *data);

/// A list of a record's rows with the editor of one of them below it.  An editor that is left with text in it writes what is
/// right; what is wrong, or was refused, waits for its record to come back.
class FormList : public RecordList
{
    Q_OBJECT

public:
    FormList(Workspace &workspace, QWidget *parent);
    ~FormList() override;

    void editCurrent();
    bool isEditing() const { return m_form != nullptr; }
    /// The catalogue is closed: editors go with it, as another one may have the same ids.
    virtual void forget();
    /// A step was committed: the editor that handed it in closes.
    void onCommitted(const catalogue::Step &step);
    /// Hands in what an open editor holds, when it is right and nothing is to be asked.
    void commitTyped();
    /// What was handed in first was refused: its editor stays, or comes back, and says so at the field that the error names.
    void onRefused(const Error &error);
    void onDecided(const catalogue::Conflict &conflict);

signals:
    /// An address was pasted (row: the current one) or dropped (row: the one below the mouse).  0: no row.
    void linkGiven(const QString &url, waic::catalogue::RowId row);

protected:
    virtual RowForm *makeForm(const QModelIndex &index) = 0;
    virtual int rowOf(catalogue::RowId row) const = 0; ///< -1: not here
    virtual catalogue::RowId idOf(const QModelIndex &index) const = 0;
    /// Makes room below a row for its editor.  0: none.
    virtual void setEditor(catalogue::RowId row, int height) = 0;
    virtual int heightAbove(const QModelIndex &index) const = 0; ///< of the row without its editor
    /// Shows (or no longer shows) a row that is not stored yet, for the editor that makes it.  0: none.
    virtual void setDraft(catalogue::RowId row) = 0;
    virtual void refreshForm(RowForm &form) = 0; ///< the record was read anew
    virtual void removeRow(const QModelIndex &index) = 0;

    /// To be called around the model's change to a record: the editor of another one is left, that of this one comes back.
    void beforeRecord(catalogue::RowId announcement);
    void afterRecord();
    /// False: another editor is open and has a mistake.
    bool openForm(const QModelIndex &index);
    void closeForm(bool takeFocus);
    /// Hands in what the open editor holds; false when it is wrong.
    bool settleForm();
    void select(catalogue::RowId row); ///< makes it current
    /// The same when the record was read anew.
    void selectAfterwards(catalogue::RowId row) { m_selected = row; }
    /// The row after this one, else before it; 0: none.
    catalogue::RowId idBeside(const QModelIndex &index) const;

    Workspace &workspace() const { return m_workspace; }
    catalogue::RowId announcement() const { return m_announcement; }
    RowForm *form() const { return m_form; }

    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    /// An editor whose record or row was left.
    struct Kept
    {
        catalogue::RowId announcement = 0;
        RowForm *form = nullptr;
        QString handed; ///< label of the edit under way; null: none
    };

    bool isUnderWay() const; ///< what m_form handed in is being written
    void install(RowForm *form);
    void keepForm();
    void takeBack();
    void sizeForm();
    void placeForm();
    void showFocused(QWidget *now); ///< scrolls an input of the form that the focus went to into sight
    void setDropPlace(const std::optional<QModelIndex> &index);

    Workspace &m_workspace;
    RowForm *m_form = nullptr;
    QString m_handed; ///< of m_form
    std::vector<Kept> m_kept;
    catalogue::RowId m_announcement = 0;
    catalogue::RowId m_selected = 0;                  ///< to be current after the record is read anew
    int m_place = 0;                                  ///< of the scroll bar, meanwhile
    std::optional<QPersistentModelIndex> m_dropPlace; ///< row that a drag is over; an invalid one: the list
};

} // namespace waic::ui
