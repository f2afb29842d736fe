// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/actions.h"
#include "ui/backup_job.h"
#include "ui/backup_keeper.h"
#include "ui/dialogs.h"
#include "ui/message_bar.h"
#include "ui/record/record_pane.h"
#include "ui/restore_dialog.h"
#include "ui/status_line.h"
#include "ui/status_work.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace waic::ui {

void MainWindow::backUpNow()
{
    // What is on its way belongs in the backup.
    m_table->commitTyped();
    m_record->commitTyped();
    m_workspace.finishEdits();
    m_backups->backUpNow();
}

void MainWindow::restoreBackup()
{
    if (m_copy) {
        m_messages->showNote(tr("A copy is being saved. Wait for it, or cancel it below, before a backup is restored."));
        return;
    }
    RestoreDialog dialog(backupFolder(), m_workspace.file().uid(), m_workspace.dialogs(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const bool isItself
        = QFileInfo(dialog.chosen()).canonicalFilePath() == QFileInfo(m_workspace.file().path()).canonicalFilePath();
    if (isItself) {
        m_messages->showNote(tr("%1 is the catalogue itself.").arg(QFileInfo(dialog.chosen()).fileName()));
        return;
    }
    const bool sure = m_workspace.dialogs().confirm(tr("Replace what is in %1?").arg(m_workspace.file().name()),
        tr("%1 takes its place. What is in it now is kept as a backup.").arg(QFileInfo(dialog.chosen()).fileName()),
        tr("Restore"));
    if (sure && leaveCatalogue())
        startRestore(dialog.chosen());
}

void MainWindow::startRestore(const QString &backup)
{
    const catalogue::CatalogueFile file = m_workspace.file();
    if (file.heldIfMoved()) {
        // It lives on in our hands alone, and only until it is closed.
        const Result<QString> kept
            = catalogue::backUp(file, backupFolder(), catalogue::BackupReason::Restore, [](double) { return true; });
        if (!kept) {
            m_workspace.report(kept.error());
            return;
        }
    }
    setEnabled(false);
    m_workspace.close();
    m_messages->clear();
    m_status->work().showWork(tr("Restoring…"), -1, false);
    m_restore = new RestoreJob({file.path(), file.uid(), backup, backupFolder()}, this);
    connect(m_restore, &RestoreJob::restored, this, [this](const QString &kept) {
        const QString done = tr("Restored from %1.").arg(QFileInfo(m_restore->order().backup).fileName());
        endRestore();
        m_messages->showNote(
            kept.isNull() ? done : tr("%1 What was there is kept as %2.").arg(done, QDir::toNativeSeparators(kept)));
    });
    connect(m_restore, &RestoreJob::failed, this, [this](const Error &error) {
        endRestore();
        m_workspace.report({error.kind, tr("Nothing was restored: %1").arg(error.what), error.where, error.next});
    });
}

void MainWindow::endRestore()
{
    const QString path = m_restore->order().path;
    std::exchange(m_restore, nullptr)->deleteLater();
    m_status->work().end();
    setEnabled(true);
    if (!open(path)) {
        setWindowTitle(QStringLiteral("WAIC Explorer"));
        showEmpty(true);
        m_actions->refresh();
    }
}

} // namespace waic::ui
