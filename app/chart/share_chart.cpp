// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/field.h"
#include "catalogue/figure.h"
#include "chart/field_words.h"
#include "chart/figures.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <span>

namespace waic::chart {

namespace {

using catalogue::Claim;
using catalogue::numberText;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShareChart)
};

QString modelsReleased()
{
    return QStringLiteral("AI models released");
}

/// "1,509", "more than 1,500", "8 to 9": for sentences.
QString inWords(const Claim &claim)
{
    QString text = numberText(claim.value);
    if (claim.valueTo)
        text = Text::tr("%1 to %2").arg(text, numberText(*claim.valueTo));
    return isExact(claim) ? text : Text::tr("%1 %2", "hedge, figure").arg(claim.qualifier, text);
}

/// A lower bound of the part is an upper bound of the rest.
QString mirrored(const QString &qualifier)
{
    static const std::map<QString, QString> kMirror{{QStringLiteral("more than"), QStringLiteral("less than")},
        {QStringLiteral("less than"), QStringLiteral("more than")}, {QStringLiteral("at least"), QStringLiteral("up to")},
        {QStringLiteral("up to"), QStringLiteral("at least")}};
    const auto found = kMirror.find(qualifier);
    return found == kMirror.end() ? qualifier : found->second;
}

/// The claim's figure without its whole.
QString figureAlone(Claim claim)
{
    claim.of.reset();
    return catalogue::figureText(claim);
}

Claim restOf(const Claim &claim)
{
    Claim rest = claim;
    rest.value = *claim.of - claim.valueTo.value_or(claim.value);
    if (claim.valueTo)
        rest.valueTo = *claim.of - claim.value;
    rest.qualifier = mirrored(claim.qualifier);
    return rest;
}

MarkColour colourOf(const QString &subject)
{
    if (subject == QLatin1String("China"))
        return MarkColour::China;
    return subject == QLatin1String("United States") ? MarkColour::UnitedStates : MarkColour::Series1;
}

Mark mark(const QString &label, const Claim &claim, MarkColour colour)
{
    Mark made;
    made.label = label;
    made.value = claim.value;
    made.valueText = figureAlone(claim);
    made.shareText = catalogue::percentText(claim.value / *claim.of);
    made.whole = *claim.of;
    made.colour = colour;
    made.filter = explore::Condition{QStringLiteral("measure"), {claim.measure}, false};
    return made;
}

QString whyEmpty(const Making &making)
{
    const ChartSpec &spec = making.input.spec;
    if (making.input.query.isEverything())
        return Text::tr("No announcement states %1’s share: no figure of “%2” says of which whole it is a part.")
            .arg(spec.subject, spec.measure);
    return Text::tr("No announcement shown states %1’s share of “%2”. Widen the filter to see it.")
        .arg(spec.subject, spec.measure);
}

QString subtitle(const Claim &claim, const QString &edition)
{
    if (claim.asOf.isEmpty())
        return edition.isEmpty() ? claim.measure : Text::tr("%1, presented at %2").arg(claim.measure, edition);
    if (edition.isEmpty())
        return Text::tr("%1, counted to %2").arg(claim.measure, dateText(claim.asOf));
    return Text::tr("%1, counted to %2 and presented at %3").arg(claim.measure, dateText(claim.asOf), edition);
}

bool sameGroup(const Claim &a, const Claim &b)
{
    return a.measure == b.measure && a.subject == b.subject && a.definition == b.definition && a.nature == b.nature
        && a.asOf.left(4) == b.asOf.left(4);
}

/// What other figures of the same thing say: "One source says “more than 1,500”."
QString others(const Claim &shown, const std::vector<Claim> &claims)
{
    QStringList said;
    for (const Claim &claim : claims) {
        if (claim.uid == shown.uid || !sameGroup(claim, shown) || inWords(claim) == inWords(shown))
            continue;
        const int sources = int(claim.citations.size());
        if (sources == 0)
            said.append(Text::tr("A figure without a source says “%1”.").arg(inWords(claim)));
        else if (sources == 1)
            said.append(Text::tr("One source says “%1”.").arg(inWords(claim)));
        else
            said.append(Text::tr("%1 sources say “%2”.").arg(numberWord(sources, true), inWords(claim)));
    }
    return said.join(QLatin1Char(' '));
}

