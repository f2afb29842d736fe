// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

namespace waic::ui {

/// The last question of each catalogue (by its uid), kept in the settings for the next time it is opened: terms, those switched
/// off included, and sort.  UI thread.
explore::Query keptQuestion(const QString &catalogueUid);
/// Forgets the catalogue that was left longest ago when there are many, and leaves out a question of absurd length.
void keepQuestion(const QString &catalogueUid, const explore::Query &query);

} // namespace waic::ui
