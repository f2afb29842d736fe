// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/country.h"
#include "catalogue/figure.h"
#include "catalogue/fold.h"
#include "chart/count_words.h"
#include "chart/drawn_rows.h"
#include "chart/source_line.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RankedChart)
};

/// Announcements that share a value; rows are positions among the rows drawn, rising.
struct Group
{
    QString value; ///< as a condition names it
    QString label, shortLabel;
    bool isCompany = false;
    std::vector<int> rows;
};

class Ranking
{
public:
    Ranking(ChartData &data, DrawnRows drawn)
        : m_data(data)
        , m_dimension(data.spec.dimension)
        , m_drawn(std::move(drawn))
    {
        gather();
        std::sort(m_groups.begin(), m_groups.end(), [](const Group &a, const Group &b) {
            return a.rows.size() != b.rows.size() ? a.rows.size() > b.rows.size() : catalogue::compareText(a.label, b.label) < 0;
        });
        m_top = std::min(m_groups.size(), std::size_t(data.spec.top));
    }

    bool isEmpty() const { return m_groups.empty(); }
    int missing() const { return int(m_missing.size()); }
    int total() const { return int(m_drawn.rows.size()); }

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
        leaders.count = int(m_groups.front().rows.size());
        for (const Group &group : m_groups) {
            if (int(group.rows.size()) < leaders.count)
                break;
            leaders.values.append(group.value);
            leaders.labels.append(group.label);
        }
        const Group *company = soleLeadingCompany();
        return company && !m_groups.front().isCompany ? companyFinding(company->label, int(company->rows.size()), total())
                                                      : finding(leaders);
    }

    SourceLine sources() const
    {
        SourceLine line(SourceLine::Counted::Announcements);
        std::vector<const catalogue::Source *> cited;
        for (const DrawnRows::Row &row : m_drawn.rows) {
            cited.clear();
            for (const catalogue::RowId id : row.sources)
                cited.push_back(&m_drawn.sources.at(id));
            line.add(cited);
        }
        return line;
    }

