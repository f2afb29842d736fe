// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/copy.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace waic::ui {

/// Writes a copy of a catalogue on a thread of its own, also when the window goes to another one meanwhile.  Lives in the UI
/// thread, emits there.
class SaveCopyJob : public QObject
{
    Q_OBJECT

public:
    /// Replaces what is at the target, which the user was asked about; a backup is kept.
    SaveCopyJob(const catalogue::CatalogueFile &file, const QString &target, const QString &backupFolder, QObject *parent);
    ~SaveCopyJob() override; ///< ends the copy, waits for some milliseconds of work, and leaves nothing of it

    /// Ends the copy, as soon as some milliseconds of work are done: ended() comes, or saved() when all was there already.
    void cancel() { m_isEnding = true; }
    const QString &target() const { return m_target; }

signals:
    void progressed(int percent);
    void saved(const QString &backup); ///< where what was there is kept; null when nothing was
    void ended();                      ///< cancelled; nothing is left of the copy
    void failed(const waic::Error &error);

private:
    void work(const catalogue::CatalogueFile &file, const QString &backupFolder);
    template <typename Tell>
    void post(Tell tell); ///< to the UI thread

    QString m_target;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace waic::ui
