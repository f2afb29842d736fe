// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/contents.h"

namespace waic::catalogue {

class Database;

/// Inserts everything of `contents` into a catalogue that has none of it; the same contents give the same rows in every
/// installation.  Runs inside the caller's transaction and writes no step.  Throws SQLite::Exception.
void fill(Database &database, const Contents &contents);

} // namespace waic::catalogue
