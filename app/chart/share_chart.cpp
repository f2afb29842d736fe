// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_kinds.h"

#include "catalogue/field.h"
#include "catalogue/figure.h"
#include "catalogue/partial_date.h"
#include "chart/source_line.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>
#include <unordered_set>

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

bool isExact(const Claim &claim)
{
    return claim.qualifier.isEmpty() || claim.qualifier == QLatin1String("exactly");
}

int dateKey(const Claim &claim)
{
    const auto date = catalogue::PartialDate::parse(claim.asOf);
    return date && !date->isNull() ? date->sortKey() : 0;
}

/// The design's shown value: the preferred claim; else the exact one with most sources; else the newest; ties by uid.
bool isShownBefore(const Claim &a, const Claim &b)
{
    if (a.preferred != b.preferred)
        return a.preferred;
    if (isExact(a) != isExact(b))
        return isExact(a);
    if (isExact(a) && a.citations.size() != b.citations.size())
        return a.citations.size() > b.citations.size();
    if (dateKey(a) != dateKey(b))
        return dateKey(a) > dateKey(b);
    return a.uid < b.uid;
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
    made.colour = colour;
    made.filter = explore::Condition{QStringLiteral("measure"), {claim.measure}, false};
    return made;
}

QString whyEmpty(const ChartSpec &spec, const explore::Answer &answer)
{
    if (answer.query.isEverything())
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

Result<> fillSources(ChartData &data, const Claim &claim, const QString &differing, catalogue::Reader &reader)
{
    const auto all = reader.sources();
    if (!all)
        return tl::make_unexpected(all.error());
    std::unordered_map<catalogue::RowId, const catalogue::Source *> known;
    for (const catalogue::Source &source : *all)
        known.emplace(source.id, &source);
    std::vector<const catalogue::Source *> cited;
    for (const catalogue::Citation &citation : claim.citations)
        if (const auto source = known.find(citation.source);
            source != known.end() && citation.stance != QLatin1String("contests"))
            cited.push_back(source->second);
    SourceLine line(SourceLine::Counted::Figures);
    line.add(cited); // the part
    line.add(cited); // and its whole: the same sentence of the same pages
    data.figures = line.drawn();
    data.unsourced = line.unsourced();
    data.sourceForms = line.forms();
    data.shortNote = differing;
    QStringList note{counted(claim), differing, line.coverage()};
    note.removeAll(QString());
    data.note = note.join(QLatin1Char(' '));
    return {};
}

void fillMarks(ChartData &data, const Claim &claim)
{
    const bool models = claim.measure == modelsReleased();
    const QString whole = numberText(*claim.of);
    data.title = models ? Text::tr("%1 has released %2 of the world’s %3 AI models").arg(claim.subject, inWords(claim), whole)
                        : Text::tr("%1: %2 of %3, %4", "subject, figure, whole, measure")
                              .arg(claim.subject, inWords(claim), whole, claim.measure);
    data.marks.push_back(mark(claim.subject, claim, colourOf(claim.subject)));
    data.marks.push_back(mark(models ? Text::tr("Rest of the world") : Text::tr("The rest"), restOf(claim), MarkColour::Others));
    data.centreValue = whole;
    data.centreLabel = models ? Text::tr("%1 in the world", "unit").arg(claim.unit) : claim.unit;
}

/// The claims that the chart is about, of the announcements shown.
Result<std::vector<Claim>> claimsOf(const ChartSpec &spec, const explore::Answer &answer, catalogue::Reader &reader)
{
    Result<std::vector<Claim>> claims = reader.claims(spec.measure, spec.subject);
    if (!claims || claims->empty())
        return claims;
    std::unordered_set<catalogue::RowId> wanted;
    for (const Claim &claim : *claims)
        wanted.insert(claim.announcement);
    std::unordered_set<catalogue::RowId> shown;
    for (const catalogue::RowId id : answer.ids)
        if (wanted.contains(id))
            shown.insert(id);
    std::erase_if(*claims, [&shown](const Claim &claim) { return !shown.contains(claim.announcement); });
    return claims;
}

} // namespace

Result<> fillShare(ChartData &data, const explore::Answer &answer, catalogue::Reader &reader, const Cancelled &cancelled)
{
    const auto group = claimsOf(data.spec, answer, reader);
    if (!group)
        return tl::make_unexpected(group.error());
    if (cancelled())
        return {};
    const Claim *shown = nullptr;
    for (const Claim &claim : *group)
        if (catalogue::share(claim) && (!shown || isShownBefore(claim, *shown)))
            shown = &claim;
    data.title = galleryLabel(data.spec);
    if (!shown) {
        data.empty = whyEmpty(data.spec, answer);
        return {};
    }
    data.announcements = {shown->announcement};
    if (shown->value < 0 || shown->valueTo.value_or(shown->value) > *shown->of) {
        data.empty = Text::tr("The figure %1 is no part of its whole, %2. Correct one of them to see the share.")
                         .arg(inWords(*shown), numberText(*shown->of));
        return {};
    }
    const auto rows = reader.rows(std::span(&shown->announcement, 1));
    if (!rows)
        return tl::make_unexpected(rows.error());
    fillMarks(data, *shown);
    data.subtitle = subtitle(*shown, rows->empty() ? QString() : rows->front().announcement.edition);
    return fillSources(data, *shown, others(*shown, *group), reader);
}

} // namespace waic::chart
