// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/step_list.h"

#include "catalogue/history.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StepList)
};

constexpr const char *kSteps = R"(
    SELECT id, label, kind, author, at, EXISTS(SELECT 1 FROM step_part WHERE step = step.id) FROM step
    WHERE (?1 = 0 OR id < ?1)
      AND (?3 IS NULL OR instr(lower(label), lower(?3)) > 0 OR instr(lower(coalesce(author, '')), lower(?3)) > 0)
    ORDER BY id DESC LIMIT ?2)";

/// Adds what a change did to the target that it belongs to.
class Targets
{
public:
    Targets(Database &database, int most)
        : m_database(database)
        , m_most(most)
    {
    }

    void add(const RowChange &change)
    {
        const RowId announcement = announcementOf(m_database, change);
        StepTarget *target = of(announcement);
        if (!target)
            return;
        for (CellChange &cell : cellChanges(m_database, change))
            target->changes.push_back(std::move(cell));
    }
    void addAddition(RowId announcement)
    {
        if (StepTarget *target = of(announcement))
            target->changes.push_back({{}, Text::tr("Announcement"), {}, Text::tr("added")});
    }

    StepContents taken()
    {
        m_contents.more = int(m_passed.size());
        return std::move(m_contents);
    }

private:
    StepTarget *of(RowId announcement)
    {
        const auto known = m_places.constFind(announcement);
        if (known != m_places.constEnd())
            return &m_contents.targets[*known];
        if (int(m_contents.targets.size()) >= m_most) {
            m_passed.insert(announcement);
            return nullptr;
        }
        m_places.insert(announcement, m_contents.targets.size());
        StepTarget target;
        target.announcement = announcement;
        if (announcement)
            target.title = nameOfRow(m_database, QStringLiteral("announcement"), announcement);
        m_contents.targets.push_back(std::move(target));
        return &m_contents.targets.back();
    }

    Database &m_database;
    int m_most;
    StepContents m_contents;
    QHash<RowId, std::size_t> m_places;
    QSet<RowId> m_passed;
};

} // namespace

TakenBack::TakenBack(Database &database)
{
    SQLite::Statement &rows
        = bound(database.kept("SELECT id, kind, inverts FROM step WHERE inverts IS NOT NULL ORDER BY id DESC"));
    while (rows.executeStep()) {
        const qint64 step = integer(rows, 0);
        const qint64 inverts = integer(rows, 2);
        if (text(rows, 1) == QLatin1String("redo"))
            m_redone.insert(inverts);
        else if (!m_redone.contains(step))
            m_undone.insert(inverts, step);
    }
}

bool TakenBack::stands(qint64 step, const QString &kind) const
{
    return kind == QLatin1String("undo") ? !m_redone.contains(step) : !m_undone.contains(step);
}

qint64 TakenBack::takeBackOf(qint64 step, const QString &kind, bool hasContents) const
{
    const bool isEdit = kind == QLatin1String("edit") || kind == QLatin1String("import") || kind == QLatin1String("merge");
    return !isEdit || !hasContents ? 0 : m_undone.value(step, step);
}

Result<std::vector<ListedStep>> listSteps(Reader &reader, qint64 before, int count, const QString &like)
{
    return guarded({}, [&]() -> Result<std::vector<ListedStep>> {
        Database &database = reader.database();
        const Snapshot snapshot(database);
        const TakenBack takenBack(database);
        std::vector<ListedStep> steps;
        SQLite::Statement &rows = bound(database.kept(kSteps), before, count, like.isEmpty() ? QString() : like);
        while (rows.executeStep()) {
            ListedStep step;
            step.id = integer(rows, 0);
            step.label = text(rows, 1);
            step.kind = text(rows, 2);
            step.author = text(rows, 3);
            step.at = text(rows, 4);
            step.hasContents = integer(rows, 5) != 0;
            step.standing = takenBack.stands(step.id, step.kind);
            step.takeBack = takenBack.takeBackOf(step.id, step.kind, step.hasContents);
            steps.push_back(std::move(step));
        }
        return steps;
    });
}

Result<StepContents> stepContents(Reader &reader, qint64 step, int most)
{
    return guarded({}, [&]() -> Result<StepContents> {
        Database &database = reader.database();
        const Snapshot snapshot(database);
        Targets targets(database, most);
        std::vector<StepPart> parts = partsToInvert(database, step);
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
            if (part->changeset.isEmpty()) {
                for (RowId row = part->firstAdded; row <= part->lastAdded; ++row)
                    targets.addAddition(row);
                continue;
            }
            for (const RowChange &change : rowChanges(part->changeset))
                targets.add(change);
        }
        return targets.taken();
    });
}

} // namespace waic::catalogue
