// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/figures.h"

#include "catalogue/differing.h"
#include "catalogue/field.h"
#include "catalogue/figure.h"
#include "catalogue/partial_date.h"
#include "chart/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace waic::chart {

namespace {

using catalogue::Claim;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

int dateKey(const Claim &claim)
{
    const auto date = catalogue::PartialDate::parse(claim.asOf);
    return date && !date->isNull() ? date->sortKey() : 0;
}

/// Counted before specified before estimated before expected.
int natureRank(const QString &nature)
{
    static const QStringList order{QStringLiteral("observed"), QStringLiteral("specified"), QStringLiteral("estimate"),
        QStringLiteral("forecast"), QStringLiteral("target")};
    const qsizetype place = order.indexOf(nature);
    return place < 0 ? int(order.size()) : int(place);
}

catalogue::ComparedFigure compared(const Figure &figure)
{
    return {figure.value, figure.valueTo, figure.claim.qualifier, figure.claim.asOf};
}

/// Those that contradict another one of the group.
FigureGroup differing(const FigureGroup &group)
{
    FigureGroup found;
    for (const Figure *a : group)
        if (std::any_of(group.begin(), group.end(), [a](const Figure *b) {
                // A count may have grown within the year, so only figures of the same time contradict each other.
                const bool isOneTime = a->isOfEdition || catalogue::sameTime(a->claim.subject, a->claim.asOf, b->claim.asOf);
                return isOneTime && !catalogue::areCompatible(compared(*a), compared(*b));
            }))
            found.push_back(a);
    return found;
}

bool isMainBefore(const FigureGroup &a, const FigureGroup &b)
{
    const Claim &left = a.front()->claim, &right = b.front()->claim;
    const bool isPreferred = std::any_of(a.begin(), a.end(), [](const Figure *each) { return each->claim.preferred; });
    if (isPreferred != std::any_of(b.begin(), b.end(), [](const Figure *each) { return each->claim.preferred; }))
        return isPreferred;
    if (natureRank(left.nature) != natureRank(right.nature))
        return natureRank(left.nature) < natureRank(right.nature);
    if (left.asOf.left(4) != right.asOf.left(4))
        return left.asOf.left(4) > right.asOf.left(4);
    if (a.size() != b.size())
        return a.size() > b.size();
    return left.uid < right.uid;
}

bool isLowerBound(const Claim &claim)
{
    const QString sign = catalogue::boundSign(claim.qualifier);
    return sign == QLatin1String(">") || sign == QStringLiteral("≥");
}

/// One pick for each subject and year, the first: an estimate is not added to the count of the same thing.
std::vector<Pick> oneOfEach(const std::vector<Pick> &picks)
{
    std::set<std::pair<QString, QString>> known;
    std::vector<Pick> kept;
    for (const Pick &pick : picks)
        if (known.emplace(pick.shown->claim.subject, pick.shown->claim.asOf.left(4)).second)
            kept.push_back(pick);
    return kept;
}

Pick sumOf(const std::vector<Pick> &picks)
{
    Pick made;
    double low = 0, high = 0;
    for (const Pick &pick : picks) {
        made.value += pick.value;
        low += pick.low.value_or(pick.value);
        high += pick.high.value_or(pick.value);
        made.isBound = made.isBound || isLowerBound(pick.shown->claim);
    }
    if (low < high) {
        made.low = low;
        made.high = high;
    }
    return made;
}

Pick medianOf(const std::vector<Pick> &picks)
{
    Pick made;
    std::vector<double> values;
    for (const Pick &pick : picks)
        values.push_back(pick.value);
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    made.value = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return made;
}

Pick aggregate(const std::vector<Pick> &all, FigureChoice choice)
{
    const std::vector<Pick> picks = oneOfEach(all);
    if (picks.size() == 1)
        return picks.front();
    Pick made = choice == FigureChoice::Sum ? sumOf(picks) : medianOf(picks);
    made.shown = picks.front().shown;
    made.isTogether = true;
    for (const Pick &pick : picks) {
        made.figures += pick.figures;
        made.differs = made.differs || (pick.differs && made.low);
        if (pick.shown != made.shown)
            made.parts.push_back(pick.shown);
    }
    return made;
}

} // namespace

