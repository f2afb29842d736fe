// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/measures.h"

#include "catalogue/sql.h"

namespace waic::catalogue {

Result<std::vector<Unit>> units(Reader &reader)
{
    return guarded({}, [&]() -> Result<std::vector<Unit>> {
        SQLite::Statement &rows = reader.database().kept("SELECT name, dimension, factor FROM unit");
        std::vector<Unit> units;
        while (rows.executeStep())
            units.push_back({text(rows, 0), text(rows, 1), real(rows, 2)});
        return units;
    });
}

Result<std::vector<MeasureUse>> measureUses(Reader &reader)
{
    return guarded({}, [&]() -> Result<std::vector<MeasureUse>> {
        SQLite::Statement &rows = reader.database().kept(
            "WITH edition(name) AS (SELECT DISTINCT edition FROM announcement WHERE edition IS NOT NULL)"
            " SELECT c.measure, count(*), count(DISTINCT c.subject), count(DISTINCT substr(c.as_of, 1, 4)),"
            " count(DISTINCT e.name),"
            " max(CASE WHEN c.of_value IS NOT NULL THEN c.subject END)"
            " FROM claim c JOIN announcement a ON a.id = c.announcement AND a.binned_at IS NULL"
            " LEFT JOIN edition e ON e.name = c.subject GROUP BY 1 ORDER BY 2 DESC, 1");
        std::vector<MeasureUse> uses;
        while (rows.executeStep())
            uses.push_back({text(rows, 0), rows.getColumn(1).getInt(), rows.getColumn(2).getInt(), rows.getColumn(3).getInt(),
                rows.getColumn(4).getInt(), text(rows, 5)});
        return uses;
    });
}

Result<QStringList> claimValues(Reader &reader, const QString &measure, const QString &column)
{
    const QStringList known{
        QStringLiteral("subject"), QStringLiteral("definition"), QStringLiteral("nature"), QStringLiteral("unit")};
    if (!known.contains(column))
        return failure(ErrorKind::Bug, QStringLiteral("no column of claims: ") + column);
    return guarded({}, [&]() -> Result<QStringList> {
        const std::string sql = "SELECT c." + column.toStdString()
            + ", count(*) FROM claim c JOIN announcement a ON a.id = c.announcement AND a.binned_at IS NULL"
              " WHERE c.measure = ? AND c."
            + column.toStdString() + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1";
        SQLite::Statement &rows = bound(reader.database().kept(sql.c_str()), measure);
        QStringList values;
        while (rows.executeStep())
            values.append(text(rows, 0));
        return values;
    });
}

Result<std::vector<Source>> sourcesOf(Reader &reader, std::span<const RowId> ids)
{
    return guarded({}, [&]() -> Result<std::vector<Source>> {
        std::vector<Source> sources;
        for (const RowId id : ids) {
            SQLite::Statement &row = bound(reader.database().kept("SELECT id, uid, url, title, publisher, language, published_on,"
                                                                  " accessed_on, attributed_to FROM source WHERE id = ?"),
                id);
            if (row.executeStep())
                sources.push_back({id, text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5), text(row, 6),
                    text(row, 7), text(row, 8)});
            row.reset(); // one that stays open keeps the connection at an old state of the file
        }
        return sources;
    });
}

Result<std::unordered_set<RowId>> organisationsOfType(Reader &reader, const QString &type)
{
    return guarded({}, [&]() -> Result<std::unordered_set<RowId>> {
        SQLite::Statement &rows = bound(reader.database().kept("SELECT id FROM organisation WHERE type = ?"), type);
        std::unordered_set<RowId> ids;
        while (rows.executeStep())
            ids.insert(rows.getColumn(0).getInt64());
        return ids;
    });
}

} // namespace waic::catalogue
