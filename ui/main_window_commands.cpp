// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "catalogue/edit.h"
#include "ui/actions.h"
#include "ui/add_dialog.h"
#include "ui/chart/chart_pane.h"
#include "ui/command_palette.h"
#include "ui/common/icons.h"
#include "ui/dialogs.h"
#include "ui/help_dialogs.h"
#include "ui/message_bar.h"
#include "ui/preferences_dialog.h"
#include "ui/record/record_pane.h"
#include "ui/search/saving_view.h"
#include "ui/search/search_bar.h"
#include "ui/search/search_edit.h"
#include "ui/search/views_dialog.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMenu>

#include <span>
#include <utility>

namespace waic::ui {

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

void MainWindow::saveView()
{
    ui::saveView(m_workspace);
}

void MainWindow::manageViews()
{
    ViewsDialog(m_workspace, this).exec();
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
    if (m_table->showRow(announcement))
        return;
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

void MainWindow::showChart(const QString &name)
{
    focusPane(Pane::Chart);
    m_chart->showChart(name);
}

void MainWindow::typeInSearch(const QString &text)
{
    SearchEdit &edit = *m_search->edit();
    edit.setFocus(Qt::ShortcutFocusReason);
    edit.end(false);
    const bool apart = edit.text().isEmpty() || edit.text().endsWith(QLatin1Char(' '));
    edit.insert(apart ? text : QLatin1Char(' ') + text);
}

void MainWindow::addContextMenus()
{
    for (const char *id : {"chart.copy", "chart.export", "chart.save", "chart.saveas", "chart.rename", "chart.delete"})
        m_chart->addAction(m_actions->action(QString::fromLatin1(id)));
    m_record->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_record, &QWidget::customContextMenuRequested, this, &MainWindow::showRecordMenu);
}

void MainWindow::showRecordMenu(const QPoint &place)
{
    const catalogue::RowId current = m_workspace.current();
    if (!m_workspace.isOpen() || !current)
        return;
    const Result<catalogue::Record> record = m_workspace.reader().record(current);
    if (!record)
        return;
    const catalogue::Announcement &announcement = record->announcement;
    QMenu menu(this);
    const auto copy = [](const QString &text) { return [text] { QGuiApplication::clipboard()->setText(text); }; };
    connect(menu.addAction(themedIcon(QStringLiteral("edit-copy")), tr("&Copy Title")), &QAction::triggered, this,
        copy(announcement.title));
    QAction *copyLink = menu.addAction(tr("Copy &Link"));
    connect(copyLink, &QAction::triggered, this, copy(announcement.url));
    QAction *openLink = menu.addAction(tr("&Open Link"));
    connect(openLink, &QAction::triggered, this, [this, url = announcement.url] { m_workspace.dialogs().openLink(url); });
    for (QAction *action : {copyLink, openLink})
        action->setEnabled(!announcement.url.isEmpty());
    menu.addSeparator();
    menu.addAction(m_actions->action(QStringLiteral("record.star")));
    const bool binned = !announcement.binnedAt.isNull();
    QAction *bin
        = menu.addAction(themedIcon(QStringLiteral("user-trash")), binned ? tr("&Restore from Bin") : tr("Move to &Bin"));
    bin->setEnabled(m_workspace.isWritable());
    connect(bin, &QAction::triggered, this, [this, current, binned] {
        m_workspace.apply(
            binned ? catalogue::restoreFromBin(std::span(&current, 1)) : catalogue::moveToBin(std::span(&current, 1)));
    });
    menu.exec(m_record->mapToGlobal(place));
}

void MainWindow::showPreferences()
{
    PreferencesDialog dialog(keptPreferences(), m_workspace.dialogs(), this);
    if (dialog.exec() == QDialog::Accepted)
        setPreferences(dialog.preferences());
}

void MainWindow::setPreferences(const Preferences &preferences)
{
    const Preferences before = keptPreferences();
    keepPreferences(preferences);
    Preferences held = preferences;
    // The command line may have asked for another theme than the one that is kept.
    if (preferences.theme == before.theme)
        held.theme = Theme::instance().choice();
    applyPreferences(held);
    if (preferences.author != before.author)
        m_workspace.useAuthor();
    if (preferences.numberForm != before.numberForm || preferences.dateForm != before.dateForm)
        m_workspace.showAgain();
    m_actions->refresh();
}

void MainWindow::showPalette()
{
    m_palette->popUp();
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
