// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/record_history.h"

#include "catalogue/changeset.h"
#include "catalogue/country.h"
#include "catalogue/field.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QHash>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <string_view>

namespace waic::catalogue {

namespace {

constexpr int kNewestSteps = 200;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordHistory)
};

/// Columns that change without being typed by hand, and what people call them.
struct OtherColumn
{
    const char *column;
    const char *label;
    bool yesOrNo; ///< shown as yes or no: a flag, or a time that says since when
};

constexpr OtherColumn kOtherColumns[] = {
    {"starred", QT_TRANSLATE_NOOP("RecordHistory", "Starred"), true},
    {"binned_at", QT_TRANSLATE_NOOP("RecordHistory", "In the bin"), true},
    {"verification", QT_TRANSLATE_NOOP("RecordHistory", "Verification"), false},
    {"preferred", QT_TRANSLATE_NOOP("RecordHistory", "Preferred"), true},
    {"preferred_reason", QT_TRANSLATE_NOOP("RecordHistory", "Reason of preference"), false},
    {"measure", QT_TRANSLATE_NOOP("RecordHistory", "Measure"), false},
    {"subject", QT_TRANSLATE_NOOP("RecordHistory", "Subject"), false},
    {"value_to", QT_TRANSLATE_NOOP("RecordHistory", "Upper end"), false},
    {"nature", QT_TRANSLATE_NOOP("RecordHistory", "Nature"), false},
    {"definition", QT_TRANSLATE_NOOP("RecordHistory", "Definition"), false},
    {"scope", QT_TRANSLATE_NOOP("RecordHistory", "Scope"), false},
    {"note", QT_TRANSLATE_NOOP("RecordHistory", "Note"), false},
};

const OtherColumn *otherColumn(const QString &column)
{
    const auto *const found = std::find_if(std::begin(kOtherColumns), std::end(kOtherColumns),
        [&](const OtherColumn &other) { return column == QLatin1String(other.column); });
    return found == std::end(kOtherColumns) ? nullptr : found;
}

QString labelOf(Entity entity, const QString &column)
{
    if (const Field *field = findField(entity, column))
        return fieldLabel(*field);
    const OtherColumn *other = otherColumn(column);
    return other ? Text::tr(other->label) : column;
}

bool isNull(sqlite3_value *value)
{
    return !value || sqlite3_value_type(value) == SQLITE_NULL;
}

QString valueText(Entity entity, const QString &column, sqlite3_value *value)
{
    const Field *field = findField(entity, column);
    const OtherColumn *other = field ? nullptr : otherColumn(column);
    if (other && other->yesOrNo) {
        const bool flag = sqlite3_value_type(value) == SQLITE_INTEGER ? sqlite3_value_int(value) != 0 : !isNull(value);
        return flag ? Text::tr("yes") : Text::tr("no");
    }
    if (isNull(value))
        return {};
    const int type = sqlite3_value_type(value);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
        return numberText(sqlite3_value_double(value));
    const QString text = QString::fromUtf8(
        reinterpret_cast<const char *>(sqlite3_value_text(value)), sqlite3_value_bytes(value)); // UTF-8, as a changeset keeps it
    if (field && field->type == FieldType::Country) {
        const QString name = countryName(text);
        return name.isNull() ? text : name;
    }
    return text;
}

constexpr const char *kRowsOfStep = R"(
    SELECT row FROM step_row WHERE entity = 'announcement' AND row = ?1 AND step = ?2
    UNION ALL SELECT c.id FROM claim c JOIN step_row r ON r.entity = 'claim' AND r.row = c.id AND r.step = ?2
              WHERE c.announcement = ?1)";

/// Picks the changes of one announcement out of changesets.
class Decoder
{
public:
    Decoder(Database &database, RowId announcement)
        : m_database(database)
        , m_announcement(announcement)
    {
        SQLite::Statement &claims
            = bound(database.kept("SELECT id, measure, subject FROM claim WHERE announcement = ?"), announcement);
        while (claims.executeStep())
            m_claims.insert(integer(claims, 0), text(claims, 1) + QStringLiteral(", ") + text(claims, 2));
    }

    void readParts(RecordStep &step)
    {
        const std::vector<QByteArray> keys = keysOfRows(step.id);
        // None may hold the rows that the step lists only in a file that others changed: then every part is read.
        if (!readParts(step, keys))
            readParts(step, {QByteArray()});
        std::stable_partition(
            step.changes.begin(), step.changes.end(), [](const CellChange &change) { return change.about.isNull(); });
    }

private:
    /// The announcement and its claims, as far as the step changed them, as a changeset stores their ids: type, then big-endian.
    std::vector<QByteArray> keysOfRows(qint64 step)
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
    bool readParts(RecordStep &step, const std::vector<QByteArray> &keys)
    {
        bool found = false;
        SQLite::Statement &parts = bound(
            m_database.kept("SELECT changeset, entity, first_id, last_id FROM step_part WHERE step = ? ORDER BY seq"), step.id);
        std::vector<QByteArray> changesets;
        while (parts.executeStep()) {
            const QString entity = text(parts, 1);
            if (entity.isNull()) {
                const SQLite::Column blob = parts.getColumn(0);
                const auto *const bytes = static_cast<const char *>(blob.getBlob());
                const std::string_view stored(bytes ? bytes : "", size_t(blob.getBytes()));
                const auto isIn = [stored](const QByteArray &key) {
                    return stored.find(std::string_view(key.constData(), size_t(key.size()))) != std::string_view::npos;
                };
                if (std::any_of(keys.begin(), keys.end(), isIn))
                    changesets.emplace_back(stored.data(), qsizetype(stored.size()));
            } else if (entity == tableName(Entity::Announcement) && integer(parts, 2) <= m_announcement
                && m_announcement <= integer(parts, 3)) {
                step.added = found = true;
            }
        }
        found = found || !changesets.empty();
        // Read to the end before decoding may throw: a statement left on its row would keep an old state of the file in sight.
        for (const QByteArray &changeset : changesets)
            readChangeset(changeset, step);
        return found;
    }

