// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "explore/answer.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QSet>

#include <functional>
#include <span>
#include <utility>

namespace waic::ui {

/// Shows an answer: all ids in display order, the rows' texts in a bounded cache of windows that are read when a cell is asked
/// for (at most 64 rows by id, a millisecond).  It never sorts, filters or changes rows by itself: setData() asks for an edit by
/// signal, and the row changes when the edit has been committed.  UI thread.
class AnnouncementModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< qint64
        MissingRole,           ///< bool: the cell shows the sign for nothing
        MoreRole,              ///< int: organisations beside the one shown
        FullTextRole,          ///< the whole plain text of a cell: every organisation, every line
        StarredRole,           ///< bool
        VerificationRole,      ///< QString
        EditedRole,            ///< bool: edited since the catalogue was opened
    };
    using RowReader = std::function<Result<std::vector<catalogue::AnnouncementRow>>(std::span<const catalogue::RowId>)>;

    static constexpr int kWindowRows = 64;

    explicit AnnouncementModel(RowReader reader, QObject *parent = nullptr);

    /// Other rows, or the same in another order.
    void setAnswer(const explore::Answer &answer);
    /// The same ids as now, rows read anew; views keep everything.
    void refresh(const explore::Answer &answer);
    /// Another catalogue: nothing is shown, pending or edited.
    void clear();
    void setWritable(bool writable) { m_writable = writable; }

    const explore::IdList &ids() const { return m_ids; }
    catalogue::RowId idOf(int row) const { return m_ids[std::size_t(row)]; } ///< REQUIRES a row that is there
    int rowOf(catalogue::RowId id) const;                                    ///< -1: not shown.  Some 0.3 ms for a million rows
    catalogue::AnnouncementRow row(int row) const;
    /// Rows for work on many, past the cache; one that is gone has nothing but its id.
    Result<std::vector<catalogue::AnnouncementRow>> read(std::span<const catalogue::RowId> ids) const;
    /// What FullTextRole gives for a row.
    QString fullText(int column, const catalogue::AnnouncementRow &row) const;
    /// Reads these rows again where they are shown, and marks them as edited.
    void rowsCommitted(const std::vector<catalogue::RowId> &announcements);
    /// Values asked for and neither committed nor refused are forgotten: the cells show what is stored.
    void dropPending();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void editAsked(const waic::catalogue::Edit &edit);
    void readFailed(const waic::Error &error);

private:
    using Window = std::vector<catalogue::AnnouncementRow>;
    using Cell = std::pair<catalogue::RowId, int>;

    void takeRows(const explore::Answer &answer);
    const Window *window(int number) const;
    QString stored(int column, const catalogue::AnnouncementRow &row) const;
    QVariant textRole(const QModelIndex &index, const catalogue::AnnouncementRow &row, int role) const;

    RowReader m_reader;
    explore::IdList m_ids;
    mutable QCache<int, Window> m_windows; ///< by number: rows [64 n, 64 n + 64)
    QHash<Cell, QString> m_pending;
    QSet<catalogue::RowId> m_edited;
    bool m_writable = false;
};

} // namespace waic::ui
