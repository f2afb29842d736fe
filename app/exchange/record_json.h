// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QJsonObject>

namespace waic::exchange {

/// One announcement in the shape of the catalogue's JSON: the starter's fields under the starter's names, plus uid, url, notes,
/// verification, starred and binned_at.  Whole numbers are integers.
QJsonObject announcementJson(const catalogue::Record &record);

} // namespace waic::exchange
