// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "explore/query.h"

#include <QString>

#include <vector>

namespace waic::ui {

/// The sort keys as the settings keep them: "-date,title".
QString sortText(const std::vector<explore::SortKey> &sort);
/// Keys that are none are left out.
std::vector<explore::SortKey> sortFromText(const QString &text);

/// The query after a click on a column's header: sorted by it, or turned round when it is already.
explore::Query sortedBy(explore::Query query, int column);
explore::Query sortedBy(explore::Query query, int column, bool descending);
/// Column and direction of a query's first key; the newest first when it has none.
std::pair<int, bool> sortedColumn(const explore::Query &query);

} // namespace waic::ui
