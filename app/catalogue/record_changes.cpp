// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/record_changes.h"

#include "catalogue/change_words.h"
#include "catalogue/sql.h"

#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <string_view>

namespace waic::catalogue {

namespace {

constexpr const char *kRowsOfStep = R"(
    SELECT row FROM step_row WHERE entity = 'announcement' AND row = ?1 AND step = ?2
    UNION ALL SELECT c.id FROM claim c JOIN step_row r ON r.entity = 'claim' AND r.row = c.id AND r.step = ?2
              WHERE c.announcement = ?1)";

/// A part as it is stored: a changeset, or announcements that were added.
struct StoredPart
{
    QByteArray changeset;
    bool isAddition = false;
    RowId first = 0;
    RowId last = 0;
};

} // namespace

RecordChanges::RecordChanges(Database &database, RowId announcement)
    : m_database(database)
    , m_announcement(announcement)
{
    SQLite::Statement &claims = bound(database.kept("SELECT id FROM claim WHERE announcement = ?"), announcement);
    while (claims.executeStep())
        m_claims.insert(integer(claims, 0));
}

RecordChanges::OfStep RecordChanges::ofStep(qint64 step)
{
    OfStep found;
    // None may hold the rows that the step lists only in a file that others changed: then every part is read.
    if (!readParts(step, keysOfRows(step), found))
        readParts(step, {QByteArray()}, found);
    return found;
}

/// The announcement and its claims, as far as the step changed them, as a changeset stores their ids: type, then big-endian.
std::vector<QByteArray> RecordChanges::keysOfRows(qint64 step)
{
    SQLite::Statement &rows = bound(m_database.kept(kRowsOfStep), m_announcement, step);
    std::vector<QByteArray> keys;
    while (rows.executeStep()) {
        QByteArray key(1 + sizeof(qint64), char(SQLITE_INTEGER));
        qToBigEndian(integer(rows, 0), key.data() + 1);
        keys.push_back(key);
    }
    return keys;
}

/// Reads the parts that hold one of these keys: to look for nine bytes is far quicker than to decode.  False when none does.
bool RecordChanges::readParts(qint64 step, const std::vector<QByteArray> &keys, OfStep &found)
{
    SQLite::Statement &parts
        = bound(m_database.kept("SELECT changeset, entity, first_id, last_id FROM step_part WHERE step = ? ORDER BY seq"), step);
    std::vector<QByteArray> changesets;
    bool any = false;
    int count = 0;
    while (parts.executeStep()) {
        ++count;
        if (!text(parts, 1).isNull()) {
            const bool adds = integer(parts, 2) <= m_announcement && m_announcement <= integer(parts, 3);
            found.added = found.added || adds;
            any = any || adds;
            continue;
        }
        const SQLite::Column blob = parts.getColumn(0);
        const auto *const bytes = static_cast<const char *>(blob.getBlob());
        const std::string_view stored(bytes ? bytes : "", size_t(blob.getBytes()));
        const auto isIn = [stored](const QByteArray &key) {
            return stored.find(std::string_view(key.constData(), size_t(key.size()))) != std::string_view::npos;
        };
        if (std::any_of(keys.begin(), keys.end(), isIn))
            changesets.emplace_back(stored.data(), qsizetype(stored.size()));
    }
    // Read to the end before decoding may throw: a statement left on its row would keep an old state of the file in sight.
    for (const QByteArray &changeset : changesets)
        readChangeset(changeset, found);
    return any || !found.changes.empty() || count == 0;
}

void RecordChanges::readChangeset(const QByteArray &changeset, OfStep &found)
{
    const auto mayBe = [this](const QString &table, RowId key) {
        if (table == QLatin1String("announcement") || table == QLatin1String("participation")
            || table == QLatin1String("announcement_tag") || table == QLatin1String("field_value"))
            return key == m_announcement;
        return table == QLatin1String("claim") || table == QLatin1String("citation");
    };
    for (RowChange &change : rowChanges(changeset, mayBe)) {
        if (!isOfRecord(change))
            continue;
        if (change.table == QLatin1String("claim"))
            m_claims.insert(change.rowId());
        if (change.kind == RowChange::Kind::Insert && change.table == QLatin1String("announcement"))
            found.added = true;
        found.changes.push_back(std::move(change));
    }
}

bool RecordChanges::isOfRecord(const RowChange &change)
{
    if (change.table == QLatin1String("claim") && m_claims.contains(change.rowId()))
        return true;
    if (change.table == QLatin1String("citation"))
        if (const RowId claim = columnValue(m_database, change, "claim").toLongLong(); claim && m_claims.contains(claim))
            return true;
    // A claim that is changed here and gone by now belongs to whoever it says, when it says so.
    return announcementOf(m_database, change) == m_announcement;
}

} // namespace waic::catalogue
