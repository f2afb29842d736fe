// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command_palette.h"

namespace waic::ui {

class ActionSet;
class MainWindow;

/// What the command palette offers: commands that work now, catalogues opened before, saved views, charts, and fields to filter
/// and sort by.  The window and its actions outlive the sources.
std::vector<PaletteSource> paletteSources(MainWindow &window, const ActionSet &actions);

} // namespace waic::ui
