// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QHash>

namespace waic::catalogue {

class Database;

/// An organisation as others refer to it: the survivor of its merges.
struct ShownOrganisation
{
    RowId id = 0; ///< 0: the row referred to is missing
    QString uid;
    QString name;
    QString shortName;
    QString localName; ///< in Chinese; null where the catalogue has none
};

/// The row that stands for this one after all merges.  A chain of merges into a row that is gone ends at its last member, and one
/// that leads round, which only other tools make, ends at the member of the ring with the least id.  sql: the statement that
/// gives merged_into of the row of an id.  Throws SQLite::Exception.
RowId mergeSurvivor(Database &database, const char *sql, RowId id);

/// Looks organisations up by id and keeps them for as long as it lives, which is one read transaction.  Throws
/// SQLite::Exception.
class Organisations
{
public:
    explicit Organisations(Database &database)
        : m_database(database)
    {
    }

    const ShownOrganisation &of(RowId id);

private:
    ShownOrganisation read(RowId id);

    Database &m_database;
    QHash<RowId, ShownOrganisation> m_known;
};

} // namespace waic::catalogue
