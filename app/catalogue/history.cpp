// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/history.h"

#include "catalogue/changeset.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"

namespace waic::catalogue {

namespace {

const QString kUndo = QStringLiteral("undo");
const QString kRedo = QStringLiteral("redo");

} // namespace

NextSteps nextSteps(Database &database)
{
    NextSteps next;
    QSet<qint64> undone; // by undos that count
    QSet<qint64> redone; // undos that do not count any more
    SQLite::Statement &steps = bound(database.kept("SELECT id, label, schema_version, kind, inverts FROM step ORDER BY id DESC"));
    bool metEdit = false;
    while (!next.undo && steps.executeStep()) {
        const PastStep step{integer(steps, 0), text(steps, 1), int(integer(steps, 2))};
        const QString kind = text(steps, 3);
        const qint64 inverts = integer(steps, 4);
        if (kind == kRedo) {
            redone.insert(inverts);
        } else if (kind == kUndo) {
            if (redone.contains(step.id))
                continue;
            undone.insert(inverts);
            if (!next.redo && !metEdit)
                next.redo = step;
        } else {
            metEdit = true;
            if (!undone.contains(step.id))
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
    for (const ChangedRow &changed : changedRows(changeset)) {
        addRow(changed.table, changed.row);
        if (changed.table != QLatin1String("claim"))
            continue;
        // Who shows an announcement's history shows what happened to its figures too.
        SQLite::Statement &claim = bound(m_database.kept("SELECT announcement FROM claim WHERE id = ?"), changed.row);
        if (claim.executeStep())
            addRow(QStringLiteral("announcement"), integer(claim, 0));
        claim.reset();
    }
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
