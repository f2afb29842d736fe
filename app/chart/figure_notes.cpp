// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/figure_notes.h"

#include "catalogue/figure.h"
#include "chart/count_words.h"
#include "chart/field_words.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace waic::chart {

namespace {

using catalogue::Claim;
using catalogue::countText;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FigureNotes)
};

constexpr int kMostNamed = 4;

/// "A, B, C and 3 others".
QString someOf(QStringList names)
{
    if (names.size() <= kMostNamed)
        return listText(names);
    const int others = int(names.size()) - (kMostNamed - 1);
    names.resize(kMostNamed - 1);
    names.append(Text::tr("%1 others").arg(others));
    return listText(names);
}

Mixture mixture(const char *field, const std::vector<const Claim *> &drawn, QString Claim::*member)
{
    Mixture found{QLatin1String(field), {}};
    for (const Claim *claim : drawn) {
        const QString value = claim->*member;
        const auto isIt = [&value](const QString &each) { return each == value && each.isNull() == value.isNull(); };
        if (std::none_of(found.values.begin(), found.values.end(), isIt))
            found.values.append(value);
    }
    return found;
}

/// Subjects that share a line, a bar's series or a lane, where nothing says that they do.
Mixture mixedSubjects(const ChartData &data, const FigureTable &table, const FigureGrid &grid)
{
    const ChartSpec &spec = data.spec;
    const bool isTold = spec.dimension == QLatin1String("subject") || grid.split() == QLatin1String("subject")
        || table.editionsAreSubjects || grid.isLargestOfEach() || spec.figure != FigureChoice::Shown;
    Mixture mixed{QStringLiteral("subject"), {}};
    if (isTold)
        return mixed;
    std::map<int, QStringList> subjects;
    for (const FigureGrid::Drawn &each : grid.drawn())
        if (QStringList &known = subjects[each.series]; !known.contains(each.pick.shown->claim.subject))
            known.append(each.pick.shown->claim.subject);
    for (const auto &[series, known] : subjects)
        if (known.size() > 1)
            for (const QString &subject : known)
                if (!mixed.values.contains(subject))
                    mixed.values.append(subject);
    return mixed;
}

QString differences(const ChartData &data, const FigureGrid &grid)
{
    QStringList said;
    for (const FigureGrid::Drawn &each : grid.drawn())
        if (each.pick.differs && each.pick.low)
            said.append(Text::tr("%1 (%2 to %3)", "category, range")
                            .arg(data.marks[std::size_t(&each - grid.drawn().data())].label, scaledText(*each.pick.low, data.up),
                                scaledText(*each.pick.high, data.up)));
    return said.isEmpty() ? QString() : Text::tr("Sources differ on %1.").arg(someOf(said));
}

QString left(const ChartData &data, const FigureTable &table, const FigureGrid &grid)
{
    QStringList parts;
    if (grid.leftOut() > 0)
        parts.append(grid.leftOut() == 1 ? Text::tr("1 smaller") : Text::tr("%1 smaller ones").arg(countText(grid.leftOut())));
    if (grid.seriesLeftOut() > 0)
        parts.append(Text::tr("%1 of fewer figures", "series").arg(othersLabel(grid.seriesLeftOut())));
    if (grid.belowAxis() > 0)
        parts.append(Text::tr("%1 below the axis").arg(figuresText(grid.belowAxis())));
    if (table.notFinite > 0)
        parts.append(Text::tr("%1 beyond all numbers").arg(figuresText(table.notFinite)));
    if (table.inOtherUnits > 0)
        parts.append(Text::tr("%1 in other units").arg(figuresText(table.inOtherUnits)));
    if (table.withoutPlace > 0)
        parts.append(
            Text::tr("%1 without %2", "figures, field").arg(figuresText(table.withoutPlace), fieldLabel(data.spec.dimension)));
    return parts.isEmpty() ? QString() : Text::tr("Not drawn: %1.").arg(listText(parts));
}

QString briefly(bool isMixed, bool differs)
{
    if (isMixed)
        return differs ? Text::tr("Unlike figures share the axis; sources differ.") : Text::tr("Unlike figures share the axis.");
    return differs ? Text::tr("Sources differ.") : QString();
}

QString missing(const ChartData &data)
{
    QStringList names;
    for (const Category &category : data.categories)
        if (category.isMissing)
            names.append(category.label);
    return names.isEmpty() ? QString() : Text::tr("No figure for %1.").arg(someOf(names));
}

} // namespace

