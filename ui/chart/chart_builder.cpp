// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_builder.h"

namespace waic::ui {

struct ChartBuilder::State
{
    explicit State(const catalogue::CatalogueFile &catalogueFile)
        : file(catalogueFile)
    {
    }

    /// Empty when cancelled.
    Result<std::optional<chart::ChartData>> build(
        const chart::ChartSpec &spec, const explore::Answer &answer, const chart::Cancelled &cancelled)
    {
        if (!reader) {
            auto opened = catalogue::Reader::open(file);
            if (!opened)
                return tl::make_unexpected(opened.error());
            reader = *std::move(opened);
        }
        Result<std::optional<chart::ChartData>> data = chart::buildChart(spec, answer, *reader, cancelled);
        if (data && *data)
            (*data)->catalogueUid = file.uid();
        return data;
    }

    /// Nothing thrown leaves the pool's thread.
    Result<std::optional<chart::ChartData>> guardedBuild(
        const chart::ChartSpec &spec, const explore::Answer &answer, const chart::Cancelled &cancelled)
    {
        try {
            return build(spec, answer, cancelled);
        } catch (const std::exception &exception) {
            reader.reset();
            return failure(ErrorKind::Bug, QString::fromUtf8(exception.what()), file.path());
        }
    }

    const catalogue::CatalogueFile file;
    std::unique_ptr<catalogue::Reader> reader;
};

ChartBuilder::ChartBuilder(const catalogue::CatalogueFile &file, QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>(file))
    , m_pool(this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the reader belongs to its thread
}

ChartBuilder::~ChartBuilder()
{
    cancel();
    m_pool.waitForDone();
}

void ChartBuilder::build(const chart::ChartSpec &spec, const explore::Answer &answer)
{
    explore::Answer asked;
    asked.query = answer.query;
    asked.ids = answer.ids;
    asked.total = answer.total;
    const quint64 ticket = ++m_newest;
    m_pool.start([this, spec, asked = std::move(asked), ticket] {
        const auto isOld = [this, ticket] { return m_newest != ticket; };
        if (isOld())
            return;
        Result<std::optional<chart::ChartData>> data = m_state->guardedBuild(spec, asked, isOld);
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
