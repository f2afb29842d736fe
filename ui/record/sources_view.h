// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "ui/record/record_list.h"

#include <QAbstractListModel>

namespace waic::ui {

/// The sources that a record cites, as its order gives them.
class SourcesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setSources(std::vector<catalogue::RecordSource> sources);
    const catalogue::RecordSource &source(int row) const { return m_sources[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<catalogue::RecordSource> m_sources;
};

/// The pages that a record rests on; a click or Enter opens one.
class SourcesView : public RecordList
{
    Q_OBJECT

public:
    explicit SourcesView(QWidget *parent = nullptr);

    void showRecord(const catalogue::Record &record);

protected:
    std::vector<RowLink> links(const QModelIndex &index, const QRect &rect) const override;
    void activateRow(const QModelIndex &index) override;
    void fillMenu(QMenu &menu, const QModelIndex &index) override;
    QString copyText(const QModelIndex &index) const override;

private:
    SourcesModel *m_model;
    catalogue::RowId m_announcement = 0;
};

} // namespace waic::ui
