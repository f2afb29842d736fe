// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace waic::ui {

class Dialogs;

/// Asks for what holds for all catalogues.  Nothing is kept or applied here: preferences() has what was chosen when accepted.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const Preferences &now, Dialogs &dialogs, QWidget *parent);

    Preferences preferences() const;
    void accept() override; ///< stays when the backup folder cannot be used, and says why

private:
    QComboBox *addChoice(QFormLayout &form, const char *name, const QString &label,
        const QList<QPair<QString, QVariant>> &choices, const QVariant &now);
    QWidget *makeBackups(Dialogs &dialogs);

    QLineEdit *m_author;
    QComboBox *m_theme;
    QComboBox *m_textSize;
    QComboBox *m_numbers;
    QComboBox *m_dates;
    QLineEdit *m_backups;
    QLabel *m_mistake;
};

} // namespace waic::ui
