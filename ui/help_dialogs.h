// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace waic::ui {

/// Every shortcut, made from the action table.
void showShortcutsDialog(QWidget *parent);
/// Version, licence, and the libraries with theirs.
void showAboutDialog(QWidget *parent);

} // namespace waic::ui
