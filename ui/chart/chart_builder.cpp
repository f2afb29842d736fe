// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_builder.h"

#include "ui/workspace.h"

#include <mutex>

namespace waic::ui {

namespace {

constexpr int kInterruptEveryMs = 5; ///< an interruption between two statements goes unheard

} // namespace

struct ChartBuilder::State
{
    explicit State(const catalogue::CatalogueFile &catalogueFile)
        : file(catalogueFile)
    {
    }

    /// Empty when cancelled.
    Result<std::optional<chart::ChartData>> build(const chart::ChartInput &input, const chart::Cancelled &cancelled)
    {
        if (!reader) {
            auto opened = catalogue::Reader::open(file);
            if (!opened)
                return tl::make_unexpected(opened.error());
            const std::lock_guard lock(mutex);
            reader = *std::move(opened);
        }
        Result<std::optional<chart::ChartData>> data = chart::buildChart(input, *reader, cancelled);
        if (data && *data)
            (*data)->catalogueUid = file.uid();
        return data;
    }

    /// Nothing thrown leaves the pool's thread.
    Result<std::optional<chart::ChartData>> guardedBuild(const chart::ChartInput &input, const chart::Cancelled &cancelled)
    {
        try {
            return build(input, cancelled);
        } catch (const std::exception &exception) {
            const std::lock_guard lock(mutex);
            reader.reset();
            return failure(ErrorKind::Bug, QString::fromUtf8(exception.what()), file.path());
        }
    }

    const catalogue::CatalogueFile file;
    /// Ends the reading that runs; from any thread.
    void interrupt()
    {
        const std::lock_guard lock(mutex);
        if (reader)
            reader->interrupt();
    }

    std::mutex mutex; ///< held to change the reader, and by interrupt()
    std::unique_ptr<catalogue::Reader> reader;
};

ChartBuilder::ChartBuilder(Workspace &workspace, explore::TallyAsker asker, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_asker(asker)
    , m_state(std::make_shared<State>(workspace.file()))
    , m_pool(this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the reader belongs to its thread
    connect(&workspace, &Workspace::tallied, this, &ChartBuilder::onTallied);
}

ChartBuilder::~ChartBuilder()
{
    cancel();
    while (!m_pool.waitForDone(kInterruptEveryMs))
        m_state->interrupt();
}

void ChartBuilder::build(const chart::ChartSpec &spec)
{
    build(spec, m_workspace.answer().query);
}

void ChartBuilder::build(const chart::ChartSpec &spec, const explore::Query &query)
{
    m_asked = {.spec = spec, .query = spec.query.value_or(query), .tally = {}, .total = m_workspace.answer().total};
    m_askedTicket = ++m_newest;
    m_workspace.tally(m_asker, m_asked.query, chart::tallyRequest(spec));
}

void ChartBuilder::onTallied(explore::TallyAsker asker, const explore::Query &query, const explore::Tally &tally)
{
    const quint64 ticket = m_askedTicket;
    if (asker != m_asker || ticket != m_newest || query != m_asked.query || tally.request != chart::tallyRequest(m_asked.spec))
        return;
    m_askedTicket = 0;
    chart::ChartInput input = m_asked;
    input.tally = tally;
    m_pool.start([this, input = std::move(input), ticket] {
        const auto isOld = [this, ticket] { return m_newest != ticket; };
        if (isOld())
            return;
        Result<std::optional<chart::ChartData>> data = m_state->guardedBuild(input, isOld);
        if (data && !*data)
            return;
        QMetaObject::invokeMethod(this, [this, ticket, data = std::move(data)] {
            if (m_newest != ticket) // asked again while this was on its way
                return;
            if (data)
                emit built(**data);
            else
                emit failed(data.error());
        });
    });
}

} // namespace waic::ui
