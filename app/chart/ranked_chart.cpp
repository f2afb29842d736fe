// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/figure.h"
#include "catalogue/fold.h"
#include "catalogue/measures.h"
#include "chart/count_words.h"
#include "chart/field_words.h"
#include "chart/source_line.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RankedChart)
};

/// Announcements that share a value.
struct Group
{
    QString value; ///< as a condition names it
    QString label, shortLabel;
    bool isCompany = false;
    int count = 0;
};

class Ranking
{
public:
    Ranking(const Making &making, const std::unordered_set<catalogue::RowId> &companies)
        : m_data(making.data)
        , m_tally(making.input.tally)
        , m_dimension(making.input.spec.dimension)
    {
        for (const explore::TallyValue &value : m_tally.by)
            m_groups.push_back(group(value, companies));
        if (making.input.spec.order == MarkOrder::Name)
            std::sort(m_groups.begin(),
                m_groups.begin() + qsizetype(std::min(m_groups.size(), std::size_t(making.input.spec.top))),
                [](const Group &a, const Group &b) { return catalogue::compareText(a.label, b.label) < 0; });
        m_top = std::min(m_groups.size(), std::size_t(making.input.spec.top));
    }

    bool isEmpty() const { return m_groups.empty(); }
    int missing() const { return m_tally.missing; }
    int total() const { return m_tally.rows; }

    void fillMarks()
    {
        for (std::size_t i = 0; i < m_top; ++i)
            m_data.marks.push_back(mark(m_groups[i]));
        fillLeftOver();
        for (std::size_t shown = 0; shown < m_data.marks.size(); ++shown)
            m_data.remainders.push_back(remainder(std::min(shown, m_top), false));
        fillKey();
    }

    QString title() const
    {
        Leaders leaders;
        leaders.dimension = m_dimension;
        leaders.total = total();
        leaders.groups = int(m_groups.size());
        leaders.count = m_groups.front().count;
        for (const Group &group : m_groups) {
            if (group.count < leaders.count)
                break;
            leaders.values.append(group.value);
            leaders.labels.append(group.label);
        }
        const Group *company = soleLeadingCompany();
        return company && !m_groups.front().isCompany ? companyFinding(company->label, company->count, total())
                                                      : finding(leaders);
    }

private:
    bool isOrganisations() const { return m_dimension == QLatin1String("org"); }
    bool isCountries() const { return m_dimension == QLatin1String("country"); }

    Group group(const explore::TallyValue &value, const std::unordered_set<catalogue::RowId> &companies) const
    {
        Group made{value.value, valueLabel(m_dimension, value.value), {}, companies.contains(value.organisation), value.count};
        if (value.organisation != 0)
            if (const QString alias = typeset(catalogue::shortName(value.value, value.aliases)); alias != made.label)
                made.shortLabel = alias;
        return made;
    }

    Mark mark(const Group &group) const
    {
        Mark made = bar(group.label, group.count);
        made.shortLabel = group.shortLabel;
        made.filter = explore::Condition{m_dimension, {group.value}, false};
        if (isOrganisations())
            made.colour = group.isCompany || !hasBoth() ? MarkColour::Series1 : MarkColour::Others;
        else if (isCountries())
            made.colour = countryColour(group.value).value_or(MarkColour::Others);
        return made;
    }

    Mark bar(const QString &label, int count) const
    {
        Mark made;
        made.label = label;
        made.value = count;
        made.valueText = catalogue::countText(count);
        made.shareText = catalogue::percentText(double(count) / total());
        made.whole = total();
        return made;
    }

    /// Companies and others are both among the bars, so that two colours tell them apart.
    bool hasBoth() const
    {
        const auto end = m_groups.begin() + qsizetype(m_top);
        const auto isCompany = [](const Group &group) { return group.isCompany; };
        return std::any_of(m_groups.begin(), end, isCompany) && !std::all_of(m_groups.begin(), end, isCompany);
    }

