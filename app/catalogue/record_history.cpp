// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/record_history.h"

#include "catalogue/record_changes.h"
#include "catalogue/sql.h"
#include "catalogue/step_list.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace waic::catalogue {

namespace {

constexpr int kNewestSteps = 200;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordHistory)
};

constexpr const char *kStepsOfRecord = R"(
    SELECT id, label, kind, author, at, EXISTS(SELECT 1 FROM step_part WHERE step = step.id) FROM step
    WHERE id IN (SELECT step FROM step_row WHERE entity = 'announcement' AND row = ?1
                 UNION SELECT r.step FROM claim c JOIN step_row r ON r.entity = 'claim' AND r.row = c.id
                       WHERE c.announcement = ?1)
    ORDER BY id DESC LIMIT ?2)";

std::vector<RecordStep> stepsOfRecord(Database &database, RowId announcement, int most)
{
    std::vector<RecordStep> steps;
    SQLite::Statement &found = bound(database.kept(kStepsOfRecord), announcement, most);
    while (found.executeStep()) {
        RecordStep step;
        step.id = integer(found, 0);
        step.label = text(found, 1);
        step.kind = text(found, 2);
        step.author = text(found, 3);
        step.at = text(found, 4);
        step.hasContents = integer(found, 5) != 0;
        steps.push_back(std::move(step));
    }
    return steps;
}

/// Names of the announcement's own cells that a change sets.
void addColumns(Database &database, const RowChange &change, QStringList &columns)
{
    if (change.kind != RowChange::Kind::Update || change.table != tableName(Entity::Announcement))
        return;
    const QStringList names = columnNames(database, change.table);
    for (std::size_t column = 0; column < change.is.size(); ++column)
        if (change.is[column] && int(column) < names.size())
            columns << names[int(column)];
}

/// Rows by table and key.
using RowKey = QPair<QString, QString>;

RowKey keyOf(const RowChange &change)
{
    QStringList parts;
    for (const QVariant &part : change.key())
        parts << part.toString();
    return {change.table, parts.join(QChar(0))};
}

/// What takes the record from its state now to the one right after a step, a change a row.
class WayBack
{
public:
    void add(const RowChange &change)
    {
        const RowKey key = keyOf(change);
        const auto known = m_places.constFind(key);
        if (known == m_places.constEnd()) {
            m_places.insert(key, m_changes.size());
            m_changes.emplace_back(inverse(change));
            return;
        }
        std::optional<RowChange> &sofar = m_changes[*known];
        sofar = sofar ? combined(*sofar, inverse(change)) : inverse(change);
    }

    std::vector<RowChange> changes() const
    {
        std::vector<RowChange> all;
        for (const std::optional<RowChange> &change : m_changes)
            if (change)
                all.push_back(*change);
        return all;
    }

private:
    QHash<RowKey, std::size_t> m_places;
    std::vector<std::optional<RowChange>> m_changes;
};

/// Removals of children first, then cells, then additions of parents first, as references need it.
void orderForReferences(std::vector<RowChange> &changes)
{
    const auto place = [](const RowChange &change) {
        const int depth = change.table == QLatin1String("citation") ? 2 : change.table == QLatin1String("claim") ? 1 : 0;
        return change.kind == RowChange::Kind::Delete ? -1 - depth : change.kind == RowChange::Kind::Insert ? 1 + depth : 0;
    };
    std::stable_sort(changes.begin(), changes.end(), [&](const auto &a, const auto &b) { return place(a) < place(b); });
}

QString timeWords(const QString &at)
{
    return QString(at.left(16)).replace(QLatin1Char('T'), QLatin1Char(' '));
}

} // namespace

Result<std::vector<RecordStep>> recordHistory(Reader &reader, RowId announcement)
{
    return guarded({}, [&]() -> Result<std::vector<RecordStep>> {
        Database &database = reader.database();
        const Snapshot snapshot(database);
        std::vector<RecordStep> steps = stepsOfRecord(database, announcement, kNewestSteps);
        const TakenBack takenBack(database);
        RecordChanges record(database, announcement);
        for (RecordStep &step : steps) {
            const RecordChanges::OfStep found = record.ofStep(step.id);
            step.added = found.added;
            step.standing = takenBack.stands(step.id, step.kind);
            step.takeBack = takenBack.takeBackOf(step.id, step.kind, step.hasContents);
            for (const RowChange &change : found.changes) {
                addColumns(database, change, step.columns);
                for (CellChange &cell : cellChanges(database, change))
                    step.changes.push_back(std::move(cell));
            }
            std::stable_partition(
                step.changes.begin(), step.changes.end(), [](const CellChange &change) { return change.about.isNull(); });
        }
        return steps;
    });
}

Result<Edit> restoreRecord(Reader &reader, RowId announcement, qint64 step)
{
    return guarded({}, [&]() -> Result<Edit> {
        Database &database = reader.database();
        const Snapshot snapshot(database);
        RecordChanges record(database, announcement);
        WayBack way;
        QString at;
        for (const RecordStep &later : stepsOfRecord(database, announcement, -1)) {
            if (later.id <= step) {
                at = later.at;
                break;
            }
            if (!later.hasContents && (later.kind == QLatin1String("edit") || later.kind == QLatin1String("import")))
                return failure(ErrorKind::NotFound, Text::tr("what the record held then was dropped from the history"), {},
                    Text::tr("the history was compacted"));
            const RecordChanges::OfStep found = record.ofStep(later.id);
            for (const RowChange &change : found.changes)
                way.add(change);
        }
        std::vector<RowChange> changes = way.changes();
        orderForReferences(changes);
        const QString title = nameOfRow(database, QStringLiteral("announcement"), announcement);
        Edit edit{at.isNull() ? Text::tr("Restore “%1” as it was before its first change").arg(title)
                              : Text::tr("Restore “%1” of %2").arg(title, timeWords(at)),
            {}};
        for (RowChange &change : changes)
            edit.changes.emplace_back(std::move(change));
        return edit;
    });
}

Result<Edit> restoreField(Reader &reader, RowId announcement, qint64 step, const QString &column)
{
    return restoreRecord(reader, announcement, step).and_then([&](const Edit &whole) -> Result<Edit> {
        const Field *field = findField(Entity::Announcement, column);
        Edit edit{Text::tr("Restore %1 of an announcement").arg(field ? fieldLabel(*field).toLower() : column), {}};
        for (const Change &change : whole.changes) {
            const auto *row = std::get_if<RowChange>(&change);
            if (!row || row->table != tableName(Entity::Announcement) || row->kind != RowChange::Kind::Update)
                continue;
            const Result<QStringList> columns
                = guarded({}, [&]() -> Result<QStringList> { return columnNames(reader.database(), row->table); });
            const int place = columns ? int(columns->indexOf(column)) : -1;
            if (place < 0 || !row->is[std::size_t(place)])
                continue;
            RowChange one = *row;
            for (std::size_t other = 0; other < one.is.size(); ++other)
                if (int(other) != place) {
                    one.is[other].reset();
                    if (!one.isKey[other])
                        one.was[other].reset();
                }
            edit.changes.emplace_back(std::move(one));
        }
        return edit;
    });
}

} // namespace waic::catalogue
