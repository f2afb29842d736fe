// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/identify.h"

#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

// Offsets of SQLite's file format, section "The Database Header".
constexpr int kHeaderSize = 100;
constexpr int kPageSizeAt = 16;
constexpr int kChangeCounterAt = 24;
constexpr int kPageCountAt = 28;
constexpr int kUserVersionAt = 60;
constexpr int kApplicationIdAt = 68;
constexpr int kVersionValidForAt = 92;

const QByteArray kMagic("SQLite format 3", 16); // with its closing zero

constexpr qint64 kBlock = 1024 * 1024;

quint32 number(const QByteArray &header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

QString walOf(const QString &path)
{
    return path + QStringLiteral("-wal");
}

QString journalOf(const QString &path)
{
    return path + QStringLiteral("-journal");
}

/// SQLite's own handle of the open file.
class LiveFile
{
public:
    explicit LiveFile(Database &database)
    {
        const int code = sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &m_file);
        checkCode(code ? code : (m_file && m_file->pMethods ? SQLITE_OK : SQLITE_CANTOPEN));
    }

    qint64 size() const
    {
        sqlite3_int64 bytes = 0;
        checkCode(m_file->pMethods->xFileSize(m_file, &bytes));
        return bytes;
    }

    QByteArray read(qint64 offset, qint64 length) const
    {
        QByteArray bytes(length, '\0');
        if (length > 0)
            checkCode(m_file->pMethods->xRead(m_file, bytes.data(), int(length), offset));
        return bytes;
    }

private:
    sqlite3_file *m_file = nullptr;
};

tl::unexpected<Error> copyFailed(const QString &path, const QString &why)
{
    return failure(ErrorKind::Io, Text::tr("cannot be copied to the temporary folder (%1)").arg(why), path,
        Text::tr("free some space there, then try again"));
}

// Empty, a zeroed page count or one that an old SQLite left behind say nothing about the size.
qint64 promisedSize(const QByteArray &header)
{
    const quint32 pageSize = qFromBigEndian<quint16>(header.constData() + kPageSizeAt);
    const bool valid = number(header, kChangeCounterAt) == number(header, kVersionValidForAt);
    return valid ? qint64(number(header, kPageCountAt)) * (pageSize == 1 ? 65536 : pageSize) : 0;
}

tl::unexpected<Error> cutShort(const FileState &state, qint64 promised, const QString &where)
{
    return failure(ErrorKind::Damaged,
        Text::tr("the catalogue is cut short: %1 of %2 bytes are there")
            .arg(state.size)
            .arg(std::max(promised, qint64(kHeaderSize))),
        where, Text::tr("copy the file again or open a backup"));
}

} // namespace

FileState fileState(Database &database, const QString &path)
{
    const LiveFile file(database);
    FileState state;
    state.size = file.size();
    state.header = file.read(0, std::min<qint64>(state.size, kHeaderSize));
    const QFileInfo wal(walOf(path));
    const QFileInfo journal(journalOf(path));
    state.walSize = wal.isFile() ? wal.size() : 0;
    state.journalSize = journal.isFile() ? journal.size() : 0;
    for (const QFileInfo &info : {QFileInfo(path), wal, journal})
        state.modified = std::max(state.modified, info.exists() ? info.lastModified().toMSecsSinceEpoch() : 0);
    return state;
}

bool hasCatalogueId(const FileState &state)
{
    return state.header.size() == kHeaderSize && number(state.header, kApplicationIdAt) == quint32(kApplicationId);
}

Result<> identify(const FileState &state, const QString &where, int newestVersion)
{
    if (state.size == 0)
        return failure(
            ErrorKind::NotACatalogue, Text::tr("not a catalogue: the file is empty"), where, Text::tr("choose another file"));
    if (!state.header.startsWith(kMagic.left(state.header.size())))
        return failure(
            ErrorKind::NotACatalogue, Text::tr("not a catalogue: it is no SQLite file"), where, Text::tr("choose another file"));
    if (state.header.size() < kHeaderSize)
        return cutShort(state, 0, where);
    const quint32 id = number(state.header, kApplicationIdAt);
    if (id == 0 && state.walSize > 0)
        return {};
    if (const auto known = identify(int(id), int(number(state.header, kUserVersionAt)), where, newestVersion); !known)
        return known;
    if (const qint64 promised = promisedSize(state.header); state.size < promised && !state.hasSideFiles())
        return cutShort(state, promised, where);
    return {};
}

Result<> identify(int applicationId, int schemaVersion, const QString &where, int newestVersion)
{
    if (applicationId != kApplicationId)
        return failure(ErrorKind::NotACatalogue, Text::tr("not a catalogue: this SQLite file belongs to another program"), where,
            Text::tr("choose another file"));
    if (schemaVersion > newestVersion)
        return failure(ErrorKind::NewerSchema,
            Text::tr("was written by a newer version of WAIC Explorer (schema %1, this one knows %2)")
                .arg(schemaVersion)
                .arg(newestVersion),
            where, Text::tr("open it with that version"));
    if (schemaVersion < 1)
        return failure(ErrorKind::Damaged, Text::tr("the catalogue was never finished: it has no schema"), where,
            Text::tr("make it again or open a backup"));
    return {};
}

Result<std::shared_ptr<QTemporaryDir>> privateCopy(Database &database, const QString &path)
{
    auto folder = std::make_shared<QTemporaryDir>();
    if (!folder->isValid())
        return copyFailed(path, folder->errorString());
    const QString target = folder->filePath(QFileInfo(path).fileName());

    // The log first: pages that are written back to the file meanwhile are then in both.
    for (const auto &[from, to] : {std::pair{walOf(path), walOf(target)}, {journalOf(path), journalOf(target)}}) {
        if (!QFileInfo(from).isFile())
            continue;
        QFile side(from);
        if (!side.copy(to))
            return copyFailed(path, side.errorString());
        QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    }
    QFile copy(target);
    if (!copy.open(QFile::WriteOnly))
        return copyFailed(path, copy.errorString());
    const LiveFile live(database);
    const qint64 size = live.size();
    for (qint64 offset = 0; offset < size; offset += kBlock) {
        const QByteArray block = live.read(offset, std::min(kBlock, size - offset));
        if (copy.write(block) != block.size())
            return copyFailed(path, copy.errorString());
    }
    if (!copy.flush())
        return copyFailed(path, copy.errorString());
    return folder;
}

} // namespace waic::catalogue
