// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_spec.h"

#include "chart/spec_members.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartSpec)
};

template <typename Value>
struct Named
{
    Value value;
    const char *name;
    const char *label;
};

constexpr std::array kKinds{
    Named<ChartKind>{ChartKind::Share, "share", QT_TRANSLATE_NOOP("ChartSpec", "Share of a whole")},
    Named<ChartKind>{ChartKind::RankedBar, "ranked-bar", QT_TRANSLATE_NOOP("ChartSpec", "Bars")},
    Named<ChartKind>{ChartKind::StackedBar, "stacked-bar", QT_TRANSLATE_NOOP("ChartSpec", "Stacked bars")},
    Named<ChartKind>{ChartKind::GroupedBar, "grouped-bar", QT_TRANSLATE_NOOP("ChartSpec", "Grouped bars")},
    Named<ChartKind>{ChartKind::TimeColumns, "time-columns", QT_TRANSLATE_NOOP("ChartSpec", "Columns by month")},
    Named<ChartKind>{ChartKind::Line, "line", QT_TRANSLATE_NOOP("ChartSpec", "Lines over time")},
    Named<ChartKind>{ChartKind::Area, "area", QT_TRANSLATE_NOOP("ChartSpec", "Areas over time")},
    Named<ChartKind>{ChartKind::Dots, "dots", QT_TRANSLATE_NOOP("ChartSpec", "Dots with ranges")},
    Named<ChartKind>{ChartKind::Scatter, "scatter", QT_TRANSLATE_NOOP("ChartSpec", "Scatter of two measures")},
};
constexpr std::array kForms{
    Named<ShareForm>{ShareForm::Donut, "donut", ""},
    Named<ShareForm>{ShareForm::Pie, "pie", ""},
    Named<ShareForm>{ShareForm::Bar, "bar", ""},
};
constexpr std::array kChoices{
    Named<FigureChoice>{FigureChoice::Shown, "shown", QT_TRANSLATE_NOOP("ChartSpec", "Figure shown in the record")},
    Named<FigureChoice>{FigureChoice::Latest, "latest", QT_TRANSLATE_NOOP("ChartSpec", "Latest")},
    Named<FigureChoice>{FigureChoice::Max, "max", QT_TRANSLATE_NOOP("ChartSpec", "Largest")},
    Named<FigureChoice>{FigureChoice::Min, "min", QT_TRANSLATE_NOOP("ChartSpec", "Smallest")},
    Named<FigureChoice>{FigureChoice::Median, "median", QT_TRANSLATE_NOOP("ChartSpec", "Median")},
    Named<FigureChoice>{FigureChoice::Sum, "sum", QT_TRANSLATE_NOOP("ChartSpec", "Sum")},
};
constexpr std::array kScales{Named<Scale>{Scale::Linear, "linear", ""}, Named<Scale>{Scale::Log, "log", ""}};
constexpr std::array kOrders{Named<MarkOrder>{MarkOrder::Natural, "natural", ""}, Named<MarkOrder>{MarkOrder::Name, "name", ""}};

template <typename Value, std::size_t Size>
const Named<Value> &entry(const std::array<Named<Value>, Size> &all, Value value)
{
    return *std::find_if(all.begin(), all.end(), [value](const Named<Value> &each) { return each.value == value; });
}

template <typename Value, std::size_t Size>
QStringList namesOf(const std::array<Named<Value>, Size> &all)
{
    QStringList names;
    for (const Named<Value> &each : all)
        names.append(QLatin1String(each.name));
    return names;
}

template <typename Value, std::size_t Size>
Value named(SpecMembers &members, const char *member, const std::array<Named<Value>, Size> &all, Value otherwise)
{
    const QStringList names = namesOf(all);
    const QString name = members.text(member);
    if (name.isNull())
        return otherwise;
    const qsizetype place = names.indexOf(name);
    if (place >= 0)
        return all[std::size_t(place)].value;
    members.refuse(Text::tr("“%1” of the chart cannot be “%2”").arg(QLatin1String(member), name),
        Text::tr("it is one of: %1").arg(names.join(QStringLiteral(", "))));
    return otherwise;
}

template <std::size_t Size>
std::vector<ChartKind> valuesOf(const std::array<Named<ChartKind>, Size> &all)
{
    std::vector<ChartKind> values;
    for (const auto &each : all)
        values.push_back(each.value);
    return values;
}

Error wrong(const QString &what, const QString &next = {})
{
    return {ErrorKind::BadInput, what, {}, next};
}

