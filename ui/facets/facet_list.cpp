// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_list.h"

#include "catalogue/fold.h"
#include "ui/common/words.h"

#include <algorithm>
#include <numeric>

namespace waic::ui {

namespace {

/// Conditions compare folded: `kind:Robot` ticks "robot".
bool same(const QString &a, const QString &b)
{
    return explore::sameValue(a, b) || (!a.isNull() && !b.isNull() && catalogue::folded(a) == catalogue::folded(b));
}

bool sameLists(const QStringList &a, const QStringList &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), explore::sameValue);
}

bool isOfField(const explore::Condition &condition, const QString &field)
{
    return condition.field == field && !condition.off;
}

} // namespace

int FoldedTitles::indexOf(const QString &value)
{
    const auto found = m_index.constFind(value);
    if (found != m_index.constEnd())
        return *found;
    m_folded.push_back(catalogue::folded(valueTitle(m_field, value)));
    m_index.insert(value, int(m_folded.size()) - 1);
    return int(m_folded.size()) - 1;
}

std::vector<int> FoldedTitles::ranks(const std::vector<explore::FacetValue> &values)
{
    std::vector<int> found;
    found.reserve(values.size());
    for (const explore::FacetValue &value : values)
        found.push_back(indexOf(value.value));
    if (m_ranks.size() != m_folded.size()) {
        std::vector<int> order(m_folded.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(
            order.begin(), order.end(), [this](int a, int b) { return m_folded[std::size_t(a)] < m_folded[std::size_t(b)]; });
        m_ranks.resize(order.size());
        for (std::size_t rank = 0; rank < order.size(); ++rank)
            m_ranks[std::size_t(order[rank])] = int(rank);
    }
    for (int &index : found)
        index = m_ranks[std::size_t(index)];
    return found;
}

FacetList::FacetList(const QString &field)
    : m_field(field)
    , m_titles(field)
{
}

bool FacetList::setCounts(const explore::FacetCounts &counts)
{
    const auto equal = [](const explore::FacetValue &a, const explore::FacetValue &b) {
        return a.count == b.count && explore::sameValue(a.value, b.value);
    };
    if (std::equal(m_values.begin(), m_values.end(), counts.values.begin(), counts.values.end(), equal))
        return false;
    m_values = counts.values;
    m_prepared = 0;
    m_largest = 1;
    for (const explore::FacetValue &value : m_values)
        m_largest = std::max(m_largest, value.count);
    findSelected();
    update();
    return true;
}

bool FacetList::setQuery(const explore::Query &query)
{
    QStringList ticked = query.values(m_field), excluded = query.values(m_field, true);
    if (sameLists(ticked, m_ticked) && sameLists(excluded, m_excluded))
        return false;
    m_ticked = std::move(ticked);
    m_excluded = std::move(excluded);
    findSelected();
    update();
    return true;
}

void FacetList::setOrder(FacetOrder order)
{
    m_order = order;
    update();
}

void FacetList::setLimit(int limit)
{
    m_limit = limit;
    update();
}

void FacetList::setSearch(const QString &text)
{
    m_search = catalogue::folded(text).trimmed();
    update();
}

void FacetList::clear()
{
    *this = [this] {
        FacetList empty(m_field);
        empty.m_order = m_order;
        empty.m_limit = m_limit;
        return empty;
    }();
}

bool FacetList::prepare(int values)
{
    // Fewer values than titles: they are those of an answer before, most often the first one of everything.
    if (m_titles.size() >= total())
        return false;
    const int last = std::min(total(), m_prepared + values);
    for (; m_prepared < last; ++m_prepared)
        m_titles.of(m_values[std::size_t(m_prepared)].value);
    return m_prepared < total();
}

FacetEntry FacetList::at(int place) const
{
    const int index = m_shown[std::size_t(place)];
    const explore::FacetValue &value = m_values[std::size_t(index)];
    return {value.value, valueTitle(m_field, value.value), value.count, state(index)};
}

int FacetList::placeOf(const QString &value) const
{
    const auto found = std::find_if(
        m_shown.begin(), m_shown.end(), [&](int index) { return explore::sameValue(m_values[std::size_t(index)].value, value); });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

void FacetList::findSelected()
{
    m_states.clear();
    if (m_ticked.isEmpty() && m_excluded.isEmpty())
        return;
    m_states.assign(m_values.size(), FacetState::Empty);
    QHash<QString, FacetState> wanted;
    FacetState missing = FacetState::Empty;
    for (const bool ticked : {false, true})
        for (const QString &value : ticked ? m_ticked : m_excluded) {
            const FacetState state = ticked ? FacetState::Ticked : FacetState::Excluded;
            value.isNull() ? missing = state : wanted[value] = state;
        }
    for (std::size_t i = 0; i < m_values.size(); ++i)
        m_states[i] = m_values[i].value.isNull() ? missing : wanted.value(m_values[i].value, FacetState::Empty);
    // Values that were written another way are few: only for them is it worth to look at every title.
    for (const explore::FacetValue &value : m_values)
        if (!value.value.isNull() && !wanted.isEmpty())
            wanted.remove(value.value);
    if (wanted.isEmpty())
        return;
    QHash<QString, FacetState> folded;
    for (auto value = wanted.cbegin(); value != wanted.cend(); ++value)
        folded[catalogue::folded(valueTitle(m_field, value.key()))] = *value;
    for (std::size_t i = 0; i < m_values.size(); ++i)
        if (!m_values[i].value.isNull() && m_states[i] == FacetState::Empty)
            m_states[i] = folded.value(m_titles.of(m_values[i].value), FacetState::Empty);
}

bool FacetList::isFound(int index)
{
    const QString &value = m_values[std::size_t(index)].value;
    const QString title = value.isNull() ? catalogue::folded(valueTitle(m_field, value)) : m_titles.of(value);
    if (title.startsWith(m_search))
        return true;
    return catalogue::isCjk(m_search[0].unicode()) ? title.contains(m_search) : title.contains(QLatin1Char(' ') + m_search);
}

void FacetList::sort(std::vector<int> &order, std::size_t wanted)
{
    const auto middle = order.begin() + std::ptrdiff_t(std::min(wanted, order.size()));
    const auto value = [this](int index) -> const explore::FacetValue & { return m_values[std::size_t(index)]; };
    if (m_order == FacetOrder::ByName) {
        const std::vector<int> ranks = m_titles.ranks(m_values);
        std::partial_sort(
            order.begin(), middle, order.end(), [&](int a, int b) { return ranks[std::size_t(a)] < ranks[std::size_t(b)]; });
        return;
    }
    if (m_order == FacetOrder::ByYear) {
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return value(a).value > value(b).value; });
        return;
    }
    const auto more = [&](int a, int b) { return value(a).count > value(b).count; };
    if (!std::is_sorted(order.begin(), order.end(), more))
        std::stable_sort(order.begin(), order.end(), more);
}

