// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/completion.h"

#include "catalogue/fold.h"
#include "explore/completion_place.h"
#include "explore/completion_words.h"
#include "explore/facet_index.h"
#include "explore/name_lookup.h"
#include "explore/query_text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace waic::explore {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completion)
};

constexpr std::size_t kMostValuesAmongTerms = 5;

/// Keeps what goes on with what is typed: names that start so, then those with a word that does, in the order they come.
class Collector
{
public:
    explicit Collector(const QString &typed)
        : m_typed(typed)
        , m_folded(catalogue::folded(typed))
        , m_isSimple(std::all_of(typed.begin(), typed.end(), isSimple))
    {
    }

    /// make: called for a name that fits alone, as there may be thousands at each key.
    template <typename Make>
    void add(const QString &name, Make &&make)
    {
        switch (fit(name)) {
        case Fit::Begins:
            m_first.push_back(make());
            break;
        case Fit::HasWord:
            m_second.push_back(make());
            break;
        case Fit::None:
            break;
        }
    }

    /// At most so many of those that came.
    std::vector<Completion> items(std::size_t most = kMostCompletions)
    {
        m_first.insert(m_first.end(), m_second.begin(), m_second.end());
        m_first.resize(std::min(most, m_first.size()));
        return std::move(m_first);
    }

private:
    enum class Fit { None, HasWord, Begins };

    static bool isSimple(QChar character) { return character.unicode() < 0x80 && character.isLetterOrNumber(); }

    Fit fit(const QString &name) const
    {
        if (m_typed.isEmpty() || name.startsWith(m_typed, Qt::CaseInsensitive))
            return Fit::Begins;
        if (m_isSimple && std::all_of(name.begin(), name.end(), [](QChar character) { return character.unicode() < 0x80; })) {
            // Nothing to fold but case.
            for (qsizetype at = name.indexOf(m_typed, 1, Qt::CaseInsensitive); at > 0;
                 at = name.indexOf(m_typed, at + 1, Qt::CaseInsensitive))
                if (!name[at - 1].isLetterOrNumber())
                    return Fit::HasWord;
            return Fit::None;
        }
        const QString folded = catalogue::folded(name);
        if (m_folded.isEmpty())
            return Fit::None;
        return folded.startsWith(m_folded) ? Fit::Begins : hasWord(folded) ? Fit::HasWord : Fit::None;
    }

    bool hasWord(const QString &folded) const
    {
        for (qsizetype at = folded.indexOf(m_folded); at >= 0; at = folded.indexOf(m_folded, at + 1))
            if (at == 0 || folded[at - 1] == QLatin1Char(' ') || catalogue::isCjk(folded[at].unicode()))
                return true;
        return false;
    }

    QString m_typed;
    QString m_folded;
    bool m_isSimple; ///< letters and digits of ASCII alone
    std::vector<Completion> m_first;
    std::vector<Completion> m_second;
};

/// A field that may have values to offer.
struct NamedField
{
    QString name;
    QString detail;
    ValueKind kind = ValueKind::Whole;
    bool hasFacet = false;
};

class Completer
{
public:
    Completer(const CompletionPlace &place, const Vocabulary &vocabulary, std::span<const FacetCounts> facets)
        : m_place(place)
        , m_vocabulary(vocabulary)
        , m_facets(facets)
        , m_field(place.kind == CompletionPlace::Kind::Value ? field(place.name, place.nameQuoted) : std::nullopt)
    {
        for (const QString &other : place.others)
            m_others.insert(other.toCaseFolded());
    }

    std::vector<Completion> items() const;
    QString facet() const { return m_field && m_field->hasFacet ? m_field->name : QString(); }

private:
    std::vector<Completion> terms() const;
    std::vector<Completion> names() const;
    std::vector<Completion> valuesOfAll() const;
    std::vector<Completion> measures() const;
    std::vector<Completion> values() const;
    void addDates(Collector &collector, const std::vector<Bin> &bins) const;
    std::vector<Completion> flags() const;
    std::vector<Completion> sortKeys() const;
    std::vector<Completion> amounts() const;
    std::optional<NamedField> field(const QString &name, bool isQuoted) const;
    bool isOther(const QString &text) const { return m_others.contains(text.toCaseFolded()); }

