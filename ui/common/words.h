// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QString>

namespace waic::ui {

/// A condition's field as people read it: "Kind", "Organisation".  A name that the window does not know stays as it is.
QString fieldTitle(QStringView field);
/// A value of a field: a country by its name, a missing (null) one as "no edition".
QString valueTitle(QStringView field, const QString &value);
/// A condition in one line: "Kind event or policy", "not Country United States".
QString conditionTitle(const explore::Condition &condition);
/// Plain text for a tooltip, which would otherwise guess that text with tags is HTML.  Wraps; keeps line breaks.
QString plainToolTip(const QString &text);
/// Text for a button or menu, whose "&" is a letter and no mnemonic.
QString literal(QString text);

} // namespace waic::ui
