// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/named_charts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

Result<chart::ChartSpec> parsed(const QByteArray &json, const QString &where)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return failure(ErrorKind::BadInput,
            document.isNull() ? Text::tr("this is not JSON (%1)").arg(problem.errorString())
                              : Text::tr("this JSON is not an object"),
            where, {});
    return chart::specFromJson(document.object(), where);
}

NamedChart named(const catalogue::SavedChart &saved)
{
    Result<chart::ChartSpec> spec = parsed(saved.spec.toUtf8(), Text::tr("chart '%1' of the catalogue").arg(saved.name));
    if (spec) // what it is called in the catalogue is what a person sees
        spec->name = saved.name;
    else if (spec.error().next.isEmpty())
        spec = tl::make_unexpected(Error{
            spec.error().kind, spec.error().what, spec.error().where, Text::tr("delete it, or save it again under its name")});
    return {saved.name, std::move(spec)};
}

QString names(const std::vector<NamedChart> &charts)
{
    QStringList all;
    for (const NamedChart &each : charts)
        all.append(each.name);
    return all.join(QStringLiteral(", "));
}

} // namespace

Result<std::vector<NamedChart>> namedCharts(catalogue::Reader &reader)
{
    const Result<std::vector<catalogue::SavedChart>> saved = reader.savedCharts();
    if (!saved)
        return tl::make_unexpected(saved.error());
    std::vector<NamedChart> charts;
    for (const catalogue::SavedChart &each : *saved)
        charts.push_back(named(each));
    for (const chart::ChartSpec &spec : chart::builtInCharts())
        if (std::none_of(charts.begin(), charts.end(), [&](const NamedChart &known) { return known.name == spec.name; }))
            charts.push_back({spec.name, spec});
    std::stable_partition(
        charts.begin(), charts.end(), [](const NamedChart &each) { return each.name == QLatin1String("models-share"); });
    return charts;
}

Result<chart::ChartSpec> specNamed(const QString &name, catalogue::Reader &reader)
{
    const Result<std::vector<NamedChart>> charts = namedCharts(reader);
    if (!charts)
        return tl::make_unexpected(charts.error());
    for (const NamedChart &each : *charts)
        if (each.name == name)
            return each.spec;
    if (!name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return failure(ErrorKind::NotFound, Text::tr("there is no chart '%1'").arg(name), {},
            Text::tr("it is one of: %1, or a file .json").arg(names(*charts)));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, Text::tr("the file cannot be read (%1)").arg(file.errorString()), name, {});
    return parsed(file.readAll(), name);
}

} // namespace waic::batch
