// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"

namespace waic::catalogue {

/// Every unit of the catalogue, to choose from: first those of the same dimension as `like`, then the others, each by name.
Result<QStringList> unitNames(Reader &reader, const QString &like);

} // namespace waic::catalogue
