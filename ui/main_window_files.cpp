// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "catalogue/schema.h"
#include "ui/actions.h"
#include "ui/backup_keeper.h"
#include "ui/catalogue_drop.h"
#include "ui/dialogs.h"
#include "ui/empty_window.h"
#include "ui/message_bar.h"
#include "ui/recent_files.h"
#include "ui/recent_menu.h"
#include "ui/record/record_pane.h"
#include "ui/save_copy_job.h"
#include "ui/status_line.h"
#include "ui/status_work.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <utility>

namespace waic::ui {

namespace {

QString catalogueFilter()
{
    return MainWindow::tr("Catalogues (*.waic);;All files (*)");
}

/// Where the user looks for a file first.
QString nearFolder(const Workspace &workspace)
{
    if (workspace.isOpen())
        return QFileInfo(workspace.file().path()).path();
    const std::vector<RecentFile> recent = recentFiles();
    return recent.empty() ? QDir::homePath() : QFileInfo(recent.front().path).path();
}

} // namespace

void MainWindow::connectFiles()
{
    const QString clear = QStringLiteral("file.clearrecent");
    auto *recent = new RecentMenu(*m_actions->menuOf(clear), *m_actions->action(clear), this);
    connect(recent, &RecentMenu::chosen, this, &MainWindow::open);
    connect(m_empty, &EmptyWindow::newAsked, this, &MainWindow::newCatalogue);
    connect(m_empty, &EmptyWindow::openAsked, this, &MainWindow::openCatalogue);
    connect(m_empty, &EmptyWindow::chosen, this, &MainWindow::open);
    m_drop = new CatalogueDrop(*this);
    connect(m_drop, &CatalogueDrop::dropped, this, &MainWindow::onDropped);
    connect(&m_workspace, &Workspace::opened, this, [this] {
        addRecentFile(m_workspace.file().path());
        QSettings().setValue(QStringLiteral("lastCatalogue"), m_workspace.file().path());
    });
    m_backups = new BackupKeeper(m_workspace, *m_messages, m_status->work(), this);
    connect(&m_status->work(), &StatusWork::cancelAsked, this, [this] {
        if (m_copy)
            m_copy->cancel();
    });
}

std::optional<QString> MainWindow::askForCatalogue(const QString &title, const QString &suggestion)
{
    std::optional<QString> path = m_workspace.dialogs().fileToSave(title, suggestion, catalogueFilter());
    if (!path || !QFileInfo(*path).suffix().isEmpty())
        return path;
    *path += QStringLiteral(".waic");
    // The name as typed was asked about by the file dialog; one that got its ending here was not.
    const bool replaces = QFileInfo::exists(*path)
        && !m_workspace.dialogs().confirm(tr("Replace %1?").arg(QFileInfo(*path).fileName()),
            tr("The file is there already. What is in it is kept as a backup."), tr("Replace"));
    return replaces ? std::nullopt : path;
}

void MainWindow::newCatalogue()
{
    const QString suggestion = QDir(nearFolder(m_workspace)).filePath(tr("catalogue.waic"));
    const std::optional<QString> path = askForCatalogue(tr("New Catalogue"), suggestion);
    if (!path)
        return;
    const Result<QString> backup = catalogue::createCatalogue(*path, {}, true, backupFolder());
    if (!backup) {
        m_workspace.dialogs().showError(tr("The catalogue was not made"), backup.error());
        return;
    }
    if (open(*path) && !backup->isNull())
        m_messages->showNote(tr("What was there is kept as %1.").arg(*backup));
}

void MainWindow::openCatalogue()
{
    const QString near = nearFolder(m_workspace);
    if (const std::optional<QString> path = m_workspace.dialogs().fileToOpen(tr("Open Catalogue"), near, catalogueFilter()))
        open(*path);
}

bool MainWindow::open(const QString &path)
{
    if (!leaveCatalogue())
        return false;
    const Result<> opened = m_workspace.open(path);
    if (!opened) {
        m_workspace.dialogs().showError(tr("The catalogue was not opened"), opened.error());
        return false;
    }
    m_table->focusTable();
    return true;
}

void MainWindow::closeCatalogue()
{
    if (!m_workspace.isOpen() || !leaveCatalogue())
        return;
    m_workspace.close();
    m_messages->clear();
    setWindowTitle(QStringLiteral("WAIC Explorer"));
    showEmpty(true);
    m_actions->refresh();
}

bool MainWindow::leaveCatalogue()
{
    // Edits that go into the copy alone would come back to no catalogue when it fails.
    if (m_copy && !m_copy->edits().empty() && !leaveCopy())
        return false;
    m_table->commitTyped();
    m_record->commitTyped();
    const std::vector<Error> errors = m_workspace.finishEdits();
    if (const UnsavedEdits &unsaved = m_workspace.unsaved(); !unsaved.isEmpty())
        return m_workspace.dialogs().confirm(tr("%n edit(s) are not saved", nullptr, unsaved.count()),
            tr("%1: %2. Save a copy to keep what you changed; when you leave without it, it is lost.")
                .arg(unsaved.title(), unsaved.error().what),
            unsaved.count() == 1 ? tr("Leave Without It") : tr("Leave Without Them"));
    return errors.empty()
        || m_workspace.dialogs().confirm(tr("An edit was not saved"),
            tr("%1. What you typed is still in the window; without it, it is lost.").arg(errors.front().line()),
            tr("Leave Without It"));
}

void MainWindow::onDropped(const QStringList &paths)
{
    if (paths.size() > 1) {
        m_workspace.report({ErrorKind::BadInput, tr("Several files were dropped, and one catalogue is open at a time"), {},
            tr("drop one of them")});
        return;
    }
    const QFileInfo dropped(paths.front());
    const bool isOpenNow = m_workspace.isOpen() && dropped.exists()
        && dropped.canonicalFilePath() == QFileInfo(m_workspace.file().path()).canonicalFilePath();
    if (isOpenNow)
        m_messages->showNote(tr("%1 is open already.").arg(dropped.fileName()));
    else
        open(paths.front());
}

void MainWindow::saveCopy()
{
    if (m_copy) {
        m_messages->showNote(tr("A copy is being saved already. Wait for it, or cancel it below."));
        return;
    }
    const QFileInfo file(m_workspace.file().path());
    const QString name = tr("%1 copy.waic", "name of a copy").arg(file.completeBaseName());
    if (const std::optional<QString> target = askForCatalogue(tr("Save a Copy"), file.dir().filePath(name)))
        startCopy(*target);
}

void MainWindow::startCopy(const QString &target)
{
    // What is on its way belongs in the copy.
    m_table->commitTyped();
    m_record->commitTyped();
    m_workspace.finishEdits();
    m_copy = new SaveCopyJob({m_workspace.file(), target, backupFolder(), m_workspace.takeUnsaved(), Workspace::author()}, this);
    StatusWork &work = m_status->work();
    work.showWork(tr("Saving a copy…"), 0, true);
    connect(m_copy, &SaveCopyJob::progressed, this,
        [this](int percent) { m_status->work().showWork(tr("Saving a copy…"), percent, true); });
    connect(m_copy, &SaveCopyJob::saved, this, &MainWindow::onCopySaved);
    connect(m_copy, &SaveCopyJob::failed, this, [this](const Error &error) {
        m_workspace.keepAgain(m_copy->edits());
        m_workspace.report({error.kind, tr("The copy was not saved: %1").arg(error.what), error.where, error.next});
        endCopy();
    });
    connect(m_copy, &SaveCopyJob::ended, this, [this] {
        m_workspace.keepAgain(m_copy->edits());
        m_messages->showNote(tr("The copy was cancelled; nothing of it is left."));
        endCopy();
    });
}

void MainWindow::onCopySaved(const QString &backup)
{
    const QString target = m_copy->target();
    const int edits = int(m_copy->edits().size());
    QStringList said{edits == 0
            ? tr("Saved a copy as %1.").arg(QDir::toNativeSeparators(target))
            : tr("Saved a copy with your %n edit(s) as %1. The catalogue open here is without them.", nullptr, edits)
                  .arg(QDir::toNativeSeparators(target))};
    if (!backup.isNull())
        said << tr("What was there is kept as %1.").arg(backup);
    if (edits == 0) {
        m_messages->showNote(said.join(QLatin1Char(' ')));
    } else {
        m_workspace.tryAgain();
        m_messages->showNote(said.join(QLatin1Char(' ')), {{tr("&Open the Copy"), [this, target] { open(target); }}});
    }
    endCopy();
}

void MainWindow::endCopy()
{
    m_status->work().end();
    std::exchange(m_copy, nullptr)->deleteLater();
}

bool MainWindow::leaveCopy()
{
    if (!m_copy)
        return true;
    const bool leaves = m_workspace.dialogs().confirm(tr("A copy is being saved"),
        tr("%1 is not complete. Without waiting for it, nothing of it is left.").arg(QFileInfo(m_copy->target()).fileName()),
        tr("Quit Without It"));
    // It may have come to its end while the question stood.
    if (leaves && m_copy) {
        m_status->work().end();
        delete std::exchange(m_copy, nullptr);
    }
    return leaves;
}

} // namespace waic::ui
