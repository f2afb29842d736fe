// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/figure_grid.h"

#include "catalogue/fold.h"
#include "chart/field_words.h"
#include "chart/grid.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureGrid)
};

constexpr std::size_t kMostSeries = 5; ///< as many as there are colours, beside China’s and the United States’

/// What makes figures of one measure unlike: "on-site visitors", "on-site visitors, estimate".
const QString &meaningField()
{
    static const QString field = QStringLiteral("meaning");
    return field;
}

/// Where the last series stands for all that have no colour of their own.
const QString &othersValue()
{
    static const QString value(QChar(0xffff));
    return value;
}

} // namespace

FigureGrid::FigureGrid(const Making &making, const FigureTable &table)
    : m_data(making.data)
    , m_spec(making.input.spec)
    , m_tally(making.input.tally)
    , m_table(table)
    , m_split(making.input.spec.split)
{
    chooseSplit();
    gather();
    placeCategories();
    placeSeries();
    placeMarks();
    if (m_spec.kind == ChartKind::Dots)
        summarise();
}

QString FigureGrid::meaning(const catalogue::Claim &claim) const
{
    const bool isCounted = claim.nature == QLatin1String("observed") || claim.nature.isEmpty();
    if (claim.definition.isEmpty())
        return !isCounted ? claim.nature : m_hasDefinitions ? Text::tr("not defined") : Text::tr("observed");
    return isCounted ? claim.definition : Text::tr("%1, %2", "definition, nature").arg(claim.definition, claim.nature);
}

bool FigureGrid::tellsMeanings() const
{
    return m_split == meaningField();
}

bool FigureGrid::overTime() const
{
    return m_spec.kind == ChartKind::Line || m_spec.kind == ChartKind::Area;
}

/// Lines of several subjects, and dots of unlike meaning, are told apart though nobody asked for it.
void FigureGrid::chooseSplit()
{
    m_hasDefinitions = std::any_of(
        m_table.figures.begin(), m_table.figures.end(), [](const Figure &figure) { return !figure.claim.definition.isEmpty(); });
    if (!m_split.isNull())
        return;
    std::set<QString> subjects, meanings;
    std::map<QString, std::set<QString>> ofCategory;
    for (const Figure &figure : m_table.figures) {
        subjects.insert(figure.claim.subject);
        meanings.insert(meaning(figure.claim));
        for (const QString &value : figure.by)
            ofCategory[value].insert(figure.claim.subject);
    }
    const bool isMixed
        = std::any_of(ofCategory.begin(), ofCategory.end(), [](const auto &each) { return each.second.size() > 1; });
    if (m_spec.kind == ChartKind::Dots && meanings.size() > 1)
        m_split = meaningField();
    else if (overTime() && subjects.size() > 1 && m_spec.dimension != QLatin1String("edition"))
        m_split = QStringLiteral("subject");
    else
        m_isLargest = isMixed && m_spec.figure == FigureChoice::Shown && m_spec.dimension != QLatin1String("subject");
}

QString FigureGrid::seriesOf(const Figure &figure) const
{
    if (m_split == meaningField())
        return meaning(figure.claim);
    if (m_spec.split.isNull())
        return m_split == QLatin1String("subject") ? figure.claim.subject : QString();
    return figure.split.value(0);
}

void FigureGrid::gather()
{
    for (const Figure &figure : m_table.figures)
        for (const QString &value : figure.by)
            m_cells[{value, seriesOf(figure)}].push_back(&figure);
}

void FigureGrid::placeCategories()
{
    std::map<QString, double> largest;
    const FigureChoice choice = m_isLargest ? FigureChoice::Max : m_spec.figure;
    for (const auto &[place, figures] : m_cells) {
        const double value = chosen(figures, choice).value;
        const auto [known, isNew] = largest.try_emplace(place.first, value);
        known->second = std::max(known->second, value);
    }
    const bool isEdition = m_spec.dimension == QLatin1String("edition");
    if (isTime(m_spec.dimension)) {
        const int first = monthOf(largest.begin()->first), last = monthOf(largest.rbegin()->first);
        for (Category &category : timeCategories(m_spec.dimension, first, last)) {
            const explore::Condition condition = timeCondition(m_spec.dimension, category.month, true);
            m_categories.append(condition.values.front());
            category.filter = condition;
            m_data.categories.push_back(std::move(category));
        }
        return;
    }
    for (const auto &[value, most] : largest)
        m_categories.append(value);
    if (isEdition) { // those between the first and the last are there, without a figure
        for (const explore::TallyValue &edition : m_tally.by)
            if (!largest.contains(edition.value) && edition.value > largest.begin()->first
                && edition.value < largest.rbegin()->first)
                m_categories.append(edition.value);
        m_categories.sort();
        // Where there is no room for all rows, the newest stay.
        if (m_spec.kind == ChartKind::RankedBar || m_spec.kind == ChartKind::StackedBar || m_spec.kind == ChartKind::GroupedBar)
            std::reverse(m_categories.begin(), m_categories.end());
    } else if (m_spec.order == MarkOrder::Natural) {
        std::stable_sort(m_categories.begin(), m_categories.end(),
            [&](const QString &a, const QString &b) { return largest[a] > largest[b]; });
    } else {
        std::sort(m_categories.begin(), m_categories.end(),
            [](const QString &a, const QString &b) { return catalogue::compareText(a, b) < 0; });
    }
    m_leftOut = std::max(0, int(m_categories.size()) - (isEdition ? kMostBars : m_spec.top));
    m_categories.resize(m_categories.size() - m_leftOut);
    for (const QString &value : std::as_const(m_categories)) {
        Category category;
        category.label = valueLabel(m_spec.dimension, value);
        if (m_spec.dimension != QLatin1String("definition"))
            category.filter
                = explore::Condition{m_table.editionsAreSubjects ? QStringLiteral("subject") : m_spec.dimension, {value}, false};
        m_data.categories.push_back(std::move(category));
    }
}