    const CompletionPlace &m_place;
    const Vocabulary &m_vocabulary;
    std::span<const FacetCounts> m_facets;
    std::optional<NamedField> m_field;
    QSet<QString> m_others; ///< values and keys that the term has already
};

std::vector<Completion> Completer::items() const
{
    using Kind = CompletionPlace::Kind;
    switch (m_place.kind) {
    case Kind::Term:
        return terms();
    case Kind::Value:
        return values();
    case Kind::Flag:
        return flags();
    case Kind::Bin: {
        Collector collector(m_place.typed);
        collector.add(QStringLiteral("bin"), [&] {
            return Completion{QStringLiteral("bin"), QStringLiteral("bin"), Text::tr("what is in the bin")};
        });
        return collector.items();
    }
    case Kind::SortKey:
        return sortKeys();
    case Kind::Measure:
        return measures();
    case Kind::Amount:
        return amounts();
    }
    return {};
}

std::optional<NamedField> Completer::field(const QString &name, bool isQuoted) const
{
    if (const std::optional<FieldId> id = isQuoted ? builtInField(name) : conditionField(name)) {
        const QString canonical = conditionFieldNames()[qsizetype(*id)];
        return NamedField{canonical, fieldDetail(*id), valueKind(*id), FacetIndex::facetFields().contains(canonical)};
    }
    QStringList names;
    for (const OwnField &own : m_vocabulary.fields)
        names.append(own.name);
    const std::optional<qsizetype> at = NameLookup(names).find(name);
    if (!at)
        return std::nullopt;
    const OwnField &own = m_vocabulary.fields[std::size_t(*at)];
    return NamedField{own.name, ownFieldDetail(own.type), valueKind(own.type), true};
}

/// Fields first, then the commonest values, then measures.
std::vector<Completion> Completer::terms() const
{
    std::vector<Completion> found = names();
    if (m_place.typed.isEmpty())
        return found;
    // A plain word is mostly meant as one: some proposals of each kind, not a list over the table that it narrows.
    for (const std::vector<Completion> &more : {valuesOfAll(), measures()})
        found.insert(found.end(), more.begin(), more.begin() + std::ptrdiff_t(std::min(more.size(), kMostValuesAmongTerms)));
    found.resize(std::min(found.size(), std::size_t(kMostCompletions)));
    return found;
}

std::vector<Completion> Completer::names() const
{
    Collector collector(m_place.typed);
    for (qsizetype i = 0; i < conditionFieldNames().size() && !m_place.quoted; ++i) {
        const QString text = conditionFieldNames()[i] + QLatin1Char(':');
        collector.add(text, [&] { return Completion{text, text, fieldDetail(FieldId(i))}; });
    }
    for (const OtherTerm &term : otherTerms())
        if (!m_place.quoted && (term.canBeExcluded || !m_place.excluded))
            collector.add(term.text, [&] { return Completion{term.text, term.text, term.detail}; });
    for (const OwnField &own : m_vocabulary.fields)
        collector.add(own.name, [&] {
            return Completion{fieldText(own.name) + QLatin1Char(':'), own.name + QLatin1Char(':'), ownFieldDetail(own.type)};
        });
    return collector.items();
}

std::vector<Completion> Completer::valuesOfAll() const
{
    Collector collector(m_place.typed);
    for (const FacetCounts &facet : m_facets) {
        const std::optional<NamedField> of = field(facet.field, true);
        for (const FacetValue &value : facet.values)
            if (of && !value.value.isEmpty() && value.count > 0)
                collector.add(value.value, [&] {
                    return Completion{
                        fieldText(of->name) + QLatin1Char(':') + valueText(value.value), value.value, of->detail, value.count};
                });
    }
    std::vector<Completion> found = collector.items(std::size_t(-1));
    std::stable_sort(found.begin(), found.end(), [](const Completion &a, const Completion &b) { return a.count > b.count; });
    found.resize(std::min(found.size(), kMostValuesAmongTerms));
    return found;
}

std::vector<Completion> Completer::measures() const
{
    Collector collector(m_place.typed);
    for (const QString &measure : m_vocabulary.measures)
        collector.add(measure, [&] {
            return Completion{measureText(measure, m_place.share) + QLatin1Char('>'), measure,
                m_place.share ? Text::tr("value over the whole") : Text::tr("figures of this measure")};
        });
    return collector.items();
}

