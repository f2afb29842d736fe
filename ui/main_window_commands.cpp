// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "catalogue/schema.h"
#include "ui/add_dialog.h"
#include "ui/chart/chart_pane.h"
#include "ui/dialogs.h"
#include "ui/help_dialogs.h"
#include "ui/message_bar.h"
#include "ui/record/record_pane.h"
#include "ui/search/search_bar.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace waic::ui {

namespace {

QString catalogueFilter()
{
    return MainWindow::tr("Catalogues (*.waic);;All files (*)");
}

} // namespace

void MainWindow::newCatalogue()
{
    std::optional<QString> path = m_workspace.dialogs().fileToSave(tr("New Catalogue"), tr("catalogue.waic"), catalogueFilter());
    if (!path)
        return;
    if (QFileInfo(*path).suffix().isEmpty()) {
        *path += QStringLiteral(".waic");
        // The name as typed was asked about by the file dialog; one that got its ending here was not.
        if (QFileInfo::exists(*path)
            && !m_workspace.dialogs().confirm(tr("Replace %1?").arg(QFileInfo(*path).fileName()),
                tr("The file is there already. What is in it is kept as a backup beside it."), tr("Replace")))
            return;
    }
    const Result<QString> backup = catalogue::createCatalogue(*path, {}, true);
    if (!backup) {
        m_workspace.dialogs().showError(tr("The catalogue was not made"), backup.error());
        return;
    }
    if (open(*path) && !backup->isNull())
        m_messages->showNote(tr("What was there is kept as %1.").arg(*backup));
}

void MainWindow::openCatalogue()
{
    const QString near = m_workspace.isOpen() ? QFileInfo(m_workspace.file().path()).path() : QString();
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
    QSettings().setValue(QStringLiteral("lastCatalogue"), m_workspace.file().path());
    m_table->focusTable();
    return true;
}

bool MainWindow::leaveCatalogue()
{
    m_table->commitTyped();
    m_record->commitTyped();
    const std::vector<Error> errors = m_workspace.finishEdits();
    return errors.empty()
        || m_workspace.dialogs().confirm(tr("An edit was not saved"),
            tr("%1. What you typed is still in the window; without it, it is lost.").arg(errors.front().line()),
            tr("Leave Without It"));
}

void MainWindow::focusSearch()
{
    m_search->focusSearch();
}

void MainWindow::clearFilters()
{
    explore::Query query;
    query.sort = m_workspace.query().sort;
    m_workspace.setQuery(query);
}

void MainWindow::editCell()
{
    m_table->editCurrentCell();
}

void MainWindow::toggleBin()
{
    explore::Query query = m_workspace.query();
    query.inBin = !query.inBin;
    m_workspace.setQuery(query);
}

void MainWindow::addAnnouncement()
{
    AddDialog dialog(m_workspace, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_adding = true;
    m_workspace.apply(catalogue::addAnnouncement(dialog.announcement()));
}

void MainWindow::showChanged(catalogue::RowId announcement)
{
    if (m_workspace.answer().ids.indexOf(announcement) >= 0) {
        m_table->showRow(announcement);
        return;
    }
    m_workspace.setCurrent(announcement);
    const Result<catalogue::Record> record = m_workspace.reader().record(announcement);
    if (record && record->announcement.binnedAt.isNull() && !m_workspace.query().inBin)
        m_messages->showNote(tr("“%1” is outside the filter, so only the record shows it.").arg(record->announcement.title));
}

void MainWindow::toggleStar()
{
    const catalogue::RowId current = m_workspace.current();
    const Result<catalogue::Record> record = m_workspace.reader().record(current);
    if (!record) {
        m_workspace.report(record.error());
        return;
    }
    m_workspace.apply(catalogue::setStarred(current, !record->announcement.starred));
}

void MainWindow::moveToBin()
{
    m_workspace.apply(catalogue::moveToBin(m_workspace.selection().all()));
}

void MainWindow::restoreFromBin()
{
    m_workspace.apply(catalogue::restoreFromBin(m_workspace.selection().all()));
}

void MainWindow::exportChart()
{
    m_chart->exportChart();
}

void MainWindow::copyChart()
{
    m_chart->copyChart();
}

void MainWindow::showShortcuts()
{
    showShortcutsDialog(this);
}

void MainWindow::showAbout()
{
    showAboutDialog(this);
}

} // namespace waic::ui
