// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/backup.h"

#include "catalogue/connection.h"
#include "catalogue/placing.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int kHoursBetween = 24;

Result<> makeFolder(const QString &folder)
{
    if (QDir().mkpath(folder))
        return {};
    return failure(ErrorKind::Io, Text::tr("the folder for backups cannot be made"), folder,
        Text::tr("choose another one in the preferences"));
}

/// Removes a file that is written under a temporary name, whatever happens.
class Unfinished
{
public:
    explicit Unfinished(const QString &name)
        : m_name(name)
    {
    }
    ~Unfinished()
    {
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            QFile::remove(m_name + QLatin1String(suffix));
    }
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;
    const QString &name() const { return m_name; }

private:
    QString m_name;
};

/// What a program that was killed meanwhile left of a backup; one that is being made is younger.
void removeLeftovers(const QString &folder)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    for (const QFileInfo &info : QDir(folder).entryInfoList({QStringLiteral("*.tmp*")}, QDir::Files | QDir::Hidden))
        if (isTemporaryName(info.fileName()) && info.lastModified() < yesterday)
            QFile::remove(info.filePath());
}

/// The place of the file as it is now.
Result<FollowPlace> placeOf(const CatalogueFile &file)
{
    if (const std::shared_ptr<Database> held = file.heldIfMoved())
        return followPlace(*held);
    return file.connect(Access::Read).and_then([](const std::unique_ptr<Database> &database) { return followPlace(*database); });
}

/// What is in the file, or nothing when it is no backup of this catalogue.
std::optional<Backup> readBackup(const QString &path, const QString &catalogueUid)
{
    const std::optional<BackupName> name = parseBackupName(QFileInfo(path).fileName());
    if (!name || name->uid != shortUid(catalogueUid))
        return std::nullopt;
    const auto read = guarded(path, [&]() -> Result<Backup> {
        const auto database = openConnection(path, Touch::Nothing);
        const QString uid = database->scalar(QStringLiteral("SELECT value FROM meta WHERE key = 'catalogue_uid'")).toString();
        const bool isOurs
            = database->scalar(QStringLiteral("PRAGMA application_id")).toInt() == kApplicationId && uid == catalogueUid;
        if (!isOurs)
            return failure(ErrorKind::NotACatalogue, {}, path);
        Backup backup{path, *name, QFileInfo(path).size()};
        backup.announcements = database->scalar(QStringLiteral("SELECT count(*) FROM announcement")).toLongLong();
        backup.place = followPlace(*database).value_or(FollowPlace());
        return backup;
    });
    return read ? std::optional(*read) : std::nullopt;
}

} // namespace

Result<QString> backUp(const CatalogueFile &file, const QString &folder, BackupReason reason, const GoesOn &goesOn)
{
    if (const Result<> made = makeFolder(folder); !made)
        return tl::make_unexpected(made.error());
    const QString path = freeBackupName(folder, file.path(), file.uid(), reason);
    return guarded(path, [&]() -> Result<QString> {
        const Unfinished unfinished(temporaryName(path));
        const Result<bool> copied = copyInto(file, unfinished.name(), goesOn);
        if (!copied)
            return tl::make_unexpected(copied.error());
        if (!*copied || !goesOn(1))
            return QString();
        // QFile::rename() refuses a name that another program took meanwhile.
        QFile written(unfinished.name());
        if (!written.rename(path))
            return failure(ErrorKind::Io, Text::tr("the backup cannot be given its name (%1)").arg(written.errorString()), path,
                Text::tr("check the folder's permissions"));
        syncToDisk(folder);
        return path;
    });
}

std::vector<Backup> backupsOf(const QString &folder, const QString &catalogueUid)
{
    std::vector<Backup> backups;
    for (const QFileInfo &info : QDir(folder).entryInfoList({QStringLiteral("*.waic")}, QDir::Files)) {
        if (std::optional<Backup> backup = readBackup(info.filePath(), catalogueUid))
            backups.push_back(*std::move(backup));
    }
    std::stable_sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) { return a.name.at > b.name.at; });
    return backups;
}

Result<bool> isBackupDue(const CatalogueFile &file, const QString &folder, const QDateTime &now)
{
    const std::vector<Backup> backups = backupsOf(folder, file.uid());
    if (backups.empty())
        return true;
    // A clock that was set back meanwhile must not put backups off for long.
    const qint64 seconds = backups.front().name.at.secsTo(now);
    if (seconds >= 0 && seconds < kHoursBetween * 3600)
        return false;
    return placeOf(file).map([&](const FollowPlace &place) { return place != backups.front().place; });
}

Result<> pruneBackups(const QString &folder, const QString &path, const QString &catalogueUid, int keep)
{
    removeLeftovers(folder);
    const QString stem = backupStem(path);
    int met = 0;
    for (const Backup &backup : backupsOf(folder, catalogueUid)) {
        if (backup.name.stem != stem || ++met <= keep)
            continue;
        QFile old(backup.path);
        if (!old.remove())
            return failure(ErrorKind::Io, Text::tr("an old backup cannot be removed (%1)").arg(old.errorString()), backup.path,
                Text::tr("check the folder's permissions"));
    }
    return {};
}

Result<Restored> restoreBackup(
    const QString &path, const QString &catalogueUid, const QString &backup, const QString &folder, const GoesOn &goesOn)
{
    if (const Result<> made = makeFolder(folder); !made)
        return tl::make_unexpected(made.error());
    // One of an earlier layout is read from a private copy that has this version's.
    const Result<CatalogueFile> from = CatalogueFile::open(backup);
    if (!from)
        return tl::make_unexpected(from.error());
    return guarded(path, [&]() -> Result<Restored> {
        NewFile made(path);
        const Result<bool> copied = copyInto(*from, made.name(), goesOn);
        if (!copied)
            return tl::make_unexpected(copied.error());
        if (!*copied || !goesOn(1))
            return Restored{};
        const bool wasThere = QFileInfo::exists(path);
        const QString kept = freeBackupName(folder, path, catalogueUid, BackupReason::Restore);
        return made.replace(kept, nullptr).map([wasThere](const QString &old) {
            return Restored{true, wasThere ? old : QString()};
        });
    });
}

} // namespace waic::catalogue
