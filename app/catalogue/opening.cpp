// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/opening.h"

#include "catalogue/backup_name.h"
#include "catalogue/connection.h"
#include "catalogue/identify.h"
#include "catalogue/shape.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

// A large file is opened without waiting for the whole check; `check` reads all of it.
constexpr std::chrono::milliseconds kQuickCheckTime{200};
// Copying a larger file aside only to look at it would hold the user up.
constexpr qint64 kLargestCopy = 64 * 1024 * 1024;
// A look is repeated when another program wrote meanwhile.
constexpr int kLooks = 3;

/// Interrupts a connection when its time is over.  A progress handler is not called while SQLite checks a tree of pages.
class Deadline
{
public:
    Deadline(Database &database, std::chrono::milliseconds time)
        : m_watch([this, time, handle = database.handle()](const std::stop_token &stopped) {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, stopped, time, [] { return false; });
            if (stopped.stop_requested())
                return;
            m_over = true;
            sqlite3_interrupt(handle);
        })
    {
    }

    bool isOver() const { return m_over; }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::atomic_bool m_over = false;
    std::jthread m_watch; // last, so that it ends before what it uses
};

// Values that a table would refuse are faults of rows, which `check` lists; only the structure decides whether a file opens.
bool isStructural(const QString &finding)
{
    return finding != QLatin1String("ok") && !finding.contains(QLatin1String(" value in "))
        && !finding.startsWith(QLatin1String("CHECK constraint failed"));
}

/// What is wrong with the structure as far as the check comes in its time; null for nothing.
QString structuralFault(Database &database)
{
    const Deadline deadline(database, kQuickCheckTime);
    QString fault;
    try {
        SQLite::Statement check(database.connection(), "PRAGMA quick_check");
        while (fault.isNull() && check.executeStep()) {
            if (const QString finding = text(check, 0); isStructural(finding))
                fault = finding.section(QLatin1Char('\n'), -1);
        }
    } catch (const SQLite::Exception &exception) {
        if (exception.getErrorCode() != SQLITE_INTERRUPT)
            throw;
    }
    // Interrupted, the check takes what it did not reach for pages that nothing uses.
    return deadline.isOver() ? QString() : fault;
}

} // namespace

/// Opens one file: each step refuses, or knows more about it.
class Opening
{
public:
    Opening(const QString &path, const Upgrading &upgrading)
        : m_given(path)
        , m_upgrading(upgrading)
    {
        m_file.m_path = QFileInfo(path).absoluteFilePath();
    }

    Result<CatalogueFile> open();

private:
    Result<> find();
    Result<> lookUntilStill();
    Result<> lookWithoutTrust();
    Result<> look();
    Result<> examine(Database &database);
    Result<> settleAccess();
    Result<> readCopy(const QString &why);
    Result<> upgrade();
    Result<> upgradeInPlace();
    bool isOld() const { return m_version < m_upgrading.migrations.version(); }
    bool probeWriting();
    QString whyNotWritable() const;

    const QString m_given;
    const Upgrading m_upgrading;
    int m_version = 0;   ///< of the file's schema
    QString m_real;      ///< canonical: what the side files stand beside
    QString m_probeSaid; ///< SQLite's words when it could not write
    FileState m_state;
    CatalogueFile m_file;
};

Result<CatalogueFile> Opening::open()
{
    return find()
        .and_then([this] { return lookUntilStill(); })
        .and_then([this] { return isOld() ? upgrade() : settleAccess(); })
        .map([this] { return m_file; });
}

Result<> Opening::find()
{
    const QFileInfo info(m_given);
    const QString choose = Text::tr("choose another file");
    if (info.isSymLink() && !info.exists())
        return failure(ErrorKind::NotFound, Text::tr("is a link to a file that does not exist (%1)").arg(info.symLinkTarget()),
            m_given, choose);
    if (m_given.isEmpty() || !info.exists())
        return failure(
            ErrorKind::NotFound, Text::tr("no such file"), m_given, Text::tr("check the path or make a new catalogue"));
    if (info.isDir())
        return failure(
            ErrorKind::NotACatalogue, Text::tr("is a folder, not a catalogue"), m_given, Text::tr("choose a file in it"));
    if (!info.isFile())
        return failure(ErrorKind::NotACatalogue, Text::tr("not a catalogue: it is a pipe or a device"), m_given, choose);
    if (!info.isReadable())
        return failure(
            ErrorKind::Io, Text::tr("you may not read this file"), m_given, Text::tr("ask its owner for the right to"));
    m_real = info.canonicalFilePath();
    return {};
}

