// SPDX-License-Identifier: GPL-3.0-or-later
// A program to be killed: edits a catalogue until then, and says on stdout what it begins ("now …") and what is on disk
// ("acknowledged …").  test_kills.cpp and test_two_writers.cpp run it.
#include "acceptance/killed_catalogue.h"
#include "catalogue/writer.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <cstdarg>
#include <cstdio>
#include <random>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

[[gnu::format(printf, 1, 2)]] void say(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    std::vprintf(format, values);
    va_end(values);
    std::putchar('\n');
    std::fflush(stdout);
}

template <typename Value>
Value must(Result<Value> result)
{
    if (result)
        return *std::move(result);
    std::fprintf(stderr, "%s\n", qUtf8Printable(result.error().line()));
    std::exit(2);
}

/// Edits of one cell and of all rows, undo, redo, checkpoints, and the file opened anew, as chance has it.
class EditForever
{
public:
    EditForever(const QString &path, unsigned seed)
        : m_path(path)
        , m_chance(seed)
    {
        open();
    }

    [[noreturn]] void run()
    {
        for (;;)
            act();
    }

private:
    void open()
    {
        m_writer.reset();
        m_writer = must(Writer::open(must(CatalogueFile::open(m_path)), QStringLiteral("killed")));
    }

    void act()
    {
        const unsigned choice = m_chance() % 20;
        if (choice < 10)
            acknowledge(m_writer->apply(edit(Entity::Announcement, QStringLiteral("title"), 1)));
        else if (choice < 13)
            acknowledge(m_writer->apply(edit(Entity::Announcement, QStringLiteral("notes"), kKilledRows)));
        else if (choice < 16)
            acknowledge(m_writer->undo());
        else if (choice < 18)
            acknowledge(m_writer->redo());
        else if (choice < 19)
            checkpoint();
        else
            open();
    }

    Edit edit(Entity entity, const QString &column, int rows)
    {
        const QString text = QStringLiteral("text %1").arg(m_chance());
        Edit made{text, {}};
        for (RowId row = 1; row <= rows; ++row)
            made.changes.push_back(SetCell{entity, row, column, text});
        say("now commit");
        return made;
    }

    void acknowledge(const Result<Step> &step)
    {
        if (!step && step.error().kind == ErrorKind::NotFound)
            return; // nothing to undo or redo
        say("acknowledged %lld %s", static_cast<long long>(must(step).id), qPrintable(step->kind));
    }

    void checkpoint()
    {
        sqlite3 *other = nullptr;
        if (sqlite3_open(qUtf8Printable(m_path), &other) != SQLITE_OK)
            std::exit(2);
        say("now checkpoint");
        sqlite3_wal_checkpoint_v2(other, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        sqlite3_close(other);
    }

    const QString m_path;
    std::mt19937 m_chance;
    std::unique_ptr<Writer> m_writer;
};

int migrateOnce(const QString &path, const QString &backups)
{
    const Migrations next = nextMigrations();
    say("now migrate");
    const CatalogueFile file = must(CatalogueFile::open(path, {next, backups}));
    say("acknowledged %d migrated", file.isWritable() ? next.version() : 0);
    return 0;
}

/// As another program writes: plain SQLite, waiting for the lock as long as it takes.
int writePlain(const QString &path, int count)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(qUtf8Printable(path), &database) != SQLITE_OK)
        return 2;
    sqlite3_busy_timeout(database, 2000);
    say("ready");
    std::getchar();
    for (int i = 0; i < count;) {
        const QByteArray sql = "INSERT INTO tag(name) VALUES('other " + QByteArray::number(i) + "')";
        const int code = sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr);
        if (code == SQLITE_OK)
            ++i;
        else if (code != SQLITE_BUSY) {
            std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
            return 2;
        }
    }
    return sqlite3_close(database) == SQLITE_OK ? 0 : 2;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4)
        return 64;
    if (words[1] == QLatin1String("edit"))
        EditForever(words[2], words[3].toUInt()).run();
    if (words[1] == QLatin1String("migrate"))
        return migrateOnce(words[2], words[3]);
    return words[1] == QLatin1String("plain") ? writePlain(words[2], words[3].toInt()) : 64;
}
