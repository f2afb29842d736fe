// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/record/figure_delegate.h"
#include "ui/record/form_list.h"

namespace waic::ui {

class RecordOffers;

/// The figures of a record by measure, with their sources one click away and an editor below the row that is corrected.
class FiguresView : public FormList
{
    Q_OBJECT

public:
    FiguresView(Workspace &workspace, RecordOffers &offers, QWidget *parent = nullptr);

    /// Keeps place, current figure and an open editor when it is the record shown already.
    void showRecord(const catalogue::Record &record);
    /// Opens an editor for a new figure.
    void addFigure();
    void forget() override;

protected:
    std::vector<RowLink> links(const QModelIndex &index, const QRect &rect) const override;
    void activateRow(const QModelIndex &index) override;
    void fillMenu(QMenu &menu, const QModelIndex &index) override;
    QString copyText(const QModelIndex &index) const override;

    RowForm *makeForm(const QModelIndex &index) override;
    int rowOf(catalogue::RowId row) const override;
    catalogue::RowId idOf(const QModelIndex &index) const override;
    void setEditor(catalogue::RowId row, int height) override;
    int heightAbove(const QModelIndex &index) const override;
    void setDraft(catalogue::RowId row) override;
    void refreshForm(RowForm &form) override;
    void removeRow(const QModelIndex &index) override;

private:
    void fillEditing(QMenu &menu, const catalogue::Claim &claim);
    void fillSources(QMenu &menu, const FigureRow &figure);
    void duplicate(const catalogue::Claim &claim);
    /// Hands in what differs.
    void change(const catalogue::Claim &before, const catalogue::Claim &after);

    RecordOffers &m_offers;
    FiguresModel *m_model;
    FigureDelegate *m_delegate;
    std::vector<catalogue::RecordSource> m_sources;
};

} // namespace waic::ui
