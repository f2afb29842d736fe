// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/placing.h"

#include "catalogue/sql.h"

#include <SQLiteCpp/Backup.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Placing)
};

constexpr int kBusyMilliseconds = 1000;

/// Of files that SQLite takes for part of the file whose name they extend.
const QStringList kSideSuffixes{QStringLiteral("-wal"), QStringLiteral("-journal"), QStringLiteral("-shm")};

/// A log or journal that SQLite would play into whatever file bears its name.
bool hasLeftovers(const QString &name)
{
    return QFileInfo(name + QStringLiteral("-wal")).size() > 0 || QFileInfo(name + QStringLiteral("-journal")).size() > 0;
}

std::filesystem::path nativePath(const QString &name)
{
    return QFile::encodeName(name).toStdString();
}

std::error_code renameOver(const QString &from, const QString &to)
{
    std::error_code code;
    std::filesystem::rename(nativePath(from), nativePath(to), code);
    return code;
}

bool isUnreadable(const SQLite::Exception &exception)
{
    return exception.getErrorCode() == SQLITE_NOTADB || exception.getErrorCode() == SQLITE_CORRUPT;
}

/// Asked with immutable=1: a plain look would roll back a journal that lies beside the file.
bool isSqlite(const QString &name)
{
    try {
        Database probe(QString::fromUtf8(QUrl::fromLocalFile(name).toEncoded()) + QStringLiteral("?immutable=1"),
            SQLite::OPEN_READONLY | SQLite::OPEN_URI);
        probe.scalar(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
        return true;
    } catch (const SQLite::Exception &exception) {
        if (!isUnreadable(exception))
            throw;
        return false;
    }
}

/// Opens a database so that nobody else has it, and takes its write-ahead log into it, so that no side file is left that would
/// be played into the file that takes its name.  Throws SQLITE_BUSY when others have it open.
std::unique_ptr<Database> openAlone(const QString &name)
{
    auto database = std::make_unique<Database>(name, SQLite::OPEN_READWRITE);
    database->connection().setBusyTimeout(kBusyMilliseconds);
    database->run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; PRAGMA journal_mode = DELETE"));
    return database;
}

void copyDatabase(Database &from, const QString &name)
{
    Database to(name, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(to.connection(), from.connection());
    const int code = backup.executeStep(-1);
    if (code != SQLITE_DONE)
        throw SQLite::Exception(sqlite3_errstr(code), code);
}

/// What was there, kept under another name; undone unless keep() is called.
class Backup
{
public:
    Backup(const QString &target, const QString &name)
        : m_target(target)
        , m_name(name)
        , m_unfinished(temporaryName(name))
    {
    }
    ~Backup();
    Backup(const Backup &) = delete;
    Backup &operator=(const Backup &) = delete;

    /// After it nothing lies at the target that a new file of its name would not overwrite.
    Result<> make();
    QString keep();

private:
    bool copyAsDatabase();
    Result<> copyAsFile();
    Result<> moveSideFiles();

    QString m_target;
    QString m_name;
    QString m_unfinished;              ///< while it is being written
    QStringList m_moved;               ///< side files of the target that now lie beside m_name
    std::unique_ptr<Database> m_alone; ///< keeps others out until the new file is in place
    bool m_kept = false;
};

Backup::~Backup()
{
    QFile::remove(m_unfinished);
    QFile::remove(m_unfinished + QStringLiteral("-journal"));
    if (m_kept)
        return;
    for (const QString &suffix : m_moved)
        QFile::rename(m_name + suffix, m_target + suffix);
    QFile::remove(m_name);
}

Result<> Backup::make()
{
    if (!QFileInfo::exists(m_target))
        return moveSideFiles();
    if (isSqlite(m_target) && copyAsDatabase())
        return {};
    const Result<> copied = copyAsFile();
    return copied ? moveSideFiles() : copied;
}

QString Backup::keep()
{
    m_kept = true;
    m_alone.reset();
    syncToDisk(QFileInfo(m_name).path());
    return QFileInfo::exists(m_name) || m_moved.isEmpty() ? m_name : m_name + m_moved.first();
}

/// False for a database that SQLite cannot read.
bool Backup::copyAsDatabase()
{
    try {
        m_alone = openAlone(m_target);
        copyDatabase(*m_alone, m_unfinished);
    } catch (const SQLite::Exception &exception) {
        m_alone.reset();
        if (!isUnreadable(exception))
            throw;
        return false;
    }
    QFile::setPermissions(m_unfinished, QFile::permissions(m_target));
    // Whole from the first moment under its name.
    if (const std::error_code code = renameOver(m_unfinished, m_name))
        throw SQLite::Exception(code.message(), SQLITE_IOERR);
    return true;
}

Result<> Backup::copyAsFile()
{
    const auto failed = [this](const QString &why) {
        return failure(ErrorKind::Io, Text::tr("no backup of the old file can be made (%1)").arg(why), m_target,
            Text::tr("choose another name or free some space"));
    };
    QFile file(m_target);
    if (!file.copy(m_unfinished))
        return failed(file.errorString());
    syncToDisk(m_unfinished);
    if (const std::error_code code = renameOver(m_unfinished, m_name))
        return failed(QString::fromStdString(code.message()));
    return {};
}

Result<> Backup::moveSideFiles()
{
    for (const QString &suffix : kSideSuffixes) {
        QFile side(m_target + suffix);
        if (!side.exists())
            continue;
        if (!side.rename(m_name + suffix))
            return failure(ErrorKind::Io, Text::tr("no backup of the old file can be made (%1)").arg(side.errorString()),
                m_target, Text::tr("choose another name"));
        m_moved.append(suffix);
    }
    return {};
}

} // namespace

void syncToDisk(const QString &name)
{
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

QString temporaryName(const QString &beside)
{
    const QString random = QUuid::createUuid().toString(QUuid::Id128).first(12);
    return QFileInfo(beside).dir().filePath(QStringLiteral(".waic-%1.tmp").arg(random));
}

bool isTemporaryName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("\\A\\.waic-[0-9a-f]{12}\\.tmp(-wal|-journal|-shm)?\\z"));
    return form.match(name).hasMatch();
}