private:
    bool isOrganisations() const { return m_dimension == QLatin1String("org"); }
    bool isCountries() const { return m_dimension == QLatin1String("country"); }

    void gather()
    {
        std::unordered_map<QString, std::size_t> places; // by folded value, as conditions compare
        const auto add = [&](int row, const QString &value, const DrawnRows::Organisation *organisation) {
            const auto [place, isNew] = places.try_emplace(catalogue::folded(value), m_groups.size());
            if (isNew)
                m_groups.push_back(group(value, organisation));
            std::vector<int> &rows = m_groups[place->second].rows;
            if (rows.empty() || rows.back() != row)
                rows.push_back(row);
        };
        for (int row = 0; row < total(); ++row) {
            const DrawnRows::Row &drawn = m_drawn.rows[std::size_t(row)];
            const QString &value = isCountries() ? drawn.country : drawn.kind;
            if (isOrganisations() ? drawn.organisations.empty() : value.trimmed().isEmpty())
                m_missing.push_back(row);
            else if (isOrganisations())
                for (const catalogue::RowId id : drawn.organisations)
                    add(row, m_drawn.organisations.at(id).name, &m_drawn.organisations.at(id));
            else
                add(row, value, nullptr);
        }
    }

    Group group(const QString &value, const DrawnRows::Organisation *organisation) const
    {
        Group made;
        made.value = value;
        made.label = typeset(value);
        if (isCountries())
            if (const QString name = catalogue::countryName(value); !name.isNull())
                made.label = name;
        if (organisation) {
            const QString alias = typeset(catalogue::shortName(value, organisation->aliases));
            if (alias != made.label)
                made.shortLabel = alias;
            made.isCompany = organisation->type == QLatin1String("company");
        }
        return made;
    }

    Mark mark(const Group &group) const
    {
        Mark made = bar(group.label, int(group.rows.size()));
        made.shortLabel = group.shortLabel;
        made.filter = explore::Condition{m_dimension, {group.value}, false};
        if (isOrganisations())
            made.colour = group.isCompany || !hasBoth() ? MarkColour::Series1 : MarkColour::Others;
        else if (isCountries())
            made.colour = countryColour(group.value);
        return made;
    }

    Mark bar(const QString &label, int count) const
    {
        Mark made;
        made.label = label;
        made.value = count;
        made.valueText = catalogue::countText(count);
        made.shareText = catalogue::percentText(double(count) / total());
        return made;
    }

    static MarkColour countryColour(const QString &code)
    {
        if (code.compare(QLatin1String("CN"), Qt::CaseInsensitive) == 0)
            return MarkColour::China;
        return code.compare(QLatin1String("US"), Qt::CaseInsensitive) == 0 ? MarkColour::UnitedStates : MarkColour::Others;
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
                return group.rows.size() < leader->rows.size() ? leader : nullptr;
            leader = &group;
        }
        return leader;
    }

    /// "Other" and "missing" are bars only when shorter than the largest, else they are told in words.
    void fillLeftOver()
    {
        const double largest = m_data.marks.front().value;
        const int together = distinctRows(m_top);
        // An announcement may name several, so a bar of all others would not compare with bars of one organisation.
        const bool othersAreBar = m_groups.size() > m_top && !isOrganisations() && together < largest;
        const bool missingIsBar = !m_missing.empty() && double(m_missing.size()) < largest;
        if (othersAreBar) {
            m_data.marks.push_back(bar(othersLabel(int(m_groups.size() - m_top)), together));
            m_data.marks.back().colour = MarkColour::Others;
        }
        if (missingIsBar) {
            m_data.marks.push_back(bar(missingLabel(m_dimension), int(m_missing.size())));
            m_data.marks.back().colour = MarkColour::Others;
            m_data.marks.back().filter = explore::Condition{m_dimension, {QString()}, false};
        }
        const Remainder words = remainder(othersAreBar ? m_groups.size() : m_top, missingIsBar);
        m_data.remainder = words.label;
        m_data.remainderText = words.text;
    }

    int distinctRows(std::size_t from) const
    {
        std::set<int> rows;
        for (std::size_t i = from; i < m_groups.size(); ++i)
            rows.insert(m_groups[i].rows.begin(), m_groups[i].rows.end());
        return int(rows.size());
    }

    Remainder remainder(std::size_t shown, bool missingIsShown) const
    {
        const bool tellMissing = !m_missing.empty() && !missingIsShown;
        if (shown >= m_groups.size())
            return tellMissing ? Remainder{missingLabel(m_dimension), announcementsText(missing())} : Remainder();
        QString text = othersText(distinctRows(shown), int(m_groups[shown].rows.size()));
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
    QString m_dimension;
    DrawnRows m_drawn;
    std::vector<Group> m_groups; ///< largest first
    std::vector<int> m_missing;
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

Result<> fillRankedBars(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled)
{
    Result<DrawnRows> drawn = readDrawnRows(answer.ids.all(), answer.total, reader, cancelled);
    if (!drawn)
        return tl::make_unexpected(drawn.error());
    if (cancelled())
        return {};
    Ranking ranking(data, *std::move(drawn));
    data.subtitle = withScope(rankedSubtitle(data.spec.dimension), answer);
    if (ranking.isEmpty()) {
        data.title = galleryLabel(data.spec);
        data.empty = QString(missingText(data.spec.dimension, ranking.missing())) + QLatin1Char('.');
        return {};
    }
    ranking.fillMarks();
    data.title = ranking.title();
    const SourceLine sources = ranking.sources();
    data.figures = sources.drawn();
    data.unsourced = sources.unsourced();
    data.sourceForms = sources.forms();
    data.note = note(ranking, data.spec.dimension, sources);
    data.announcements = answer.ids.all();
    return {};
}

} // namespace waic::chart
