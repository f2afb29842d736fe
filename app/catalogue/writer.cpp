// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/writer.h"

#include "catalogue/change_recorder.h"
#include "catalogue/changeset.h"
#include "catalogue/history.h"
#include "catalogue/row_writing.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

constexpr int kRowsInPart = 10'000;
constexpr int kTextInMessage = 80; // characters

/// Makes the changes of one edit and hands them to the history, part by part.
class EditWriting
{
public:
    EditWriting(Database &database, StepRecord &record)
        : m_database(database)
        , m_record(record)
        , m_recorder(database, recordedTables())
    {
    }

    Result<> write(const Change &change)
    {
        return std::visit([this](const auto &one) { return make(one); }, change);
    }

    /// Hands over what is recorded so far.  Cells that changed without a record would be lost to undo.
    Result<> hand()
    {
        const QByteArray changeset = m_recorder.take();
        if (changeset.isEmpty() && m_cells > 0)
            return failure(ErrorKind::Bug, Text::tr("the change could not be recorded in the history, so it was not made"));
        m_record.addChangeset(changeset);
        m_cells = 0;
        return {};
    }

private:
    Result<> make(const SetCell &cell)
    {
        const Result<bool> changed = writeCell(m_database, cell);
        if (!changed)
            return tl::make_unexpected(changed.error());
        m_cells += *changed ? 1 : 0;
        return m_cells < kRowsInPart ? Result<>() : hand();
    }

    // Kept as its id and not as its contents: undo does not delete it, it moves it to the bin.
    Result<> make(const AddAnnouncement &added)
    {
        m_recorder.setPaused(true);
        const Result<RowId> row = writeAnnouncement(m_database, added.row);
        m_recorder.setPaused(false);
        if (!row)
            return tl::make_unexpected(row.error());
        m_record.addNewAnnouncement(*row);
        return {};
    }

    static Result<bool> write(Database &database, const auto &change)
    {
        if constexpr (requires { writeSavedView(database, change); })
            return writeSavedView(database, change);
        else
            return writeSavedChart(database, change);
    }

    Result<> make(const auto &namedChange)
    {
        const Result<bool> changed = write(m_database, namedChange);
        if (!changed)
            return tl::make_unexpected(changed.error());
        m_cells += *changed ? 1 : 0;
        return {};
    }

    Database &m_database;
    StepRecord &m_record;
    ChangeRecorder m_recorder;
    int m_cells = 0; ///< set since the last part
};

QString shown(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return Text::tr("empty");
    if (value.typeId() == QMetaType::Double)
        return numberText(value.toDouble());
    const QString line = value.toString().simplified();
    return Text::tr("“%1”").arg(line.size() <= kTextInMessage ? line : line.left(kTextInMessage - 1) + QChar(0x2026));
}

QString titleOf(Database &database, const ChangeConflict &conflict)
{
    const char *sql = "SELECT title FROM announcement WHERE id = ?";
    if (conflict.table == QLatin1String("claim"))
        sql = "SELECT title FROM announcement WHERE id = (SELECT announcement FROM claim WHERE id = ?)";
    else if (conflict.table == QLatin1String("saved_view"))
        sql = "SELECT name FROM saved_view WHERE id = ?";
    else if (conflict.table == QLatin1String("saved_chart"))
        sql = "SELECT name FROM saved_chart WHERE id = ?";
    SQLite::Statement &row = bound(database.kept(sql), conflict.row);
    const QString title = row.executeStep() ? text(row, 0) : QString();
    row.reset();
    return title;
}

QString labelOf(const ChangeConflict &conflict)
{
    if (conflict.table == QLatin1String("saved_view"))
        return conflict.column == QLatin1String("query") ? Text::tr("Question") : Text::tr("Name");
    if (conflict.table == QLatin1String("saved_chart"))
        return conflict.column == QLatin1String("spec") ? Text::tr("Chart") : Text::tr("Name");
    const Entity entity = conflict.table == QLatin1String("claim") ? Entity::Claim : Entity::Announcement;
    const Field *field = findField(entity, conflict.column);
    if (field)
        return fieldLabel(*field);
    return conflict.column == QLatin1String("binned_at") ? Text::tr("Bin") : conflict.column;
}

