// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/copied_rows.h"
#include "ui/table/row_fetcher.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace waic::ui {

/// Reads and formats rows for the clipboard on a thread of its own; a few are not worth one.  Lives in the UI thread, emits
/// there.
class CopyJob : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostRows = 100'000; ///< more would take hundreds of megabytes of clipboard
    static constexpr std::size_t kFewRows = 256;      ///< read and formatted in a few milliseconds

    /// maker: of a reader for the job's thread.
    CopyJob(RowReaderMaker maker, explore::IdList ids, std::vector<int> columns, QObject *parent = nullptr);
    ~CopyJob() override; ///< cancels and waits for the rows that are being read

    /// The same here and now.
    static Result<CopiedRows> copyNow(const RowReader &reader, const explore::IdList &ids, std::vector<int> columns);

signals:
    void progressed(int rows); ///< read so far
    void finished(const waic::ui::CopiedRows &copied);
    void failed(const waic::Error &error);

private:
    Result<CopiedRows> work();
    void say(int rows);

    RowReaderMaker m_maker;
    explore::IdList m_ids;
    std::vector<int> m_columns;
    std::atomic<bool> m_cancelled = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace waic::ui