Result<> Opening::lookUntilStill()
{
    for (int looks = 1;; ++looks) {
        const Result<> seen = guarded(m_given, [this] { return lookWithoutTrust(); });
        if (seen || looks == kLooks)
            return seen;
        // Read without a lock, a file that another program writes can seem damaged.
        const bool still = guarded(m_given, [this]() -> Result<bool> {
            return fileState(*openConnection(m_real, Touch::Nothing), m_real) == m_state;
        }).value_or(true);
        if (still)
            return seen;
    }
}

Result<> Opening::lookWithoutTrust()
{
    try {
        return look();
    } catch (const SQLite::Exception &exception) {
        const QString said = QString::fromUtf8(exception.what());
        if (!said.contains(QLatin1String("unsafe use of")))
            throw;
        return failure(ErrorKind::Damaged,
            Text::tr("another program added a table that could run code of its own (%1)").arg(said), m_given,
            Text::tr("remove it with that program, or open a backup"));
    }
}

Result<> Opening::look()
{
    const auto untouched = openConnection(m_real, Touch::Nothing);
    m_state = fileState(*untouched, m_real);
    if (const auto known = identify(m_state, m_given, m_upgrading.migrations.version()); !known)
        return known;
    if (!m_state.hasSideFiles())
        return examine(*untouched);

    if (m_state.size <= kLargestCopy) {
        const auto folder = privateCopy(*untouched, m_real);
        if (!folder)
            return tl::make_unexpected(folder.error());
        return examine(*openConnection((*folder)->filePath(QFileInfo(m_real).fileName()), Touch::Read));
    }
    // Killed before its first checkpoint, a catalogue is small: this one had its id for long, or it is none.
    return hasCatalogueId(m_state) ? examine(*openConnection(m_real, Touch::Read)) : identify(0, 0, m_given, 0);
}

Result<> Opening::examine(Database &database)
{
    const int id = database.scalar(QStringLiteral("PRAGMA application_id")).toInt();
    m_version = database.scalar(QStringLiteral("PRAGMA user_version")).toInt();
    if (const auto known = identify(id, m_version, m_given, m_upgrading.migrations.version()); !known)
        return known;
    if (const QString fault = structuralFault(database); !fault.isNull())
        return failure(
            ErrorKind::Damaged, Text::tr("the catalogue is damaged (%1)").arg(fault), m_given, Text::tr("open a backup instead"));
    const Result<QString> reason = compareShape(database, m_given, m_upgrading.migrations.upTo(m_version));
    if (!reason)
        return tl::make_unexpected(reason.error());
    m_file.m_readOnlyReason = *reason;
    m_file.m_uid = database.scalar(QStringLiteral("SELECT value FROM meta WHERE key = 'catalogue_uid'")).toString();
    return {};
}

Result<> Opening::settleAccess()
{
    const bool unaltered = m_file.m_readOnlyReason.isNull();
    m_file.m_connectName = m_real;
    if (probeWriting()) {
        m_file.m_writable = unaltered;
        return {};
    }
    if (unaltered)
        m_file.m_readOnlyReason = whyNotWritable();

    return guarded(m_given, [this]() -> Result<> {
        if (!fileState(*openConnection(m_real, Touch::Nothing), m_real).hasSideFiles()) {
            m_file.m_immutable = true;
            return {};
        }
        return readCopy(Text::tr("%1; a private copy is shown, as another program's last changes are not yet in the file itself")
                            .arg(m_file.m_readOnlyReason));
    });
}

Result<> Opening::readCopy(const QString &why)
{
    return privateCopy(*openConnection(m_real, Touch::Nothing), m_real).map([&](const std::shared_ptr<QTemporaryDir> &folder) {
        m_file.m_copy = folder;
        m_file.m_connectName = folder->filePath(QFileInfo(m_real).fileName());
        m_file.m_writable = false;
        m_file.m_readOnlyReason = why;
    });
}

