// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "ui/record/figure_delegate.h"

namespace waic::ui {

class FigureForm;
class Workspace;

/// The figures of a record by measure, with their sources one click away and an editor below the row that is corrected.
class FiguresView : public RecordList
{
    Q_OBJECT

public:
    explicit FiguresView(Workspace &workspace, QWidget *parent = nullptr);
    ~FiguresView() override;

    /// Keeps place, current figure and an open editor when it is the record shown already.
    void showRecord(const catalogue::Record &record);
    void editCurrent();
    bool isEditing() const { return m_form != nullptr; }
    /// The catalogue is closed: an editor that is open goes with it, as another one may have the same ids.
    void forget();
    /// A step was committed: the editor that handed it in closes.
    void onCommitted(const catalogue::Step &step);
    /// Hands in what an open editor holds, when it is right.
    void commitTyped();
    /// What was handed in last was refused: the editor stays and says so at the field, when the error names one.
    void onRefused(const Error &error);

protected:
    std::vector<RowLink> links(const QModelIndex &index, const QRect &rect) const override;
    void activateRow(const QModelIndex &index) override;
    void fillMenu(QMenu &menu, const QModelIndex &index) override;
    QString copyText(const QModelIndex &index) const override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void openForm(const QModelIndex &index);
    void closeForm(bool takeFocus);
    void sizeForm();
    void placeForm();

    Workspace &m_workspace;
    FiguresModel *m_model;
    FigureDelegate *m_delegate;
    FigureForm *m_form = nullptr;
    QString m_pendingLabel; ///< of the edit handed in, until it is committed or refused
    catalogue::RowId m_announcement = 0;
};

} // namespace waic::ui