bool isExact(const Claim &claim)
{
    return claim.qualifier.isEmpty() || claim.qualifier == QLatin1String("exactly");
}

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

std::vector<const catalogue::Source *> FigureTable::supporting(const Claim &claim) const
{
    std::vector<const catalogue::Source *> found;
    for (const catalogue::Citation &citation : claim.citations) {
        const auto source = sources.find(citation.source);
        if (source != sources.end() && citation.stance != QLatin1String("contests")
            && std::find(found.begin(), found.end(), &source->second) == found.end())
            found.push_back(&source->second);
    }
    return found;
}

std::vector<FigureGroup> grouped(const FigureGroup &figures)
{
    using Key = std::array<QString, 4>;
    std::map<Key, FigureGroup> groups;
    for (const Figure *figure : figures) {
        const Claim &claim = figure->claim;
        groups[Key{claim.subject, claim.asOf.left(4), claim.definition, claim.nature}].push_back(figure);
    }
    std::vector<FigureGroup> ordered;
    for (auto &[key, group] : groups) {
        std::sort(group.begin(), group.end(), [](const Figure *a, const Figure *b) { return isShownBefore(a->claim, b->claim); });
        ordered.push_back(std::move(group));
    }
    std::sort(ordered.begin(), ordered.end(), isMainBefore);
    return ordered;
}

Pick pickOf(const FigureGroup &group)
{
    Pick pick;
    pick.shown = group.front();
    pick.value = pick.shown->value;
    pick.figures = int(group.size());
    const FigureGroup unlike = differing(group);
    pick.differs = !unlike.empty();
    double low = pick.value, high = pick.shown->valueTo.value_or(pick.value);
    for (const Figure *figure : group) {
        if (figure->value != pick.value || figure->valueTo != pick.shown->valueTo)
            pick.others.push_back(figure);
    }
    for (const Figure *figure : pick.differs ? group : FigureGroup()) {
        low = std::min(low, figure->value);
        high = std::max(high, figure->valueTo.value_or(figure->value));
    }
    if (low < high) {
        pick.low = low;
        pick.high = high;
    }
    return pick;
}

Pick chosen(const FigureGroup &figures, FigureChoice choice)
{
    std::vector<Pick> picks;
    for (const FigureGroup &group : grouped(figures))
        picks.push_back(pickOf(group));
    if (choice == FigureChoice::Shown || picks.size() == 1)
        return picks.front();
    const auto key = [](const Pick &pick) { return dateKey(pick.shown->claim); };
    switch (choice) {
    case FigureChoice::Max:
        return *std::max_element(picks.begin(), picks.end(), [](const Pick &a, const Pick &b) { return a.value < b.value; });
    case FigureChoice::Min:
        return *std::min_element(picks.begin(), picks.end(), [](const Pick &a, const Pick &b) { return a.value < b.value; });
    case FigureChoice::Latest:
        return *std::max_element(picks.begin(), picks.end(), [&](const Pick &a, const Pick &b) { return key(a) < key(b); });
    case FigureChoice::Sum:
    case FigureChoice::Median:
    case FigureChoice::Shown:
        break;
    }
    return aggregate(picks, choice);
}

Measured measured(const QString &measure, const QString &unit, double largest)
{
    struct Size
    {
        double from, size;
        const char *word;
    };
    static constexpr std::array kSizes{Size{1e13, 1e12, QT_TRANSLATE_NOOP("Figures", "trillion")},
        Size{1e10, 1e9, QT_TRANSLATE_NOOP("Figures", "billion")}, Size{1e7, 1e6, QT_TRANSLATE_NOOP("Figures", "million")}};
    Measured axis{.measure = measure, .unit = unit};
    for (const Size &size : kSizes)
        if (std::abs(largest) >= size.from) {
            axis.size = size.size;
            axis.sizeWord = Text::tr(size.word);
            break;
        }
    return axis;
}

