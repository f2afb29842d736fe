// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_spec.h"

#include <QCoreApplication>
#include <QJsonValue>

#include <array>
#include <cmath>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartSpec)
};

constexpr int kMostBars = 60;

constexpr std::array kKinds{ChartKind::Share, ChartKind::RankedBar, ChartKind::TimeColumns};
constexpr std::array kMembers{"name", "kind", "dimension", "measure", "subject", "top", "title", "subtitle", "query"};

QString kindNames()
{
    QStringList names;
    for (const ChartKind kind : kKinds)
        names.append(kindName(kind));
    return names.join(QStringLiteral(", "));
}

QStringList dimensionsOf(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Share:
        return {};
    case ChartKind::RankedBar:
        return {QStringLiteral("kind"), QStringLiteral("org"), QStringLiteral("country")};
    case ChartKind::TimeColumns:
        return {QStringLiteral("month")};
    }
    return {};
}

/// Members as they are asked for; the first that is wrong is kept as the error.
class Members
{
public:
    Members(const QJsonObject &json, const QString &where)
        : m_json(json)
        , m_where(where)
    {
    }

    QString text(QLatin1String name)
    {
        const QJsonValue value = m_json.value(name);
        if (value.isUndefined() || value.isNull())
            return {};
        if (!value.isString())
            refuse(Text::tr("“%1” of the chart is not a text").arg(name), {});
        return value.toString();
    }

    int whole(QLatin1String name, int otherwise, int least, int most)
    {
        const QJsonValue value = m_json.value(name);
        if (value.isUndefined() || value.isNull())
            return otherwise;
        const double number = value.toDouble(least - 1);
        if (number < least || number > most || number != std::floor(number)) {
            refuse(Text::tr("“%1” of the chart is not a whole number from %2 to %3")
                       .arg(name, QString::number(least), QString::number(most)),
                {});
            return otherwise;
        }
        return int(number);
    }

    void refuse(const QString &what, const QString &next)
    {
        if (!m_error)
            m_error = Error{ErrorKind::BadInput, what, m_where, next};
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    const QJsonObject &m_json;
    QString m_where;
    std::optional<Error> m_error;
};

void checkNames(const QJsonObject &json, Members &members)
{
    for (const QString &name : json.keys())
        if (std::none_of(kMembers.begin(), kMembers.end(), [&](const char *known) { return name == QLatin1String(known); }))
            members.refuse(Text::tr("a chart has no “%1”").arg(name),
                Text::tr("it may have name, kind, dimension, measure, subject, top, title, subtitle and query"));
}

void checkDimension(const ChartSpec &spec, Members &members)
{
    if (spec.kind == ChartKind::Share) {
        if (spec.measure.isEmpty() || spec.subject.isEmpty())
            members.refuse(Text::tr("a chart of the kind share needs “measure” and “subject”"),
                Text::tr("such as \"measure\": \"AI models released\", \"subject\": \"China\""));
        return;
    }
    const QStringList dimensions = dimensionsOf(spec.kind);
    if (!dimensions.contains(spec.dimension))
        members.refuse(Text::tr("a chart of the kind %1 has no dimension “%2”").arg(kindName(spec.kind), spec.dimension),
            Text::tr("it is one of: %1").arg(dimensions.join(QStringLiteral(", "))));
}

ChartSpec bars(const char *name, const char *dimension)
{
    ChartSpec spec;
    spec.name = QLatin1String(name);
    spec.kind = ChartKind::RankedBar;
    spec.dimension = QLatin1String(dimension);
    return spec;
}

} // namespace

QString kindName(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Share:
        return QStringLiteral("share");
    case ChartKind::RankedBar:
        return QStringLiteral("ranked-bar");
    case ChartKind::TimeColumns:
        return QStringLiteral("time-columns");
    }
    return {};
}

QJsonObject toJson(const ChartSpec &spec)
{
    QJsonObject json{{QStringLiteral("name"), spec.name}, {QStringLiteral("kind"), kindName(spec.kind)}};
    const auto put = [&](const char *name, const QString &value) {
        if (!value.isNull())
            json.insert(QLatin1String(name), value);
    };
    put("dimension", spec.dimension);
    put("measure", spec.measure);
    put("subject", spec.subject);
    put("title", spec.title);
    put("subtitle", spec.subtitle);
    if (spec.kind == ChartKind::RankedBar)
        json.insert(QStringLiteral("top"), spec.top);
    if (spec.query)
        json.insert(QStringLiteral("query"), explore::queryText(*spec.query));
    return json;
}

Result<ChartSpec> specFromJson(const QJsonObject &json, const QString &where)
{
    Members members(json, where);
    ChartSpec spec;
    checkNames(json, members);
    spec.name = members.text(QLatin1String("name"));
    spec.dimension = members.text(QLatin1String("dimension"));
    spec.measure = members.text(QLatin1String("measure"));
    spec.subject = members.text(QLatin1String("subject"));
    spec.title = members.text(QLatin1String("title"));
    spec.subtitle = members.text(QLatin1String("subtitle"));
    spec.top = members.whole(QLatin1String("top"), spec.top, 1, kMostBars);

    const QString kind = members.text(QLatin1String("kind"));
    const auto known = std::find_if(kKinds.begin(), kKinds.end(), [&](ChartKind each) { return kindName(each) == kind; });
    if (known == kKinds.end()) {
        members.refuse(Text::tr("there is no kind of chart “%1”").arg(kind), Text::tr("it is one of: %1").arg(kindNames()));
    } else {
        spec.kind = *known;
        checkDimension(spec, members);
    }

    const QString query = members.text(QLatin1String("query"));
    if (!query.isNull()) {
        const explore::ParsedQuery parsed = explore::parseQuery(query);
        if (!parsed.mistakes.empty()) {
            const explore::Mistake &mistake = parsed.mistakes.front();
            members.refuse(Text::tr("“query” of the chart is not understood: expected %1").arg(mistake.expected),
                mistake.suggestion.isNull() ? QString() : Text::tr("did you mean “%1”?").arg(mistake.suggestion));
        }
        spec.query = parsed.query;
    }
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
    if (spec.kind == ChartKind::Share)
        return spec.subject == QLatin1String("China") ? Text::tr("China’s share") : Text::tr("Share of %1").arg(spec.subject);
    if (spec.kind == ChartKind::TimeColumns)
        return Text::tr("By month");
    if (spec.dimension == QLatin1String("org"))
        return Text::tr("Organisations");
    return spec.dimension == QLatin1String("country") ? Text::tr("Countries") : Text::tr("Kinds");
}

} // namespace waic::chart
