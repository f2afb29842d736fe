// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

class QCoreApplication;

namespace waic {

/// Loads the language of the user's locale, and English plurals where there is none: "%n announcement(s)" needs them.
void installTranslations(QCoreApplication &application);

/// From now on numbers, dates and texts are of this language, "vi" or "zh_TW", whatever the user's locale is; texts without a
/// translation are English.  BadInput names the languages that there are.
Result<> useLanguage(QCoreApplication &application, const QString &language);

} // namespace waic
