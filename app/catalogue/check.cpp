// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check.h"

#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Check)
};

using Findings = std::vector<Finding>;
using Cancelled = std::function<bool()>;

constexpr int kProgressSteps = 20000; ///< of SQLite's machine between two questions, some milliseconds

/// Asks while SQLite works, for as long as it lives.
class ProgressWatch
{
public:
    ProgressWatch(Database &database, const Cancelled &cancelled)
        : m_database(database)
        , m_cancelled(cancelled)
    {
        if (m_cancelled)
            sqlite3_progress_handler(m_database.handle(), kProgressSteps, &ProgressWatch::ask, this);
    }
    ~ProgressWatch() { sqlite3_progress_handler(m_database.handle(), 0, nullptr, nullptr); }
    ProgressWatch(const ProgressWatch &) = delete;
    ProgressWatch &operator=(const ProgressWatch &) = delete;

private:
    static int ask(void *watch) { return static_cast<ProgressWatch *>(watch)->m_cancelled() ? 1 : 0; }

    Database &m_database;
    const Cancelled &m_cancelled;
};

Finding fault(const char *check, const QString &uid, const QString &text)
{
    return {Finding::Severity::Fault, QString::fromLatin1(check), uid, text};
}

void findDamage(Database &database, Findings &findings)
{
    SQLite::Statement rows(database.connection(), "PRAGMA integrity_check");
    while (rows.executeStep()) {
        const QString said = text(rows, 0);
        if (said != QLatin1String("ok"))
            findings.push_back(fault("integrity", {}, said));
    }
}

/// A column that refers to another table's rows.
struct Reference
{
    QString table, column, parent, parentColumn;
};

std::vector<Reference> references(Database &database)
{
    std::vector<Reference> found;
    const QStringList tables
        = recordedTables() + QStringList{QStringLiteral("step"), QStringLiteral("step_part"), QStringLiteral("step_row")};
    for (const QString &table : tables) {
        SQLite::Statement rows(
            database.connection(), R"(SELECT "from", "table", coalesce("to", 'id') FROM pragma_foreign_key_list(?))");
        bound(rows, table);
        while (rows.executeStep())
            found.push_back({table, text(rows, 0), text(rows, 1), text(rows, 2)});
    }
    return found;
}

/// How a row with a broken reference is named: its uid if it has one, else all its keys.
QString rowUidSql(Database &database, const QString &table)
{
    SQLite::Statement keys(
        database.connection(), "SELECT name, pk FROM pragma_table_info(?) WHERE pk > 0 OR name = 'uid' ORDER BY pk");
    bound(keys, table);
    QStringList parts;
    while (keys.executeStep()) {
        if (text(keys, 0) == QLatin1String("uid"))
            return QStringLiteral("t.uid");
        parts.append(QStringLiteral("t.") + quotedIdentifier(text(keys, 0)));
    }
    return parts.join(QStringLiteral(" || ' ' || "));
}

void findOrphans(Database &database, Findings &findings)
{
    for (const Reference &reference : references(database)) {
        const QString sql = QStringLiteral("SELECT %1, t.%2 FROM %3 t WHERE t.%2 IS NOT NULL"
                                           " AND NOT EXISTS(SELECT 1 FROM %4 p WHERE p.%5 = t.%2)")
                                .arg(rowUidSql(database, reference.table), quotedIdentifier(reference.column),
                                    quotedIdentifier(reference.table), quotedIdentifier(reference.parent),
                                    quotedIdentifier(reference.parentColumn));
        SQLite::Statement rows(database.connection(), sql.toStdString());
        while (rows.executeStep())
            findings.push_back(fault("orphan", text(rows, 0),
                Text::tr("%1: its %2 leads to %3 %4, which is not there")
                    .arg(reference.table, reference.column, reference.parent, text(rows, 1))));
    }
}

/// Each ring of rows of a table that are merged into one another, as its uids, beginning with the row of the least id.
std::vector<QStringList> mergeRings(Database &database, const QString &table)
{
    std::map<RowId, std::pair<RowId, QString>> merges; // into which row, and the uid
    SQLite::Statement rows(database.connection(),
        QStringLiteral("SELECT id, merged_into, uid FROM %1 WHERE merged_into IS NOT NULL").arg(table).toStdString());
    while (rows.executeStep())
        merges.emplace(integer(rows, 0), std::pair(integer(rows, 1), text(rows, 2)));
    std::vector<QStringList> rings;
    std::map<RowId, RowId> metFrom; // a row, and the start of the walk that came by it first
    for (const auto &[start, unused] : merges) {
        RowId at = start;
        while (merges.contains(at) && metFrom.try_emplace(at, start).second)
            at = merges.at(at).first;
        if (!merges.contains(at) || metFrom.at(at) != start)
            continue;
        RowId least = at;
        for (RowId member = merges.at(at).first; member != at; member = merges.at(member).first)
            least = std::min(least, member);
        QStringList &ring = rings.emplace_back(merges.at(least).second);
        for (RowId member = merges.at(least).first; member != least; member = merges.at(member).first)
            ring.append(merges.at(member).second);
    }
    return rings;
}

void findMergeRings(Database &database, Findings &findings)
{
    constexpr qsizetype kNamed = 5; // members; a ring may have thousands
    for (const QString &table : {QStringLiteral("organisation"), QStringLiteral("tag")}) {
        for (const QStringList &ring : mergeRings(database, table)) {
            QString members = ring.mid(0, kNamed).join(QStringLiteral(", "));
            if (ring.size() > kNamed)
                members += QStringLiteral(", …");
            findings.push_back(fault("merge", ring.front(),
                Text::tr("%1: these are merged into one another in a ring, so none of them is the one that stays: %2")
                    .arg(table, members)));
        }
    }
}

} // namespace

Result<Findings> checkIntegrity(const CatalogueFile &file, const Cancelled &cancelled)
{
    Result<std::unique_ptr<Database>> connected = file.connect(Access::Read);
    if (!connected)
        return tl::make_unexpected(connected.error());
    return guarded(file.path(), [&]() -> Result<Findings> {
        Database &database = **connected;
        const ProgressWatch watch(database, cancelled);
        Findings findings;
        try {
            findDamage(database, findings);
            findOrphans(database, findings);
            findMergeRings(database, findings);
        } catch (const SQLite::Exception &exception) {
            switch (exception.getErrorCode() & 0xff) {
            case SQLITE_INTERRUPT:
                findings.push_back({Finding::Severity::Warning, QStringLiteral("integrity"), {},
                    Text::tr("the check was cancelled, there may be more to find")});
                break;
            case SQLITE_CORRUPT:
            case SQLITE_NOTADB:
                findings.push_back(fault("integrity", {}, QString::fromUtf8(exception.what())));
                break;
            default:
                throw;
            }
        }
        return findings;
    });
}

} // namespace waic::catalogue
