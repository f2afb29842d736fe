// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/unit_names.h"

#include "catalogue/sql.h"

namespace waic::catalogue {

Result<QStringList> unitNames(Reader &reader, const QString &like)
{
    return guarded({}, [&]() -> Result<QStringList> {
        SQLite::Statement &units = bound(
            reader.database().kept("SELECT name FROM unit ORDER BY dimension IS (SELECT dimension FROM unit WHERE name = ?) DESC,"
                                   " lower(name), name"),
            like);
        QStringList names;
        while (units.executeStep())
            names << text(units, 0);
        return names;
    });
}

} // namespace waic::catalogue
