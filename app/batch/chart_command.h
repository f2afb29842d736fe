// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"

namespace waic::batch {

/// `chart FILE --list` and `chart FILE NAME|SPEC.json --to OUT.(png|svg|pdf|csv) …`; arguments after the command's name.  Returns
/// an ExitStatus.
int runChart(const QStringList &arguments, ChartWriter &charts);

} // namespace waic::batch
