// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace waic {

/// What went wrong, for code that has to choose what to do next; the words for people are in Error.
enum class ErrorKind {
    BadInput,      ///< a value that the user typed or a file said
    NotFound,      ///< no such file, row or name
    NotACatalogue, ///< a file, but not one of ours
    NewerSchema,   ///< one of ours, written by a later version
    Damaged,       ///< one of ours, but SQLite finds it corrupt or cut
    ReadOnly,      ///< may be read, not written
    Locked,        ///< another program holds the write lock
    Exists,        ///< the target is there already
    Conflict,      ///< undo or redo no longer fits what the rows hold now
    Io,            ///< disk full, permission, vanished folder
    Bug,           ///< an exception that no rule foresees
};

/// An error that a user can cause, as a value.  All texts are translated, plain and end without a full stop.
///
/// what: what happened.  where: the file, row or text it happened to; may be empty.  next: what the user can do; may be empty.
struct Error
{
    ErrorKind kind = ErrorKind::Bug;
    QString what;
    QString where;
    QString next;

    /// "where: what; next" on one line, as the command line prints it after the program's name.
    QString line() const;
};

/// A value or the Error that took its place.  Nothing thrown leaves a room: see catalogue::guarded.
template <typename T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorKind kind, const QString &what, const QString &where = {}, const QString &next = {})
{
    return tl::make_unexpected(Error{kind, what, where, next});
}

} // namespace waic
