// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/copy.h"
#include "catalogue/edit.h"

#include <QObject>

#include <atomic>
#include <thread>
#include <vector>

namespace waic::ui {

/// Writes a copy of a catalogue on a thread of its own, also when the window goes to another one meanwhile.  Lives in the UI
/// thread, emits there.
class SaveCopyJob : public QObject
{
    Q_OBJECT

public:
    /// What is copied, where to, and what the copy has besides.
    struct Order
    {
        catalogue::CatalogueFile file;
        QString target; ///< what is there is replaced, which the user was asked about; a backup is kept
        QString backupFolder;
        std::vector<catalogue::Edit> edits; ///< to be made in the copy, in this order
        QString author;                     ///< of these edits
    };

    SaveCopyJob(const Order &order, QObject *parent);
    ~SaveCopyJob() override; ///< ends the copy, waits for some milliseconds of work, and leaves nothing of it

    /// Ends the copy, as soon as some milliseconds of work are done: ended() comes, or saved() when all was there already.
    void cancel() { m_isEnding = true; }
    const QString &target() const { return m_order.target; }
    const std::vector<catalogue::Edit> &edits() const { return m_order.edits; }

signals:
    void progressed(int percent);
    void saved(const QString &backup);     ///< with all edits; where what was there is kept; null when nothing was
    void ended();                          ///< cancelled; nothing is left of the copy
    void failed(const waic::Error &error); ///< also when there is a copy that lacks edits, which the error then says

private:
    void work();
    Result<> makeEdits();
    template <typename Tell>
    void post(Tell tell); ///< to the UI thread

    const Order m_order;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace waic::ui
