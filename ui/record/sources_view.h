// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/record/form_list.h"
#include "ui/record/sources_model.h"

namespace waic::ui {

class RecordOffers;

/// The pages that a record rests on; a click or Enter opens one, F2 its editor below the row.
class SourcesView : public FormList
{
    Q_OBJECT

public:
    SourcesView(Workspace &workspace, RecordOffers &offers, QWidget *parent = nullptr);

    void showRecord(const catalogue::Record &record);
    /// Opens an editor for a new source.
    void addSource();
    /// Cites the page for a figure (0: for the announcement): at once when the catalogue has it, else an editor opens.  True:
    /// there is something to see here.
    bool addLink(const QString &url, catalogue::RowId claim);
    void forget() override;

protected:
    std::vector<RowLink> links(const QModelIndex &index, const QRect &rect) const override;
    void activateRow(const QModelIndex &index) override;
    void activateLink(const QModelIndex &index, const RowLink &link) override;
    void fillMenu(QMenu &menu, const QModelIndex &index) override;
    QString copyText(const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;

    RowForm *makeForm(const QModelIndex &index) override;
    int rowOf(catalogue::RowId row) const override;
    catalogue::RowId idOf(const QModelIndex &index) const override;
    void setEditor(catalogue::RowId row, int height) override;
    int heightAbove(const QModelIndex &index) const override;
    void setDraft(catalogue::RowId row) override;
    void refreshForm(RowForm &form) override;
    void removeRow(const QModelIndex &index) override;

private:
    void openNew(const catalogue::Source &source, catalogue::RowId claim);
    bool isCited(catalogue::RowId source, catalogue::RowId claim) const;

    RecordOffers &m_offers;
    SourcesModel *m_model;
    SourceDelegate *m_delegate;
    catalogue::Record m_record;
    catalogue::Source m_new;         ///< what the editor of a new source begins with
    catalogue::RowId m_newClaim = 0; ///< that it backs; 0: the announcement
};

} // namespace waic::ui
