// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/figure.h"
#include "chart/count_words.h"
#include "chart/field_words.h"
#include "chart/figure_grid.h"
#include "chart/figure_notes.h"
#include "chart/grid.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace waic::chart {

namespace {

using Drawn = FigureGrid::Drawn;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureChart)
};

/// "AI industry output", of its subject when there is but one: "AI industry output of China".
QString what(const ChartData &data, const std::vector<Drawn> &drawn)
{
    const QString &subject = drawn.front().pick.shown->claim.subject;
    const bool isOne
        = std::all_of(drawn.begin(), drawn.end(), [&](const Drawn &each) { return each.pick.shown->claim.subject == subject; });
    const QString measure = capitalised(typeset(data.up.measure));
    return isOne && data.spec.dimension != QLatin1String("subject")
        ? Text::tr("%1 of %2", "measure, subject").arg(measure, typeset(subject))
        : measure;
}

/// The development of the series that ends highest.
QString timeTitle(const ChartData &data, const std::vector<Drawn> &drawn)
{
    const Drawn *last = nullptr, *first = nullptr;
    for (const Drawn &each : drawn)
        if (!last || each.category > last->category || (each.category == last->category && each.pick.value > last->pick.value))
            last = &each;
    for (const Drawn &each : drawn)
        if (each.series == last->series && (!first || each.category < first->category))
            first = &each;
    const auto place = [&](const Drawn &each) { return data.categories[std::size_t(each.category)].label; };
    QString of = what(data, drawn);
    if (data.series.size() > 1)
        of = Text::tr("%1, %2", "measure, series").arg(of, data.series[std::size_t(last->series)].label);
    if (first == last || first->category == last->category)
        return Text::tr("%1: %2 in %3").arg(of, pickWords(last->pick, data.up), place(*last));
    return Text::tr("%1: from %2 in %3 to %4 in %5")
        .arg(of, pickWords(first->pick, data.up), place(*first), pickWords(last->pick, data.up), place(*last));
}

QString rankedTitle(const ChartData &data, const std::vector<Drawn> &drawn)
{
    const auto less = [](const Drawn &a, const Drawn &b) { return a.pick.value < b.pick.value; };
    const Drawn &most = *std::max_element(drawn.begin(), drawn.end(), less);
    const QString label = capitalised(data.marks[std::size_t(&most - drawn.data())].label);
    const QString amount = pickWords(most.pick, data.up);
    const auto level
        = std::count_if(drawn.begin(), drawn.end(), [&](const Drawn &each) { return each.pick.value == most.pick.value; });
    if (drawn.size() == 1)
        return Text::tr("%1 of %2: %3", "measure, category, amount").arg(capitalised(typeset(data.up.measure)), label, amount);
    if (level > 1)
        return Text::tr("%1: %2 is the most, reached %3 times").arg(what(data, drawn), amount, numberWord(int(level)));
    return Text::tr("%1: %2 leads with %3", "measure, category, amount")
        .arg(capitalised(typeset(data.up.measure)), label, amount);
}

QString dotsTitle(const ChartData &data, const std::vector<Drawn> &drawn)
{
    const auto isTimeLike = isTime(data.spec.dimension) || data.spec.dimension == QLatin1String("edition");
    if (!isTimeLike)
        return rankedTitle(data, drawn);
    int last = 0;
    for (const Drawn &each : drawn)
        last = std::max(last, each.category);
    const Category &category = data.categories[std::size_t(last)];
    const auto isLast = [last](const Drawn &each) { return each.category == last; };
    if (std::count_if(drawn.begin(), drawn.end(), isLast) == 1) {
        const Pick &only = std::find_if(drawn.begin(), drawn.end(), isLast)->pick;
        const QString title = Text::tr("%1: %2 at %3", "measure, amount, edition")
                                  .arg(capitalised(typeset(data.up.measure)), pickWords(only, data.up), category.label);
        const QString &nature = only.shown->claim.nature;
        return nature.isEmpty() || nature == QLatin1String("observed") ? title
                                                                       : Text::tr("%1 (%2)", "title, nature").arg(title, nature);
    }
    const bool isRange = category.summary.contains(QLatin1Char(' '));
    QString amount = category.summary;
    if (!data.up.sizeWord.isEmpty())
        amount += QLatin1Char(' ') + data.up.sizeWord;
    return isRange
        ? Text::tr("%1: %2 at %3, as sources count", "measure, amount, edition")
              .arg(capitalised(typeset(data.up.measure)), amount, category.label)
        : Text::tr("%1: %2 at %3", "measure, amount, edition").arg(capitalised(typeset(data.up.measure)), amount, category.label);
}

