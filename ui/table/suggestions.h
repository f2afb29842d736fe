// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "explore/answer.h"
#include "ui/table/cell_editors.h"

namespace waic::ui {

class UsedValues;

/// Values to offer for a field that is an open list: those used in the catalogue, those of the rows in sight first and with
/// their counts, then those that the schema names.
std::vector<Suggestion> suggestionsFor(const explore::Answer &answer, UsedValues &used, const catalogue::Field &field);

} // namespace waic::ui