    /// The company named most, when no other is named as often.
    const Group *soleLeadingCompany() const
    {
        const Group *leader = nullptr;
        for (const Group &group : m_groups) {
            if (!group.isCompany)
                continue;
            if (leader)
                return group.count < leader->count ? leader : nullptr;
            leader = &group;
        }
        return leader;
    }

    /// "Other" and "missing" are bars only when shorter than the largest, else they are told in words.
    void fillLeftOver()
    {
        double largest = 0;
        for (const Mark &mark : m_data.marks)
            largest = std::max(largest, mark.value);
        const int together = distinctRows(m_top);
        // An announcement may name several, so a bar of all others would not compare with bars of one organisation.
        const bool othersAreBar = m_groups.size() > m_top && !hasMany(m_dimension) && together < largest;
        const bool missingIsBar = missing() > 0 && missing() < largest;
        if (othersAreBar) {
            m_data.marks.push_back(bar(othersLabel(int(m_groups.size() - m_top)), together));
            m_data.marks.back().colour = MarkColour::Others;
        }
        if (missingIsBar) {
            m_data.marks.push_back(bar(missingLabel(m_dimension), missing()));
            m_data.marks.back().colour = MarkColour::Others;
            m_data.marks.back().filter = explore::Condition{m_dimension, {QString()}, false};
        }
        const Remainder words = remainder(othersAreBar ? m_groups.size() : m_top, missingIsBar);
        m_data.remainder = words.label;
        m_data.remainderText = words.text;
    }

    int distinctRows(std::size_t from) const { return from < m_tally.tail.size() ? m_tally.tail[from] : 0; }

    Remainder remainder(std::size_t shown, bool missingIsShown) const
    {
        const bool tellMissing = missing() > 0 && !missingIsShown;
        if (shown >= m_groups.size())
            return tellMissing ? Remainder{missingLabel(m_dimension), announcementsText(missing())} : Remainder();
        QString text = othersText(distinctRows(shown), m_groups[shown].count);
        if (tellMissing)
            text = Text::tr("%1; %2").arg(text, missingText(m_dimension, missing()));
        return {othersLabel(int(m_groups.size() - shown)), text};
    }

    void fillKey()
    {
        if (isOrganisations() && hasBoth())
            m_data.key = {{MarkColour::Series1, Text::tr("Companies")},
                {MarkColour::Others, Text::tr("Governments, universities and other bodies")}};
    }

    ChartData &m_data;
    const explore::Tally &m_tally;
    QString m_dimension;
    std::vector<Group> m_groups; ///< largest first, but for those drawn in the order of names
    std::size_t m_top = 0;
};

QString note(const Ranking &ranking, const QString &dimension, const SourceLine &sources)
{
    if (dimension != QLatin1String("org"))
        return sources.coverage();
    const int named = ranking.total() - ranking.missing();
    const QString all = catalogue::countText(ranking.total());
    const QString share = ranking.missing() == 0 ? Text::tr("All %1 name at least one.").arg(all)
                                                 : Text::tr("%1 of %2 name at least one.").arg(catalogue::countText(named), all);
    return Text::tr("An announcement that names several organisations counts once for each. %1 %2")
        .arg(share, sources.coverage());
}

} // namespace

Result<> fillRankedBars(const Making &making)
{
    ChartData &data = making.data;
    const auto companies = catalogue::organisationsOfType(making.reader, QStringLiteral("company"));
    if (!companies)
        return tl::make_unexpected(companies.error());
    const Result<SourceLine> sources = countedSources(making);
    if (!sources)
        return tl::make_unexpected(sources.error());
    Ranking ranking(making, *companies);
    const QString &dimension = data.spec.dimension;
    data.subtitle = withScope(rankedSubtitle(dimension), making.input);
    if (ranking.isEmpty()) {
        data.title = galleryLabel(data.spec);
        data.empty = QString(missingText(dimension, ranking.missing())) + QLatin1Char('.');
        return {};
    }
    ranking.fillMarks();
    data.title = ranking.title();
    putSources(data, *sources);
    data.note = note(ranking, dimension, *sources);
    return {};
}

} // namespace waic::chart
