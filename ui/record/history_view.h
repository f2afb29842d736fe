// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/record_history.h"
#include "ui/record/record_list.h"

#include <QAbstractListModel>

namespace waic::ui {

/// The steps of a record, newest first, and below them what it came with.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// origin, contents: the last row's two lines; a null origin leaves it out.
    void setSteps(std::vector<catalogue::RecordStep> steps, const QString &origin, const QString &contents);

    bool isOrigin(int row) const { return row >= int(m_steps.size()); }
    const catalogue::RecordStep &step(int row) const { return m_steps[std::size_t(row)]; }
    QString title(int row) const;
    QString time(int row) const;
    const QString &contents() const { return m_contents; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<catalogue::RecordStep> m_steps;
    QString m_origin;
    QString m_contents;
};

/// What was changed in a record, from what to what, and when.  Read only.
class HistoryView : public RecordList
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void showHistory(const catalogue::Record &record, std::vector<catalogue::RecordStep> steps);

protected:
    std::vector<RowLink> links(const QModelIndex &, const QRect &) const override { return {}; }
    void activateRow(const QModelIndex &) override { }
    void fillMenu(QMenu &menu, const QModelIndex &index) override;
    QString copyText(const QModelIndex &index) const override;

private:
    HistoryModel *m_model;
    catalogue::RowId m_announcement = 0;
};

} // namespace waic::ui
