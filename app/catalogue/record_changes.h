// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/row_change.h"

#include <QSet>

namespace waic::catalogue {

class Database;

/// Picks the changes of one announcement, and of all that hangs on it, out of the history.  Steps are asked newest first, so that
/// a figure that was removed later is still known.  All functions throw SQLite::Exception.
class RecordChanges
{
public:
    RecordChanges(Database &database, RowId announcement);

    struct OfStep
    {
        bool added = false; ///< the announcement began to exist with it
        std::vector<RowChange> changes;
    };
    OfStep ofStep(qint64 step);

private:
    std::vector<QByteArray> keysOfRows(qint64 step);
    bool readParts(qint64 step, const std::vector<QByteArray> &keys, OfStep &found);
    void readChangeset(const QByteArray &changeset, OfStep &found);
    bool isOfRecord(const RowChange &change);

    Database &m_database;
    RowId m_announcement;
    QSet<RowId> m_claims; ///< there now, or removed by a step that was asked for
};

} // namespace waic::catalogue
