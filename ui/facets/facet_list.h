// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"

#include <QHash>

#include <vector>

namespace waic::ui {

enum class FacetState { Empty, Ticked, Excluded };
enum class FacetOrder { ByCount, ByName, ByYear };

/// A value as its row shows it.
struct FacetEntry
{
    QString value; ///< null: missing
    QString label;
    int count = 0;
    FacetState state = FacetState::Empty;

    bool isMissing() const { return value.isNull(); }
    bool operator==(const FacetEntry &other) const
    {
        return explore::sameValue(value, other.value) && label == other.label && count == other.count && state == other.state;
    }
};

/// Folded titles of values and their places in the order of names, kept from answer to answer: folding thousands of names anew
/// would take longer than everything else that an answer asks of the window.
class FoldedTitles
{
public:
    explicit FoldedTitles(const QString &field)
        : m_field(field)
    {
    }

    const QString &of(const QString &value) { return m_folded[std::size_t(indexOf(value))]; }
    int size() const { return int(m_folded.size()); }
    /// Ranks of these values in the order of names.
    std::vector<int> ranks(const std::vector<explore::FacetValue> &values);

private:
    int indexOf(const QString &value);

    QString m_field;
    QHash<QString, int> m_index;
    std::vector<QString> m_folded;
    std::vector<int> m_ranks;
};

/// The values of a facet with what the query says of them, those to show, and their order: ticked and excluded ones on top, but
/// editions by year keep their places; missing last.  Makes titles only of values that are asked for.
class FacetList
{
public:
    explicit FacetList(const QString &field);

    /// True when anything differs from before.
    bool setCounts(const explore::FacetCounts &counts);
    bool setQuery(const explore::Query &query);
    void setOrder(FacetOrder order);
    /// At most so many are shown, and every one that is ticked or excluded; all when only one would be left out.  -1: all.
    void setLimit(int limit);
    /// Only values with a word that begins with the text; blank: no search.
    void setSearch(const QString &text);
    void clear();
    /// Folds titles of some more values, so that the first search or order by name need not fold them all; false when none is
    /// left.
    bool prepare(int values);

    FacetOrder order() const { return m_order; }
    int total() const { return int(m_values.size()); }
    int largest() const { return m_largest; } ///< count of any value, at least 1
    int size() const { return int(m_shown.size()); }
    FacetEntry at(int place) const;          ///< of those shown
    int placeOf(const QString &value) const; ///< -1: not shown

private:
    void findSelected();
    void update();
    void sort(std::vector<int> &order, std::size_t wanted);
    bool isFound(int index);
    FacetState state(int index) const { return m_states.empty() ? FacetState::Empty : m_states[std::size_t(index)]; }

    QString m_field;
    FoldedTitles m_titles;
    std::vector<explore::FacetValue> m_values;
    QStringList m_ticked, m_excluded;
    FacetOrder m_order = FacetOrder::ByCount;
    int m_limit = -1;
    QString m_search; ///< folded
    int m_largest = 1;
    int m_prepared = 0;               ///< values whose titles are folded, from the first on
    std::vector<FacetState> m_states; ///< of each value; empty when none is selected
    std::vector<int> m_shown;         ///< places in m_values
};

/// The query after a value got another state.
explore::Query withState(explore::Query query, const QString &field, const QString &value, FacetState state);
/// The query with this range of a field in place of its others, joined by OR with a missing value that is asked for.
explore::Query withRange(explore::Query query, const QString &field, const explore::Range &range);
/// The query without what it asks of a field; what is switched off stays.
explore::Query withoutField(explore::Query query, const QString &field);

} // namespace waic::ui
