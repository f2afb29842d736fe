// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/figure.h"
#include "catalogue/partial_date.h"
#include "chart/field_words.h"
#include "chart/source_line.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace waic::chart {

namespace {

using catalogue::countText;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MonthChart)
};

/// Beyond this a month would be thinner than a line; years then.
constexpr int kMostMonths = 20 * 12;

/// Counts of announcements by month, from the first to the last, with zeros between: no announcement is a real zero.
class Timeline
{
public:
    explicit Timeline(const explore::Tally &tally)
        : m_undated(tally.missing)
    {
        std::map<int, int> months, years;
        for (const explore::TallyValue &value : tally.by) {
            const auto date = catalogue::PartialDate::parse(value.value);
            if (!date || date->isNull()) {
                m_undated += value.count;
                continue;
            }
            years[date->year() * 12] += value.count;
            if (date->month() == 0)
                m_yearOnly += value.count;
            else
                months[date->year() * 12 + date->month() - 1] += value.count;
        }
        m_byYear = !months.empty() && months.rbegin()->first - months.begin()->first >= kMostMonths;
        m_counts = m_byYear ? std::move(years) : std::move(months);
        if (m_byYear)
            m_yearOnly = 0;
    }

    bool byYear() const { return m_byYear; }
    const std::map<int, int> &counts() const { return m_counts; }
    int undated() const { return m_undated; }
    int yearOnly() const { return m_yearOnly; }
    QString name(int month) const { return m_byYear ? QString::number(month / 12) : monthText(month); }

    QString isoText(int month) const { return catalogue::isoText(month, m_byYear); }

    QString notDrawn() const
    {
        QStringList parts;
        if (m_undated > 0)
            parts.append(m_undated == 1 ? Text::tr("1 announcement without a date")
                                        : Text::tr("%1 announcements without a date").arg(countText(m_undated)));
        if (m_yearOnly > 0)
            parts.append(m_yearOnly == 1 ? Text::tr("1 dated only to the year")
                                         : Text::tr("%1 dated only to the year").arg(countText(m_yearOnly)));
        return parts.isEmpty() ? QString() : Text::tr("Not drawn: %1.").arg(listText(parts));
    }

private:
    std::map<int, int> m_counts; ///< by 12 × year + month - 1; of whole years by their January
    int m_undated = 0;
    int m_yearOnly = 0;
    bool m_byYear = false;
};

void fillMarks(ChartData &data, const Timeline &timeline, int total)
{
    const int step = timeline.byYear() ? 12 : 1;
    const auto &counts = timeline.counts();
    for (int month = counts.begin()->first; month <= counts.rbegin()->first; month += step) {
        const auto found = counts.find(month);
        const int count = found == counts.end() ? 0 : found->second;
        Mark mark;
        mark.label = timeline.name(month);
        mark.value = count;
        mark.valueText = countText(count);
        mark.shareText = catalogue::percentText(double(count) / total);
        mark.whole = total;
        mark.month = month;
        if (count > 0)
            mark.filter = explore::Condition{QStringLiteral("date"), {timeline.isoText(month)}, false};
        data.marks.push_back(mark);
    }
}

QString title(const Timeline &timeline, int total)
{
    const auto &counts = timeline.counts();
    const auto more = [](const auto &a, const auto &b) { return a.second < b.second; };
    const auto peak = std::max_element(counts.begin(), counts.end(), more);
    const auto level = std::count_if(counts.begin(), counts.end(), [&](const auto &each) { return each.second == peak->second; });
    if (level > 1 && peak->second == 1)
        return timeline.byYear() ? Text::tr("No year saw more than one announcement")
                                 : Text::tr("No month saw more than one announcement");
    if (level > 1) {
        const QString number = numberWord(int(level), true);
        return timeline.byYear()
            ? Text::tr("%1 years saw %2 each, the most of all").arg(number, announcementsText(peak->second))
            : Text::tr("%1 months saw %2 each, the most of all").arg(number, announcementsText(peak->second));
    }
    return peak->second == total ? Text::tr("All %1 are of %2").arg(announcementsText(total), timeline.name(peak->first))
                                 : Text::tr("%1 saw the most announcements: %2 of %3")
                                       .arg(timeline.name(peak->first), countText(peak->second), countText(total));
}

} // namespace

Result<> fillTimeColumns(const Making &making)
{
    ChartData &data = making.data;
    const Result<SourceLine> sources = countedSources(making);
    if (!sources)
        return tl::make_unexpected(sources.error());
    const Timeline timeline(making.input.tally);
    data.subtitle
        = withScope(timeline.byYear() ? Text::tr("Announcements by year") : Text::tr("Announcements by month"), making.input);
    if (timeline.counts().empty()) {
        data.title = galleryLabel(data.spec);
        data.empty = Text::tr("No announcement shown is dated to a month. %1").arg(timeline.notDrawn());
        return {};
    }
    fillMarks(data, timeline, making.input.tally.rows);
    data.title = title(timeline, making.input.tally.rows);
    putSources(data, *sources);
    data.shortNote = timeline.notDrawn();
    data.note = data.shortNote.isEmpty() ? sources->coverage() : data.shortNote + QLatin1Char(' ') + sources->coverage();
    return {};
}

} // namespace waic::chart
