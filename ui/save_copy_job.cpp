// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/save_copy_job.h"

#include <utility>

namespace waic::ui {

SaveCopyJob::SaveCopyJob(
    const catalogue::CatalogueFile &file, const QString &target, const QString &backupFolder, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_thread([this, file, backupFolder] { work(file, backupFolder); })
{
}

SaveCopyJob::~SaveCopyJob()
{
    m_isEnding = true;
    m_thread.join();
}

template <typename Tell>
void SaveCopyJob::post(Tell tell)
{
    QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
}

void SaveCopyJob::work(const catalogue::CatalogueFile &file, const QString &backupFolder)
{
    int told = -1;
    const Result<catalogue::SavedCopy> copy = catalogue::saveCopy(file, m_target, true, backupFolder, [&](double done) {
        const int percent = int(done * 100);
        if (std::exchange(told, percent) != percent)
            post([this, percent] { emit progressed(percent); });
        return !m_isEnding;
    });
    if (!copy)
        post([this, error = copy.error()] { emit failed(error); });
    else if (copy->complete)
        post([this, backup = copy->backup] { emit saved(backup); });
    else
        post([this] { emit ended(); });
}

} // namespace waic::ui
