// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/figure.h"
#include "catalogue/partial_date.h"
#include "chart/drawn_rows.h"
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
    explicit Timeline(const std::vector<DrawnRows::Row> &rows)
    {
        std::map<int, int> months, years;
        for (const DrawnRows::Row &row : rows) {
            const auto date = catalogue::PartialDate::parse(row.announcedOn);
            if (!date || date->isNull()) {
                ++m_undated;
                continue;
            }
            ++years[date->year() * 12];
            if (date->month() == 0)
                ++m_yearOnly;
            else
                ++months[date->year() * 12 + date->month() - 1];
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

    QString isoText(int month) const
    {
        const QString year = QStringLiteral("%1").arg(month / 12, 4, 10, QLatin1Char('0'));
        return m_byYear ? year : QStringLiteral("%1-%2").arg(year).arg(month % 12 + 1, 2, 10, QLatin1Char('0'));
    }

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

SourceLine sources(const DrawnRows &drawn, const Timeline &timeline)
{
    SourceLine line(SourceLine::Counted::Announcements);
    std::vector<const catalogue::Source *> cited;
    for (const DrawnRows::Row &row : drawn.rows) {
        const auto date = catalogue::PartialDate::parse(row.announcedOn);
        if (!date || date->isNull() || (date->month() == 0 && !timeline.byYear()))
            continue;
        cited.clear();
        for (const catalogue::RowId id : row.sources)
            cited.push_back(&drawn.sources.at(id));
        line.add(cited);
    }
    return line;
}

} // namespace

Result<> fillTimeColumns(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled)
{
    const Result<DrawnRows> drawn = readDrawnRows(answer.ids.all(), answer.total, reader, cancelled);
    if (!drawn)
        return tl::make_unexpected(drawn.error());
    if (cancelled())
        return {};
    const Timeline timeline(drawn->rows);
    data.subtitle = withScope(timeline.byYear() ? Text::tr("Announcements by year") : Text::tr("Announcements by month"), answer);
    if (timeline.counts().empty()) {
        data.title = galleryLabel(data.spec);
        data.empty = Text::tr("No announcement shown is dated to a month. %1").arg(timeline.notDrawn());
        return {};
    }
    fillMarks(data, timeline, int(drawn->rows.size()));
    data.title = title(timeline, int(drawn->rows.size()));
    const SourceLine line = sources(*drawn, timeline);
    data.figures = line.drawn();
    data.unsourced = line.unsourced();
    data.sourceForms = line.forms();
    data.shortNote = timeline.notDrawn();
    data.note = data.shortNote.isEmpty() ? line.coverage() : data.shortNote + QLatin1Char(' ') + line.coverage();
    data.announcements = answer.ids.all();
    return {};
}

} // namespace waic::chart
