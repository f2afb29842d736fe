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
