// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;

namespace waic::ui {

class StatusWork;
class Workspace;

/// "12 of 332 announcements", how long the answer took, what is being worked on, whether all is saved, and which file this is.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Workspace &workspace, QWidget *parent = nullptr);

    /// Room for work that the user began, with Cancel.  One at a time.
    StatusWork &work() { return *m_work; }

private:
    void showOpened();
    void showClosed();
    void showAnswer();
    void showReading();
    void showSaved();

    Workspace &m_workspace;
    QLabel *m_shown;
    QLabel *m_time;
    StatusWork *m_reading; ///< of the catalogue, while answers do not reach over all of it
    StatusWork *m_work;
    QLabel *m_saved;
    QLabel *m_file;
    QString m_lastSaved;      ///< null: nothing was written since the catalogue was opened
    bool m_hasAnswer = false; ///< of the catalogue that is open now
    int m_readSummaries = -1; ///< percent; -1: not told
};

} // namespace waic::ui