void copyDatabase(const QString &from, const QString &to)
{
    Database database(from, SQLite::OPEN_READWRITE);
    copyDatabase(database, to);
}

NewFile::NewFile(const QString &target, const QString &backupFolder)
    : m_path(target)
    , m_backupFolder(backupFolder)
{
    const QFileInfo info(target);
    m_target = info.isSymLink() && info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    m_name = temporaryName(m_target);
}

NewFile::~NewFile()
{
    QFile::remove(m_name);
    for (const QString &suffix : kSideSuffixes)
        QFile::remove(m_name + suffix);
}

Result<> NewFile::check(bool replace) const
{
    const QFileInfo info(m_target);
    if (m_path.isEmpty() || m_path.endsWith(QLatin1Char('/')))
        return failure(ErrorKind::BadInput, Text::tr("this is not the name of a file"), m_path, Text::tr("name a file"));
    if (info.isDir())
        return failure(ErrorKind::Exists, Text::tr("there is a folder of this name"), m_path, Text::tr("choose another name"));
    if (!info.dir().exists())
        return failure(ErrorKind::NotFound, Text::tr("its folder does not exist"), m_path, Text::tr("make the folder first"));
    if (info.isSymLink() || (info.exists() && !info.isFile()))
        return failure(ErrorKind::Exists, Text::tr("there is something of this name that is no file"), m_path,
            Text::tr("choose another name"));
    if (info.exists() && !replace)
        return failure(ErrorKind::Exists, Text::tr("there is a file of this name already"), m_path,
            Text::tr("choose another name, or replace it: a backup is kept"));
    if (hasLeftovers(m_target) && !replace)
        return failure(ErrorKind::Exists, Text::tr("the write-ahead log or journal of an earlier file lies there"), m_path,
            Text::tr("choose another name, or replace it: a backup is kept"));
    return {};
}

QString NewFile::backupName() const
{
    const QFileInfo info(m_target);
    const bool isCatalogue = info.suffix() == QLatin1String("waic") && !info.completeBaseName().isEmpty();
    const QDir folder = m_backupFolder.isEmpty() ? info.dir() : QDir(m_backupFolder);
    const QString stem = folder.filePath(isCatalogue ? info.completeBaseName() : info.fileName()) + QStringLiteral(".backup-")
        + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = stem + QStringLiteral(".waic");
    for (int i = 2; QFileInfo::exists(name) || hasLeftovers(name); ++i)
        name = QStringLiteral("%1-%2.waic").arg(stem, QString::number(i));
    return name;
}

Result<> NewFile::rename()
{
    if (const std::error_code code = renameOver(m_name, m_target))
        return failure(ErrorKind::Io,
            Text::tr("the new file cannot be put in place (%1)").arg(QString::fromStdString(code.message())), m_path,
            Text::tr("check the disk and the folder's permissions"));
    syncToDisk(QFileInfo(m_target).path());
    return {};
}

Result<QString> NewFile::replace(const QString &backup, const std::function<Result<>(const QString &old)> &write)
{
    Backup kept(m_target, backup);
    if (const Result<> made = kept.make(); !made)
        return failure(made.error().kind, made.error().what, m_path, made.error().next);
    if (const Result<> written = write ? write(backup) : Result<>(); !written)
        return tl::make_unexpected(written.error());
    if (QFileInfo::exists(m_target))
        QFile::setPermissions(m_name, QFile::permissions(m_target));
    if (const Result<> renamed = rename(); !renamed)
        return tl::make_unexpected(renamed.error());
    return kept.keep();
}

Result<QString> NewFile::place(bool replace)
{
    if (const Result<> checked = check(replace); !checked)
        return tl::make_unexpected(checked.error());
    if (QFileInfo::exists(m_target) || hasLeftovers(m_target)) {
        if (!m_backupFolder.isEmpty() && !QDir().mkpath(m_backupFolder))
            return failure(ErrorKind::Io, Text::tr("the folder for backups cannot be made, so nothing was replaced"),
                m_backupFolder, Text::tr("choose another one in the preferences"));
        return this->replace(backupName(), nullptr);
    }
    // QFile::rename() refuses a target that came into being meanwhile.
    QFile file(m_name);
    if (!file.rename(m_target))
        return failure(QFileInfo::exists(m_target) ? ErrorKind::Exists : ErrorKind::Io,
            Text::tr("the new file cannot be put in place (%1)").arg(file.errorString()), m_path,
            Text::tr("choose another name"));
    syncToDisk(QFileInfo(m_target).path());
    return QString();
}

} // namespace waic::catalogue
