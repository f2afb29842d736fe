// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace waic::tests {

/// While it lives, every connection that is opened stands on a file system that fails one call that writes, and all after it when
/// asked: SQLite's own, with a shim before it.  One at a time, on one thread.
///
/// Calls that write: a write, sync or truncate of a file, opening one to make it, deleting one, shared memory that grows.
class FailingVfs
{
public:
    /// at: the call that fails, from 1; 0 fails none and only counts.  code: what it gives, as SQLITE_IOERR, SQLITE_FULL,
    /// SQLITE_READONLY or SQLITE_CANTOPEN.  lasting: those after it fail too, as with a disk that stays full.
    FailingVfs(int at, int code, bool lasting);
    ~FailingVfs();
    FailingVfs(const FailingVfs &) = delete;
    FailingVfs &operator=(const FailingVfs &) = delete;

    int calls() const;      ///< that would write, so far
    bool hasFailed() const; ///< at least one was failed
};

} // namespace waic::tests
