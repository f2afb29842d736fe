// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"
#include "catalogue/row_change.h"
#include "catalogue/sql.h"

#include <QHash>

namespace waic::catalogue {

/// Makes changes of rows that the history kept, cell by cell: a cell that holds neither the value expected nor the one wanted is
/// a conflict.  Decisions on conflicts are looked up among those given; what has none is collected, and the caller rolls back.
///
/// Rows that others refer to (organisations, tags, sources, units, measures, definitions) stay when they are in use, a figure
/// that is removed takes its citations along.  Belongs to one transaction.  All functions throw SQLite::Exception.
class RowChanger
{
public:
    /// decisions outlive it.
    RowChanger(Database &database, const Decisions &decisions)
        : m_database(database)
        , m_decisions(decisions)
    {
    }

    void make(const RowChange &change);
    /// In the order that references need: removals children first, then cells, then additions parents first.
    void makeAll(std::vector<RowChange> changes);

    /// Conflicts that no decision fits to.
    const std::vector<CellConflict> &open() const { return m_open; }

private:
    void update(const RowChange &change);
    bool write(const RowChange &change, bool onlyExpected);
    /// Rows changed; none where a rule of the catalogue forbids it, which is a conflict then.
    std::optional<int> run(const RowChange &change, const QString &sql, std::span<const QVariant> values);
    SQLite::Statement &boundTo(const QString &sql, std::span<const QVariant> values);
    void updateSome(const RowChange &change);
    void insert(const RowChange &change);
    void remove(const RowChange &change);
    bool isUsed(const RowChange &change);
    std::optional<std::vector<QVariant>> present(const RowChange &change); ///< the row; none when it is gone
    /// Whether it was decided to take the wanted value; undecided ones are collected.
    bool takes(const RowChange &change, CellConflict::Kind kind, int column, const QVariant &found, const QVariant &wanted);
    const QStringList &columnsOf(const QString &table);
    QString whereKey(const RowChange &change, int firstParameter);

    Database &m_database;
    const Decisions &m_decisions;
    std::vector<CellConflict> m_open;
    QHash<QString, QStringList> m_columns;
};

} // namespace waic::catalogue
