// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QString>

namespace waic::ui {

class Workspace;

/// A name for a question as people would say it: "Edition WAIC 2025, not Kind event"; words first, what is off left out.
QString proposedViewName(const explore::Query &query);

/// Asks for a name and saves the query under it; asks before another view of that name gets this question instead.  A read-only
/// catalogue answers with the reason.  REQUIRES an open catalogue.
void saveView(Workspace &workspace, const explore::Query &query, const QString &proposedName);
/// The question of now.
void saveView(Workspace &workspace);

} // namespace waic::ui
