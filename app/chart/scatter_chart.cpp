// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/figure.h"
#include "chart/field_words.h"
#include "chart/figure_notes.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace waic::chart {

namespace {

using catalogue::RowId;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ScatterChart)
};

constexpr std::size_t kMostMarks = 2000; ///< beyond that points are painted without names

struct Pair
{
    QString subject;
    Pick across, up;
};

/// Figures of both measures of one announcement and subject; of what is left those of one subject.
std::vector<Pair> paired(const FigureTable &across, const FigureTable &up)
{
    std::map<std::pair<RowId, QString>, FigureGroup> rightOf, upOf;
    for (const Figure &figure : across.figures)
        rightOf[{figure.claim.announcement, figure.claim.subject}].push_back(&figure);
    for (const Figure &figure : up.figures)
        upOf[{figure.claim.announcement, figure.claim.subject}].push_back(&figure);
    std::vector<Pair> pairs;
    std::map<QString, FigureGroup> restRight, restUp;
    for (const auto &[place, figures] : rightOf) {
        const auto other = upOf.find(place);
        if (other == upOf.end()) {
            auto &rest = restRight[place.second];
            rest.insert(rest.end(), figures.begin(), figures.end());
            continue;
        }
        pairs.push_back({place.second, chosen(figures, FigureChoice::Shown), chosen(other->second, FigureChoice::Shown)});
        upOf.erase(other);
    }
    for (const auto &[place, figures] : upOf) {
        auto &rest = restUp[place.second];
        rest.insert(rest.end(), figures.begin(), figures.end());
    }
    for (const auto &[subject, figures] : restRight)
        if (const auto other = restUp.find(subject); other != restUp.end())
            pairs.push_back({subject, chosen(figures, FigureChoice::Shown), chosen(other->second, FigureChoice::Shown)});
    return pairs;
}

QString axesText(const ChartData &data)
{
    const auto axis = [](const Measured &each) {
        const QString unit
            = each.sizeWord.isEmpty() ? each.unit : Text::tr("%1 %2", "billion, unit").arg(each.sizeWord, each.unit);
        return Text::tr("%1 (%2)", "measure, unit").arg(capitalised(typeset(each.measure)), unit);
    };
    return Text::tr("Up: %1. Across: %2", "axes").arg(axis(data.up), axis(data.across));
}

void putAxes(ChartData &data, const QString &acrossUnit, double mostAcross, const QString &upUnit, double mostUp)
{
    data.across = measured(data.spec.measure, acrossUnit, mostAcross);
    data.up = measured(data.spec.secondMeasure, upUnit, mostUp);
    data.across.scale = data.up.scale = data.spec.scale;
    data.subtitle = data.spec.scale == Scale::Log ? Text::tr("%1 · logarithmic scales").arg(axesText(data)) : axesText(data);
}

/// On a logarithmic axis nothing stands for zero and less.
bool fits(const ChartData &data, double across, double up)
{
    return std::isfinite(across) && std::isfinite(up) && (data.spec.scale == Scale::Linear || (across > 0 && up > 0));
}

/// Counts points in cells; returns how many fit the axes.
std::size_t fillDensity(ChartData &data, const std::vector<explore::TallyPair> &pairs)
{
    const bool isLog = data.spec.scale == Scale::Log;
    const auto onAxis = [isLog](double value) { return isLog ? std::log10(value) : value; };
    Density density;
    density.counts.resize(std::size_t(Density::kColumns) * Density::kRows);
    std::size_t drawn = 0;
    for (const explore::TallyPair &pair : pairs) {
        if (!fits(data, pair.x, pair.y))
            continue;
        const double x = onAxis(pair.x), y = onAxis(pair.y);
        density.left = drawn == 0 ? x : std::min(density.left, x);
        density.right = drawn == 0 ? x : std::max(density.right, x);
        density.bottom = drawn == 0 ? y : std::min(density.bottom, y);
        density.top = drawn == 0 ? y : std::max(density.top, y);
        ++drawn;
    }
    // In halves, as the whole of two numbers at the ends of what numbers there are is none.
    const auto place = [](double value, double low, double high, int cells) {
        const double half = high / 2 - low / 2;
        const double share = half > 0 ? (value / 2 - low / 2) / half : 0;
        return std::clamp(int(share * cells), 0, cells - 1);
    };
    for (const explore::TallyPair &pair : pairs) {
        if (!fits(data, pair.x, pair.y))
            continue;
        const int column = place(onAxis(pair.x), density.left, density.right, Density::kColumns);
        const int row = place(onAxis(pair.y), density.bottom, density.top, Density::kRows);
        quint32 &count = density.counts[std::size_t(row) * Density::kColumns + std::size_t(column)];
        density.most = std::max(density.most, ++count);
    }
    if (drawn > 0)
        data.density = std::move(density);
    return drawn;
}

void fillPoints(const Making &making)
{
    ChartData &data = making.data;
    double mostAcross = 0, mostUp = 0;
    for (const explore::TallyPair &pair : making.input.tally.pairs) {
        mostAcross = std::max(mostAcross, std::abs(pair.x));
        mostUp = std::max(mostUp, std::abs(pair.y));
    }
    putAxes(data, making.input.tally.pairUnits[0], mostAcross, making.input.tally.pairUnits[1], mostUp);
    const auto drawn = int(fillDensity(data, making.input.tally.pairs));
    data.title = Text::tr("%1 and %2: %3 pairs of figures")
                     .arg(capitalised(typeset(data.up.measure)), typeset(data.across.measure), catalogue::countText(drawn));
    data.figures = drawn;
    if (drawn == 0)
        data.empty = Text::tr("No pair of figures is above zero, as a logarithmic axis needs.");
    data.note = Text::tr(
        "Each cell counts pairs of figures of one announcement and subject. Too many to name: qualifiers, definitions and "
        "sources stand in the table.");
    if (const int left = int(making.input.tally.pairs.size()) - drawn; left > 0)
        data.note += QLatin1Char(' ') + Text::tr("Not drawn: %1 of zero or less.").arg(catalogue::countText(left));
    data.shortNote = data.note;
    data.sourceForms = {Text::tr("Source: not told for so many figures")};
}

