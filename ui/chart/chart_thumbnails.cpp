// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_thumbnails.h"

#include "ui/workspace.h"

namespace waic::ui {

namespace {

constexpr int kSoonMs = 300; ///< what the person asked for comes first

} // namespace

ChartThumbnails::ChartThumbnails(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_builder(workspace, explore::TallyAsker::Thumbnails)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kSoonMs);
    connect(&m_again, &QTimer::timeout, this, &ChartThumbnails::next);
    connect(&m_builder, &ChartBuilder::built, this, [this](const chart::ChartData &data) {
        emit made(m_next++, data);
        next();
    });
    connect(&m_builder, &ChartBuilder::failed, this, [this] {
        ++m_next; // the chart itself tells why when it is chosen
        next();
    });
    connect(&workspace, &Workspace::answered, this, [this] {
        if (m_next < int(m_specs.size()))
            m_again.start();
    });
}

void ChartThumbnails::make(const std::vector<ShelfChart> &charts)
{
    m_builder.cancel(); // what is on its way would pass for the first
    m_specs.clear();
    for (const ShelfChart &each : charts)
        m_specs.push_back(each.shown());
    m_next = 0;
    m_again.start();
}

void ChartThumbnails::next()
{
    if (m_next < int(m_specs.size()) && m_workspace.answer().reach != explore::Reach::FirstRows)
        m_builder.build(m_specs[std::size_t(m_next)], explore::Query());
}

} // namespace waic::ui