std::vector<Completion> Completer::values() const
{
    if (!m_field)
        return {};
    QString typed = m_place.typed;
    if (!m_place.quoted && typed.startsWith(kStar))
        typed.remove(0, 1);
    Collector collector(typed);
    const auto counts = std::find_if(
        m_facets.begin(), m_facets.end(), [this](const FacetCounts &facet) { return facet.field == m_field->name; });
    const bool isCounted = counts != m_facets.end();
    if (isCounted && m_field->kind == ValueKind::Date)
        addDates(collector, counts->bins);
    for (const FacetValue &value : isCounted ? counts->values : std::vector<FacetValue>()) {
        const QString label = value.value.isNull() ? QString(kNone) : value.value;
        if (!isOther(label))
            collector.add(label, [&] {
                return Completion{
                    valueText(value.value), label, value.value.isNull() ? Text::tr("nothing is there") : QString(), value.count};
            });
    }
    const bool isOfMeasures = m_field->name == QLatin1String("measure");
    const bool isOfUnits = m_field->name == QLatin1String("unit");
    if (!isCounted && (isOfMeasures || isOfUnits))
        for (const QString &name : isOfMeasures ? m_vocabulary.measures : m_vocabulary.units)
            if (!isOther(name))
                collector.add(name, [&] { return Completion{valueText(name), name, {}}; });
    return collector.items();
}

/// Years, the newest first; months once a year is typed.
void Completer::addDates(Collector &collector, const std::vector<Bin> &bins) const
{
    const bool isMonths = m_place.typed.size() >= 4;
    std::map<QString, int, std::greater<>> sums;
    for (const Bin &bin : bins) {
        const int month = int(bin.low) % 100;
        const QString year = QString::number(int(bin.low) / 100);
        if (!isMonths)
            sums[year] += bin.count;
        else if (month > 0)
            sums[QStringLiteral("%1-%2").arg(year).arg(month, 2, 10, QLatin1Char('0'))] += bin.count;
    }
    for (const auto &[date, count] : sums)
        if (count > 0 && !isOther(date))
            collector.add(date, [&] { return Completion{date, date, {}, count}; });
}

std::vector<Completion> Completer::flags() const
{
    const QString prefix = m_place.name.toLower() + QLatin1Char(':');
    Collector collector(m_place.typed);
    for (qsizetype i = 0; i < flagNames().size(); ++i) {
        const QString name = flagNames()[i].mid(prefix.size());
        if (flagNames()[i].startsWith(prefix))
            collector.add(name, [&] { return Completion{name, name, flagDetail(FlagId(i))}; });
    }
    return collector.items();
}

std::vector<Completion> Completer::sortKeys() const
{
    const bool isDescending = m_place.typed.startsWith(QLatin1Char('-'));
    Collector collector(m_place.typed.mid(isDescending ? 1 : 0));
    for (qsizetype i = 0; i < sortFieldNames().size(); ++i) {
        const QString name = sortFieldNames()[i];
        if (!isOther(name))
            collector.add(name, [&] {
                return Completion{isDescending ? QLatin1Char('-') + name : name, name, sortDetail(SortId(i))};
            });
    }
    return collector.items();
}

/// Units behind a number; of a share a percentage alone.
std::vector<Completion> Completer::amounts() const
{
    const std::optional<Amount> amount = readAmount(m_place.typed);
    if (!amount)
        return {};
    Collector collector(amount->unit);
    for (const QString &unit : m_place.share ? QStringList{QString(kPercent)} : m_vocabulary.units)
        collector.add(unit, [&] {
            return Completion{
                amountText({amount->number, unit}), unit, m_place.share ? Text::tr("of the whole") : Text::tr("unit")};
        });
    return collector.items();
}

} // namespace

Completions completions(const QString &text, int cursor, const Vocabulary *vocabulary, std::span<const FacetCounts> facets)
{
    const CompletionPlace place = completionPlace(text, cursor);
    static const Vocabulary none;
    const Completer completer(place, vocabulary ? *vocabulary : none, facets);
    return {int(place.start), int(place.end - place.start), completer.facet(), completer.items()};
}

} // namespace waic::explore
