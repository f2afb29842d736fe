// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/figure.h"
#include "catalogue/fold.h"
#include "chart/count_words.h"
#include "chart/field_words.h"
#include "chart/grid.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace waic::chart {

namespace {

using catalogue::countText;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CountGrid)
};

/// Counts of one category, an entry for each series.
struct Line
{
    Category category;
    int count = 0;
    std::vector<int> cells;
};

class CountGrid
{
public:
    explicit CountGrid(const Making &making)
        : m_data(making.data)
        , m_spec(making.input.spec)
        , m_tally(making.input.tally)
        , m_isTime(isTime(m_spec.dimension))
    {
        if (m_isTime)
            gatherTimes();
        else
            gatherValues();
    }

    bool isEmpty() const { return m_lines.empty(); }

    void fill()
    {
        QStringList values;
        for (const explore::TallyValue &value : m_tally.split)
            values.append(value.value);
        if (m_spec.split.isNull())
            m_data.series.push_back({Text::tr("announcements"), MarkColour::Series1, {}});
        else
            putSeries(m_data, m_spec.split, values, m_tally.splitOthers, m_tally.splitHasMissing);
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            m_data.categories.push_back(m_lines[i].category);
            for (std::size_t k = 0; k < m_data.series.size(); ++k)
                add(i, k);
        }
        if (m_spec.cumulative)
            makeCumulative(m_data);
        if (m_spec.percent)
            makePercent(m_data);
    }

    QString left() const
    {
        QStringList parts;
        if (m_leftOut > 0)
            parts.append(Text::tr("%1 with fewer announcements", "others").arg(othersLabel(m_leftOut)));
        if (m_tally.missing + m_undated > 0)
            parts.append(missingText(m_spec.dimension == QLatin1String("month") ? QStringLiteral("date") : m_spec.dimension,
                m_tally.missing + m_undated));
        QString text = parts.isEmpty() ? QString() : Text::tr("Not drawn: %1.").arg(listText(parts));
        if (m_spec.scale == Scale::Log && m_spec.kind == ChartKind::Line)
            text = (text + Text::tr(" A logarithmic axis has no place for zero.")).trimmed();
        return text;
    }

    /// Several values of one announcement are counted once each.
    QString doubled() const
    {
        return hasMany(m_spec.dimension) || hasMany(m_spec.split)
            ? Text::tr("An announcement that names several counts once for each.")
            : QString();
    }

    QString title() const
    {
        const Mark *most = nullptr;
        for (const Mark &mark : m_data.marks)
            if ((!most || mark.value > most->value) && (m_spec.split.isNull() || std::size_t(mark.series) < m_tally.split.size()))
                most = &mark;
        if (!most)
            most = &m_data.marks.front();
        const Category &category = m_data.categories[std::size_t(most->category)];
        if (m_spec.cumulative)
            return Text::tr("%1 by %2").arg(announcementsText(sumOfLast()), m_data.categories.back().label);
        if (m_spec.split.isNull())
            return Text::tr("%1 saw the most announcements: %2 of %3")
                .arg(category.label, most->valueText, countText(m_tally.rows));
        const int line = m_lines[std::size_t(most->category)].count;
        const QString &series = m_data.series[std::size_t(most->series)].label;
        return Text::tr("%1: %2 of %3 are “%4”", "category, count, all of it, series")
            .arg(capitalised(category.label), most->valueText, announcementsText(line), series);
    }

