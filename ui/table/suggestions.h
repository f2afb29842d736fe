// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "ui/table/cell_editors.h"

namespace waic::ui {

class Workspace;

/// Values to offer for a field that is an open list: those of the rows in sight with their counts, those used elsewhere in the
/// catalogue, those that the schema names.  REQUIRES an open catalogue.
std::vector<Suggestion> suggestionsFor(Workspace &workspace, const catalogue::Field &field);

} // namespace waic::ui
