// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/charted_catalogue.h"

#include "batch/chart_command.h"
#include "catalogue/writer.h"

#include <QDir>

namespace waic::tests {

/// Remembers what it was asked to draw.
class FakeWriter : public batch::ChartWriter
{
public:
    std::vector<chart::ChartData> drawn;
    std::vector<batch::PictureRequest> requests;

    Result<> write(const chart::ChartData &data, const batch::PictureRequest &request) override
    {
        drawn.push_back(data);
        requests.push_back(request);
        return {};
    }
};

/// A starter catalogue and the command `chart` on it.
struct ChartDesk
{
    TemporaryFolder folder;
    QString path = folder.path(u("starter.waic"));
    FakeWriter writer;

    ChartDesk() { must(catalogue::createCatalogue(path, must(exchange::starterContents()))); }
    int run(const QStringList &words) { return batch::runChart(QStringList{path} + words, writer); }
    /// Keeps a chart in the catalogue, in place of one of the same name.
    void save(const char *name, const char *spec) const
    {
        const auto file = must(catalogue::CatalogueFile::open(path));
        catalogue::Edit edit = catalogue::saveChart(u(name), u(spec));
        for (const catalogue::SavedChart &chart : must(must(catalogue::Reader::open(file))->savedCharts()))
            if (chart.name == u(name))
                edit = catalogue::setChartSpec(chart, u(spec));
        must(must(catalogue::Writer::open(file, u("me")))->apply(edit));
    }
    QString file(const char *name) const { return folder.path(u(name)); }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile made(file(name));
        REQUIRE(made.open(QFile::WriteOnly));
        REQUIRE(made.write(bytes) == bytes.size());
    }
};

} // namespace waic::tests
