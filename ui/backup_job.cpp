// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup_job.h"

#include <utility>

#include <sys/resource.h>
#include <unistd.h>

namespace waic::ui {

namespace {

constexpr int kGivesWay = 10; // of 19

/// Linux keeps this value for each thread.
void giveWayToOthers()
{
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), kGivesWay);
}

} // namespace

BackupJob::BackupJob(const Order &order, QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_thread([this] { work(); })
{
}

BackupJob::~BackupJob()
{
    m_isEnding = isDaily();
    m_thread.join();
}

template <typename Tell>
void BackupJob::post(Tell tell)
{
    QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
}

void BackupJob::work()
{
    if (isDaily())
        giveWayToOthers();
    const Result<QString> path = backUp();
    if (path)
        post([this, path = *path] { emit made(path); });
    else
        post([this, error = path.error()] { emit failed(error); });
}

Result<QString> BackupJob::backUp()
{
    if (isDaily()) {
        const Result<bool> due = catalogue::isBackupDue(m_order.file, m_order.folder, QDateTime::currentDateTime());
        if (!due)
            return tl::make_unexpected(due.error());
        if (!*due)
            return QString();
    }
    int told = -1;
    const Result<QString> path = catalogue::backUp(m_order.file, m_order.folder, m_order.reason, [&](double done) {
        const int percent = int(done * 100);
        if (std::exchange(told, percent) != percent)
            post([this, percent] { emit progressed(percent); });
        return !m_isEnding;
    });
    if (!path || path->isNull())
        return path;
    return catalogue::pruneBackups(m_order.folder, m_order.file.path(), m_order.file.uid()).map([&] { return *path; });
}

RestoreJob::RestoreJob(const Order &order, QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_thread([this] { work(); })
{
}

void RestoreJob::work()
{
    const Result<catalogue::Restored> done
        = catalogue::restoreBackup(m_order.path, m_order.uid, m_order.backup, m_order.folder, [](double) { return true; });
    const auto tell = [this, done] {
        if (done)
            emit restored(done->kept);
        else
            emit failed(done.error());
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

RestoreJob::~RestoreJob()
{
    m_thread.join();
}

} // namespace waic::ui
