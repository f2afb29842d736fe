// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsaved_message.h"

#include "ui/message_bar.h"
#include "ui/workspace.h"

#include <utility>

namespace waic::ui {

UnsavedMessage::UnsavedMessage(Workspace &workspace, MessageBar &messages, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_messages(messages)
{
    connect(&workspace, &Workspace::unsavedChanged, this, &UnsavedMessage::show);
    connect(&workspace, &Workspace::changed, this, &UnsavedMessage::onChanged);
    connect(&workspace, &Workspace::stepRefused, this, &UnsavedMessage::showStep);
    connect(&workspace, &Workspace::closed, this, [this] {
        m_said = 0;
        m_messages.clearStanding();
    });
}

void UnsavedMessage::show()
{
    const UnsavedEdits &unsaved = m_workspace.unsaved();
    m_said = unsaved.count();
    if (unsaved.isEmpty()) {
        m_messages.clearStanding();
        return;
    }
    const Error &error = unsaved.error();
    const QString why = MessageBar::sentences({error.kind, error.what, {}, error.next});
    const QString file = error.where.isEmpty() ? m_workspace.file().path() : error.where;
    m_messages.setStanding(tr("Not saved in %1: %2 %3").arg(file, why, tr("Your %n edit(s) are kept here.", nullptr, m_said)),
        {{tr("&Try Again"), [this] { m_workspace.tryAgain(); }}, {tr("&Save a Copy…"), [this] { emit copyAsked(); }}});
}

void UnsavedMessage::showStep(const Error &error, bool isUndo)
{
    // It waits for the edits that the standing message speaks of, which gives the same reason.
    if (!m_workspace.unsaved().isEmpty())
        return;
    const QString what = isUndo ? tr("Not undone: %1").arg(error.what) : tr("Not redone: %1").arg(error.what);
    m_messages.showError({error.kind, what, error.where, error.next}, {{tr("&Try Again"), [this, isUndo] {
                                                                            m_workspace.tryAgain();
                                                                            isUndo ? m_workspace.undo() : m_workspace.redo();
                                                                        }}});
}

void UnsavedMessage::onChanged()
{
    if (m_said == 0 || m_workspace.isSaving() || !m_workspace.unsaved().isEmpty())
        return;
    const int saved = std::exchange(m_said, 0);
    m_messages.clearStanding();
    // One of them may have been refused for what it says.
    if (!m_messages.showsError())
        m_messages.showNote(tr("Saved %n edit(s).", nullptr, saved));
}

} // namespace waic::ui
