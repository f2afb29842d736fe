// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/writer.h"

#include "catalogue/change_recorder.h"
#include "catalogue/changeset.h"
#include "catalogue/edit_writing.h"
#include "catalogue/history.h"
#include "catalogue/removal.h"
#include "catalogue/row_changer.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

tl::unexpected<Error> layoutError(const QString &label)
{
    return failure(ErrorKind::Conflict, Text::tr("“%1” was made when the catalogue's tables had another layout").arg(label), {},
        Text::tr("nothing was changed; correct it by hand"));
}

/// Takes back one part of a step.  Conflicts leave the transaction half-done, for the caller to roll back.
Result<> takeBackPart(Database &database, RowChanger &changer, const PastStep &step, const StepPart &part)
{
    if (part.changeset.isEmpty()) {
        bound(database.kept("UPDATE announcement SET binned_at = ? WHERE id BETWEEN ? AND ? AND binned_at IS NULL"), utcNow(),
            part.firstAdded, part.lastAdded)
            .exec();
        return {};
    }
    if (!fitsTables(database, part.changeset))
        return layoutError(step.label);
    std::vector<RowChange> changes = rowChanges(part.changeset);
    std::reverse(changes.begin(), changes.end());
    for (RowChange &change : changes)
        change = inverse(std::move(change));
    changer.makeAll(std::move(changes));
    return {};
}

/// A file that was deleted, moved or replaced takes writes and loses them: SQLite still holds the old one open.
Result<> stillThere(Database &database)
{
    int moved = 0;
    if (sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
        return {};
    return failure(ErrorKind::Io, Text::tr("the file was deleted, moved or replaced while it was open"), {},
        Text::tr("put it back, or open the catalogue again from where it is now"));
}

Error at(const QString &path, Error error)
{
    if (error.where.isEmpty())
        error.where = path;
    return error;
}

} // namespace

Result<std::unique_ptr<Writer>> Writer::open(const CatalogueFile &file, const QString &author)
{
    return file.connect(Access::Write).map([&](std::unique_ptr<Database> &&database) {
        return std::unique_ptr<Writer>(new Writer(std::move(database), file.path(), author));
    });
}

Writer::Writer(std::unique_ptr<Database> database, QString path, QString author)
    : m_database(std::move(database))
    , m_path(std::move(path))
    , m_author(std::move(author))
{
}

Writer::~Writer()
{
    closeCleanly(std::move(m_database));
}

Result<Step> Writer::transact(std::span<const CellConflict> decisions, const std::function<Result<Step>()> &work)
{
    return guarded(m_path, [&]() -> Result<Step> {
        m_conflicts.clear();
        m_concerned = {};
        if (const Result<> there = stillThere(*m_database); !there)
            return tl::make_unexpected(there.error());
        Result<Step> step;
        {
            Transaction transaction(*m_database);
            step = work();
            if (step && step->id != 0)
                transaction.commit();
        }
        if (m_conflicts.empty())
            return step;
        for (CellConflict &conflict : m_conflicts)
            describe(*m_database, conflict);
        const Error error = conflictError(step.error().what, m_conflicts);
        m_conflicts = withEarlier(std::move(m_conflicts), decisions);
        return tl::make_unexpected(error);
    }).map_error([this](const Error &error) { return at(m_path, error); });
}

tl::unexpected<Error> Writer::refuse(const QString &label, std::vector<CellConflict> conflicts)
{
    m_conflicts = std::move(conflicts);
    return failure(ErrorKind::Conflict, label);
}

Result<Step> Writer::apply(const Edit &edit, std::span<const CellConflict> decisions)
{
    return transact(decisions, [&]() -> Result<Step> {
        const Decisions decided(decisions);
        StepRecord record(*m_database, edit.label, QStringLiteral("edit"), m_author);
        EditWriting writing(*m_database, record, decided);
        for (const Change &change : edit.changes) {
            if (const Result<> made = writing.write(change); !made)
                return tl::make_unexpected(made.error());
        }
        if (std::vector<CellConflict> conflicts = writing.conflicts(); !conflicts.empty())
            return refuse(edit.label, std::move(conflicts));
        if (const Result<> handed = writing.hand(); !handed)
            return tl::make_unexpected(handed.error());
        return record.hasParts() ? record.step() : Step();
    });
}

Result<Step> Writer::undo(std::span<const CellConflict> decisions)
{
    return invertNext(&NextSteps::undo, Text::tr("there is nothing to undo"), decisions);
}

Result<Step> Writer::redo(std::span<const CellConflict> decisions)
{
    return invertNext(&NextSteps::redo, Text::tr("there is nothing to redo"), decisions);
}

Result<Step> Writer::invertNext(
    std::optional<PastStep> NextSteps::*which, const QString &nothing, std::span<const CellConflict> decisions)
{
    return transact(decisions, [&]() -> Result<Step> {
        const std::optional<PastStep> target = nextSteps(*m_database).*which;
        return target ? takeBack(*target, decisions) : failure(ErrorKind::NotFound, nothing);
    });
}

Result<Step> Writer::invert(qint64 id, std::span<const CellConflict> decisions)
{
    return transact(decisions, [&]() -> Result<Step> {
        const std::optional<PastStep> step = stepOf(*m_database, id);
        if (!step)
            return failure(ErrorKind::NotFound, Text::tr("the history has no such step"));
        if (step->kind == QLatin1String("redo"))
            return failure(ErrorKind::NotFound, Text::tr("“%1” is a redo: undo the step that it took up again").arg(step->label));
        if (step->kind == QLatin1String("undo") ? isRedone(*m_database, id) : standingUndoOf(*m_database, id) != 0)
            return failure(ErrorKind::NotFound, Text::tr("“%1” was taken back already").arg(step->label));
        if (partsToInvert(*m_database, id).empty() && step->kind != QLatin1String("undo"))
            return failure(ErrorKind::NotFound, Text::tr("the contents of “%1” were dropped from the history").arg(step->label));
        return takeBack(*step, decisions);
    });
}

Result<Step> Writer::takeBack(const PastStep &step, std::span<const CellConflict> decisions)
{
    m_concerned = step;
    if (step.schemaVersion != kSchemaVersion)
        return layoutError(step.label);
    const QString kind = step.kind == QLatin1String("undo") ? QStringLiteral("redo") : QStringLiteral("undo");
    ChangeRecorder recorder(*m_database, recordedTables());
    StepRecord record(*m_database, step.label, kind, m_author, step.id);
    const Decisions decided(decisions);
    RowChanger changer(*m_database, decided);
    for (const StepPart &part : partsToInvert(*m_database, step.id)) {
        if (const Result<> back = takeBackPart(*m_database, changer, step, part); !back)
            return tl::make_unexpected(back.error());
        record.addChangeset(recorder.take());
    }
    if (!changer.open().empty())
        return refuse(step.label, changer.open());
    return record.step();
}

Result<Step> Writer::emptyBin()
{
    return transact({}, [&]() -> Result<Step> { return removeBinned(*m_database, m_author); });
}

Result<Step> Writer::compactHistory(const QString &before)
{
    return transact({}, [&]() -> Result<Step> { return dropContents(*m_database, before, m_author); });
}

Result<HistoryState> Writer::history()
{
    return guarded(m_path, [this]() -> Result<HistoryState> {
        const NextSteps next = nextSteps(*m_database);
        return HistoryState{next.undo ? next.undo->label : QString(), next.redo ? next.redo->label : QString()};
    });
}

} // namespace waic::catalogue