private:
    void gatherTimes()
    {
        const bool byMonth = m_spec.dimension == QLatin1String("month");
        std::map<int, Line> times;
        for (std::size_t i = 0; i < m_tally.by.size(); ++i) {
            const explore::TallyValue &value = m_tally.by[i];
            const int month = monthOf(value.value);
            if (month == 0 || (byMonth && value.value.size() < 7)) {
                m_undated += value.count;
                continue;
            }
            Line &line = times[byMonth ? month : month / 12 * 12];
            line.count += value.count;
            if (m_tally.cells.empty())
                continue;
            line.cells.resize(m_tally.cells[i].size());
            for (std::size_t k = 0; k < line.cells.size(); ++k)
                line.cells[k] += m_tally.cells[i][k];
        }
        if (times.empty())
            return;
        for (const Category &category : timeCategories(m_spec.dimension, times.begin()->first, times.rbegin()->first)) {
            Line line = times[category.month]; // a month without announcements is a real zero
            line.category = category;
            line.category.filter = timeCondition(m_spec.dimension, category.month, false);
            m_lines.push_back(std::move(line));
        }
    }

    void gatherValues()
    {
        for (std::size_t i = 0; i < m_tally.by.size(); ++i) {
            const explore::TallyValue &value = m_tally.by[i];
            Line line;
            line.category.label = valueLabel(m_spec.dimension, value.value);
            if (value.organisation != 0)
                if (const QString alias = typeset(catalogue::shortName(value.value, value.aliases)); alias != line.category.label)
                    line.category.shortLabel = alias;
            line.category.filter = explore::Condition{m_spec.dimension, {value.value}, false};
            line.count = value.count;
            if (!m_tally.cells.empty())
                line.cells = m_tally.cells[i];
            m_lines.push_back(std::move(line));
        }
        m_leftOut = std::max(0, int(m_lines.size()) - m_spec.top);
        m_lines.resize(m_lines.size() - std::size_t(m_leftOut));
        if (m_spec.order == MarkOrder::Name || m_spec.dimension == QLatin1String("edition"))
            std::sort(m_lines.begin(), m_lines.end(),
                [](const Line &a, const Line &b) { return catalogue::compareText(a.category.label, b.category.label) < 0; });
        // Where there is no room for all rows, the newest stay.
        const bool isRows = m_spec.kind == ChartKind::StackedBar || m_spec.kind == ChartKind::GroupedBar;
        if (isRows && m_spec.dimension == QLatin1String("edition"))
            std::reverse(m_lines.begin(), m_lines.end());
    }

    int cell(const Line &line, std::size_t series) const
    {
        if (m_spec.split.isNull())
            return line.count;
        const std::size_t named = m_tally.split.size();
        if (line.cells.empty())
            return 0;
        if (series < named)
            return line.cells[series];
        return series == named && m_tally.splitOthers > 0 ? line.cells[named] : line.cells[named + 1];
    }

    void add(std::size_t category, std::size_t series)
    {
        const Line &line = m_lines[category];
        const int count = cell(line, series);
        const bool isLine = m_spec.kind == ChartKind::Line || m_spec.kind == ChartKind::Area; // where none is a real zero
        if (count == 0 && (!isLine || m_spec.scale == Scale::Log))
            return;
        Mark mark;
        mark.category = int(category);
        mark.series = int(series);
        mark.label = m_spec.split.isNull()
            ? line.category.label
            : Text::tr("%1, %2", "category, series").arg(line.category.label, m_data.series[series].label);
        mark.value = count;
        mark.valueText = countText(count);
        if (line.count > 0 && !m_spec.split.isNull()) {
            mark.shareText = catalogue::percentText(double(count) / line.count);
            mark.whole = line.count;
        }
        mark.colour = m_data.series[series].colour;
        mark.month = line.category.month;
        if (count > 0) {
            mark.filter = line.category.filter;
            mark.alsoFilter = m_data.series[series].filter;
        }
        m_data.marks.push_back(std::move(mark));
    }

    int sumOfLast() const
    {
        int sum = 0;
        for (const Line &line : m_lines)
            sum += line.count;
        return sum;
    }

    ChartData &m_data;
    const ChartSpec &m_spec;
    const explore::Tally &m_tally;
    bool m_isTime;
    std::vector<Line> m_lines;
    int m_leftOut = 0, m_undated = 0;
};

