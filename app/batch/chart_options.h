// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/arguments.h"
#include "batch/batch.h"

namespace waic::batch {

/// Options of `chart` that take a value, and those that do not.
QStringList chartValues();
QStringList chartSwitches();

/// What the options say of the file to write.  BadInput names the one that is wrong.
Result<PictureRequest> pictureRequest(const Arguments &arguments);

} // namespace waic::batch
