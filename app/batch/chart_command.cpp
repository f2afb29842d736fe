// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/chart_command.h"

#include "batch/arguments.h"
#include "batch/output.h"
#include "chart/picture_limits.h"
#include "explore/facet_index.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

struct Request
{
    chart::ChartSpec spec;
    std::optional<QString> query; ///< none: the spec's, else everything
    PictureRequest picture;
};

tl::unexpected<Error> wrong(const QString &what, const QString &next)
{
    return failure(ErrorKind::BadInput, what, {}, next);
}

QString names()
{
    QStringList all;
    for (const chart::ChartSpec &spec : chart::builtInCharts())
        all.append(spec.name);
    return all.join(QStringLiteral(", "));
}

Result<QSize> parseSize(const QString &text)
{
    const QStringList sides = text.toLower().split(QLatin1Char('x'));
    bool isWidth = false, isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    if (sides.size() != 2 || !isWidth || !isHeight || size.width() < chart::kLeastPictureSide
        || size.height() < chart::kLeastPictureSide || size.width() > chart::kMostPictureSide
        || size.height() > chart::kMostPictureSide)
        return wrong(Text::tr("--size '%1' is no size").arg(text),
            Text::tr("write width and height in pixels, %1 to %2 each, such as 1600x1000")
                .arg(chart::kLeastPictureSide)
                .arg(chart::kMostPictureSide));
    return size;
}

Result<double> parseScale(const QString &text)
{
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    if (!isNumber || !(scale >= chart::kLeastPictureScale && scale <= chart::kMostPictureScale))
        return wrong(Text::tr("--scale '%1' is no scale").arg(text),
            Text::tr("write a number from %1 to %2, such as 2").arg(chart::kLeastPictureScale).arg(chart::kMostPictureScale));
    return scale;
}

Result<QString> parseTarget(const QString &target)
{
    const QString suffix = QFileInfo(target).suffix().toLower();
    if (suffix != QLatin1String("png") && suffix != QLatin1String("svg"))
        return wrong(Text::tr("--to '%1' is neither PNG nor SVG").arg(target), Text::tr("end the name in .png or .svg"));
    return target;
}

Result<PictureRequest> pictureRequest(const Arguments &arguments)
{
    PictureRequest picture;
    const Result<QString> target = parseTarget(arguments.value(QStringLiteral("to")));
    if (!target)
        return tl::make_unexpected(target.error());
    picture.target = *target;
    if (arguments.has(QStringLiteral("size"))) {
        const Result<QSize> size = parseSize(arguments.value(QStringLiteral("size")));
        if (!size)
            return tl::make_unexpected(size.error());
        picture.size = *size;
    }
    if (arguments.has(QStringLiteral("scale"))) {
        const Result<double> scale = parseScale(arguments.value(QStringLiteral("scale")));
        if (!scale)
            return tl::make_unexpected(scale.error());
        picture.scale = *scale;
    }
    picture.theme = arguments.value(QStringLiteral("theme"), picture.theme);
    if (!QStringList{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("print")}.contains(picture.theme))
        return wrong(Text::tr("--theme '%1' is no theme").arg(picture.theme), Text::tr("it is light, dark or print"));
    picture.force = arguments.has(QStringLiteral("force"));
    return picture;
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

/// A built-in chart by name, or a specification from a file.
Result<chart::ChartSpec> specNamed(const QString &name)
{
    for (const chart::ChartSpec &spec : chart::builtInCharts())
        if (spec.name == name)
            return spec;
    if (!name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return failure(ErrorKind::NotFound, Text::tr("there is no chart '%1'").arg(name), {},
            Text::tr("it is one of: %1, or a file .json").arg(names()));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, Text::tr("the file cannot be read (%1)").arg(file.errorString()), name, {});
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!json.isObject())
        return failure(ErrorKind::BadInput,
            json.isNull() ? Text::tr("this is not JSON (%1)").arg(problem.errorString()) : Text::tr("this JSON is not an object"),
            name, {});
    return chart::specFromJson(json.object(), name);
}

struct Opened
{
    catalogue::CatalogueFile file;
    std::unique_ptr<catalogue::Reader> reader;
    explore::FacetIndex index;
};

