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
    bool isUndone(int row) const; ///< an edit that does not stand any more
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

/// What was changed in a record, from what to what, and when.  Any step can be taken back; the record, or one of its fields, can
/// be given the state that it had.  It only asks for that: its owner writes.
class HistoryView : public RecordList
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void showHistory(const catalogue::Record &record, std::vector<catalogue::RecordStep> steps);
    void setWritable(bool writable) { m_writable = writable; }
    std::vector<RowLink> linksOf(const QModelIndex &index, const QRect &rect) const { return links(index, rect); }

signals:
    void takeBackAsked(qint64 step, const QString &label); ///< as RecordStep::takeBack
    void restoreAsked(qint64 step);                        ///< the record, to the state right after the step; 0: before all
    void restoreFieldAsked(qint64 step, const QString &column);

protected:
    std::vector<RowLink> links(const QModelIndex &index, const QRect &rect) const override;
    void activateLink(const QModelIndex &index, const RowLink &link) override;
    void activateRow(const QModelIndex &) override { }
    void fillMenu(QMenu &menu, const QModelIndex &index) override;
    QString copyText(const QModelIndex &index) const override;

private:
    HistoryModel *m_model;
    catalogue::RowId m_announcement = 0;
    bool m_writable = false;
};

} // namespace waic::ui
