// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/proposals.h"

#include "chart/words.h"

#include <QCoreApplication>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartProposals)
};

constexpr int kLeastPlaces = 3;
constexpr std::size_t kMostProposals = 60;

ChartSpec spec(ChartKind kind, const char *dimension, const QString &measure = {})
{
    ChartSpec made;
    made.kind = kind;
    made.dimension = QLatin1String(dimension);
    made.measure = measure;
    return made;
}

void addMeasure(std::vector<Proposal> &all, const catalogue::MeasureUse &use)
{
    const QString name = capitalised(typeset(use.measure));
    if (!use.partSubject.isNull()) {
        ChartSpec share = spec(ChartKind::Share, "", use.measure);
        share.dimension = QString();
        share.subject = use.partSubject;
        all.push_back(
            {Text::tr("%1’s share of %2", "subject, measure").arg(typeset(use.partSubject), typeset(use.measure)), share});
    }
    if (use.editions >= kLeastPlaces)
        all.push_back({Text::tr("%1 by edition").arg(name), spec(ChartKind::Dots, "edition", use.measure)});
    if (use.years >= kLeastPlaces)
        all.push_back({Text::tr("%1 over the years").arg(name), spec(ChartKind::Line, "year", use.measure)});
    if (use.subjects - use.editions >= kLeastPlaces)
        all.push_back({Text::tr("%1 by subject").arg(name), spec(ChartKind::RankedBar, "subject", use.measure)});
}

} // namespace

std::vector<Proposal> proposals(const std::vector<catalogue::MeasureUse> &measures)
{
    std::vector<Proposal> all;
    ChartSpec kinds = spec(ChartKind::StackedBar, "edition");
    kinds.split = QStringLiteral("kind");
    ChartSpec total = spec(ChartKind::Line, "month");
    total.cumulative = true;
    ChartSpec openness = spec(ChartKind::Share, "openness");
    all.push_back({Text::tr("Announcements by edition and kind"), kinds});
    all.push_back({Text::tr("Announcements up to each month"), total});
    all.push_back({Text::tr("Announcements by openness"), openness});
    all.push_back({Text::tr("Announcements by tag"), spec(ChartKind::RankedBar, "tag")});
    for (const catalogue::MeasureUse &use : measures)
        if (all.size() < kMostProposals)
            addMeasure(all, use);
    return all;
}

} // namespace waic::chart
