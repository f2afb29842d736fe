// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explorer.h"

#include "explore/explorer_state.h"
#include "explore/index_cache.h"

#include <QElapsedTimer>
#include <QThread>

namespace waic::explore {

namespace {

constexpr int kInterruptEveryMs = 5;
constexpr int kStoreAfterMs = 2000; ///< without a question: whoever types is not kept waiting

qint64 nanoseconds()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return timer.nsecsElapsed();
}

} // namespace

template <typename Work>
auto Explorer::State::guarded(Work &&work) -> decltype(work())
{
    try {
        return work();
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
    for (QThreadPool *pool : {&m_pool, &m_words})
        pool->setMaxThreadCount(1);
    // The connection belongs to its thread, which so must not be replaced by another.
    m_pool.setExpiryTimeout(-1);
    m_words.setThreadPriority(QThread::LowPriority);
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Explorer::look);
    m_timer.start();
    m_storeTimer.setSingleShot(true);
    m_storeTimer.setInterval(kStoreAfterMs);
    connect(&m_storeTimer, &QTimer::timeout, this, &Explorer::store);
}

Explorer::~Explorer()
{
    m_isEnding = true;
    ++m_newest;
    m_pool.start([state = m_state] { state->forget(); });
    // Again and again: an interruption between two statements of a load goes unheard.
    while (!m_pool.waitForDone(kInterruptEveryMs))
        m_state->interrupt();
    m_words.waitForDone();
}

template <typename Work>
void Explorer::post(Work &&work)
{
    QMetaObject::invokeMethod(this, std::forward<Work>(work), Qt::QueuedConnection);
}

void Explorer::ask(const Query &query, const QStringList &facets)
{
    m_query = query;
    m_facets = facets;
    start();
}

void Explorer::refresh()
{
    start();
}

void Explorer::start()
{
    const quint64 ticket = ++m_newest;
    m_pool.start([this, question = Question{m_query, m_facets, m_expected, ticket, nanoseconds()}] {
        if (m_newest == question.ticket)
            answer(question);
    });
}

/// On the pool's thread.
void Explorer::answer(const Question &question)
{
    const auto &[query, facets, expected, ticket, askedAt] = question;
    const auto isOld = [this, ticket = question.ticket] { return m_newest != ticket; };
    const auto tell = [&](Result<std::optional<Answer>> result) {
        if (result && !*result)
            return;
        if (result)
            (*result)->milliseconds = double(nanoseconds() - question.askedAt) / 1e6;
        post([this, ticket = question.ticket, found = std::move(result)] {
            // Asked again while this was on its way; the first rows of the same query are wanted all the same.
            const bool isFirstRows = found && (*found)->reach == Reach::FirstRows;
            if (isFirstRows ? m_query != (*found)->query || m_hasAnswered : m_newest != ticket)
                return;
            m_hasAnswered = m_hasAnswered || !isFirstRows;
            if (found)
                emit answered(**found);
            else
                emit failed(found.error());
        });
    };
    State &state = *m_state;
    if (!state.index)
        if (Result<std::optional<Answer>> first = state.guarded([&] { return state.firstRows(query); }))
            tell(std::move(first));
    tell(state.guarded([&] { return state.answer(query, facets, isOld); }));
    if (expected && state.index) // a failure is told when it is asked for
        (void)state.guarded([&] { return state.index->tally(question.query, *question.expected, isOld); });
    if (!state.written.empty())
        post([this, ids = std::exchange(state.written, {})] { emit followed(ids); });
    if (state.index && !state.index->hasWords() && !m_makesWords.exchange(true))
        makeWords();
}

void Explorer::tally(TallyAsker asker, const Query &query, const TallyRequest &request)
{
    std::atomic<quint64> &newest = m_newestTally[std::size_t(asker)];
    const quint64 ticket = ++newest;
    m_pool.start([this, asker, query, request, &newest, ticket, question = m_newest.load()] {
        const auto isOld = [this, &newest, ticket, question] { return newest != ticket || m_newest != question; };
        State &state = *m_state;
        if (isOld() || !state.index)
            return;
        Result<std::optional<Tally>> tally = state.guarded([&] { return state.index->tally(query, request, isOld); });
        if (tally && !*tally)
            return;
        post([this, asker, query, &newest, ticket, found = std::move(tally)] {
            if (newest != ticket)
                return;
            if (found)
                emit tallied(asker, query, **found);
            else
                emit failed(found.error());
        });
    });
}

/// Stores the index for the next time; a question that comes meanwhile ends that, and it is tried again later.
void Explorer::store()
{
    m_pool.start([this, ticket = m_newest.load()] {
        State &state = *m_state;
        if (!state.index || m_isEnding)
            return;
        const auto isOld = [this, ticket] { return m_newest != ticket; };
        if (!IndexCache(state.file).write(*state.index, state.place, *state.reader, isOld))
            post([this] { m_storeTimer.start(); });
    });
}

/// Looks for what other programs wrote.
void Explorer::look()
{
    if (m_isLooking.exchange(true))
        return;
    m_pool.start([this] {
        State &state = *m_state;
        if (state.index && !m_isEnding) {
            const Result<> done = state.guarded([&state] { return state.follow(); });
            if (done && !state.written.empty())
                post([this] { start(); });
        }
        m_isLooking = false;
    });
}

/// On the pool's thread: has the words read on another.
void Explorer::makeWords()
{
    State &state = *m_state;
    const FacetIndex::WordTask task = state.index->beginWords();
    const quint64 generation = state.generation;
    m_words.start([this, task, generation, file = state.file] {
        const auto progress = [this, count = task.rowCount](Row done) {
            post([this, percent = int(quint64(done) * 99 / std::max<Row>(count, 1))] { emit progressed(percent); });
            return !m_isEnding;
        };
        // What fails here is tried again with the next question, which still finds titles.
        auto made = std::make_shared<std::optional<WordIndex>>();
        if (const auto reader = catalogue::Reader::open(file))
            if (Result<std::optional<WordIndex>> words = FacetIndex::makeWords(task, **reader, progress))
                *made = *std::move(words);
        m_pool.start([this, made, generation] {
            m_makesWords = false;
            State &own = *m_state;
            if (!*made || !own.index || own.generation != generation || m_isEnding)
                return;
            own.index->setWords(**std::move(made));
            post([this] {
                emit progressed(100);
                start();
                m_storeTimer.start();
            });
        });
    });
}

} // namespace waic::explore
