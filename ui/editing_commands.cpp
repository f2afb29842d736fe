// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing_commands.h"

#include "catalogue/record_edits.h"
#include "ui/dialogs.h"
#include "ui/editing/change_dialog.h"
#include "ui/editing/conflict_dialog.h"
#include "ui/editing/history_dialog.h"
#include "ui/workspace.h"

namespace waic::ui {

EditingCommands::EditingCommands(Workspace &workspace, QWidget &window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&workspace, &Workspace::conflicted, this, &EditingCommands::askOn);
}

void EditingCommands::askOn(const catalogue::Conflict &conflict)
{
    auto *dialog = new ConflictDialog(m_workspace, conflict, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void EditingCommands::changeMany(catalogue::BatchChange::Kind kind)
{
    auto *dialog = new ChangeDialog(m_workspace, kind, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void EditingCommands::setVerification(const char *verification)
{
    const catalogue::Field *field = catalogue::findField(catalogue::Entity::Announcement, u"verification");
    if (field && !m_workspace.selection().empty())
        m_workspace.apply(catalogue::setField(*field, m_workspace.selection().all(), QString::fromLatin1(verification)));
}

void EditingCommands::duplicate()
{
    const Result<catalogue::Record> record = m_workspace.reader().record(m_workspace.current());
    if (!record) {
        m_workspace.report(record.error());
        return;
    }
    emit added();
    m_workspace.apply(catalogue::duplicate(*record, catalogue::newRowId()));
}

void EditingCommands::showHistory()
{
    if (!m_history) {
        m_history = new HistoryDialog(m_workspace, &m_window);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_history, &HistoryDialog::showAsked, this, &EditingCommands::showAsked);
    }
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

void EditingCommands::emptyBin()
{
    const int count = m_workspace.answer().query.inBin ? m_workspace.answer().total : -1;
    const QString what = count == 1 ? tr("One announcement is removed for good, with its figures and links.")
        : count > 1                 ? tr("%1 announcements are removed for good, with their figures and links.").arg(count)
                                    : tr("All announcements in the bin are removed for good, with their figures and links.");
    if (m_workspace.dialogs().confirm(tr("Empty the bin?"),
            tr("%1 This cannot be undone. A copy of the catalogue keeps them (File ▸ Save a Copy).").arg(what), tr("Empty Bin")))
        m_workspace.emptyBin();
}

} // namespace waic::ui
