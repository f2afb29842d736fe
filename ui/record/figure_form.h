// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "ui/record/row_form.h"

class QCheckBox;

namespace waic::ui {

class CitationsBox;
class FoldButton;
class RecordOffers;
class Workspace;

/// The editor of one figure with its sources.  The value takes a figure as a page says it ("more than 1,500 of 3,755 models") and
/// fills the inputs around it; a unit or definition that the catalogue does not have is asked about and added in the same step.
class FigureForm : public RowForm
{
    Q_OBJECT

public:
    /// claim: with the id that it has or, for a new one, is going to have.  sources: of its record.
    FigureForm(Workspace &workspace, RecordOffers &offers, const catalogue::Claim &claim, bool isNew,
        const std::vector<catalogue::RecordSource> &sources, QWidget *parent = nullptr);

    /// The claim as it is stored now; what is half-typed stays.
    void setClaim(const catalogue::Claim &claim, const std::vector<catalogue::RecordSource> &sources);
    bool isDirty() const override;
    void focusFirst() override;
    bool save(Questions questions = Questions::Allowed) override;

protected:
    bool check(FieldInput *input) override;
    void reveal(FieldInput *input) override;

private:
    void setOffers(RecordOffers &offers);
    void splitValue();
    void showShare();
    void showDefinition();
    QString storedText(const catalogue::Field &field) const;
    catalogue::Claim typed() const; ///< REQUIRES that all inputs are right
    /// Adds what is missing for the claim to the edit, after asking; false when it may not be added.
    bool addMissing(const catalogue::Claim &claim, Questions questions, catalogue::Edit &edit);

    Workspace &m_workspace;
    catalogue::Claim m_claim;
    QStringList m_units;
    FoldButton *m_more;
    QWidget *m_moreBox;
    QCheckBox *m_preferred;
    CitationsBox *m_citations;
};

} // namespace waic::ui
