// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/backup.h"

#include <QDialog>

#include <thread>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace waic::ui {

class Dialogs;

/// Shows the backups of a catalogue, newest first, which are read behind the dialog, and asks for one of them or another file.
/// Nothing is restored here: chosen() has the path when accepted.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    RestoreDialog(const QString &folder, const QString &catalogueUid, Dialogs &dialogs, QWidget *parent);
    ~RestoreDialog() override;

    const QString &chosen() const { return m_chosen; }
    void accept() override;

private:
    QWidget *makeButtons();
    void showBackups(const std::vector<catalogue::Backup> &backups);
    void chooseOther();

    const QString m_folder;
    Dialogs &m_dialogs;
    QTreeWidget *m_list;
    QLabel *m_note; ///< what stands there instead of a list
    QStackedWidget *m_middle;
    QPushButton *m_restore;
    QString m_chosen;
    std::thread m_reading; ///< last: it uses the others
};

/// "26 Nov 2025, 20:31".
QString backupTime(const catalogue::Backup &backup);
/// Why a backup was made: "Before a restore".
QString backupReason(catalogue::BackupReason reason);

} // namespace waic::ui
