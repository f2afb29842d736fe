// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/paste_plan.h"

#include <QAbstractTableModel>
#include <QDialog>

namespace waic::ui {

/// What a paste would do, a line for each cell refused, cell changed and announcement added.  Texts are data and plain.
class PasteLines : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Part { RowPart, ColumnPart, FromPart, ToPart, WhyPart, PartCount };

    explicit PasteLines(const PastePlan &plan, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override; ///< without WhyPart when nothing is refused
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isRefused(int row) const { return row < int(m_plan.refused.size()); }
    QString text(int row, int part) const;

    const PastePlan &m_plan;
};

/// Asks before a paste of many cells, or of some that cannot be pasted as they are.  UI thread.
class PastePreview : public QDialog
{
    Q_OBJECT

public:
    /// plan outlives the dialog.  filtered: not every announcement is in the table, so that new ones may be out of sight.
    PastePreview(const PastePlan &plan, bool filtered, QWidget *parent = nullptr);

private:
    QWidget *makeTable(const PastePlan &plan);
};

/// "30 cells changed · 4 new announcements · 12 unchanged · 3 refused": parts that are 0 are left out.
QString pasteCounts(const PastePlan &plan);

} // namespace waic::ui
