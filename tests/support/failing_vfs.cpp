// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/failing_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <stdexcept>

namespace waic::tests {

namespace {

sqlite3_vfs *usual = nullptr;

struct Plan
{
    int at = 0;
    int code = SQLITE_IOERR;
    bool lasting = false;
    int calls = 0;
    int failed = 0;
};
Plan plan;

/// What the next call that writes gives: SQLITE_OK, or the failure that is due.  An I/O error has the extended code of its call.
int nextCall(int ioError)
{
    ++plan.calls;
    const bool fails = plan.at > 0 && (plan.lasting ? plan.calls >= plan.at : plan.calls == plan.at);
    if (!fails)
        return SQLITE_OK;
    ++plan.failed;
    return plan.code == SQLITE_IOERR ? ioError : plan.code;
}

/// SQLite's file begins with its methods; the usual file lies behind ours.
struct ShimFile
{
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<ShimFile *>(file)->real;
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int read(sqlite3_file *file, void *to, int amount, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), to, amount, offset);
}

int write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 offset)
{
    if (const int code = nextCall(SQLITE_IOERR_WRITE)) {
        // A disk that fails has often written a part.
        realOf(file)->pMethods->xWrite(realOf(file), from, amount / 2, offset);
        return code;
    }
    return realOf(file)->pMethods->xWrite(realOf(file), from, amount, offset);
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    const int code = nextCall(SQLITE_IOERR_TRUNCATE);
    return code ? code : realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int sync(sqlite3_file *, int)
{
    // Nobody cuts the power here, and waiting for the disk takes most of the time.
    return nextCall(SQLITE_IOERR_FSYNC);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReservedLock(sqlite3_file *file, int *held)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), held);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    // "Read-only" would mean to SQLite that the memory is mapped, and may be read.
    if (const int code = extend ? nextCall(SQLITE_IOERR_SHMMAP) : SQLITE_OK) {
        *memory = nullptr;
        return code == SQLITE_READONLY ? SQLITE_IOERR_SHMMAP : code;
    }
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

const sqlite3_io_methods kMethods{2, closeFile, read, write, truncate, sync, fileSize, lock, unlock, checkReservedLock,
    fileControl, sectorSize, deviceCharacteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr, nullptr};

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *shim = reinterpret_cast<ShimFile *>(file);
    shim->base.pMethods = nullptr;
    shim->real = reinterpret_cast<sqlite3_file *>(shim + 1);
    int isThere = 0;
    if (name && (flags & SQLITE_OPEN_CREATE))
        usual->xAccess(usual, name, SQLITE_ACCESS_EXISTS, &isThere);
    if (const int code = (flags & SQLITE_OPEN_CREATE) && !isThere ? nextCall(SQLITE_CANTOPEN) : SQLITE_OK)
        return code;
    const int code = usual->xOpen(usual, name, shim->real, flags, outFlags);
    // SQLite closes whatever has methods, also after a failure.
    if (shim->real->pMethods)
        shim->base.pMethods = &kMethods;
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    int isThere = 0;
    usual->xAccess(usual, name, SQLITE_ACCESS_EXISTS, &isThere);
    if (const int code = isThere ? nextCall(SQLITE_IOERR_DELETE) : SQLITE_OK)
        return code;
    return usual->xDelete(usual, name, syncFolder);
}

sqlite3_vfs shimVfs;

} // namespace

FailingVfs::FailingVfs(int at, int code, bool lasting)
{
    plan = Plan{at, code, lasting, 0, 0};
    usual = sqlite3_vfs_find(nullptr);
    std::memcpy(&shimVfs, usual, sizeof shimVfs);
    shimVfs.zName = "waic-failing";
    shimVfs.szOsFile = usual->szOsFile + int(sizeof(ShimFile));
    shimVfs.xOpen = open;
    shimVfs.xDelete = deleteFile;
    if (sqlite3_vfs_register(&shimVfs, 1) != SQLITE_OK)
        throw std::runtime_error("the failing file system cannot be registered");
}

FailingVfs::~FailingVfs()
{
    sqlite3_vfs_unregister(&shimVfs);
    sqlite3_vfs_register(usual, 1);
}

int FailingVfs::calls() const
{
    return plan.calls;
}

bool FailingVfs::hasFailed() const
{
    return plan.failed > 0;
}

} // namespace waic::tests