std::optional<Error> problem(const ChartSpec &spec)
{
    const QString kind = kindName(spec.kind);
    const bool isShareOfFigure = spec.kind == ChartKind::Share && spec.dimension.isNull();
    if (isShareOfFigure && (spec.measure.isEmpty() || spec.subject.isEmpty()))
        return wrong(Text::tr("a chart of the kind share needs “dimension”, or “measure” and “subject”"),
            Text::tr("such as \"measure\": \"AI models released\", \"subject\": \"China\""));
    if (spec.kind == ChartKind::Scatter && (spec.measure.isEmpty() || spec.secondMeasure.isEmpty()))
        return wrong(Text::tr("a chart of the kind scatter needs “measure” and “second-measure”"));
    if (spec.kind == ChartKind::Dots && spec.measure.isEmpty())
        return wrong(Text::tr("a chart of the kind dots needs “measure”"));
    if ((spec.kind == ChartKind::StackedBar || spec.kind == ChartKind::GroupedBar) && spec.split.isEmpty())
        return wrong(Text::tr("a chart of the kind %1 needs “split”").arg(kind));
    if (spec.kind == ChartKind::Share && !isShareOfFigure && !spec.isCount())
        return wrong(Text::tr("a share of figures takes “subject”, not “dimension”"));
    const bool isStack = spec.kind == ChartKind::StackedBar || spec.kind == ChartKind::Area;
    if (isStack && !spec.isCount() && (spec.split == QLatin1String("nature") || spec.split == QLatin1String("definition")))
        return wrong(
            Text::tr("figures of unlike %1 do not add up").arg(spec.split), Text::tr("draw them as grouped bars or lines"));
    if (spec.percent && !isStack)
        return wrong(Text::tr("“percent” is for stacked bars and areas"));
    if (spec.cumulative && spec.kind != ChartKind::Line && spec.kind != ChartKind::Area)
        return wrong(Text::tr("“cumulative” is for lines and areas"));
    if (spec.cumulative && !spec.isCount() && spec.figure != FigureChoice::Sum)
        return wrong(Text::tr("only sums add up over time"), Text::tr("add \"figure\": \"sum\""));
    if (isShareOfFigure || spec.kind == ChartKind::Scatter)
        return {};
    const bool overTime = spec.kind == ChartKind::TimeColumns || spec.kind == ChartKind::Line || spec.kind == ChartKind::Area;
    QStringList fields
        = overTime ? QStringList{QStringLiteral("month"), QStringLiteral("year")} : dimensionNames(!spec.isCount());
    if (spec.kind == ChartKind::TimeColumns)
        fields = {QStringLiteral("month")};
    else if (overTime)
        fields.append(QStringLiteral("edition"));
    const bool isOwn = !overTime && !spec.dimension.isEmpty() && !dimensionNames(true).contains(spec.dimension);
    if (spec.dimension.isEmpty() || (!isOwn && !fields.contains(spec.dimension))
        || (isOwn && spec.dimension != spec.dimension.trimmed()))
        return wrong(Text::tr("a chart of the kind %1 has no dimension “%2”").arg(kind, spec.dimension),
            Text::tr("it is one of: %1").arg(fields.join(QStringLiteral(", "))));
    if (!spec.split.isNull() && spec.split == spec.dimension)
        return wrong(Text::tr("“split” of the chart is the same as its dimension"));
    return {};
}

ChartSpec bars(const char *name, const char *dimension)
{
    ChartSpec spec;
    spec.name = QLatin1String(name);
    spec.dimension = QLatin1String(dimension);
    return spec;
}

} // namespace

QString kindName(ChartKind kind)
{
    return QLatin1String(entry(kKinds, kind).name);
}

QString formName(ShareForm form)
{
    return QLatin1String(entry(kForms, form).name);
}

QString choiceName(FigureChoice choice)
{
    return QLatin1String(entry(kChoices, choice).name);
}

QString kindLabel(ChartKind kind)
{
    return Text::tr(entry(kKinds, kind).label);
}

QString choiceLabel(FigureChoice choice)
{
    return Text::tr(entry(kChoices, choice).label);
}

const std::vector<ChartKind> &chartKinds()
{
    static const std::vector<ChartKind> kinds = valuesOf(kKinds);
    return kinds;
}

const std::vector<FigureChoice> &figureChoices()
{
    static const std::vector<FigureChoice> choices = [] {
        std::vector<FigureChoice> all;
        for (const auto &each : kChoices)
            all.push_back(each.value);
        return all;
    }();
    return choices;
}

QStringList dimensionNames(bool ofFigures)
{
    QStringList names{QStringLiteral("kind"), QStringLiteral("edition"), QStringLiteral("org"), QStringLiteral("country"),
        QStringLiteral("openness"), QStringLiteral("tag"), QStringLiteral("verification"), QStringLiteral("source"),
        QStringLiteral("year"), QStringLiteral("subject"), QStringLiteral("nature")};
    if (ofFigures)
        names += {QStringLiteral("definition"), QStringLiteral("month")};
    else
        names += {QStringLiteral("measure"), QStringLiteral("unit")};
    return names;
}

bool isTime(const QString &dimension)
{
    return dimension == QLatin1String("month") || dimension == QLatin1String("year");
}

