// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/explored_catalogue.h"

#include "chart/chart_data.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waic::tests {

/// The starter as plain JSON, to count by other means than the program's.
inline QJsonObject starterJson()
{
    QFile file(u(":/starter/waic.json"));
    REQUIRE(file.open(QFile::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline chart::ChartSpec builtIn(const char *name)
{
    for (const chart::ChartSpec &spec : chart::builtInCharts())
        if (spec.name == QLatin1String(name))
            return spec;
    FAIL("no such chart: " << name);
    return {};
}

/// The chart `name` of what `query` finds.
inline chart::ChartData charted(ExploredCatalogue &catalogue, const char *name, const char *query = "")
{
    const explore::ParsedQuery parsed = explore::parseQuery(u(query));
    REQUIRE(parsed.mistakes.empty());
    return must(chart::buildChart(builtIn(name), parsed.query, catalogue.index(), catalogue.reader()));
}

inline const chart::Mark *markNamed(const chart::ChartData &data, const QString &label)
{
    for (const chart::Mark &mark : data.marks)
        if (mark.label == label)
            return &mark;
    return nullptr;
}

/// "82 statistic, 58 event": value and label of each mark.
inline QString marksText(const chart::ChartData &data)
{
    QStringList texts;
    for (const chart::Mark &mark : data.marks)
        texts.append(mark.valueText + u(" ") + mark.label);
    return texts.join(u(", "));
}

/// An announcement without claims.
inline catalogue::Contents::Announcement announcement(const QString &uid, const QString &kind, const QString &date = {})
{
    catalogue::Contents::Announcement made;
    made.uid = uid;
    made.title = uid;
    made.kind = kind;
    made.announcedOn = date;
    return made;
}

} // namespace waic::tests
