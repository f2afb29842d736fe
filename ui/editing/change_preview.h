// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/batch_edit.h"

#include <QAbstractTableModel>

namespace waic::ui {

/// What a batch change would change, a row an announcement: title, what is there, what would be there.
class ChangePreview : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Was, Is, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCells(std::vector<catalogue::PlannedCell> cells);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<catalogue::PlannedCell> m_cells;
};

} // namespace waic::ui