QString subtitle(const ChartData &data, const FigureGrid &grid)
{
    QString unit = data.up.unit;
    if (!data.up.sizeWord.isEmpty())
        unit = Text::tr("%1 %2", "billion, unit").arg(data.up.sizeWord, unit);
    QString text = Text::tr("%1, in %2, by %3", "measure, unit, field")
                       .arg(capitalised(typeset(data.up.measure)), unit, fieldLabel(data.spec.dimension));
    if (!data.spec.subject.isEmpty() && data.spec.dimension != QLatin1String("subject"))
        text = Text::tr("%1 · %2", "chart, subject").arg(text, typeset(data.spec.subject));
    for (const QString &word :
        {data.spec.definition, data.spec.nature, data.spec.scale == Scale::Log ? Text::tr("logarithmic scale") : QString()})
        if (!word.isEmpty())
            text = Text::tr("%1 · %2", "chart, which figures").arg(text, word);
    if (data.spec.figure != FigureChoice::Shown)
        text = Text::tr("%1 · %2", "chart, how figures are put together").arg(text, choiceLabel(data.spec.figure).toLower());
    else if (grid.isLargestOfEach())
        text = Text::tr("%1 · the largest of each").arg(text);
    if (data.spec.kind == ChartKind::Dots)
        text = Text::tr("%1. Filled dot: the figure shown; open dot: one that differs from it").arg(text);
    if (data.spec.cumulative)
        text = Text::tr("%1, added up").arg(text);
    return text;
}

bool spansTooManyMonths(const ChartSpec &spec, const FigureTable &table)
{
    constexpr int kMostMonths = 240;
    if (spec.dimension != QLatin1String("month"))
        return false;
    int first = 0, last = 0;
    for (const Figure &figure : table.figures) {
        const int month = monthOf(figure.by.value(0));
        first = first == 0 ? month : std::min(first, month);
        last = std::max(last, month);
    }
    return last - first > kMostMonths;
}

/// Sums over time, with an axis and a title of their own.
void addUp(ChartData &data)
{
    double largest = 0;
    std::map<int, double> sums;
    for (const Mark &mark : data.marks)
        largest = std::max(largest, sums[mark.series] += mark.value);
    const Scale scale = data.up.scale;
    data.up = measured(data.up.measure, data.up.unit, largest);
    data.up.scale = scale;
    makeCumulative(data);
    const Mark &last = data.marks.back();
    data.title = Text::tr("%1, added up: %2 by %3", "measure, amount, time")
                     .arg(capitalised(typeset(data.up.measure)),
                         QStringList{last.valueText, data.up.sizeWord, data.up.unit}.join(QLatin1Char(' ')).simplified(),
                         data.categories[std::size_t(last.category)].label);
}

} // namespace

Result<> fillFigures(const Making &making)
{
    ChartData &data = making.data;
    const ChartSpec &spec = making.input.spec;
    const Result<FigureTable> table = readFigures(making, spec.measure);
    if (!table)
        return tl::make_unexpected(table.error());
    if (making.cancelled())
        return {};
    if (table->figures.empty()) {
        data.title = galleryLabel(spec);
        data.empty = whyNoFigures(making, *table);
        return {};
    }
    if (spansTooManyMonths(spec, *table)) {
        data.title = galleryLabel(spec);
        data.empty = Text::tr("These figures span more than 20 years. Draw them by year.");
        return {};
    }
    const FigureGrid grid(making, *table);
    if (grid.drawn().empty()) {
        data.title = galleryLabel(spec);
        data.empty = Text::tr("No figure of “%1” is above zero, as this chart needs.").arg(typeset(spec.measure));
        return {};
    }
    const bool overTime = spec.kind == ChartKind::Line || spec.kind == ChartKind::Area || spec.kind == ChartKind::TimeColumns;
    data.title = spec.kind == ChartKind::Dots ? dotsTitle(data, grid.drawn())
        : overTime                            ? timeTitle(data, grid.drawn())
                                              : rankedTitle(data, grid.drawn());
    data.subtitle = subtitle(data, grid);
    putFigureNotes(making, *table, grid);
    if (spec.kind == ChartKind::RankedBar)
        for (std::size_t shown = 0; shown < data.marks.size(); ++shown)
            data.remainders.push_back({othersLabel(int(data.marks.size() - shown)),
                spec.order == MarkOrder::Natural && spec.dimension != QLatin1String("edition")
                    ? Text::tr("at most %1 each", "amount").arg(data.marks[shown].valueText)
                    : Text::tr("not shown here")});
    if (spec.cumulative)
        addUp(data);
    if (spec.percent)
        makePercent(data);
    return {};
}

} // namespace waic::chart
