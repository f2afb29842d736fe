// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"

namespace waic::catalogue {

class Database;

/// Each makes one change; true when rows changed.  BadInput for a value that its field does not allow or a reference to what
/// there is not, NotFound for a row that is gone.  All throw SQLite::Exception.
Result<bool> writeAdded(Database &database, const AddClaim &added);
Result<bool> writeAdded(Database &database, const RemoveClaim &removed);
Result<bool> writeAdded(Database &database, const AddSource &added);
Result<bool> writeAdded(Database &database, const AddCitation &added);
Result<bool> writeAdded(Database &database, const RemoveCitation &removed);
Result<bool> writeAdded(Database &database, const AddOrganisation &added);
Result<bool> writeAdded(Database &database, const SetParticipation &set);
Result<bool> writeAdded(Database &database, const SetTag &set);
Result<bool> writeAdded(Database &database, const AddUnit &added);
Result<bool> writeAdded(Database &database, const AddDefinition &added);

/// A measure begins to exist with its first figure.
void addMeasure(Database &database, const QString &name);
/// BadInput with the names of similar ones when the catalogue has no such unit.
Result<> checkUnit(Database &database, const QString &unit);
Result<> checkDefinition(Database &database, const QString &definition);

} // namespace waic::catalogue