QString scaledText(double value, const Measured &axis)
{
    if (axis.unit == QLatin1String("year") || axis.measure == QLatin1String("founding year"))
        return QString::number(value);
    const double number = value / axis.size;
    if (axis.size == 1 && (std::floor(number) == number || std::abs(number) < 1))
        return catalogue::numberText(number);
    constexpr int kDigits = 4;
    const int before = number == 0 ? 1 : int(std::floor(std::log10(std::abs(number)))) + 1;
    const double step = std::pow(10.0, std::clamp(kDigits - before, 0, 6));
    return catalogue::numberText(std::round(number * step) / step);
}

QString pickText(const Pick &pick, const Measured &axis)
{
    QString text = scaledText(pick.value, axis);
    const bool isOne = pick.shown && !pick.isTogether;
    if (isOne && pick.shown->valueTo)
        text = Text::tr("%1 to %2").arg(text, scaledText(*pick.shown->valueTo, axis));
    QString sign = isOne ? catalogue::boundSign(pick.shown->claim.qualifier) : pick.isBound ? QStringLiteral("≥") : QString();
    if (sign == QLatin1String(">")) // the design: "more than" is shown as at least
        sign = QStringLiteral("≥");
    return sign.isEmpty() ? text : sign + QChar(0x00a0) + text;
}

QString pickWords(const Pick &pick, const Measured &axis)
{
    QString text = scaledText(pick.value, axis);
    const bool isOne = pick.shown && !pick.isTogether;
    if (isOne && pick.shown->valueTo)
        text = Text::tr("%1 to %2").arg(text, scaledText(*pick.shown->valueTo, axis));
    if (pick.isBound)
        text = Text::tr("at least %1").arg(text);
    if (isOne && !isExact(pick.shown->claim))
        text = Text::tr("%1 %2", "hedge, figure").arg(pick.shown->claim.qualifier, text);
    if (!axis.sizeWord.isEmpty())
        text = Text::tr("%1\u00a0%2", "number, billion").arg(text, axis.sizeWord);
    if (axis.unit == QLatin1String("%"))
        return text + QStringLiteral("\u00a0%");
    // "38 billion" active parameters, not "38 billion parameters".
    return axis.unit.isEmpty() || axis.unit == QLatin1String("year") || axis.measure.endsWith(axis.unit)
        ? text
        : Text::tr("%1\u00a0%2", "number, unit").arg(text, axis.unit);
}

Mark markOf(const Pick &pick, const FigureTable &table, const Measured &axis, bool marksUnverified)
{
    Mark mark;
    const Claim &claim = pick.shown->claim;
    mark.value = pick.value;
    mark.valueText = pickText(pick, axis);
    mark.low = pick.low;
    mark.high = pick.high;
    for (const Figure *other : pick.others)
        mark.others.push_back({other->value, pickText({other, other->value}, axis)});
    MarkFacts &facts = mark.facts;
    facts = {claim.qualifier, claim.nature, claim.definition, claim.scope, claim.asOf, {}, {}, pick.figures,
        claim.citations.empty(), claim.verification == QLatin1String("unverified")};
    std::vector<const Figure *> all = pick.others;
    all.insert(all.begin(), pick.shown);
    all.insert(all.end(), pick.parts.begin(), pick.parts.end());
    for (const Figure *figure : all) {
        for (const catalogue::Source *source : table.supporting(figure->claim)) {
            const QString name = publisherName(*source);
            if (!facts.publishers.contains(name))
                facts.publishers.append(name);
            if (!facts.links.contains(source->url))
                facts.links.append(source->url);
        }
        if (std::find(mark.announcements.begin(), mark.announcements.end(), figure->claim.announcement)
            == mark.announcements.end())
            mark.announcements.push_back(figure->claim.announcement);
    }
    facts.isUnsourced = facts.publishers.isEmpty();
    if (marksUnverified && facts.isUnverified)
        mark.valueText += QLatin1Char('*');
    return mark;
}

} // namespace waic::chart
