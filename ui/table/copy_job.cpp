// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/copy_job.h"

#include <functional>

namespace waic::ui {

namespace {

constexpr std::size_t kRowsAtOnce = 256;

/// said: the rows so far; gives false to end.
Result<CopiedRows> copied(
    const RowReader &reader, const explore::IdList &ids, std::vector<int> columns, const std::function<bool(std::size_t)> &goesOn)
{
    RowFormatter formatter(std::move(columns));
    for (std::size_t first = 0; first < ids.size() && goesOn(first); first += kRowsAtOnce) {
        const std::vector<catalogue::RowId> part = ids.part(first, kRowsAtOnce);
        const Result<std::vector<catalogue::AnnouncementRow>> rows = reader(part);
        if (!rows)
            return tl::make_unexpected(rows.error());
        formatter.add(*rows);
    }
    return formatter.take();
}

} // namespace

Result<CopiedRows> CopyJob::copyNow(const RowReader &reader, const explore::IdList &ids, std::vector<int> columns)
{
    return copied(reader, ids, std::move(columns), [](std::size_t) { return true; });
}

CopyJob::CopyJob(RowReaderMaker maker, explore::IdList ids, std::vector<int> columns, QObject *parent)
    : QObject(parent)
    , m_maker(std::move(maker))
    , m_ids(std::move(ids))
    , m_columns(std::move(columns))
    , m_thread([this] {
        Result<CopiedRows> made = work();
        if (m_cancelled)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(made)] {
                if (done)
                    emit finished(*done);
                else
                    emit failed(done.error());
            },
            Qt::QueuedConnection);
    })
{
}

CopyJob::~CopyJob()
{
    m_cancelled = true;
    m_thread.join();
}

Result<CopiedRows> CopyJob::work()
{
    const Result<RowReader> reader = m_maker();
    if (!reader)
        return tl::make_unexpected(reader.error());
    return copied(*reader, m_ids, m_columns, [this](std::size_t rows) {
        say(int(rows));
        return !m_cancelled;
    });
}

void CopyJob::say(int rows)
{
    if (rows % int(16 * kRowsAtOnce) == 0)
        QMetaObject::invokeMethod(
            this, [this, rows] { emit progressed(rows); }, Qt::QueuedConnection);
}

} // namespace waic::ui
