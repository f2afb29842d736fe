// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/step_list.h"

#include <QAbstractTableModel>

namespace waic::ui {

/// The steps of a catalogue, newest first, as far as they have been read; whoever shows it reads more when more() is asked for.
class StepModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, ColumnCount };
    enum Role { UndoneRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void reset(std::vector<catalogue::ListedStep> steps, bool mayHaveMore);
    void append(const std::vector<catalogue::ListedStep> &steps, bool mayHaveMore);
    const catalogue::ListedStep &step(int row) const { return m_steps[std::size_t(row)]; }
    int rowOf(qint64 step) const; ///< -1: not read

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreAsked(qint64 before);

private:
    std::vector<catalogue::ListedStep> m_steps;
    bool m_mayHaveMore = false;
};

} // namespace waic::ui
