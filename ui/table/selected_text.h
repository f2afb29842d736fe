// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waic::ui {

class AnnouncementView;

/// The selected rows' shown columns as tab-separated text, a line of names first; empty without rows.
QString selectedText(const AnnouncementView &view);

} // namespace waic::ui