QString subtitle(const ChartSpec &spec)
{
    const QString by = fieldLabel(spec.dimension);
    QString what = spec.cumulative ? Text::tr("Announcements up to each %1").arg(by) : Text::tr("Announcements by %1").arg(by);
    if (!spec.split.isNull())
        what = Text::tr("%1 and %2", "announcements by year, kind").arg(what, fieldLabel(spec.split));
    return spec.percent ? Text::tr("%1, in per cent").arg(what) : what;
}

/// The most frequent values, the others together, and what has none.
void addSlices(ChartData &data, const explore::Tally &tally)
{
    constexpr std::size_t kMostSlices = 5; // and the others
    QStringList values;
    int whole = tally.missing;
    for (const explore::TallyValue &value : tally.by) {
        whole += value.count;
        if (std::size_t(values.size()) < kMostSlices)
            values.append(value.value);
    }
    const std::vector<MarkColour> colours = seriesColours(data.spec.dimension, values);
    const auto add = [&](const QString &label, int count, MarkColour colour) {
        Mark mark;
        mark.label = label;
        mark.value = count;
        mark.valueText = countText(count);
        mark.shareText = catalogue::percentText(double(count) / whole);
        mark.whole = whole;
        mark.colour = colour;
        data.marks.push_back(std::move(mark));
    };
    int rest = whole - tally.missing;
    for (std::size_t i = 0; i < std::size_t(values.size()); ++i) {
        add(valueLabel(data.spec.dimension, values[qsizetype(i)]), tally.by[i].count, colours[i]);
        data.marks.back().filter = explore::Condition{data.spec.dimension, {values[qsizetype(i)]}, false};
        rest -= tally.by[i].count;
    }
    if (rest > 0)
        add(othersLabel(int(tally.by.size() - std::size_t(values.size()))), rest, MarkColour::Others);
    if (tally.missing > 0) {
        add(missingLabel(data.spec.dimension), tally.missing, MarkColour::Others);
        data.marks.back().filter = explore::Condition{data.spec.dimension, {QString()}, false};
    }
}

} // namespace

Result<> fillCountGrid(const Making &making)
{
    ChartData &data = making.data;
    const Result<SourceLine> sources = countedSources(making);
    if (!sources)
        return tl::make_unexpected(sources.error());
    CountGrid grid(making);
    data.subtitle = withScope(subtitle(data.spec), making.input);
    data.up.scale = data.spec.scale;
    if (grid.isEmpty()) {
        data.title = galleryLabel(data.spec);
        data.empty = Text::tr("No announcement shown has a value of “%1”.").arg(fieldLabel(data.spec.dimension));
        return {};
    }
    grid.fill();
    data.title = grid.title();
    putSources(data, *sources);
    data.shortNote = grid.left();
    QStringList note{data.shortNote, grid.doubled(), sources->coverage()};
    note.removeAll(QString());
    data.note = note.join(QLatin1Char(' '));
    return {};
}

Result<> fillShareOfCounts(const Making &making)
{
    ChartData &data = making.data;
    const explore::Tally &tally = making.input.tally;
    const Result<SourceLine> sources = countedSources(making);
    if (!sources)
        return tl::make_unexpected(sources.error());
    data.subtitle = withScope(rankedSubtitle(data.spec.dimension), making.input);
    if (tally.by.empty()) {
        data.title = galleryLabel(data.spec);
        data.empty = QString(missingText(data.spec.dimension, tally.missing)) + QLatin1Char('.');
        return {};
    }
    addSlices(data, tally);
    data.title = Text::tr("%1: %2 of %3")
                     .arg(capitalised(data.marks.front().label), data.marks.front().shareText, announcementsText(tally.rows));
    data.centreValue = countText(tally.rows);
    data.centreLabel = tally.rows == 1 ? Text::tr("announcement") : Text::tr("announcements");
    putSources(data, *sources);
    data.note = hasMany(data.spec.dimension)
        ? Text::tr("An announcement that names several counts once for each. %1").arg(sources->coverage())
        : sources->coverage();
    return {};
}

} // namespace waic::chart
