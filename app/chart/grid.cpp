// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/grid.h"

#include "catalogue/figure.h"
#include "catalogue/partial_date.h"
#include "chart/count_words.h"
#include "chart/field_words.h"
#include "chart/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartGrid)
};

} // namespace

int monthOf(const QString &date)
{
    const auto parsed = catalogue::PartialDate::parse(date);
    return !parsed || parsed->isNull() ? 0 : parsed->year() * 12 + std::max(1, parsed->month()) - 1;
}

explore::Condition timeCondition(const QString &field, int month, bool ofFigures)
{
    const QString text = catalogue::isoText(month, field != QLatin1String("month"));
    return {ofFigures ? QStringLiteral("asof") : QStringLiteral("date"), {text}, false};
}

std::vector<Category> timeCategories(const QString &field, int first, int last)
{
    const int step = field == QLatin1String("month") ? 1 : 12;
    std::vector<Category> categories;
    for (int month = first; month <= last; month += step) {
        Category category;
        category.label = timeLabel(field, month);
        category.month = month;
        categories.push_back(category);
    }
    return categories;
}

void putSeries(ChartData &data, const QString &field, const QStringList &values, int others, bool hasMissing)
{
    const std::vector<MarkColour> colours = seriesColours(field, values);
    for (qsizetype i = 0; i < values.size(); ++i) {
        Series series{valueLabel(field, values[i]), colours[std::size_t(i)], {}};
        if (field != QLatin1String("definition"))
            series.filter = explore::Condition{field, {values[i]}, false};
        data.series.push_back(series);
    }
    if (others > 0)
        data.series.push_back({othersLabel(others), MarkColour::Others, {}});
    if (hasMissing)
        data.series.push_back({missingLabel(field), MarkColour::Others, {}});
    if (data.series.size() == 1 && field != QLatin1String("country"))
        data.series.front().colour = MarkColour::Series1;
    if (data.series.size() > 1)
        for (const Series &series : data.series)
            data.key.push_back({series.colour, series.label});
}

void makeCumulative(ChartData &data)
{
    std::map<int, double> sums;
    std::stable_sort(data.marks.begin(), data.marks.end(), [](const Mark &a, const Mark &b) { return a.category < b.category; });
    for (Mark &mark : data.marks) {
        mark.value = sums[mark.series] += mark.value;
        mark.valueText = scaledText(mark.value, data.up);
        mark.low.reset();
        mark.high.reset();
        mark.shareText.clear();
        mark.whole = 0;
    }
}

void makePercent(ChartData &data)
{
    std::map<int, double> sums;
    for (const Mark &mark : data.marks)
        sums[mark.category] += mark.value;
    data.isPercent = true;
    for (Mark &mark : data.marks) {
        mark.whole = sums[mark.category];
        mark.shareText = mark.whole > 0 ? catalogue::percentText(mark.value / mark.whole) : QString();
    }
}

} // namespace waic::chart
