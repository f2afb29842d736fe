// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QString>

namespace waic::ui {

/// A condition's field as people read it: "Kind", "Organisation".  A name that the window does not know stays as it is.
QString fieldTitle(QStringView field);
/// A value of a field: a country by its name, a missing (null) one as "no edition".
QString valueTitle(QStringView field, const QString &value);
/// A condition in one line: "Kind event or policy", "not Country United States", "Date Jul 2023 to Sep 2025", "Title contains
/// “agent”".
QString conditionTitle(const explore::Condition &condition);
/// The same without field and "not": "event or policy".
QString valuesTitle(const explore::Condition &condition);
/// A range of dates or numbers: "Jul 2023 to Sep 2025", "since Jul 2023", "before 2024", "1 to 12", "≥ 1,000"; empty when it is
/// open at both ends.
QString rangeTitle(QStringView field, const explore::Range &range);
/// A date of any precision: "2025", "Jul 2025", "26 Jul 2025"; text that is no date comes back as it is.
QString dateTitle(const QString &isoDate);
/// A condition on figures in one line: "compute ≥ 100 PFLOPS", "AI models released, share > 40%", "not compute < 5".
QString claimTitle(const explore::ClaimCondition &claim);
/// A flag: "Starred", "Has a source", "not Disputed"; one that the window does not know stays as it is.
QString flagTitle(const explore::Flag &flag);
/// Plain text for a tooltip, which would otherwise guess that text with tags is HTML.  Wraps; keeps line breaks.
QString plainToolTip(const QString &text);
/// Text for a button or menu, whose "&" is a letter and no mnemonic.
QString literal(QString text);

} // namespace waic::ui