tl::unexpected<Error> conflictError(Database &database, const QString &label, const std::vector<ChangeConflict> &conflicts)
{
    const ChangeConflict &first = conflicts.front();
    const QString title = titleOf(database, first);
    QString why;
    switch (first.kind) {
    case ChangeConflict::Kind::OtherValue:
        why = Text::tr("%1 is %2 now, where this step had left %3")
                  .arg(labelOf(first), shown(first.found), shown(first.expected));
        break;
    case ChangeConflict::Kind::Gone:
        why = Text::tr("a row that it changed is no longer there");
        break;
    case ChangeConflict::Kind::Rule:
        why = Text::tr("it would break a rule of the catalogue");
        break;
    }
    if (conflicts.size() > 1)
        why = Text::tr("%1, and %2 more").arg(why, QString::number(conflicts.size() - 1));
    return failure(ErrorKind::Conflict, Text::tr("“%1” no longer fits what the catalogue holds: %2").arg(label, why), title,
        Text::tr("nothing was changed; correct it by hand"));
}

tl::unexpected<Error> layoutError(const QString &label)
{
    return failure(ErrorKind::Conflict, Text::tr("“%1” was made when the catalogue's tables had another layout").arg(label), {},
        Text::tr("nothing was changed; correct it by hand"));
}

/// Takes back one part of a step.  Conflicts leave the transaction half-done, for the caller to roll back.
Result<> takeBack(Database &database, const PastStep &step, const StepPart &part)
{
    if (part.changeset.isEmpty()) {
        bound(database.kept("UPDATE announcement SET binned_at = ? WHERE id BETWEEN ? AND ? AND binned_at IS NULL"), utcNow(),
            part.firstAdded, part.lastAdded)
            .exec();
        return {};
    }
    if (!fitsTables(database, part.changeset))
        return layoutError(step.label);
    database.run(QStringLiteral("SAVEPOINT before_part"));
    const std::vector<ChangeConflict> conflicts = applyChangeset(database, inverted(part.changeset));
    // What fitted was applied, so that every conflict shows; the error speaks of rows as they are without it.
    if (!conflicts.empty())
        database.run(QStringLiteral("ROLLBACK TO before_part"));
    database.run(QStringLiteral("RELEASE before_part"));
    return conflicts.empty() ? Result<>() : conflictError(database, step.label, conflicts);
}

Result<Step> invert(Database &database, const PastStep &step, const QString &kind, const QString &author)
{
    if (step.schemaVersion != kSchemaVersion)
        return layoutError(step.label);
    ChangeRecorder recorder(database, recordedTables());
    StepRecord record(database, step.label, kind, author, step.id);
    for (const StepPart &part : partsToInvert(database, step.id)) {
        if (const Result<> back = takeBack(database, step, part); !back)
            return tl::make_unexpected(back.error());
        record.addChangeset(recorder.take());
    }
    return record.step();
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

Result<Step> Writer::apply(const Edit &edit)
{
    return guarded(m_path, [&]() -> Result<Step> {
        if (const Result<> there = stillThere(*m_database); !there)
            return tl::make_unexpected(there.error());
        Transaction transaction(*m_database);
        StepRecord record(*m_database, edit.label, QStringLiteral("edit"), m_author);
        EditWriting writing(*m_database, record);
        for (const Change &change : edit.changes) {
            if (const Result<> made = writing.write(change); !made)
                return tl::make_unexpected(made.error());
        }
        if (const Result<> handed = writing.hand(); !handed)
            return tl::make_unexpected(handed.error());
        if (!record.hasParts())
            return Step();
        transaction.commit();
        return record.step();
    }).map_error([this](const Error &error) { return at(m_path, error); });
}

Result<Step> Writer::undo()
{
    return invertNext(&NextSteps::undo, QStringLiteral("undo"), Text::tr("there is nothing to undo"));
}

Result<Step> Writer::redo()
{
    return invertNext(&NextSteps::redo, QStringLiteral("redo"), Text::tr("there is nothing to redo"));
}

Result<Step> Writer::invertNext(std::optional<PastStep> NextSteps::*which, const QString &kind, const QString &nothing)
{
    return guarded(m_path, [&]() -> Result<Step> {
        if (const Result<> there = stillThere(*m_database); !there)
            return tl::make_unexpected(there.error());
        Transaction transaction(*m_database);
        const std::optional<PastStep> target = nextSteps(*m_database).*which;
        if (!target)
            return failure(ErrorKind::NotFound, nothing);
        const Result<Step> step = invert(*m_database, *target, kind, m_author);
        if (step)
            transaction.commit();
        return step;
    }).map_error([this](const Error &error) { return at(m_path, error); });
}

Result<HistoryState> Writer::history()
{
    return guarded(m_path, [this]() -> Result<HistoryState> {
        const NextSteps next = nextSteps(*m_database);
        return HistoryState{next.undo ? next.undo->label : QString(), next.redo ? next.redo->label : QString()};
    });
}

} // namespace waic::catalogue
