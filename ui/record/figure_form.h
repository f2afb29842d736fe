// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "ui/record/field_input.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace waic::ui {

/// The editor of one figure: value, whole, unit, qualifier and date, checked together and handed over as one edit.
class FigureForm : public QWidget
{
    Q_OBJECT

public:
    /// units: offered for the unit.
    FigureForm(const catalogue::Claim &claim, const QStringList &units, QWidget *parent = nullptr);

    catalogue::RowId claim() const { return m_claim.id; }
    /// The claim as it is stored now; what is half-typed stays.
    void setClaim(const catalogue::Claim &claim);
    void focusFirst();
    /// Shows mistakes where they are; without one emits submitted, or cancelled when nothing differs.
    void save();
    /// The catalogue refused the edit; said below the field that the error is about.
    void showRefusal(const Error &error);

signals:
    void submitted(const waic::catalogue::Edit &edit);
    void cancelled();
    void heightChanged(); ///< words came or went below a field

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void addInput(const char *column, QGridLayout &grid);
    bool check(FieldInput *input);
    QString storedText(const catalogue::Field &field) const;

    catalogue::Claim m_claim;
    QStringList m_units;
    std::vector<FieldInput *> m_inputs;
    QPushButton *m_save;
};

} // namespace waic::ui
