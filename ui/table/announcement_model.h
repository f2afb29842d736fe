// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "explore/answer.h"
#include "ui/table/row_fetcher.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace waic::ui {

/// Shows an answer: all ids in display order, the rows' texts in a bounded cache of windows that are read when a cell is asked
/// for (at most 64 rows by id, a millisecond).  A view that is about to paint more than one unread window has them read by a
/// worker: until they come, their cells are loading.  It never sorts, filters or changes rows by itself: setData() asks for an
/// edit by signal, and the row changes when the edit has been committed.  UI thread.
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
        SeenRole,              ///< QString: as stored; set before Qt::EditRole, what whoever typed saw in the cell
        LoadingRole,           ///< bool: the row is being read, its cells are empty
        HeldRole,              ///< bool: an edit took the row out of the filter, and it is shown all the same
        RefusedRole,           ///< QString: why what was typed in the cell is not saved; empty: it is, or nothing was
    };

    static constexpr int kWindowRows = 64;

    explicit AnnouncementModel(RowReader reader, QObject *parent = nullptr);

    /// Other rows, or the same in another order.  held: those among them that the question does not find any more.
    void setAnswer(const explore::Answer &answer, const QSet<catalogue::RowId> &held = {});
    /// The same ids as now, rows read anew; views keep everything.
    void refresh(const explore::Answer &answer, const QSet<catalogue::RowId> &held = {});
    /// Another catalogue: nothing is shown, pending or edited.
    void clear();
    void setWritable(bool writable) { m_writable = writable; }
    /// Reads in the background from now on; null: everything is read when it is asked for.
    void setFetcher(std::unique_ptr<RowFetcher> fetcher);

    /// These rows are going to be painted: one window that is not known is read now, more are fetched.
    void prepare(int firstRow, int lastRow);
    /// Rows that were prepared are on their way.
    bool isFetching() const { return !m_awaited.isEmpty(); }

    const explore::IdList &ids() const { return m_ids; }
    catalogue::RowId idOf(int row) const { return m_ids[std::size_t(row)]; } ///< REQUIRES a row that is there
    int rowOf(catalogue::RowId id) const;                                    ///< -1: not shown.  Some 0.3 ms for a million rows
    catalogue::AnnouncementRow row(int row) const;                           ///< read now when it is not known
    /// Past the cache; one that is gone has nothing but its id.
    Result<std::vector<catalogue::AnnouncementRow>> read(std::span<const catalogue::RowId> ids) const;
    /// Reads these rows again where they are shown, and marks them as edited.
    void rowsCommitted(const std::vector<catalogue::RowId> &announcements);
    /// A cell shows this value until its edit is committed or refused.
    void expect(const QModelIndex &cell, const QString &value);
    /// What was typed in a cell and cannot be saved: the cell shows it, marked, until another value is saved there.
    void keepTyped(catalogue::RowId id, int column, const QString &text, const QString &why);
    void dropTyped(const QModelIndex &cell);
    void dropTyped(catalogue::RowId id, int column);
    /// As the file has it, or is about to have it; not what was typed in vain.  Read now when it is not known.
    QString storedText(const QModelIndex &cell) const;
    /// Values asked for and not committed are forgotten: the cells show what is stored.
    void dropPending();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// For what was typed in a cell.
    void editAsked(const waic::catalogue::Edit &edit, waic::catalogue::RowId row, int column, const QString &typed);
    void fetched(); ///< the rows that were prepared are all there
    void readFailed(const waic::Error &error);

private:
    struct Window
    {
        std::vector<catalogue::AnnouncementRow> rows;
        bool stale = false; ///< shown until it is read again
    };
    using Cell = std::pair<catalogue::RowId, int>;
    struct Typed
    {
        QString text;
        QString why; ///< not saved
    };

    void takeRows(const explore::Answer &answer);
    int windowEnd(int number) const; ///< row after its last one
    const Window *readWindow(int number) const;
    /// Null while it is being fetched.
    const Window *window(int number) const;
    void onFetched(const RowFetcher::Window &window);
    void markStale();
    void forgetWishes();
    void rereadFew(std::span<const std::pair<int, int>> places);
    void changed(catalogue::RowId id, int column);
    QVariant loadingRole(int role) const;
    QVariant typedRole(const Typed &typed, int role) const;
    QString stored(int column, const catalogue::AnnouncementRow &row) const;
    QVariant textRole(const QModelIndex &index, const catalogue::AnnouncementRow &row, int role) const;

    RowReader m_reader;
    explore::IdList m_ids;
    mutable QCache<int, Window> m_windows; ///< by number: rows [64 n, 64 n + 64)
    std::unique_ptr<RowFetcher> m_fetcher;
    QSet<int> m_awaited; ///< windows that are being fetched
    quint64 m_life = 0;  ///< of the rows that wishes are for
    QHash<Cell, QString> m_pending;
    std::optional<QString> m_seen; ///< for the next value that is set
    QHash<Cell, Typed> m_typed;
    QSet<catalogue::RowId> m_held;
    QSet<catalogue::RowId> m_edited;
    bool m_writable = false;
};

} // namespace waic::ui