Result<> Opening::upgrade()
{
    QString reason = m_file.m_readOnlyReason;
    if (reason.isNull() && m_upgrading.backupFolder.isNull())
        reason = Text::tr("an earlier version of the program made it");
    else if (reason.isNull() && !probeWriting())
        reason = whyNotWritable();
    if (reason.isNull()) {
        const Result<> upgraded = upgradeInPlace();
        if (upgraded)
            return lookUntilStill().and_then([this] { return settleAccess(); });
        reason = upgraded.error().what;
    }
    // What is shown has the tables that the program reads; the file itself stays as it is.
    return guarded(m_given, [&] {
        return readCopy(Text::tr("it has the layout of an earlier version and was not brought to this one's: %1; a private copy"
                                 " is shown")
                            .arg(reason))
            .and_then([this] { return migrate(m_file.m_connectName, m_upgrading.migrations, m_given); });
    });
}

Result<> Opening::upgradeInPlace()
{
    if (!QDir().mkpath(m_upgrading.backupFolder))
        return failure(ErrorKind::Io, Text::tr("the folder for backups cannot be made (%1)").arg(m_upgrading.backupFolder),
            m_given, Text::tr("choose another one in the preferences"));
    const QString backup = freeBackupName(m_upgrading.backupFolder, m_real, m_file.m_uid, BackupReason::Migration);
    return migrateInPlace(m_real, backup, m_upgrading.migrations).map([this](const QString &kept) {
        m_file.m_migrationBackup = kept;
    });
}

bool Opening::probeWriting()
{
    try {
        const auto database = openConnection(m_real, Touch::Write);
        sqlite3_busy_timeout(database->handle(), 0);
        database->run(QStringLiteral("BEGIN IMMEDIATE; ROLLBACK"));
        // Outside WAL mode the journal is made with the first change only, too late to find out that it cannot be.
        return database->scalar(QStringLiteral("PRAGMA journal_mode")).toString() == QLatin1String("wal")
            || QFileInfo(QFileInfo(m_real).absolutePath()).isWritable();
    } catch (const SQLite::Exception &exception) {
        m_probeSaid = QString::fromUtf8(exception.what());
        const int code = exception.getErrorCode() & 0xff;
        return code == SQLITE_BUSY || code == SQLITE_LOCKED;
    }
}

QString Opening::whyNotWritable() const
{
    const QFileInfo file(m_real);
    if (!file.isWritable())
        return Text::tr("the file is write-protected");
    if (!QFileInfo(file.absolutePath()).isWritable())
        return Text::tr("its folder is write-protected");
    return Text::tr("it cannot be written (%1)").arg(m_probeSaid);
}

Result<CatalogueFile> CatalogueFile::open(const QString &path, const Upgrading &upgrading)
{
    return guarded(path, [&] { return Opening(path, upgrading).open(); });
}

QString CatalogueFile::name() const
{
    return QFileInfo(m_path).fileName();
}

Result<std::unique_ptr<Database>> CatalogueFile::connect(Access access) const
{
    if (access == Access::Write && !m_writable)
        return failure(ErrorKind::ReadOnly, Text::tr("this catalogue is open for reading only: %1").arg(m_readOnlyReason), m_path,
            Text::tr("save a copy and edit that"));
    return guarded(m_path, [this, access]() -> Result<std::unique_ptr<Database>> {
        const Touch touch = m_immutable ? Touch::Nothing : access == Access::Write ? Touch::Write : Touch::Read;
        auto database = openConnection(m_connectName, touch);
        settleConnection(*database, touch);
        return database;
    });
}

struct CatalogueFile::Held
{
    std::mutex mutex;
    std::shared_ptr<Database> database;
};

Result<> CatalogueFile::hold()
{
    return connect(Access::Read).and_then([this](std::unique_ptr<Database> &&database) {
        return guarded(m_path, [&]() -> Result<> {
            // Its write-ahead log too is opened by the first read only, and by name.
            database->scalar(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
            m_held = std::make_shared<Held>();
            m_held->database = std::move(database);
            return {};
        });
    });
}

void CatalogueFile::letGo()
{
    if (!m_held)
        return;
    const std::scoped_lock lock(m_held->mutex);
    m_held->database.reset();
}

std::shared_ptr<Database> CatalogueFile::heldIfMoved() const
{
    if (!m_held)
        return nullptr;
    const std::scoped_lock lock(m_held->mutex);
    return m_held->database && hasMoved(*m_held->database) ? m_held->database : nullptr;
}

void closeCleanly(std::unique_ptr<Database> database)
{
    if (!database)
        return;
    database->dropStatements();
    // Who still reads keeps the log; it is not worth a wait.
    sqlite3_busy_timeout(database->handle(), 0);
    sqlite3_wal_checkpoint_v2(database->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

} // namespace waic::catalogue
