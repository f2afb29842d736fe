// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/background_reader.h"

#include <mutex>
#include <optional>

namespace waic::ui {

struct BackgroundReader::State
{
    explicit State(const catalogue::CatalogueFile &catalogue)
        : file(catalogue)
    {
    }

    Result<catalogue::Reader *> open()
    {
        const std::lock_guard lock(mutex);
        if (!reader)
            reader = catalogue::Reader::open(file);
        if (*reader)
            return (*reader)->get();
        const Error error = reader->error();
        reader.reset(); // the next request tries again
        return tl::make_unexpected(error);
    }
    void interrupt()
    {
        const std::lock_guard lock(mutex);
        if (reader && *reader)
            (**reader)->interrupt();
    }

    const catalogue::CatalogueFile file;
    std::mutex mutex; ///< of the pointer; the reader itself is the thread's
    std::optional<Result<std::unique_ptr<catalogue::Reader>>> reader;
};

BackgroundReader::BackgroundReader(const catalogue::CatalogueFile &file, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>(file))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the reader belongs to the thread that made it
}

BackgroundReader::~BackgroundReader()
{
    ++m_newest;
    m_pool.clear();
    m_state->interrupt();
    m_pool.start([state = m_state] {
        const std::lock_guard lock(state->mutex);
        state->reader.reset();
    });
    m_pool.waitForDone();
}

void BackgroundReader::cancel()
{
    ++m_newest;
    m_pool.clear();
    m_state->interrupt();
    m_isBusy = false;
}

void BackgroundReader::run(const Work &work)
{
    cancel();
    const quint64 ticket = m_newest;
    m_isBusy = true;
    m_pool.start([this, state = m_state, work, ticket] {
        if (!isWanted(ticket))
            return;
        const std::function<void()> tell = work(state->open());
        QMetaObject::invokeMethod(
            this,
            [this, tell, ticket] {
                if (!isWanted(ticket))
                    return;
                m_isBusy = false;
                tell();
            },
            Qt::QueuedConnection);
    });
}

} // namespace waic::ui
