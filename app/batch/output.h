// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

namespace waic::batch {

/// Exit statuses of every subcommand.
enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2 };

/// "waic-explorer: FILE: what; what next" on stderr.  Returns Failed.
int fail(const Error &error);
/// "waic-explorer: what; see 'waic-explorer --help'" on stderr.  Returns WrongUsage.
int usage(const QString &what);
/// Text to stdout as UTF-8, with a line break at its end.
void print(const QString &text);
/// A remark to stderr: nothing a program should read.
void remark(const QString &text);

} // namespace waic::batch
