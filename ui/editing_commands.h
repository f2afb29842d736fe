// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/batch_edit.h"
#include "catalogue/conflict.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace waic::ui {

class HistoryDialog;
class Workspace;

/// Commands of the window that change the catalogue through a dialog or a question, and what is asked when an edit meets
/// another's. UI thread.
class EditingCommands : public QObject
{
    Q_OBJECT

public:
    /// window: parent of the dialogs; owns this.
    EditingCommands(Workspace &workspace, QWidget &window);

    void changeMany(catalogue::BatchChange::Kind kind);
    /// Of the selected announcements.
    void setVerification(const char *verification);
    /// Of the current announcement.
    void duplicate();
    void showHistory();
    void emptyBin();

signals:
    void showAsked(qint64 announcement); ///< from the history
    void noted(const QString &text);     ///< done, and worth knowing
    void added();                        ///< the next step is an announcement that the user added

private:
    void askOn(const catalogue::Conflict &conflict);

    Workspace &m_workspace;
    QWidget &m_window;
    QPointer<HistoryDialog> m_history;
};

} // namespace waic::ui
