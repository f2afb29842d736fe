// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_desk.h"

#include "batch/named_charts.h"

#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

using namespace waic;
using namespace waic::tests;

namespace {

/// What goes to a stream of the process meanwhile.
class Caught
{
public:
    explicit Caught(FILE *stream)
        : m_stream(stream)
        , m_before(dup(fileno(stream)))
    {
        REQUIRE(m_file.open());
        std::fflush(m_stream);
        REQUIRE(dup2(m_file.handle(), fileno(m_stream)) >= 0);
    }
    ~Caught() { end(); }

    QString text()
    {
        end();
        m_file.seek(0);
        return QString::fromUtf8(m_file.readAll());
    }

private:
    void end()
    {
        if (m_before < 0)
            return;
        std::fflush(m_stream);
        dup2(m_before, fileno(m_stream));
        close(m_before);
        m_before = -1;
    }

    FILE *m_stream;
    int m_before;
    QTemporaryFile m_file;
};

QStringList namesOf(const std::vector<batch::NamedChart> &charts)
{
    QStringList names;
    for (const batch::NamedChart &each : charts)
        names.append(each.name);
    return names;
}

} // namespace

TEST_CASE("charts of the catalogue are drawn by name, and win over those of the program", "[chart-command]")
{
    ChartDesk desk;
    desk.save("robots", R"({"name": "other", "kind": "ranked-bar", "dimension": "org", "top": 3, "query": "kind:robot"})");
    desk.save("kinds", R"({"kind": "ranked-bar", "dimension": "country", "top": 2})");
    CHECK(desk.run({u("robots"), u("--to"), desk.file("a.png")}) == 0);
    CHECK(desk.run({u("kinds"), u("--to"), desk.file("a.png")}) == 0);
    CHECK(desk.run({u("robots"), u("--query"), u("kind:model"), u("--to"), desk.file("a.png")}) == 0);
    REQUIRE(desk.writer.drawn.size() == 3);
    CHECK(desk.writer.drawn[0].query == u("kind:robot"));
    CHECK(desk.writer.drawn[0].marks.size() == 3);
    CHECK(desk.writer.drawn[0].spec.name == u("robots"));
    CHECK(desk.writer.drawn[1].spec.dimension == u("country"));
    CHECK(desk.writer.drawn[2].query == u("kind:model"));
}

TEST_CASE("the list names every chart once, the opening chart first", "[chart-command]")
{
    ChartDesk desk;
    desk.save("robots", R"({"kind": "ranked-bar", "dimension": "org", "query": "kind:robot"})");
    desk.save("kinds", R"({"kind": "ranked-bar", "dimension": "country"})");
    Caught out(stdout);
    const int status = desk.run({u("--list")});
    const QStringList lines = out.text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    CHECK(status == 0);
    QStringList names;
    for (const QString &line : lines) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        REQUIRE(parts.size() == 3);
        CHECK_FALSE(parts[2].isEmpty());
        names.append(parts[0]);
    }
    CHECK(names.first() == u("models-share"));
    CHECK(names.contains(u("robots")));
    CHECK(names.count(u("kinds")) == 1);
    CHECK(QStringList(names).removeDuplicates() == 0);
    for (const chart::ChartSpec &spec : chart::builtInCharts())
        CHECK(names.contains(spec.name));
    CHECK(lines[names.indexOf(u("kinds"))].contains(u("295 of 332")));
}

TEST_CASE("a catalogue without charts has those of the program", "[chart-command]")
{
    ExploredCatalogue catalogue{catalogue::Contents()};
    catalogue.sql(u("DELETE FROM saved_chart"));
    CHECK(namesOf(must(batch::namedCharts(catalogue.reader())))
        == QStringList{u("models-share"), u("kinds"), u("organisations"), u("countries"), u("months")});
}

TEST_CASE("a chart that the catalogue keeps and nobody can read is named", "[chart-command]")
{
    ChartDesk desk;
    const auto reader = must(catalogue::Reader::open(must(catalogue::CatalogueFile::open(desk.path))));
    const auto known = must(batch::namedCharts(*reader)).size();
    desk.save("half", R"({"kind": "ranked-bar")");
    desk.save("tart", R"({"kind": "tart"})");
    for (const char *name : {"half", "tart"}) {
        Caught err(stderr);
        CHECK(desk.run({u(name), u("--to"), desk.file("a.png")}) == 1);
        const QString said = err.text();
        CHECK(said.startsWith(u("waic-explorer: chart '%1' of the catalogue: ").arg(u(name))));
        CHECK(said.count(QLatin1Char('\n')) == 1);
        CHECK(said.contains(u("; ")));
    }
    CHECK(desk.writer.drawn.empty());
    Caught out(stdout), err(stderr);
    const int status = desk.run({u("--list")});
    CHECK(err.text().contains(u("chart 'half' of the catalogue")));
    CHECK(out.text().count(QLatin1Char('\n')) == int(known)); // the others are listed
    CHECK(status == 1);
    CHECK(namesOf(must(batch::namedCharts(*reader))).contains(u("tart")));
}

TEST_CASE("a missing chart is refused with the names that there are", "[chart-command]")
{
    ChartDesk desk;
    desk.save("robots", R"({"kind": "ranked-bar", "dimension": "org"})");
    Caught err(stderr);
    CHECK(desk.run({u("rowboats"), u("--to"), desk.file("a.png")}) == 2);
    const QString said = err.text();
    CHECK(said.contains(u("there is no chart 'rowboats'; it is one of: models-share, ")));
    CHECK(said.contains(u(", robots, ")));
}
