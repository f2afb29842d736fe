// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup_keeper.h"

#include "ui/backup_job.h"
#include "ui/message_bar.h"
#include "ui/preferences.h"
#include "ui/status_work.h"
#include "ui/workspace.h"

#include <QDir>

#include <utility>

namespace waic::ui {

BackupKeeper::BackupKeeper(Workspace &workspace, MessageBar &messages, StatusWork &status, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_messages(messages)
    , m_status(status)
{
    connect(&m_look, &QTimer::timeout, this, &BackupKeeper::lookForDaily);
    connect(&workspace, &Workspace::opened, this, [this] {
        m_toldFailure = false;
        m_look.start(kFirstLook);
    });
    connect(&workspace, &Workspace::closing, this, [this] {
        m_look.stop();
        drop();
    });
}

BackupKeeper::~BackupKeeper() = default;

void BackupKeeper::backUpNow()
{
    if (m_job && !m_job->isDaily())
        return;
    drop(); // what was asked for holds all that the day's would
    begin(false);
}

void BackupKeeper::lookForDaily()
{
    m_look.start(kNextLook);
    if (m_workspace.isWritable() && !m_job)
        begin(true);
}

void BackupKeeper::begin(bool daily)
{
    using Reason = catalogue::BackupReason;
    m_job = std::make_unique<BackupJob>(
        BackupJob::Order{m_workspace.file(), backupFolder(), daily ? Reason::Daily : Reason::Manual}, nullptr);
    m_showsWork = !daily && !m_status.isBusy();
    if (m_showsWork)
        connect(m_job.get(), &BackupJob::progressed, this,
            [this](int percent) { m_status.showWork(tr("Backing up…"), percent, false); });
    connect(m_job.get(), &BackupJob::made, this, &BackupKeeper::onMade);
    connect(m_job.get(), &BackupJob::failed, this, &BackupKeeper::onFailed);
}

void BackupKeeper::onMade(const QString &path)
{
    const bool asked = !m_job->isDaily();
    end();
    if (asked)
        m_messages.showNote(tr("Backed up as %1.").arg(QDir::toNativeSeparators(path)));
}

void BackupKeeper::onFailed(const Error &error)
{
    const bool asked = !m_job->isDaily();
    end();
    if (!asked && std::exchange(m_toldFailure, true))
        return;
    const QString what = asked ? tr("No backup was made: %1") : tr("The backup of the day was not made: %1");
    m_workspace.report({error.kind, what.arg(error.what), error.where, error.next});
}

void BackupKeeper::drop()
{
    if (std::exchange(m_showsWork, false))
        m_status.end();
    m_job.reset();
}

void BackupKeeper::end()
{
    // Its own signal brought us here.
    m_job.release()->deleteLater();
    drop();
}

} // namespace waic::ui
