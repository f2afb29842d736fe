// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;

namespace waic::ui {

class Workspace;

/// "12 of 332 shown", how long the answer took, whether all is saved, and which file this is.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Workspace &workspace, QWidget *parent = nullptr);

private:
    void showAnswer();
    void showSaved();

    Workspace &m_workspace;
    QLabel *m_shown;
    QLabel *m_time;
    QLabel *m_saved;
    QLabel *m_file;
    QString m_lastSaved; ///< null: nothing was written since the catalogue was opened
};

} // namespace waic::ui
