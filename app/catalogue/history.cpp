// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/history.h"

#include "catalogue/change_words.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"

namespace waic::catalogue {

namespace {

const QString kUndo = QStringLiteral("undo");
const QString kRedo = QStringLiteral("redo");

/// The bin that was emptied and contents that were dropped are gone for good.
bool isInvertible(const QString &kind)
{
    return kind != QLatin1String("empty") && kind != QLatin1String("compact");
}

} // namespace

std::optional<PastStep> stepOf(Database &database, qint64 id)
{
    SQLite::Statement &row = bound(database.kept("SELECT id, label, schema_version, kind FROM step WHERE id = ?"), id);
    std::optional<PastStep> step;
    if (row.executeStep() && isInvertible(text(row, 3)))
        step = PastStep{integer(row, 0), text(row, 1), int(integer(row, 2)), text(row, 3)};
    row.reset();
    return step;
}

qint64 standingUndoOf(Database &database, qint64 step)
{
    SQLite::Statement &row = bound(database.kept("SELECT id FROM step u WHERE kind = 'undo' AND inverts = ?1 AND NOT EXISTS("
                                                 "SELECT 1 FROM step WHERE kind = 'redo' AND inverts = u.id) LIMIT 1"),
        step);
    const qint64 undo = row.executeStep() ? integer(row, 0) : 0;
    row.reset();
    return undo;
}

bool isRedone(Database &database, qint64 undo)
{
    SQLite::Statement &row = bound(database.kept("SELECT 1 FROM step WHERE kind = 'redo' AND inverts = ?"), undo);
    const bool redone = row.executeStep();
    row.reset();
    return redone;
}

NextSteps nextSteps(Database &database)
{
    NextSteps next;
    QSet<qint64> undone; // by undos that count
    QSet<qint64> redone; // undos that do not count any more
    SQLite::Statement &steps = bound(
        database.kept("SELECT id, label, schema_version, kind, inverts, EXISTS(SELECT 1 FROM step_part WHERE step = step.id)"
                      " FROM step ORDER BY id DESC"));
    bool metEdit = false;
    while (!next.undo && steps.executeStep()) {
        const QString kind = text(steps, 3);
        const PastStep step{integer(steps, 0), text(steps, 1), int(integer(steps, 2)), kind};
        const qint64 inverts = integer(steps, 4);
        const bool hasContents = integer(steps, 5) != 0;
        if (!isInvertible(kind))
            continue;
        if (kind == kRedo) {
            redone.insert(inverts);
        } else if (kind == kUndo) {
            if (redone.contains(step.id))
                continue;
            undone.insert(inverts);
            if (!next.redo && !metEdit && hasContents)
                next.redo = step;
        } else {
            metEdit = true;
            if (undone.contains(step.id))
                continue;
            if (!hasContents)
                break; // dropped by compaction, like those of all steps before
            next.undo = step;
        }
    }
    steps.reset();
    return next;
}

std::vector<StepPart> partsToInvert(Database &database, qint64 step)
{
    SQLite::Statement &rows = bound(
        database.kept(
            "SELECT changeset, first_id, last_id FROM step_part WHERE step = ? AND (entity IS NULL OR entity = 'announcement')"
            " ORDER BY seq DESC"),
        step);
    std::vector<StepPart> parts;
    while (rows.executeStep())
        parts.push_back({anything(rows, 0).toByteArray(), integer(rows, 1), integer(rows, 2)});
    return parts;
}

StepRecord::StepRecord(Database &database, const QString &label, const QString &kind, const QString &author, qint64 inverts)
    : m_database(database)
    , m_step{0, label.isNull() ? QStringLiteral("") : label, kind, {}, utcNow()}
{
    bound(database.kept("INSERT INTO step(at, author, label, kind, inverts, schema_version) VALUES(?, ?, ?, ?, ?, ?)"), m_step.at,
        author, m_step.label, kind, inverts == 0 ? QVariant() : QVariant(inverts), kSchemaVersion)
        .exec();
    m_step.id = database.connection().getLastInsertRowid();
}

void StepRecord::addChangeset(const QByteArray &changeset)
{
    if (changeset.isEmpty())
        return;
    addPart(changeset, 0);
    for (const RowChange &change : rowChanges(changeset))
        addChangedRow(change);
}

void StepRecord::addChangedRow(const RowChange &change)
{
    static const QStringList kOwnRows{QStringLiteral("announcement"), QStringLiteral("claim"), QStringLiteral("organisation"),
        QStringLiteral("tag"), QStringLiteral("source"), QStringLiteral("field"), QStringLiteral("saved_view"),
        QStringLiteral("saved_chart"), QStringLiteral("import_mapping"), QStringLiteral("accepted_finding")};
    const QString kAnnouncement = QStringLiteral("announcement");
    if (kOwnRows.contains(change.table))
        addRow(change.table, change.rowId());
    // Who shows an announcement's history shows what happened to its figures, sources, tags and organisations too.
    if (change.table != kAnnouncement)
        if (const RowId announcement = announcementOf(m_database, change))
            addRow(kAnnouncement, announcement);
    if (change.table == QLatin1String("organisation_name"))
        addRow(QStringLiteral("organisation"), columnValue(m_database, change, "organisation").toLongLong());
    else if (change.table == QLatin1String("source_quotes"))
        addRow(QStringLiteral("source"), change.key().front().toLongLong());
    else if (change.table == QLatin1String("organisation_distinct"))
        for (const QVariant &one : change.key())
            addRow(QStringLiteral("organisation"), one.toLongLong());
    else if (change.table == QLatin1String("measure") || change.table == QLatin1String("unit")
        || change.table == QLatin1String("definition"))
        addRow(change.table, 0);
    static const QStringList kShared{QStringLiteral("organisation"), QStringLiteral("tag"), QStringLiteral("source"),
        QStringLiteral("organisation_name"), QStringLiteral("organisation_distinct"), QStringLiteral("source_quotes"),
        QStringLiteral("measure"), QStringLiteral("unit"), QStringLiteral("definition")};
    m_step.shared = m_step.shared || kShared.contains(change.table);
}

void StepRecord::addNewAnnouncement(RowId row)
{
    addPart({}, row);
    addRow(QStringLiteral("announcement"), row);
}

void StepRecord::addPart(const QByteArray &changeset, RowId added)
{
    const bool isAddition = changeset.isEmpty();
    bound(m_database.kept("INSERT INTO step_part(step, seq, changeset, entity, first_id, last_id) VALUES(?, ?, ?, ?, ?, ?)"),
        m_step.id, ++m_parts, isAddition ? QVariant() : QVariant(changeset),
        isAddition ? QStringLiteral("announcement") : QString(), isAddition ? QVariant(added) : QVariant(),
        isAddition ? QVariant(added) : QVariant())
        .exec();
}

void StepRecord::addRow(const QString &table, RowId row)
{
    bound(m_database.kept("INSERT OR IGNORE INTO step_row(step, entity, row) VALUES(?, ?, ?)"), m_step.id, table, row).exec();
    if (table == QLatin1String("announcement") && !m_announcements.contains(row)) {
        m_announcements.insert(row);
        m_step.announcements.push_back(row);
    }
}

} // namespace waic::catalogue
