// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Small pieces of wording that several charts use.
namespace waic::chart {

QString announcementsText(int count); ///< "1 announcement", "332 announcements"
QString figuresText(int count);       ///< "1 figure", "9 figures"
/// "four" up to twelve, else "13"; atStart begins with a capital.
QString numberWord(int count, bool atStart = false);
/// "28 July 2025", "July 2025", "2025"; text that is no date comes back as it is.
QString dateText(const QString &isoDate);
QString monthText(int month);               ///< "July 2025" of 12 × year + month - 1
QString listText(const QStringList &items); ///< "A", "A and B", "A, B and C"
QString orText(const QStringList &items);   ///< "A", "A or B", "A, B or C"
QString capitalised(const QString &text);
/// Straight apostrophes inside words as a printer sets them: People's → People’s.
QString typeset(QString text);

} // namespace waic::chart
