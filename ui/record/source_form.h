// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "ui/record/row_form.h"

#include <QHash>

class QCheckBox;
class QVBoxLayout;

namespace waic::ui {

class FoldButton;
class NarrowCheckBox;
class RecordOffers;
class Workspace;

/// The editor of one source as a record uses it: the page, what it says of the announcement, and the figures that it backs.
class SourceForm : public RowForm
{
    Q_OBJECT

public:
    /// source: with the id that it has or, for a new one, is going to have; of a new one what is known goes into the inputs.
    SourceForm(
        Workspace &workspace, RecordOffers &offers, const catalogue::Source &source, bool isNew, QWidget *parent = nullptr);

    /// The record as it is stored now; what is half-typed stays.
    void setRecord(const catalogue::Record &record);
    /// Ticks a figure that the source backs.  0: the announcement itself.
    void tick(catalogue::RowId claim);
    bool isDirty() const override;
    void focusFirst() override;
    bool save(Questions questions = Questions::Allowed) override;

protected:
    void reveal(FieldInput *input) override;

private:
    /// A figure with the box that says whether the source backs it.
    struct Backed
    {
        NarrowCheckBox *box = nullptr;
        catalogue::RowId citation = 0; ///< 0: it does not, as stored
    };

    void setOffers(RecordOffers &offers);
    void setClaims(const std::vector<catalogue::Claim> &claims);
    void showCounts();
    void addBacked(catalogue::Edit &edit, const catalogue::Citation &citation) const;

    Workspace &m_workspace;
    catalogue::RowId m_announcement = 0;
    catalogue::Source m_source;
    catalogue::Citation m_citation; ///< of the announcement itself; id 0: none
    QCheckBox *m_own;
    QWidget *m_ownBox;
    FoldButton *m_figures;
    QWidget *m_figuresBox;
    QVBoxLayout *m_figureRows;
    QHash<catalogue::RowId, Backed> m_backed; ///< by claim
    std::vector<catalogue::RowId> m_order;
};

} // namespace waic::ui
