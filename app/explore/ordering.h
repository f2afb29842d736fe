// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/index_columns.h"
#include "explore/query.h"

#include <span>

namespace waic::explore {

/// The rows' ids in display order: by the keys (none: newest first), then by folded title, then by id.  What is missing comes
/// last, rising and falling.  A date's missing part also comes last both ways: after all others of its year or month.
std::vector<catalogue::RowId> inOrder(const IndexColumns &columns, std::span<const Row> rows, const std::vector<SortKey> &sort);

} // namespace waic::explore
