// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explorer.h"

#include "catalogue/reader.h"
#include "explore/facet_index.h"

#include <QElapsedTimer>

#include <algorithm>
#include <mutex>

namespace waic::explore {

namespace {

constexpr int kInterruptEveryMs = 5;

} // namespace

struct Explorer::State
{
    explicit State(const catalogue::CatalogueFile &catalogueFile)
        : file(catalogueFile)
    {
    }

    Result<> prepare();
    Result<> patch();
    Result<std::optional<Answer>> answer(const Query &query, const QStringList &facets, const std::function<bool()> &cancelled);
    Result<std::optional<Answer>> guardedAnswer(
        const Query &query, const QStringList &facets, const std::function<bool()> &cancelled);

    void setReader(std::unique_ptr<catalogue::Reader> next);
    /// Ends what the reader does at the moment.  From any thread.
    void interrupt();

    const catalogue::CatalogueFile file;
    std::mutex readerMutex; ///< held to replace the reader, and by interrupt()
    std::unique_ptr<catalogue::Reader> reader;
    std::optional<FacetIndex> index;

    std::mutex changedMutex;
    std::vector<catalogue::RowId> changed; ///< not patched yet; handed over by the UI thread
};

void Explorer::State::setReader(std::unique_ptr<catalogue::Reader> next)
{
    const std::scoped_lock lock(readerMutex);
    reader = std::move(next);
}

void Explorer::State::interrupt()
{
    const std::scoped_lock lock(readerMutex);
    if (reader)
        reader->interrupt();
}

/// Opens and loads at first use, patches afterwards.  What failed is tried again at the next question.
Result<> Explorer::State::prepare()
{
    if (!reader) {
        Result<std::unique_ptr<catalogue::Reader>> opened = catalogue::Reader::open(file);
        if (!opened)
            return tl::make_unexpected(opened.error());
        setReader(*std::move(opened));
    }
    if (index)
        return patch();
    {
        const std::scoped_lock lock(changedMutex);
        changed.clear(); // what is read from here on holds these changes
    }
    Result<FacetIndex> loaded = FacetIndex::load(*reader);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    index = *std::move(loaded);
    return {};
}

Result<> Explorer::State::patch()
{
    std::vector<catalogue::RowId> rows;
    {
        const std::scoped_lock lock(changedMutex);
        rows.swap(changed);
    }
    if (rows.empty())
        return {};
    const Result<> patched = index->patch(*reader, rows);
    if (!patched)
        index.reset();
    return patched;
}

/// Empty when cancelled.
Result<std::optional<Answer>> Explorer::State::answer(
    const Query &query, const QStringList &facets, const std::function<bool()> &cancelled)
{
    // Not cut short by a newer question, which needs the index just as well.
    const Result<> prepared = prepare();
    if (cancelled())
        return std::optional<Answer>();
    if (!prepared)
        return tl::make_unexpected(prepared.error());
    std::optional<Answer> found = index->evaluate(query, facets, cancelled);
    if (!found || cancelled())
        return std::optional<Answer>();
    Result<std::vector<catalogue::AnnouncementRow>> rows = reader->rows(found->ids.part(0, kFirstRows));
    if (!rows)
        return tl::make_unexpected(rows.error());
    found->firstRows = *std::move(rows);
    return found;
}

/// Nothing thrown leaves the pool's thread.
Result<std::optional<Answer>> Explorer::State::guardedAnswer(
    const Query &query, const QStringList &facets, const std::function<bool()> &cancelled)
{
    try {
        return answer(query, facets, cancelled);
    } catch (const std::exception &exception) {
        index.reset();
        return failure(ErrorKind::Bug, QString::fromUtf8(exception.what()), file.path());
    }
}

Explorer::Explorer(const catalogue::CatalogueFile &file, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>(file))
{
    qRegisterMetaType<Answer>();
    qRegisterMetaType<Error>();
    m_pool.setMaxThreadCount(1);
    // The connection belongs to its thread, which so must not be replaced by another.
    m_pool.setExpiryTimeout(-1);
}

Explorer::~Explorer()
{
    ++m_newest;
    m_pool.start([state = m_state] {
        state->index.reset();
        state->setReader({});
    });
    // Again and again: an interruption between two statements of a load goes unheard.
    while (!m_pool.waitForDone(kInterruptEveryMs))
        m_state->interrupt();
}

void Explorer::ask(const Query &query, const QStringList &facets)
{
    m_query = query;
    m_facets = facets;
    start({});
}

void Explorer::refresh(const std::vector<catalogue::RowId> &announcements)
{
    start(announcements);
}

void Explorer::start(std::vector<catalogue::RowId> changed)
{
    if (!changed.empty()) {
        const std::scoped_lock lock(m_state->changedMutex);
        m_state->changed.insert(m_state->changed.end(), changed.begin(), changed.end());
    }
    QElapsedTimer timer;
    timer.start();
    const quint64 ticket = ++m_newest;
    m_pool.start([this, query = m_query, facets = m_facets, ticket, timer] {
        const auto isOld = [this, ticket] { return m_newest != ticket; };
        if (isOld())
            return;
        Result<std::optional<Answer>> result = m_state->guardedAnswer(query, facets, isOld);
        if (result && !*result)
            return;
        if (result)
            (*result)->milliseconds = double(timer.nsecsElapsed()) / 1e6;
        QMetaObject::invokeMethod(
            this,
            [this, ticket, found = std::move(result)] {
                if (m_newest != ticket) // asked again while this was on its way
                    return;
                if (found)
                    emit answered(**found);
                else
                    emit failed(found.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace waic::explore