QString coverageText(const QString &measure, int with, int all)
{
    const QString name = typeset(measure);
    return with == 1 ? Text::tr("1 of %1 gives %2.").arg(announcementsText(all), name)
                     : Text::tr("%1 of %2 give %3.").arg(countText(with), announcementsText(all), name);
}

QString whyNoFigures(const Making &making, const FigureTable &table)
{
    const QString measure = typeset(making.input.spec.measure);
    if (table.withoutPlace > 0)
        return Text::tr("No figure of “%1” says its %2.").arg(measure, fieldLabel(making.input.spec.dimension));
    if (table.inOtherUnits > 0)
        return Text::tr("The figures of “%1” are in units that do not convert to %2.").arg(measure, table.unit);
    return making.input.query.isEverything()
        ? Text::tr("No announcement gives “%1” as this chart asks for it.").arg(measure)
        : Text::tr("No announcement shown gives “%1”. Widen the filter to see it.").arg(measure);
}

std::vector<Mixture> mixturesOf(const std::vector<const Claim *> &drawn)
{
    std::vector<Mixture> mixtures;
    for (const Mixture &each : {mixture("definition", drawn, &Claim::definition), mixture("nature", drawn, &Claim::nature)})
        if (each.values.size() > 1)
            mixtures.push_back(each);
    return mixtures;
}

QString mixtureText(const Mixture &mixture)
{
    QStringList names;
    bool isUnsaid = false;
    for (const QString &value : mixture.values) {
        isUnsaid = isUnsaid || value.isEmpty();
        if (!value.isEmpty())
            names.append(value);
    }
    if (mixture.field == QLatin1String("subject"))
        return Text::tr("Figures of several subjects stand together: %1.").arg(someOf(names));
    if (mixture.field == QLatin1String("nature"))
        return Text::tr("Unlike figures share the axis: %1.").arg(someOf(names));
    const QString text = Text::tr("Figures count different things: %1", "definitions").arg(someOf(names));
    return isUnsaid ? Text::tr("%1; some pages do not say what.").arg(text) : text + QLatin1Char('.');
}

void putFigureNotes(const Making &making, const FigureTable &table, const FigureGrid &grid)
{
    ChartData &data = making.data;
    SourceLine sources(SourceLine::Counted::Figures);
    std::vector<const Claim *> drawn;
    bool isUnverified = false;
    for (const FigureGrid::Drawn &each : grid.drawn()) {
        // What stands behind a bar and is not drawn needs no source here.
        const bool showsOthers = data.spec.kind == ChartKind::Dots || each.pick.low;
        std::vector<const Figure *> figures = showsOthers ? each.pick.others : std::vector<const Figure *>();
        figures.insert(figures.begin(), each.pick.shown);
        figures.insert(figures.end(), each.pick.parts.begin(), each.pick.parts.end());
        for (const Figure *figure : figures) {
            sources.add(table.supporting(figure->claim));
            isUnverified = isUnverified || figure->claim.verification == QLatin1String("unverified");
        }
        drawn.push_back(&each.pick.shown->claim);
        for (const Figure *part : each.pick.parts)
            drawn.push_back(&part->claim);
    }
    if (!grid.tellsMeanings())
        data.mixtures = mixturesOf(drawn);
    if (const Mixture subjects = mixedSubjects(data, table, grid); !subjects.values.isEmpty())
        data.mixtures.push_back(subjects);
    putSources(data, sources);
    QStringList mixed;
    for (const Mixture &each : data.mixtures)
        mixed.append(mixtureText(each));
    const QString differing = differences(data, grid);
    QStringList brief{mixed.join(QLatin1Char(' ')), differing};
    brief.removeAll(QString());
    data.shortNote = brief.join(QLatin1Char(' '));
    data.briefNote = briefly(!mixed.isEmpty(), !differing.isEmpty());
    QStringList note = brief;
    const auto unread = making.input.tally.withMeasure - int(making.input.tally.listed.size());
    if (unread > 0)
        note.append(Text::tr("Too many to read: the figures of %1 are not drawn.").arg(announcementsText(unread)));
    note.append({missing(data), left(data, table, grid),
        data.spec.marksUnverified && isUnverified ? Text::tr("* not verified.") : QString(),
        coverageText(table.measure, making.input.tally.withMeasure, making.input.tally.rows), sources.coverage()});
    note.removeAll(QString());
    data.note = note.join(QLatin1Char(' '));
}

} // namespace waic::chart
