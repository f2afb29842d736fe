// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/contents.h"
#include "catalogue/result.h"

namespace waic::exchange {

/// The catalogue's own JSON (shape 2 of the starter): one object with units, measures, definitions, sources, organisations and
/// announcements.  Unknown kinds, roles, units, measures … are kept: the lists are open.  BadInput names the list, the row's key
/// and the field for what cannot be read (no JSON, a missing key, a key twice, a number that is none, a date that is none, a
/// reference to a source or organisation that is not there); `where` is `name`.
Result<catalogue::Contents> readCatalogueJson(const QByteArray &json, const QString &name);
/// The same from a file; NotFound or Io when it cannot be read.
Result<catalogue::Contents> readCatalogueJsonFile(const QString &path);
/// The starter built into the program (:/starter/waic.json).
Result<catalogue::Contents> starterContents();

} // namespace waic::exchange
