// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/paste_plan.h"
#include "ui/table/row_fetcher.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <thread>

namespace waic::ui {

/// What is on the clipboard and where it is to go.
struct PasteRequest
{
    QString text;
    explore::IdList rows;     ///< all of the table
    std::size_t first = 0;    ///< place of the row that takes the first line; rows.size() when there is none
    explore::IdList selected; ///< several: one cell alone goes to all of them
    std::vector<int> columns; ///< from the current cell on, in the order shown
    QString whyNoNewRows;     ///< empty: lines past the last row become new announcements
};

/// Reads the rows that a paste falls on and plans it, on a thread of its own; a few cells are not worth one.  Lives in the UI
/// thread, emits there.
class PasteJob : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kFewLetters = 20'000; ///< of text: read and planned in a few milliseconds

    /// maker: of a reader for the job's thread.
    PasteJob(RowReaderMaker maker, PasteRequest request, QObject *parent = nullptr);
    ~PasteJob() override; ///< cancels and waits for the rows that are being read

    /// The same here and now.
    static Result<PastePlan> planNow(const RowReader &reader, const PasteRequest &request);
    static bool isSmall(const PasteRequest &request);

signals:
    void progressed(int rows, int ofRows); ///< read so far
    void finished(const waic::ui::PastePlan &plan);
    void failed(const waic::Error &error);

private:
    Result<PastePlan> work();

    RowReaderMaker m_maker;
    PasteRequest m_request;
    std::atomic<bool> m_cancelled = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace waic::ui
