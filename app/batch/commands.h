// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace waic::batch {

/// The subcommands but `chart`; arguments after the command's name, an ExitStatus back.
int runInit(const QStringList &arguments);
int runQuery(const QStringList &arguments);
int runCheck(const QStringList &arguments);

} // namespace waic::batch
