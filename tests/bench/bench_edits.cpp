// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a catalogue beside the least that SQLite needs for them in the same run: one cell, 10,000 cells, the undo of each, and
// the bytes of the history.  bench_edits CATALOGUE RUNS: writes into the catalogue, so give it a copy.
#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "catalogue/writer.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>

using namespace waic;
using namespace waic::catalogue;

namespace {

constexpr int kBulk = 10'000;

template <typename Value>
Value must(Result<Value> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().line()));
    return *std::move(result);
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, std::size_t(double(times.size()) * part))];
}

void say(const char *what, const std::vector<double> &ours, const std::vector<double> &floor)
{
    std::printf("| %s | %zu | %.3f / %.3f | %.3f / %.3f | %.2f |\n", what, ours.size(), percentile(floor, 0.5),
        percentile(floor, 0.95), percentile(ours, 0.5), percentile(ours, 0.95), percentile(ours, 0.95) / percentile(floor, 0.5));
}

/// What an edit with its history costs at least: an SQLite session on all recorded tables, the step, its part, a row of step_row
/// for each announcement, and what the triggers write.
class Floor
{
public:
    explicit Floor(const CatalogueFile &file)
        : m_database(must(file.connect(Access::Write)))
    {
    }

    /// Sets the cell of these rows; gives the changeset.
    QByteArray edit(std::span<const RowId> rows, const QString &value)
    {
        return recorded(rows, [&] {
            for (const RowId row : rows)
                bound(m_database->kept("UPDATE announcement SET notes = ?1 WHERE id = ?2 AND notes IS NOT ?1"), value, row)
                    .exec();
        });
    }
    void undo(std::span<const RowId> rows, QByteArray changeset)
    {
        recorded(rows, [&] {
            int size = 0;
            void *bytes = nullptr;
            checkCode(sqlite3changeset_invert(int(changeset.size()), changeset.data(), &size, &bytes));
            checkCode(sqlite3changeset_apply(
                m_database->handle(), size, bytes, nullptr,
                [](void *, int, sqlite3_changeset_iter *) { return SQLITE_CHANGESET_ABORT; }, nullptr));
            sqlite3_free(bytes);
        });
    }

private:
    template <typename Work>
    QByteArray recorded(std::span<const RowId> rows, const Work &work)
    {
        Transaction transaction(*m_database);
        sqlite3_session *session = nullptr;
        checkCode(sqlite3session_create(m_database->handle(), "main", &session));
        for (const QString &table : recordedTables())
            checkCode(sqlite3session_attach(session, table.toUtf8().constData()));
        work();
        int size = 0;
        void *bytes = nullptr;
        checkCode(sqlite3session_changeset(session, &size, &bytes));
        const QByteArray changeset(static_cast<const char *>(bytes), size);
        sqlite3_free(bytes);
        sqlite3session_delete(session);
        bound(m_database->kept("INSERT INTO step(at, label, kind, schema_version) VALUES(?, 'floor', 'edit', 1)"), utcNow())
            .exec();
        const qint64 step = m_database->connection().getLastInsertRowid();
        bound(m_database->kept("INSERT INTO step_part(step, seq, changeset) VALUES(?, 1, ?)"), step, changeset).exec();
        for (const RowId row : rows)
            bound(m_database->kept("INSERT INTO step_row(step, entity, row) VALUES(?, 'announcement', ?)"), step, row).exec();
        transaction.commit();
        return changeset;
    }

    std::unique_ptr<Database> m_database;
};

/// Bytes of the pages that the history's tables and their indexes take.
qint64 historyBytes(const CatalogueFile &file)
{
    return must(file.connect(Access::Read))
        ->scalar(QStringLiteral("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'step%' OR name LIKE 'sqlite_autoindex_step%'"))
        .toLongLong();
}