    void readChangeset(const QByteArray &stored, RecordStep &step)
    {
        QByteArray changeset = ended(stored);
        sqlite3_changeset_iter *started = nullptr;
        checkCode(sqlite3changeset_start(&started, int(changeset.size()), changeset.data()));
        std::unique_ptr<sqlite3_changeset_iter, decltype(&sqlite3changeset_finalize)> iterator(
            started, sqlite3changeset_finalize);
        while (sqlite3changeset_next(iterator.get()) == SQLITE_ROW)
            readRow(iterator.get(), step);
        checkCode(sqlite3changeset_finalize(iterator.release())); // gives the error of next() too
    }

    void readRow(sqlite3_changeset_iter *iterator, RecordStep &step)
    {
        const char *table = nullptr;
        int columnCount = 0;
        int operation = 0;
        int indirect = 0;
        checkCode(sqlite3changeset_op(iterator, &table, &columnCount, &operation, &indirect));
        const QString name = QString::fromUtf8(table);
        if (name != tableName(Entity::Announcement) && name != tableName(Entity::Claim))
            return;
        const Entity entity = name == tableName(Entity::Claim) ? Entity::Claim : Entity::Announcement;
        const QStringList &columns = columnsOf(entity);
        const int key = int(columns.indexOf(QStringLiteral("id")));
        if (key < 0 || key >= columnCount)
            return;
        sqlite3_value *id = nullptr;
        checkCode(
            operation == SQLITE_INSERT ? sqlite3changeset_new(iterator, key, &id) : sqlite3changeset_old(iterator, key, &id));
        const RowId row = id ? sqlite3_value_int64(id) : 0;
        if (entity == Entity::Announcement ? row != m_announcement : !m_claims.contains(row))
            return;
        if (operation == SQLITE_INSERT && entity == Entity::Announcement)
            step.added = true;
        if (operation != SQLITE_UPDATE)
            return;
        for (int column = 0; column < std::min(columnCount, int(columns.size())); ++column) {
            sqlite3_value *was = nullptr;
            sqlite3_value *is = nullptr;
            checkCode(sqlite3changeset_old(iterator, column, &was));
            checkCode(sqlite3changeset_new(iterator, column, &is));
            if (is) // absent: this cell was not changed
                step.changes.push_back({m_claims.value(entity == Entity::Claim ? row : 0), labelOf(entity, columns[column]),
                    valueText(entity, columns[column], was), valueText(entity, columns[column], is)});
        }
    }

    const QStringList &columnsOf(Entity entity)
    {
        QStringList &columns = m_columns[int(entity)];
        if (columns.isEmpty()) {
            SQLite::Statement statement(
                m_database.connection(), "PRAGMA table_info(" + quotedIdentifier(tableName(entity)).toStdString() + ")");
            while (statement.executeStep())
                columns << text(statement, 1);
        }
        return columns;
    }

    Database &m_database;
    RowId m_announcement;
    QHash<RowId, QString> m_claims;
    QHash<int, QStringList> m_columns;
};

constexpr const char *kStepsOfRecord = R"(
    SELECT id, label, kind, author, at FROM step
    WHERE id IN (SELECT step FROM step_row WHERE entity = 'announcement' AND row = ?1
                 UNION SELECT r.step FROM claim c JOIN step_row r ON r.entity = 'claim' AND r.row = c.id
                       WHERE c.announcement = ?1)
    ORDER BY id DESC LIMIT ?2)";

} // namespace

Result<std::vector<RecordStep>> recordHistory(Reader &reader, RowId announcement)
{
    return guarded({}, [&]() -> Result<std::vector<RecordStep>> {
        Database &database = reader.database();
        std::vector<RecordStep> steps;
        SQLite::Statement &found = bound(database.kept(kStepsOfRecord), announcement, kNewestSteps);
        while (found.executeStep()) {
            RecordStep step;
            step.id = integer(found, 0);
            step.label = text(found, 1);
            step.kind = text(found, 2);
            step.author = text(found, 3);
            step.at = text(found, 4);
            steps.push_back(std::move(step));
        }
        Decoder decoder(database, announcement);
        for (RecordStep &step : steps)
            decoder.readParts(step);
        return steps;
    });
}

} // namespace waic::catalogue