QJsonObject toJson(const ChartSpec &spec)
{
    QJsonObject json{{QStringLiteral("name"), spec.name}, {QStringLiteral("kind"), kindName(spec.kind)}};
    const auto put = [&](const char *name, const QJsonValue &value, bool isSaid) {
        if (isSaid)
            json.insert(QLatin1String(name), value);
    };
    const ChartSpec usual;
    for (const auto &[name, text] : {std::pair{"dimension", &spec.dimension}, {"split", &spec.split}, {"measure", &spec.measure},
             {"second-measure", &spec.secondMeasure}, {"subject", &spec.subject}, {"definition", &spec.definition},
             {"nature", &spec.nature}, {"unit", &spec.unit}, {"title", &spec.title}, {"subtitle", &spec.subtitle},
             {"source", &spec.source}})
        put(name, *text, !text->isNull());
    put("form", formName(spec.form), spec.form != usual.form);
    put("figure", choiceName(spec.figure), spec.figure != usual.figure);
    put("scale", QLatin1String(entry(kScales, spec.scale).name), spec.scale != usual.scale);
    put("order", QLatin1String(entry(kOrders, spec.order).name), spec.order != usual.order);
    put("top", spec.top, spec.top != usual.top || spec.kind == ChartKind::RankedBar);
    put("cumulative", true, spec.cumulative);
    put("percent", true, spec.percent);
    put("marks-unverified", true, spec.marksUnverified);
    if (spec.query)
        json.insert(QStringLiteral("query"), explore::queryText(*spec.query));
    return json;
}

Result<> checkSpec(const ChartSpec &spec)
{
    if (std::optional<Error> error = problem(spec))
        return tl::make_unexpected(*std::move(error));
    return {};
}

Result<ChartSpec> specFromJson(const QJsonObject &json, const QString &where)
{
    SpecMembers members(json, where);
    ChartSpec spec;
    spec.name = members.text("name");
    if (const QString kind = members.text("kind"); namesOf(kKinds).contains(kind))
        spec.kind = named(members, "kind", kKinds, spec.kind);
    else
        members.refuse(Text::tr("there is no kind of chart “%1”").arg(kind),
            Text::tr("it is one of: %1").arg(namesOf(kKinds).join(QStringLiteral(", "))));
    for (const auto &[name, text] : {std::pair{"dimension", &spec.dimension}, {"split", &spec.split}, {"measure", &spec.measure},
             {"second-measure", &spec.secondMeasure}, {"subject", &spec.subject}, {"definition", &spec.definition},
             {"nature", &spec.nature}, {"unit", &spec.unit}, {"title", &spec.title}, {"subtitle", &spec.subtitle},
             {"source", &spec.source}})
        *text = members.text(name);
    spec.form = named(members, "form", kForms, spec.form);
    spec.figure = named(members, "figure", kChoices, spec.figure);
    spec.scale = named(members, "scale", kScales, spec.scale);
    spec.order = named(members, "order", kOrders, spec.order);
    spec.top = members.whole("top", spec.top, 1, kMostBars);
    spec.cumulative = members.flag("cumulative");
    spec.percent = members.flag("percent");
    spec.marksUnverified = members.flag("marks-unverified");
    spec.query = members.query("query");
    members.refuseOthers();
    if (!members.error())
        if (const Result<> checked = checkSpec(spec); !checked)
            members.refuse(checked.error().what, checked.error().next);
    if (members.error())
        return tl::make_unexpected(*members.error());
    return spec;
}

std::vector<ChartSpec> builtInCharts()
{
    ChartSpec share;
    share.name = QStringLiteral("models-share");
    share.kind = ChartKind::Share;
    share.measure = QStringLiteral("AI models released");
    share.subject = QStringLiteral("China");
    ChartSpec months = bars("months", "month");
    months.kind = ChartKind::TimeColumns;
    return {share, bars("kinds", "kind"), bars("organisations", "org"), bars("countries", "country"), months};
}

QString galleryLabel(const ChartSpec &spec)
{
    static const std::array<std::pair<const char *, const char *>, 13> kLabels{{
        {"models-share", QT_TRANSLATE_NOOP("ChartSpec", "China’s share")},
        {"kinds", QT_TRANSLATE_NOOP("ChartSpec", "Kinds")},
        {"organisations", QT_TRANSLATE_NOOP("ChartSpec", "Organisations")},
        {"countries", QT_TRANSLATE_NOOP("ChartSpec", "Countries")},
        {"months", QT_TRANSLATE_NOOP("ChartSpec", "By month")},
        {"visitors", QT_TRANSLATE_NOOP("ChartSpec", "Visitors")},
        {"output", QT_TRANSLATE_NOOP("ChartSpec", "AI industry output")},
        {"models-by-country", QT_TRANSLATE_NOOP("ChartSpec", "AI models released")},
        {"compute", QT_TRANSLATE_NOOP("ChartSpec", "Compute of systems")},
        {"parameters", QT_TRANSLATE_NOOP("ChartSpec", "Size of models")},
        {"active-parameters", QT_TRANSLATE_NOOP("ChartSpec", "Active parameters")},
        {"exhibitors", QT_TRANSLATE_NOOP("ChartSpec", "Exhibitors")},
        {"kinds-by-edition", QT_TRANSLATE_NOOP("ChartSpec", "Kinds by edition")},
    }};
    for (const auto &[name, label] : kLabels)
        if (spec.name == QLatin1String(name))
            return Text::tr(label);
    return spec.name.isEmpty() ? kindLabel(spec.kind) : spec.name;
}

} // namespace waic::chart
