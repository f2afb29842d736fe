// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace waic::ui {

class BackupJob;
class MessageBar;
class StatusWork;
class Workspace;

/// Has backups made of the catalogue that is open: one a day by itself when something changed, some seconds after it was opened
/// and behind all other work, and one whenever it is asked for.  UI thread.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr int kFirstLook = 5'000;    ///< ms after a catalogue was opened
    static constexpr int kNextLook = 3'600'000; ///< ms; a window may be open for days

    BackupKeeper(Workspace &workspace, MessageBar &messages, StatusWork &status, QObject *parent);
    ~BackupKeeper() override;

    /// Tells where it is, or why there is none.  REQUIRES an open catalogue.
    void backUpNow();
    /// The look for the day's backup, as the timer does it.
    void lookForDaily();

private:
    void begin(bool daily);
    void onMade(const QString &path);
    void onFailed(const Error &error);
    void drop(); ///< at once, see ~BackupJob
    void end();  ///< of a job that has told its result

    Workspace &m_workspace;
    MessageBar &m_messages;
    StatusWork &m_status;
    QTimer m_look;
    std::unique_ptr<BackupJob> m_job;
    bool m_showsWork = false;   ///< the status line speaks of this job
    bool m_toldFailure = false; ///< of a daily backup of this catalogue
};

} // namespace waic::ui