Result<Opened> opened(const QString &path)
{
    Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(path);
    if (!file)
        return tl::make_unexpected(file.error());
    auto reader = catalogue::Reader::open(*file);
    if (!reader)
        return tl::make_unexpected(reader.error());
    Result<explore::FacetIndex> index = explore::FacetIndex::load(**reader, &*file);
    if (!index)
        return tl::make_unexpected(index.error());
    return Opened{*std::move(file), *std::move(reader), *std::move(index)};
}

Result<chart::ChartData> built(Opened &catalogue, const chart::ChartSpec &spec, const explore::Query &query)
{
    Result<chart::ChartData> data = chart::buildChart(spec, query, catalogue.index, *catalogue.reader);
    if (data)
        data->catalogueUid = catalogue.file.uid();
    return data;
}

Result<> list(const QString &path)
{
    Result<Opened> catalogue = opened(path);
    if (!catalogue)
        return tl::make_unexpected(catalogue.error());
    for (const chart::ChartSpec &spec : chart::builtInCharts()) {
        const Result<chart::ChartData> data = built(*catalogue, spec, {});
        if (!data)
            return tl::make_unexpected(data.error());
        print(QStringList{spec.name, chart::kindName(spec.kind), data->title}.join(QLatin1Char('\t')));
    }
    return {};
}

int exitStatus(const Result<> &done)
{
    return done ? int(Done) : fail(done.error());
}

/// The option's, else the specification's, else everything.
Result<explore::Query> question(const Request &asked, const explore::Vocabulary *vocabulary)
{
    if (asked.query)
        return parseQueryOption(*asked.query, vocabulary);
    return asked.spec.query.value_or(explore::Query());
}

int draw(const QString &path, const Request &asked, ChartWriter &charts)
{
    if (QFileInfo::exists(asked.picture.target) && !asked.picture.force)
        return fail({ErrorKind::Exists, Text::tr("this file exists already"), asked.picture.target,
            Text::tr("choose another name, or add --force to replace it")});
    Result<Opened> catalogue = opened(path);
    if (!catalogue)
        return fail(catalogue.error());
    const Result<explore::Query> query = question(asked, catalogue->index.vocabulary().get());
    if (!query)
        return usage(query.error().line());
    const Result<chart::ChartData> data = built(*catalogue, asked.spec, *query);
    if (!data)
        return fail(data.error());
    return exitStatus(charts.write(*data, asked.picture));
}

int runDraw(const Arguments &arguments, ChartWriter &charts)
{
    if (!arguments.has(QStringLiteral("to")))
        return usage(Text::tr("chart needs --to OUT.png or OUT.svg"));
    Request asked;
    const Result<PictureRequest> picture = pictureRequest(arguments);
    if (!picture)
        return usage(picture.error().line());
    asked.picture = *picture;
    if (arguments.has(QStringLiteral("query")))
        asked.query = arguments.value(QStringLiteral("query"));
    const Result<chart::ChartSpec> spec = specNamed(arguments.free()[1]);
    if (!spec)
        return spec.error().kind == ErrorKind::NotFound && spec.error().where.isEmpty() ? usage(spec.error().line())
                                                                                        : fail(spec.error());
    asked.spec = *spec;
    return draw(arguments.free()[0], asked, charts);
}

} // namespace

int runChart(const QStringList &words, ChartWriter &charts)
{
    const Result<Arguments> arguments = Arguments::parse(words, {QStringLiteral("list"), QStringLiteral("force")},
        {QStringLiteral("to"), QStringLiteral("size"), QStringLiteral("scale"), QStringLiteral("theme"),
            QStringLiteral("query")});
    if (!arguments)
        return usage(arguments.error().line());
    const bool lists = arguments->has(QStringLiteral("list"));
    if (arguments->free().size() != (lists ? 1 : 2))
        return usage(lists ? Text::tr("chart --list takes one FILE") : Text::tr("chart takes a FILE and the NAME of a chart"));
    return lists ? exitStatus(list(arguments->free()[0])) : runDraw(*arguments, charts);
}

} // namespace waic::batch
