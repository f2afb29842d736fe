// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace waic::ui {

/// How a step of the history is called: "Undo: Set title of an announcement".
QString stepWords(const QString &kind, const QString &label);
/// When it was: "Today 14:03", "2025-07-26 09:12", in local time; a time that cannot be read as it stands.
QString stepTime(const QString &at);

} // namespace waic::ui