std::vector<RowId> scattered(const CatalogueFile &file, int count)
{
    const std::unique_ptr<Database> database = must(file.connect(Access::Read));
    const qint64 total = database->scalar(QStringLiteral("SELECT count(*) FROM announcement")).toLongLong();
    SQLite::Statement &rows
        = bound(database->kept(
                    "SELECT id FROM (SELECT id, row_number() OVER (ORDER BY uid) AS place FROM announcement) WHERE place % ? = 0"
                    " LIMIT ?"),
            std::max<qint64>(1, total / count), qint64(count));
    std::vector<RowId> found;
    while (rows.executeStep())
        found.push_back(integer(rows, 0));
    return found;
}

void measureSingle(Floor &floor, Writer &writer, const std::vector<RowId> &rows, int runs)
{
    const Field &field = *findField(Entity::Announcement, u"notes");
    std::vector<double> floorEdit, floorUndo, edit, undo;
    QElapsedTimer timer;
    for (int run = 0; run < runs; ++run) {
        const std::span<const RowId> row(&rows[std::size_t(run) % rows.size()], 1);
        timer.start();
        const QByteArray changeset = floor.edit(row, QStringLiteral("floor %1").arg(run));
        floorEdit.push_back(milliseconds(timer));
        timer.start();
        floor.undo(row, changeset);
        floorUndo.push_back(milliseconds(timer));
        timer.start();
        must(writer.apply(setField(field, row, QStringLiteral("edit %1").arg(run))));
        edit.push_back(milliseconds(timer));
        timer.start();
        must(writer.undo());
        undo.push_back(milliseconds(timer));
    }
    say("one cell, committed, with history", edit, floorEdit);
    say("its undo", undo, floorUndo);
}

void measureBulk(Floor &floor, Writer &writer, const std::vector<RowId> &rows, int runs)
{
    const Field &field = *findField(Entity::Announcement, u"notes");
    std::vector<double> floorEdit, floorUndo, edit, undo;
    QElapsedTimer timer;
    for (int run = 0; run < runs; ++run) {
        timer.start();
        const QByteArray changeset = floor.edit(rows, QStringLiteral("floor %1").arg(run));
        floorEdit.push_back(milliseconds(timer));
        timer.start();
        floor.undo(rows, changeset);
        floorUndo.push_back(milliseconds(timer));
        timer.start();
        must(writer.apply(setField(field, rows, QStringLiteral("edit %1").arg(run))));
        edit.push_back(milliseconds(timer));
        timer.start();
        must(writer.undo());
        undo.push_back(milliseconds(timer));
    }
    say("10,000 cells", edit, floorEdit);
    say("their undo", undo, floorUndo);
}

void measureBytes(const CatalogueFile &file, Writer &writer, const std::vector<RowId> &rows)
{
    const Field &field = *findField(Entity::Announcement, u"notes");
    const qint64 before = historyBytes(file);
    must(writer.apply(setField(field, rows, QStringLiteral("bytes"))));
    const qint64 afterBulk = historyBytes(file);
    constexpr int kSingles = 2'000;
    for (int run = 0; run < kSingles; ++run)
        must(writer.apply(setField(field, std::span(&rows[std::size_t(run) % rows.size()], 1), QString::number(run))));
    const qint64 afterSingles = historyBytes(file);
    std::printf("history: %.0f bytes a row in an edit of %zu rows; %.0f bytes for a one-cell edit, indexes included\n",
        double(afterBulk - before) / double(rows.size()), rows.size(), double(afterSingles - afterBulk) / kSingles);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3)
        qFatal("bench_edits CATALOGUE RUNS");
    const CatalogueFile file = must(CatalogueFile::open(QString::fromLocal8Bit(argv[1])));
    const int runs = std::max(1, atoi(argv[2]));
    Floor floor(file);
    const std::unique_ptr<Writer> writer = must(Writer::open(file, QStringLiteral("bench")));
    const std::vector<RowId> rows = scattered(file, kBulk);
    std::printf("| edit | runs | floor p50 / p95 ms | core p50 / p95 ms | p95 / floor p50 |\n| --- | --: | --: | --: | --: |\n");
    measureSingle(floor, *writer, rows, runs);
    measureBulk(floor, *writer, rows, std::max(3, runs / 10));
    measureBytes(file, *writer, rows);
    return 0;
}
