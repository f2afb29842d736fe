// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QString>

namespace waic::ui {

class AnnouncementModel;
class AnnouncementView;

/// The selected rows' shown columns as tab-separated text, a line of names first; empty without rows.  BadInput for more
/// than 10,000 rows.  Some 10 µs a row.
Result<QString> selectedText(const AnnouncementView &view, const AnnouncementModel &model);

} // namespace waic::ui
