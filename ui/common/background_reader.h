// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace waic::ui {

/// Reads from a catalogue on a thread of its own, with a reader of its own.  The newest request wins: one that is under way is
/// interrupted, and what it found is not told.  Lives in the UI thread and calls back there, never after its end.
class BackgroundReader : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundReader(const catalogue::CatalogueFile &file, QObject *parent = nullptr);
    ~BackgroundReader() override; ///< interrupts what runs and waits for it

    /// work: on the thread, gives what there is to tell.  done: with that, in the UI thread, unless cancel() or another read()
    /// came between.
    template <typename Found>
    void read(std::function<Result<Found>(catalogue::Reader &)> work, std::function<void(const Result<Found> &)> done)
    {
        run([work = std::move(work), done = std::move(done)](const Result<catalogue::Reader *> &reader) -> std::function<void()> {
            const Result<Found> found = reader ? work(**reader) : Result<Found>(tl::make_unexpected(reader.error()));
            return [done, found] { done(found); };
        });
    }

    void cancel();
    bool isBusy() const { return m_isBusy; }
    /// Whether the work that asks is still wanted; for loops over much that was read already.  From the work itself.
    bool isWanted(quint64 ticket) const { return ticket == m_newest; }
    quint64 ticket() const { return m_newest; } ///< of the newest request

private:
    using Work = std::function<std::function<void()>(const Result<catalogue::Reader *> &)>;
    struct State;
    void run(const Work &work);

    std::shared_ptr<State> m_state; ///< touched only on m_pool's one thread, but for the interruption
    QThreadPool m_pool;
    std::atomic<quint64> m_newest = 0;
    bool m_isBusy = false;
};

} // namespace waic::ui