/// Figures of the series that are not named stand together.
void FigureGrid::gatherOthers()
{
    Cells cells;
    for (auto &[place, figures] : m_cells) {
        FigureGroup &to = cells[{place.first, m_series.contains(place.second) ? place.second : othersValue()}];
        to.insert(to.end(), figures.begin(), figures.end());
    }
    m_cells = std::move(cells);
}

void FigureGrid::placeSeries()
{
    std::map<QString, std::size_t> uses;
    for (const auto &[place, figures] : m_cells)
        uses[place.second] += figures.size();
    std::vector<std::pair<QString, std::size_t>> ranked(uses.begin(), uses.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    std::size_t most = kMostSeries;
    for (const auto &[value, count] : ranked)
        if (value == QLatin1String("China") || value == QLatin1String("United States"))
            ++most;
    for (std::size_t i = 0; i < std::min(ranked.size(), most); ++i)
        m_series.append(ranked[i].first);
    const auto others = int(ranked.size()) - int(m_series.size());
    if (others > 0 && m_spec.kind == ChartKind::Dots)
        gatherOthers();
    else
        m_seriesLeftOut = others;
    if (m_split.isNull()) {
        m_data.series.push_back({m_table.measure, MarkColour::Series1, {}});
        return;
    }
    const QString field = m_split == meaningField() ? QStringLiteral("definition") : m_split;
    putSeries(m_data, field, m_series, m_spec.kind == ChartKind::Dots ? others : 0, false);
    if (m_spec.kind == ChartKind::Dots && others > 0)
        m_series.append(othersValue());
    for (qsizetype i = 0; i < m_series.size(); ++i)
        if (m_series[i].isEmpty()) // not said
            m_data.series[std::size_t(i)].label = Text::tr("no %1", "field").arg(fieldLabel(field));
    for (std::size_t i = 0; i < m_data.key.size(); ++i)
        m_data.key[i].label = m_data.series[i].label;
}

bool FigureGrid::fitsAxis(double value) const
{
    const bool isBar = m_spec.kind == ChartKind::RankedBar || m_spec.kind == ChartKind::StackedBar
        || m_spec.kind == ChartKind::GroupedBar || m_spec.kind == ChartKind::Area;
    return isBar ? value >= 0 : m_spec.scale != Scale::Log || value > 0;
}

void FigureGrid::addMark(int category, int series, const Pick &pick)
{
    if (!fitsAxis(pick.value)) {
        ++m_belowAxis;
        return;
    }
    Mark mark = markOf(pick, m_table, m_data.up, m_spec.marksUnverified);
    const Category &place = m_data.categories[std::size_t(category)];
    mark.category = category;
    mark.series = series;
    mark.label = m_data.series.size() > 1
        ? Text::tr("%1, %2", "category, series").arg(place.label, m_data.series[std::size_t(series)].label)
        : place.label;
    mark.month = place.month;
    mark.filter = place.filter;
    mark.colour = m_data.series[std::size_t(series)].colour;
    if (m_data.series.size() == 1
        && (m_spec.dimension == QLatin1String("country") || m_spec.dimension == QLatin1String("subject")))
        mark.colour = seriesColours(m_spec.dimension, {m_categories[category]}).front() == MarkColour::China ? MarkColour::China
            : seriesColours(m_spec.dimension, {m_categories[category]}).front() == MarkColour::UnitedStates
            ? MarkColour::UnitedStates
            : mark.colour;
    m_data.marks.push_back(std::move(mark));
    m_drawn.push_back({category, series, pick});
}

void FigureGrid::placeMarks()
{
    const FigureChoice choice = m_isLargest ? FigureChoice::Max : m_spec.figure;
    double largest = 0;
    for (const auto &[place, figures] : m_cells)
        if (m_categories.contains(place.first))
            largest = std::max(largest, std::abs(chosen(figures, choice).value));
    m_data.up = measured(m_table.measure, m_table.unit, largest);
    m_data.up.scale = m_spec.scale;
    for (int category = 0; category < m_categories.size(); ++category) {
        bool isAny = false;
        for (int series = 0; series < m_series.size(); ++series) {
            const auto cell = m_cells.find({m_categories[category], m_series[series]});
            if (cell == m_cells.end())
                continue;
            isAny = true;
            if (m_spec.kind != ChartKind::Dots) {
                addMark(category, series, chosen(cell->second, choice));
                continue;
            }
            for (const FigureGroup &group : grouped(cell->second))
                addMark(category, series, pickOf(group));
        }
        m_data.categories[std::size_t(category)].isMissing = !isAny;
    }
}

/// What stands above the dots of a category.
void FigureGrid::summarise()
{
    for (int category = 0; category < m_categories.size(); ++category) {
        double low = 0, high = 0;
        int figures = 0, marks = 0;
        const Mark *only = nullptr;
        for (const Mark &mark : m_data.marks) {
            if (mark.category != category)
                continue;
            const double from = mark.low.value_or(mark.value), to = mark.high.value_or(mark.value);
            low = marks == 0 ? from : std::min(low, from);
            high = marks == 0 ? to : std::max(high, to);
            ++marks;
            figures += mark.facts.figures;
            only = &mark;
        }
        Category &place = m_data.categories[std::size_t(category)];
        if (marks == 0)
            continue;
        place.summary
            = low == high ? only->valueText : Text::tr("%1 to %2").arg(scaledText(low, m_data.up), scaledText(high, m_data.up));
        place.detail = figuresText(figures);
    }
}

} // namespace waic::chart
