// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/reader.h"
#include "catalogue/writer.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

struct Desk
{
    TemporaryFolder folder;
    QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    std::unique_ptr<Writer> writer = must(Writer::open(must(CatalogueFile::open(path)), QStringLiteral("ann")));
    std::unique_ptr<Reader> reader = must(Reader::open(must(CatalogueFile::open(path))));

    std::vector<SavedChart> charts() { return must(reader->savedCharts()); }
    QString texts()
    {
        QStringList all;
        for (const SavedChart &chart : charts())
            all << chart.name + QLatin1Char('=') + chart.spec;
        return all.join(QLatin1Char(' '));
    }
};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

TEST_CASE("charts are kept, renamed, changed and deleted as steps that undo takes back", "[charts]")
{
    Desk desk;
    CHECK(must(desk.writer->apply(saveChart(text("算力"), text("{1}")))).label == text("Save the chart “算力”"));
    must(desk.writer->apply(saveChart(text("b"), text("{2}"))));
    REQUIRE(desk.texts() == text("算力={1} b={2}"));
    must(desk.writer->apply(renameChart(desk.charts()[1], text("c"))));
    must(desk.writer->apply(setChartSpec(desk.charts()[0], text("{3}"))));
    REQUIRE(desk.texts() == text("算力={3} c={2}"));
    must(desk.writer->apply(deleteChart(desk.charts()[0])));
    REQUIRE(desk.texts() == text("c={2}"));
    for (const char *expected : {"算力={3} c={2}", "算力={1} c={2}", "算力={1} b={2}", "算力={1}", ""}) {
        must(desk.writer->undo());
        CHECK(desk.texts() == text(expected));
    }
    for (int i = 0; i < 5; ++i)
        must(desk.writer->redo());
    CHECK(desk.texts() == text("c={2}"));
}

TEST_CASE("a chart without a name, or with one that another has, is refused and nothing is changed", "[charts]")
{
    Desk desk;
    must(desk.writer->apply(saveChart(text("a"), text("{}"))));
    must(desk.writer->apply(saveChart(text("b"), text("{}"))));
    CHECK(desk.writer->apply(saveChart(text("a"), text("{1}"))).error().what == text("there is a chart “a” already"));
    CHECK(desk.writer->apply(saveChart(text("  "), text("{1}"))).error().what == text("a chart needs a name"));
    CHECK(desk.writer->apply(renameChart(desk.charts()[1], text("a"))).error().kind == ErrorKind::BadInput);
    const SavedChart gone = desk.charts()[1];
    must(desk.writer->apply(deleteChart(gone)));
    CHECK(desk.writer->apply(setChartSpec(gone, text("{2}"))).error().what == text("this chart is no longer in the catalogue"));
    CHECK(desk.texts() == text("a={}"));
}
