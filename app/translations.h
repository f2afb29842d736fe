// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace waic {

/// Loads the language of the user's locale, and English plurals where there is none: "%n announcement(s)" needs them.
void installTranslations(QCoreApplication &application);

} // namespace waic
