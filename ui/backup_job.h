// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/backup.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace waic::ui {

/// Makes a backup of a catalogue on a thread of its own, which gives way to the others, and removes the oldest ones.  Lives in
/// the UI thread, emits there.
class BackupJob : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        catalogue::CatalogueFile file;
        QString folder;
        catalogue::BackupReason reason = catalogue::BackupReason::Manual;
    };

    /// A daily backup is made only when it is due.
    BackupJob(const Order &order, QObject *parent);
    /// Waits until a backup that the user asked for is made; ends another one, of which nothing is left then.
    ~BackupJob() override;

    bool isDaily() const { return m_order.reason == catalogue::BackupReason::Daily; }

signals:
    void progressed(int percent);
    void made(const QString &path); ///< null: none was due
    void failed(const waic::Error &error);

private:
    void work();
    Result<QString> backUp();
    template <typename Tell>
    void post(Tell tell); ///< to the UI thread

    const Order m_order;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread; ///< last: it uses the others
};

/// Puts a backup in the place of a catalogue that is closed, on a thread of its own.  Lives in the UI thread, emits there.
class RestoreJob : public QObject
{
    Q_OBJECT

public:
    struct Order
    {
        QString path;
        QString uid; ///< of the catalogue there
        QString backup;
        QString folder; ///< for what is there now
    };

    RestoreJob(const Order &order, QObject *parent);
    ~RestoreJob() override; ///< waits for its end

    const Order &order() const { return m_order; }

signals:
    void restored(const QString &kept);    ///< where what stood there is kept; null when nothing stood there
    void failed(const waic::Error &error); ///< the file is as it was

private:
    void work();

    const Order m_order;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace waic::ui