QString counted(const Claim &claim)
{
    const QString undivided = Text::tr("the rest is not divided by country.");
    return claim.definition.isEmpty() ? capitalised(undivided)
                                      : Text::tr("Counted: %1; %2", "definition, remark").arg(claim.definition, undivided);
}

void fillSources(ChartData &data, const Figure &figure, const FigureTable &table, const QString &differing)
{
    SourceLine line(SourceLine::Counted::Figures);
    line.add(table.supporting(figure.claim)); // the part
    line.add(table.supporting(figure.claim)); // and its whole: the same sentence of the same pages
    putSources(data, line);
    data.shortNote = differing;
    QStringList note{counted(figure.claim), differing, line.coverage()};
    note.removeAll(QString());
    data.note = note.join(QLatin1Char(' '));
}

void fillMarks(ChartData &data, const Claim &claim)
{
    const bool models = claim.measure == modelsReleased();
    data.up = {.measure = claim.measure, .unit = claim.unit};
    const QString whole = numberText(*claim.of);
    data.title = models ? Text::tr("%1 has released %2 of the world’s %3 AI models").arg(claim.subject, inWords(claim), whole)
                        : Text::tr("%1: %2 of %3, %4", "subject, figure, whole, measure")
                              .arg(claim.subject, inWords(claim), whole, claim.measure);
    data.marks.push_back(mark(claim.subject, claim, colourOf(claim.subject)));
    data.marks.push_back(mark(models ? Text::tr("Rest of the world") : Text::tr("The rest"), restOf(claim), MarkColour::Others));
    data.centreValue = whole;
    data.centreLabel = models ? Text::tr("%1 in the world", "unit").arg(claim.unit) : claim.unit;
}

} // namespace

Result<> fillShareOfFigure(const Making &making)
{
    ChartData &data = making.data;
    const Result<FigureTable> table = readFigures(making, data.spec.measure);
    if (!table)
        return tl::make_unexpected(table.error());
    const Figure *shown = nullptr;
    std::vector<Claim> claims;
    for (const Figure &figure : table->figures) {
        claims.push_back(figure.claim);
        if (catalogue::share(figure.claim) && (!shown || isShownBefore(figure.claim, shown->claim)))
            shown = &figure;
    }
    data.title = galleryLabel(data.spec);
    if (!shown) {
        data.empty = whyEmpty(making);
        return {};
    }
    const Claim &claim = shown->claim;
    if (claim.value < 0 || claim.valueTo.value_or(claim.value) > *claim.of) {
        data.empty = Text::tr("The figure %1 is no part of its whole, %2. Correct one of them to see the share.")
                         .arg(inWords(claim), numberText(*claim.of));
        return {};
    }
    const auto rows = making.reader.rows(std::span(&claim.announcement, 1));
    if (!rows)
        return tl::make_unexpected(rows.error());
    fillMarks(data, claim);
    for (Mark &mark : data.marks) {
        mark.facts.figures = 1;
        mark.facts.qualifier = claim.qualifier;
        mark.facts.nature = claim.nature;
        mark.facts.definition = claim.definition;
        mark.facts.asOf = claim.asOf;
        mark.announcements = {claim.announcement};
        for (const catalogue::Source *source : table->supporting(claim)) {
            mark.facts.publishers.append(publisherName(*source));
            mark.facts.links.append(source->url);
        }
        mark.facts.publishers.removeDuplicates();
        mark.facts.isUnsourced = mark.facts.publishers.isEmpty();
    }
    data.subtitle = subtitle(claim, rows->empty() ? QString() : rows->front().announcement.edition);
    fillSources(data, *shown, *table, others(claim, claims));
    return {};
}

} // namespace waic::chart
