// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <initializer_list>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace waic::explore {

/// Ids of announcements in display order: rows of an index and the ids of all its rows, both shared, so that an answer of a
/// million rows is made and copied without touching the ids.  Immutable; copies are cheap; any thread.
class IdList
{
public:
    using RowId = catalogue::RowId;
    using Rows = std::vector<quint32>;

    class const_iterator
    {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = RowId;
        using difference_type = std::ptrdiff_t;
        using pointer = const RowId *;
        using reference = RowId;

        const_iterator() = default;
        const_iterator(const IdList *list, std::size_t at)
            : m_list(list)
            , m_at(at)
        {
        }
        RowId operator*() const { return (*m_list)[m_at]; }
        RowId operator[](difference_type offset) const { return (*m_list)[std::size_t(difference_type(m_at) + offset)]; }
        const_iterator &operator++() { return *this += 1; }
        const_iterator &operator--() { return *this += -1; }
        const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
        const_iterator operator--(int) { return std::exchange(*this, *this + -1); }
        const_iterator &operator+=(difference_type offset)
        {
            m_at = std::size_t(difference_type(m_at) + offset);
            return *this;
        }
        const_iterator &operator-=(difference_type offset) { return *this += -offset; }
        friend const_iterator operator+(const_iterator it, difference_type offset) { return it += offset; }
        friend const_iterator operator+(difference_type offset, const_iterator it) { return it += offset; }
        friend const_iterator operator-(const_iterator it, difference_type offset) { return it += -offset; }
        friend difference_type operator-(const const_iterator &a, const const_iterator &b)
        {
            return difference_type(a.m_at) - difference_type(b.m_at);
        }
        bool operator==(const const_iterator &other) const { return m_at == other.m_at; }
        auto operator<=>(const const_iterator &other) const { return m_at <=> other.m_at; }

    private:
        const IdList *m_list = nullptr;
        std::size_t m_at = 0;
    };

    IdList() = default;
    /// A list of its own, for tests and small selections.
    IdList(std::vector<RowId> ids); // NOLINT: a list of ids is one
    IdList(std::initializer_list<RowId> ids)
        : IdList(std::vector<RowId>(ids))
    {
    }
    /// rows: places in ids, of which there are idCount.
    IdList(std::shared_ptr<const RowId[]> ids, std::size_t idCount, std::vector<quint32> rows);

    std::size_t size() const { return m_rows ? m_rows->size() : 0; }
    bool empty() const { return size() == 0; }
    RowId operator[](std::size_t at) const { return m_ids[std::ptrdiff_t((*m_rows)[at])]; }
    RowId front() const { return (*this)[0]; }
    RowId back() const { return (*this)[size() - 1]; }
    const_iterator begin() const { return {this, 0}; }
    const_iterator end() const { return {this, size()}; }

    /// The ids from a place on, at most count.
    std::vector<RowId> part(std::size_t first, std::size_t count) const;
    std::vector<RowId> all() const { return part(0, size()); }
    /// Place of an id; -1 when it is not here.  Some 0.3 ms for a million.
    std::ptrdiff_t indexOf(RowId id) const;

    bool operator==(const IdList &other) const;

    /// Places from first to before end.
    struct Run
    {
        std::size_t first = 0;
        std::size_t end = 0;

        bool operator==(const Run &) const = default;
    };
    /// The ids at these places; shares them.
    IdList picked(const std::vector<Run> &runs) const;
    /// The same with a few ids more, each before the id that stands at its place now; places in rising order, size() is the end.
    /// Shares the ids with this list unless one is unknown to its index.  Some 5 ms for a million.
    IdList with(std::span<const std::pair<std::size_t, RowId>> added) const;
    /// Where the ids of another list stand here, in rising order.  Empty when that takes more than mostRuns, or would take long:
    /// a million ids of the same index are found in some 2 ms, of another one at most 20,000 are looked for.
    std::optional<std::vector<Run>> runsOf(const IdList &others, std::size_t mostRuns) const;

private:
    std::optional<std::vector<bool>> marked(const IdList &others) const;

    std::shared_ptr<const RowId[]> m_ids;
    std::size_t m_idCount = 0;
    std::shared_ptr<const Rows> m_rows;
};

} // namespace waic::explore
