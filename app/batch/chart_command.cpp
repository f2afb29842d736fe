// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/chart_command.h"

#include "batch/chart_options.h"
#include "batch/named_charts.h"
#include "batch/output.h"
#include "chart/chart_data.h"
#include "explore/facet_index.h"
#include "translations.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

struct Request
{
    QString path, name;           ///< of the catalogue; of the chart
    std::optional<QString> query; ///< none: the specification's, else everything
    PictureRequest picture;
};

tl::unexpected<Error> wrong(const QString &what, const QString &next)
{
    return failure(ErrorKind::BadInput, what, {}, next);
}

Result<explore::Query> parseQueryOption(const QString &text, const explore::Vocabulary *vocabulary)
{
    const explore::ParsedQuery parsed = explore::parseQuery(text, vocabulary);
    if (parsed.mistakes.empty())
        return parsed.query;
    const explore::Mistake &mistake = parsed.mistakes.front();
    return wrong(Text::tr("--query: '%1' is not understood: expected %2")
                     .arg(text.mid(mistake.position, mistake.length), mistake.expected),
        mistake.suggestion.isEmpty() ? QString() : Text::tr("did you mean '%1'?").arg(mistake.suggestion));
}

struct Opened
{
    catalogue::CatalogueFile file;
    std::unique_ptr<catalogue::Reader> reader;
};

Result<Opened> opened(const QString &path)
{
    Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(path);
    if (!file)
        return tl::make_unexpected(file.error());
    auto reader = catalogue::Reader::open(*file);
    if (!reader)
        return tl::make_unexpected(reader.error());
    return Opened{*std::move(file), *std::move(reader)};
}

Result<chart::ChartData> built(
    const Opened &catalogue, const explore::FacetIndex &index, const chart::ChartSpec &spec, const explore::Query &query)
{
    Result<chart::ChartData> data = chart::buildChart(spec, query, index, *catalogue.reader);
    if (data)
        data->catalogueUid = catalogue.file.uid();
    return data;
}

/// A line for each chart that can be drawn; then what is wrong with the first of the others.
Result<> list(const QString &path)
{
    const Result<Opened> catalogue = opened(path);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    const Result<std::vector<NamedChart>> charts = namedCharts(*catalogue->reader);
    if (!charts)
        return tl::make_unexpected(charts.error());
    const Result<explore::FacetIndex> index = explore::FacetIndex::load(*catalogue->reader, &catalogue->file);
    if (!index)
        return tl::make_unexpected(index.error());
    Result<> done;
    for (const NamedChart &each : *charts) {
        const Result<chart::ChartData> data = each.spec.and_then(
            [&](const chart::ChartSpec &spec) { return built(*catalogue, *index, spec, spec.query.value_or(explore::Query())); });
        if (data)
            print(QStringList{each.name, chart::kindName(data->spec.kind), data->title.simplified()}.join(QLatin1Char('\t')));
        else if (done)
            done = tl::make_unexpected(data.error());
    }
    return done;
}

int exitStatus(const Result<> &done)
{
    return done ? int(Done) : fail(done.error());
}

/// The option's, else the specification's, else everything.
Result<explore::Query> question(const Request &asked, const chart::ChartSpec &spec, const explore::Vocabulary *vocabulary)
{
    if (asked.query)
        return parseQueryOption(*asked.query, vocabulary);
    return spec.query.value_or(explore::Query());
}

int draw(const Request &asked, ChartWriter &charts)
{
    if (QFileInfo::exists(asked.picture.target) && !asked.picture.force)
        return fail({ErrorKind::Exists, Text::tr("this file exists already"), asked.picture.target,
            Text::tr("choose another name, or add --force to replace it")});
    const Result<Opened> catalogue = opened(asked.path);
    if (!catalogue)
        return fail(catalogue.error());
    const Result<chart::ChartSpec> spec = specNamed(asked.name, *catalogue->reader);
    if (!spec)
        return spec.error().kind == ErrorKind::NotFound && spec.error().where.isEmpty() ? usage(spec.error().line())
                                                                                        : fail(spec.error());
    const Result<explore::FacetIndex> index = explore::FacetIndex::load(*catalogue->reader, &catalogue->file);
    if (!index)
        return fail(index.error());
    const Result<explore::Query> query = question(asked, *spec, index->vocabulary().get());
    if (!query)
        return usage(query.error().line());
    const Result<chart::ChartData> data = built(*catalogue, *index, *spec, *query);
    return data ? exitStatus(charts.write(*data, asked.picture)) : fail(data.error());
}

int runDraw(const Arguments &arguments, ChartWriter &charts)
{
    if (!arguments.has(QStringLiteral("to")))
        return usage(Text::tr("chart needs --to OUT.png, OUT.svg, OUT.pdf or OUT.csv"));
    const Result<PictureRequest> picture = pictureRequest(arguments);
    if (!picture)
        return usage(picture.error().line());
    Request asked{arguments.free()[0], arguments.free()[1], {}, *picture};
    if (arguments.has(QStringLiteral("query")))
        asked.query = arguments.value(QStringLiteral("query"));
    return draw(asked, charts);
}

} // namespace

int runChart(const QStringList &words, ChartWriter &charts)
{
    const Result<Arguments> arguments = Arguments::parse(words, chartSwitches(), chartValues());
    if (!arguments)
        return usage(arguments.error().line());
    const bool lists = arguments->has(QStringLiteral("list"));
    if (arguments->free().size() != (lists ? 1 : 2))
        return usage(lists ? Text::tr("chart --list takes one FILE") : Text::tr("chart takes a FILE and the NAME of a chart"));
    if (arguments->has(QStringLiteral("lang")))
        if (const Result<> spoken = useLanguage(*QCoreApplication::instance(), arguments->value(QStringLiteral("lang"))); !spoken)
            return usage(spoken.error().line());
    return lists ? exitStatus(list(arguments->free()[0])) : runDraw(*arguments, charts);
}

} // namespace waic::batch
