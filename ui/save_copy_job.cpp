// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/save_copy_job.h"

#include "catalogue/writer.h"

#include <utility>

namespace waic::ui {

SaveCopyJob::SaveCopyJob(const Order &order, QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_thread([this] { work(); })
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

void SaveCopyJob::work()
{
    int told = -1;
    const auto goesOn = [&](double done) {
        const int percent = int(done * 100);
        if (std::exchange(told, percent) != percent)
            post([this, percent] { emit progressed(percent); });
        return !m_isEnding;
    };
    const Result<catalogue::SavedCopy> copy
        = catalogue::saveCopy(m_order.file, m_order.target, true, m_order.backupFolder, goesOn);
    if (copy && !copy->complete) {
        post([this] { emit ended(); });
        return;
    }
    const Result<> edited = copy ? makeEdits() : tl::make_unexpected(copy.error());
    if (edited)
        post([this, backup = copy->backup] { emit saved(backup); });
    else
        post([this, error = edited.error()] { emit failed(error); });
}

Result<> SaveCopyJob::makeEdits()
{
    if (m_order.edits.empty())
        return {};
    const Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(m_order.target);
    if (!file)
        return tl::make_unexpected(file.error());
    const Result<std::unique_ptr<catalogue::Writer>> writer = catalogue::Writer::open(*file, m_order.author);
    if (!writer)
        return tl::make_unexpected(writer.error());
    for (const catalogue::Edit &edit : m_order.edits) {
        const Result<catalogue::Step> step = (*writer)->apply(edit);
        if (!step)
            return failure(step.error().kind, tr("it lacks “%1”: %2").arg(edit.label, step.error().what), step.error().where,
                step.error().next);
    }
    return {};
}

} // namespace waic::ui
