// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"

#include <QAbstractTableModel>

namespace waic::ui {

/// Conflicts cell by cell: what it is, what is there now, what would be written; one of the two values is ticked, at first none.
class ConflictModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Found, Wanted, ColumnCount };

    ConflictModel(catalogue::Conflict conflict, QObject *parent = nullptr);

    /// With what was decided.
    const catalogue::Conflict &conflict() const { return m_conflict; }
    int undecided() const { return m_undecided; }
    void decideAll(bool take);
    void decide(int row, bool take);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void decidedMore();

private:
    enum class Decision { None, Keep, Take };
    void set(int row, bool take);
    bool isOpen(int row) const; ///< there is something to decide: the cell can be written

    catalogue::Conflict m_conflict;
    std::vector<Decision> m_decisions;
    int m_undecided = 0;
};

} // namespace waic::ui
