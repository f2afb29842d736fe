// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/facet_index.h"

#include "explore/facet_counter.h"
#include "explore/ordering.h"

#include <algorithm>
#include <array>
#include <bit>

namespace waic::explore {

namespace {

constexpr Row kBlock = 4096; ///< rows between two looks at cancelled()
constexpr std::array kFacets = {FieldId::Edition, FieldId::Kind, FieldId::Org, FieldId::Country};
constexpr quint8 kNever = 1u << kFacets.size(); ///< mark of a row that no facet's alternatives can bring back

quint8 markOf(FieldId field)
{
    const auto found = std::find(kFacets.begin(), kFacets.end(), field);
    return quint8(1u << (found - kFacets.begin()));
}

/// One pass over the rows.  A row's mark has a bit for each facet whose conditions reject it, so a row with one bit counts for
/// the alternatives of that facet, and a row with none for everything.
class Evaluation
{
public:
    Evaluation(const IndexColumns &columns, const Query &query);

    bool run(const std::function<bool()> &cancelled); ///< false when cancelled
    Answer answer() const;

private:
    struct MarkedTest
    {
        RowTest test;
        quint8 mark;
    };

    void block(Row first, Row count);
    bool passesWords(Row row) const;

    const IndexColumns &m_columns;
    const Query &m_query;
    IndexColumns::Place m_place;
    std::vector<MarkedTest> m_tests;
    std::vector<WordTest> m_words;
    std::vector<FacetCounter> m_counters;
    std::vector<Row> m_hits;
    int m_total = 0;
    std::array<quint8, kBlock> m_marks;
    std::array<std::vector<quint16>, kFacets.size()> m_countable; ///< rows of the block that each facet counts
};

Evaluation::Evaluation(const IndexColumns &columns, const Query &query)
    : m_columns(columns)
    , m_query(query)
    , m_place(query.inBin ? IndexColumns::Place::Bin : IndexColumns::Place::Shown)
{
    for (const Condition &condition : query.conditions)
        if (const std::optional<FieldId> field = conditionField(condition.field))
            m_tests.push_back({RowTest(columns, condition, *field), markOf(*field)});
    for (const Word &word : query.words)
        if (WordTest test(columns, word); !test.isIdle())
            m_words.push_back(std::move(test));
    for (const FieldId field : kFacets)
        m_counters.emplace_back(columns, field);
    for (std::vector<quint16> &rows : m_countable)
        rows.reserve(kBlock);
}

bool Evaluation::run(const std::function<bool()> &cancelled)
{
    for (Row first = 0; first < m_columns.rowCount(); first += kBlock) {
        if (cancelled && cancelled())
            return false;
        block(first, std::min(kBlock, m_columns.rowCount() - first));
    }
    return !(cancelled && cancelled());
}

void Evaluation::block(Row first, Row count)
{
    for (Row i = 0; i < count; ++i) {
        const bool isHere = m_columns.places[first + i] == m_place;
        m_total += isHere;
        m_marks[i] = isHere ? 0 : kNever;
    }
    for (const MarkedTest &marked : m_tests)
        marked.test.reject(first, std::span(m_marks).first(count), marked.mark);
    for (std::vector<quint16> &rows : m_countable)
        rows.clear();
    for (Row i = 0; i < count; ++i) {
        const quint8 mark = m_marks[i];
        if (mark >= kNever || std::popcount(mark) > 1 || !passesWords(first + i))
            continue;
        if (mark == 0)
            m_hits.push_back(first + i);
        for (size_t facet = 0; facet < kFacets.size(); ++facet)
            if ((mark & ~(1u << facet)) == 0)
                m_countable[facet].push_back(quint16(i));
    }
    for (size_t facet = 0; facet < kFacets.size(); ++facet)
        m_counters[facet].count(first, m_countable[facet]);
}

bool Evaluation::passesWords(Row row) const
{
    return std::all_of(m_words.begin(), m_words.end(), [row](const WordTest &word) { return word.passes(row); });
}

Answer Evaluation::answer() const
{
    Answer answer;
    answer.query = m_query;
    answer.vocabulary = std::make_shared<const Vocabulary>();
    answer.ids = inOrder(m_columns, m_hits, m_query.sort);
    for (const FacetCounter &counter : m_counters)
        answer.facets.push_back(counter.result(m_query));
    answer.total = m_total;
    return answer;
}

} // namespace

struct FacetIndex::Columns : IndexColumns
{
};

FacetIndex::FacetIndex()
    : m_columns(std::make_unique<Columns>())
{
}

FacetIndex::FacetIndex(FacetIndex &&) noexcept = default;
FacetIndex &FacetIndex::operator=(FacetIndex &&) noexcept = default;
FacetIndex::~FacetIndex() = default;

QStringList FacetIndex::facetFields()
{
    QStringList names;
    for (const FieldId field : kFacets)
        names.append(conditionFieldNames()[qsizetype(field)]);
    return names;
}

QStringList FacetIndex::conditionFields()
{
    return conditionFieldNames();
}

QStringList FacetIndex::sortFields()
{
    return sortFieldNames();
}

Result<FacetIndex> FacetIndex::load(catalogue::Reader &reader)
{
    FacetIndex index;
    if (const Result<> done = index.m_columns->load(reader.database()); !done)
        return tl::make_unexpected(done.error());
    return index;
}

Result<> FacetIndex::patch(catalogue::Reader &reader, std::span<const catalogue::RowId> announcements)
{
    return m_columns->patch(reader.database(), announcements);
}

std::shared_ptr<const Vocabulary> FacetIndex::vocabulary() const
{
    return std::make_shared<const Vocabulary>();
}

std::optional<Answer> FacetIndex::evaluate(const Query &query, const QStringList &, const std::function<bool()> &cancelled) const
{
    const auto evaluation = std::make_unique<Evaluation>(*m_columns, query);
    if (!evaluation->run(cancelled))
        return std::nullopt;
    Answer answer = evaluation->answer();
    if (cancelled && cancelled())
        return std::nullopt;
    return answer;
}

} // namespace waic::explore
