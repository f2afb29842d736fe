// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QString>
#include <QStringList>

namespace waic::ui {

/// How dates are written where they are read; where they are typed they are always as in the file.
enum class DateForm {
    Iso,   ///< 2025-07-26, as in the file
    Words, ///< 26 Jul 2025, in the words of the number form
};

/// What the user chose for all catalogues: the one place where these settings are read and written.
struct Preferences
{
    QString author; ///< for the history; null: the login name
    ThemeChoice theme = ThemeChoice::System;
    TextSize textSize = TextSize::Normal;
    QString numberForm; ///< a locale's name, as "fr_FR"; null: the system's
    DateForm dateForm = DateForm::Iso;
    QString backupFolder; ///< where backups and files that are replaced are kept; null: the program's own, see backupFolder()

    bool operator==(const Preferences &) const = default;
};

/// As kept in the settings; what is not understood there is the default.
Preferences keptPreferences();
void keepPreferences(const Preferences &preferences);

/// The folder for backups that holds: the one chosen, else "backups" in the program's data folder.
QString backupFolder();
QString defaultBackupFolder();

/// Makes theme, text size, number and date form hold for the application.  Texts that are shown already stay until their pane
/// makes them again: Workspace::showAgain().  UI thread, after the translations were chosen.
void applyPreferences(const Preferences &preferences);

/// Locales to choose the number form from, without the system's.
QStringList numberForms();
/// "English (United States): 1,234.5".
QString numberFormTitle(const QString &numberForm);

/// A stored date of any precision in the date form in force; text that is no date comes back as it is.
QString shownDate(const QString &isoDate);

/// The name that steps of the history carry when none was chosen.
QString loginName();

} // namespace waic::ui