void addMark(ChartData &data, const Pair &pair, const FigureTable &across, const FigureTable &up)
{
    Mark mark = markOf(pair.up, up, data.up, data.spec.marksUnverified);
    const Mark right = markOf(pair.across, across, data.across, data.spec.marksUnverified);
    mark.label = typeset(pair.subject);
    mark.across = pair.across.value;
    mark.valueText = Text::tr("%1 %2, %3 %4", "amount, measure, amount, measure")
                         .arg(pickWords(pair.up, data.up), typeset(data.up.measure), pickWords(pair.across, data.across),
                             typeset(data.across.measure));
    mark.filter = explore::Condition{QStringLiteral("subject"), {pair.subject}, false};
    for (const QString &name : right.facts.publishers)
        if (!mark.facts.publishers.contains(name))
            mark.facts.publishers.append(name);
    for (const QString &link : right.facts.links)
        if (!mark.facts.links.contains(link))
            mark.facts.links.append(link);
    mark.facts.isUnsourced = mark.facts.isUnsourced || right.facts.isUnsourced;
    data.marks.push_back(std::move(mark));
}

void putNotes(const Making &making, const std::vector<Pair> &pairs, const FigureTable &across, const FigureTable &up, int left)
{
    ChartData &data = making.data;
    SourceLine sources(SourceLine::Counted::Figures);
    std::vector<const catalogue::Claim *> drawn[2];
    for (const Pair &pair : pairs) {
        sources.add(across.supporting(pair.across.shown->claim));
        sources.add(up.supporting(pair.up.shown->claim));
        drawn[0].push_back(&pair.across.shown->claim);
        drawn[1].push_back(&pair.up.shown->claim);
    }
    putSources(data, sources);
    QStringList note;
    for (const auto &axis : drawn)
        for (const Mixture &mixture : mixturesOf(axis)) {
            data.mixtures.push_back(mixture);
            note.append(mixtureText(mixture));
        }
    data.shortNote = note.join(QLatin1Char(' '));
    data.briefNote = note.isEmpty() ? QString() : Text::tr("Unlike figures share an axis.");
    QStringList differing;
    for (const Pair &pair : pairs)
        if (pair.across.differs || pair.up.differs)
            differing.append(typeset(pair.subject));
    if (!differing.isEmpty())
        note.append(Text::tr("Sources differ on %1.").arg(listText(differing.mid(0, 4))));
    if (const int others = across.inOtherUnits + up.inOtherUnits; others > 0)
        note.append(Text::tr("Not drawn: %1 in other units.").arg(figuresText(others)));
    if (left > 0)
        note.append(Text::tr("Not drawn: %1 of zero or less.").arg(catalogue::countText(left)));
    note.append(Text::tr("Drawn are the %1 of which both figures are known.")
                    .arg(pairs.size() == 1 ? Text::tr("1 subject")
                                           : Text::tr("%1 subjects").arg(catalogue::countText(qint64(pairs.size())))));
    note.append(sources.coverage());
    data.note = note.join(QLatin1Char(' '));
}

} // namespace

Result<> fillScatter(const Making &making)
{
    ChartData &data = making.data;
    if (making.input.tally.pairs.size() > kMostMarks) {
        if (!data.spec.definition.isNull() || !data.spec.unit.isNull()) {
            data.title = galleryLabel(data.spec);
            data.empty = Text::tr("Too many pairs of figures to tell definitions and units apart. Narrow the filter.");
            return {};
        }
        fillPoints(making);
        return {};
    }
    const Result<FigureTable> across = readFigures(making, data.spec.measure);
    const Result<FigureTable> up = readFigures(making, data.spec.secondMeasure);
    if (!across || !up)
        return tl::make_unexpected((across ? up : across).error());
    std::vector<Pair> pairs = paired(*across, *up);
    const auto all = int(pairs.size());
    std::erase_if(pairs, [&](const Pair &pair) { return !fits(data, pair.across.value, pair.up.value); });
    if (pairs.empty()) {
        data.title = galleryLabel(data.spec);
        data.empty = Text::tr("No subject shown has figures of both “%1” and “%2”.")
                         .arg(typeset(data.spec.measure), typeset(data.spec.secondMeasure));
        return {};
    }
    double mostAcross = 0, mostUp = 0;
    const Pair *most = &pairs.front();
    for (const Pair &pair : pairs) {
        mostAcross = std::max(mostAcross, std::abs(pair.across.value));
        mostUp = std::max(mostUp, std::abs(pair.up.value));
        most = pair.up.value > most->up.value ? &pair : most;
    }
    putAxes(data, across->unit, mostAcross, up->unit, mostUp);
    for (const Pair &pair : pairs)
        addMark(data, pair, *across, *up);
    data.title = Text::tr("%1: %2 leads with %3", "measure, subject, amount")
                     .arg(capitalised(typeset(data.up.measure)), typeset(most->subject), pickWords(most->up, data.up));
    putNotes(making, pairs, *across, *up, all - int(pairs.size()));
    return {};
}

} // namespace waic::chart
