// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QObject>

namespace waic::ui {

class MessageBar;
class Workspace;

/// Says in the message bar which edits could not be written, why, and that they are kept; offers to try again or to save a copy
/// that has them; says when they are saved.  The same for an undo or redo that may go through later.
class UnsavedMessage : public QObject
{
    Q_OBJECT

public:
    UnsavedMessage(Workspace &workspace, MessageBar &messages, QObject *parent);

signals:
    void copyAsked();

private:
    void show();
    void showStep(const Error &error, bool isUndo);
    void onChanged();

    Workspace &m_workspace;
    MessageBar &m_messages;
    int m_said = 0; ///< edits that the standing message speaks of
};

} // namespace waic::ui