void FacetList::update()
{
    const bool searching = !m_search.isEmpty();
    const bool limited = !searching && m_limit >= 0 && total() > m_limit + 1;
    std::vector<int> chosen, others, missing;
    others.reserve(m_values.size());
    for (int index = 0; index < total(); ++index) {
        if (searching && !isFound(index))
            continue;
        const bool isChosen = state(index) != FacetState::Empty && m_order != FacetOrder::ByYear;
        (m_values[std::size_t(index)].value.isNull() && !isChosen ? missing : isChosen ? chosen : others).push_back(index);
    }
    // Missing stands last among the chosen ones too.
    std::stable_partition(
        chosen.begin(), chosen.end(), [this](int index) { return !m_values[std::size_t(index)].value.isNull(); });
    const auto named
        = std::find_if(chosen.begin(), chosen.end(), [this](int index) { return m_values[std::size_t(index)].value.isNull(); });
    std::vector<int> first(chosen.begin(), named);
    sort(first, first.size());
    std::copy(first.begin(), first.end(), chosen.begin());
    const std::size_t room = limited ? std::size_t(std::max(0, m_limit - int(chosen.size()))) : others.size();
    sort(others, m_order == FacetOrder::ByYear ? others.size() : room);
    m_shown = std::move(chosen);
    others.insert(others.end(), missing.begin(), missing.end());
    for (std::size_t i = 0; i < others.size(); ++i)
        if (!limited || i < room || state(others[i]) != FacetState::Empty)
            m_shown.push_back(others[i]);
}

explore::Query withState(explore::Query query, const QString &field, const QString &value, FacetState state)
{
    for (const bool excluded : {false, true}) {
        const QStringList now = query.values(field, excluded);
        for (const QString &other : now)
            if (same(value, other))
                query.setValue(field, other, false, excluded);
    }
    if (state != FacetState::Empty)
        query.setValue(field, value, true, state == FacetState::Excluded);
    return query;
}

explore::Query withRange(explore::Query query, const QString &field, const explore::Range &range)
{
    const bool open = range.from.isNull() && range.to.isNull();
    const auto mine = [&](const explore::Condition &condition) { return isOfField(condition, field) && !condition.excluded; };
    const auto ranged = std::find_if(query.conditions.begin(), query.conditions.end(),
        [&](const explore::Condition &condition) { return mine(condition) && !condition.ranges.empty(); });
    const auto valued = std::find_if(query.conditions.begin(), query.conditions.end(), mine);
    if (!open && ranged == query.conditions.end() && valued != query.conditions.end())
        valued->ranges.push_back(range);
    else
        query.setRange(field, range);
    return query;
}

explore::Query withoutField(explore::Query query, const QString &field)
{
    std::erase_if(query.conditions, [&](const explore::Condition &condition) { return isOfField(condition, field); });
    return query;
}

} // namespace waic::ui
