// SPDX-License-Identifier: GPL-3.0-or-later

// Times the core that answers the window: waic_bench FILE [RUNS], or waic_bench --make N FILE to make a catalogue first.
// Prints a line of JSON for each thing measured, in milliseconds.
#include "catalogue/reader.h"
#include "explore/facet_index.h"
#include "explore/word_index.h"
#include "synthetic.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>
#include <vector>

namespace {

using namespace waic;

/// The facets that a window shows at first.
QStringList windowFacets()
{
    return {QStringLiteral("kind"), QStringLiteral("edition"), QStringLiteral("country"), QStringLiteral("openness"),
        QStringLiteral("verification"), QStringLiteral("year"), QStringLiteral("org"), QStringLiteral("tag")};
}

double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void print(const char *what, std::vector<double> times, qsizetype rows)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) { return times[std::min(times.size() - 1, std::size_t(double(times.size()) * part))]; };
    std::printf("{\"what\":\"%s\",\"p50\":%.3f,\"p95\":%.3f,\"runs\":%zu,\"rows\":%lld}\n", what, at(0.5), at(0.95), times.size(),
        static_cast<long long>(rows));
    std::fflush(stdout);
}

class Bench
{
public:
    Bench(catalogue::Reader &reader, explore::FacetIndex index, int runs)
        : m_reader(reader)
        , m_index(std::move(index))
        , m_runs(runs)
    {
    }

    void question(const char *what, const char *text, int runs = 0)
    {
        const explore::Query query = explore::parseQuery(QString::fromUtf8(text)).query;
        std::vector<double> times;
        qsizetype rows = 0;
        for (int run = 0; run < (runs > 0 ? runs : m_runs); ++run) {
            // Another question before, as what was found last is kept: of the bin, which costs nothing to order.
            (void)m_index.evaluate(explore::parseQuery(QStringLiteral("in:bin")).query, {});
            QElapsedTimer timer;
            timer.start();
            const Result<std::optional<explore::Answer>> answer = m_index.evaluate(query, windowFacets());
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
            if (!answer || !*answer) {
                std::fprintf(stderr, "waic_bench: %s: no answer\n", what);
                return;
            }
            rows = qsizetype((*answer)->ids.size());
            m_last = (*answer)->ids;
        }
        print(what, times, rows);
    }

    void rowsById()
    {
        std::mt19937 chance(1);
        std::vector<double> times;
        for (int run = 0; run < m_runs; ++run) {
            const std::vector<catalogue::RowId> ids = m_last.part(chance() % m_last.size(), 64);
            QElapsedTimer timer;
            timer.start();
            const auto rows = m_reader.rows(ids);
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        print("64 rows by id", times, 64);
    }

private:
    catalogue::Reader &m_reader;
    explore::FacetIndex m_index;
    int m_runs;
    explore::IdList m_last;
};

/// First uses come first: an order is made once and then kept.
void measure(Bench &bench)
{
    bench.question("sort by title, first", "sort:title", 1);
    bench.question("sort by title, again", "sort:title");
    bench.question("sort by value, first", "sort:-value", 1);
    bench.question("sort by value, again", "sort:-value");
    bench.question("sort by date, first", "sort:date", 1);
    bench.question("sort by date, again", "sort:date");
    bench.question("title: rare", "title:zyxomma");
    bench.question("title: mid", "title:quantum");
    bench.question("title: common", "title:model");
    bench.question("title: one letter", "title:m");
    bench.question("title: Chinese", "title:模型");
    bench.question("words: rare", "zyxomma");
    bench.question("words: mid", "quantum");
    bench.question("words: common", "model");
    bench.question("words: one letter", "m");
    bench.question("words: Chinese", "模型");
    bench.question("facet: 29 % of rows", "kind:product|research|hardware date:>=2022");
    bench.question("facet: one kind", "kind:model");
    bench.question("clear all", "");
    bench.rowsById();
}

/// As the window does behind its back; a small catalogue has its words already.
Result<> makeWords(explore::FacetIndex &index, catalogue::Reader &reader)
{
    if (index.hasWords())
        return {};
    QElapsedTimer timer;
    timer.start();
    Result<std::optional<explore::WordIndex>> words
        = explore::FacetIndex::makeWords(index.beginWords(), reader, [](explore::Row) { return true; });
    if (!words)
        return tl::make_unexpected(words.error());
    print("word index", {double(timer.nsecsElapsed()) / 1e6}, reader.count().value_or(0));
    index.setWords(**std::move(words));
    return {};
}

int fail(const Error &error)
{
    std::fprintf(stderr, "waic_bench: %s\n", qUtf8Printable(error.line()));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.value(0) == QLatin1String("--make") && words.size() == 3) {
        const Result<> made = bench::makeSynthetic(words[2], words[1].toInt());
        return made ? 0 : fail(made.error());
    }
    if (words.isEmpty() || words[0].startsWith(QLatin1Char('-'))) {
        std::fprintf(stderr, "usage: waic_bench FILE [RUNS] | waic_bench --make N FILE\n");
        return 2;
    }
    const Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(words[0]);
    if (!file)
        return fail(file.error());
    const Result<std::unique_ptr<catalogue::Reader>> reader = catalogue::Reader::open(*file);
    if (!reader)
        return fail(reader.error());
    QElapsedTimer timer;
    timer.start();
    Result<explore::FacetIndex> index = explore::FacetIndex::load(**reader, &*file);
    if (!index)
        return fail(index.error());
    const double load = double(timer.nsecsElapsed()) / 1e6;
    print("index load", {load}, (*reader)->count().value_or(0));
    const double afterLoad = peakMegabytes();
    if (const Result<> made = makeWords(*index, **reader); !made)
        return fail(made.error());
    Bench bench(**reader, *std::move(index), words.value(1, QStringLiteral("100")).toInt());
    measure(bench);
    std::printf("{\"what\":\"peak memory, MB\",\"after load\":%.1f,\"in all\":%.1f}\n", afterLoad, peakMegabytes());
    return 0;
}
