// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/evaluation.h"

#include <algorithm>
#include <array>
#include <future>

namespace waic::explore {

namespace {

constexpr Row kBlock = 4096; ///< rows between two looks at cancelled()
constexpr Row kWorthTwoThreads = 100000;

/// The value that makes a test pass nothing: a condition on a field that the catalogue does not have.
class NothingTest : public RowTest
{
public:
    explicit NothingTest(bool excluded)
        : m_passes(excluded)
    {
    }
    void narrow(Row, std::span<quint8> passes) const override
    {
        for (quint8 &pass : passes)
            pass &= quint8(m_passes);
    }

private:
    bool m_passes;
};

/// Positions where keep says 1, without a branch.
template <typename Keep>
std::span<const quint16> compacted(std::array<quint16, kBlock + 1> &to, Row count, Keep &&keep)
{
    size_t kept = 0;
    for (Row i = 0; i < count; ++i) {
        to[kept] = quint16(i);
        kept += keep(i);
    }
    return {to.data(), kept};
}

} // namespace

struct Evaluation::Share
{
    std::vector<FacetCounter> counters;
    std::vector<Row> hits;
    int total = 0;
    bool isCancelled = false;
    std::array<quint8, kBlock> passes;  ///< what is no facet
    std::array<quint8, kBlock> rejects; ///< number of facets whose conditions a row fails
    std::vector<std::array<quint8, kBlock>> byFacet;
    std::array<quint16, kBlock + 1> all, own;
};

Evaluation::Evaluation(
    const TextPlaces &places, Ordering &ordering, const Query &query, const QStringList &facets, const Cancelled &cancelled)
    : m_places(places)
    , m_columns(places.columns)
    , m_ordering(ordering)
    , m_query(query)
    , m_fields(facets)
    , m_cancelled(cancelled)
    , m_wantedPlace(query.inBin ? quint8(IndexColumns::Bin) : quint8(0))
{
    for (const QString &field : facets)
        if (const std::optional<FieldColumn> column = m_columns.column(field))
            m_facets.push_back({field, *column, {}});
}

/// A role that is asked for beside an organisation is that of the same participation.
const Condition *Evaluation::roleCondition() const
{
    const auto isPlain = [](const Condition &it, QLatin1String field) { return it.field == field && !it.off && !it.excluded; };
    const auto &all = m_query.conditions;
    const auto role
        = std::find_if(all.begin(), all.end(), [&](const Condition &it) { return isPlain(it, QLatin1String("role")); });
    const bool hasOrganisation
        = std::any_of(all.begin(), all.end(), [&](const Condition &it) { return isPlain(it, QLatin1String("org")); });
    return role != all.end() && hasOrganisation ? &*role : nullptr;
}

Result<> Evaluation::prepareCondition(const Condition &condition)
{
    std::unique_ptr<RowTest> test;
    const std::optional<FieldId> field = conditionField(condition.field);
    if (const std::optional<FieldColumn> column = m_columns.column(condition.field)) {
        const Condition *role = roleCondition();
        if (role == &condition)
            return {}; // asked beside the organisation
        const bool isOrganisation = field == FieldId::Org && !condition.excluded;
        test = fieldTest(m_columns, *column, condition, isOrganisation ? role : nullptr);
    } else if (field == FieldId::Title) {
        test = titleTest(m_columns, condition);
    } else if (field == FieldId::Summary || field == FieldId::Notes) {
        TextSearch search(m_places, m_cancelled);
        Result<std::unique_ptr<RowTest>> stored = search.stored(*field, condition);
        if (!stored)
            return tl::make_unexpected(stored.error());
        m_isPartial = m_isPartial || search.isPartial();
        test = *std::move(stored);
    } else {
        test = std::make_unique<NothingTest>(condition.excluded);
    }
    const auto facet
        = std::find_if(m_facets.begin(), m_facets.end(), [&condition](const Facet &it) { return it.field == condition.field; });
    (facet == m_facets.end() ? m_tests : facet->tests).push_back(std::move(test));
    return {};
}

Result<> Evaluation::prepare(const Differing &differing)
{
    for (const Condition &condition : m_query.conditions)
        if (!condition.off && !condition.isEmpty())
            if (const Result<> done = prepareCondition(condition); !done)
                return done;
    for (const ClaimCondition &claim : m_query.claims)
        if (!claim.off)
            m_tests.push_back(claimTest(m_columns, claim));
    for (const Flag &flag : m_query.flags) {
        if (flag.off)
            continue;
        if (flag.name == QLatin1String("is:differing")) {
            const Result<std::shared_ptr<const RowMask>> rows = differing();
            if (!rows)
                return tl::make_unexpected(rows.error());
            m_tests.push_back(maskTest(*rows, flag.excluded));
        } else if (std::unique_ptr<RowTest> test = flagTest(m_columns, flag)) {
            m_tests.push_back(std::move(test));
        }
    }
    TextSearch search(m_places, m_cancelled);
    Result<RowTests> words = search.words(m_query.words);
    if (!words)
        return tl::make_unexpected(words.error());
    m_isPartial = m_isPartial || search.isPartial();
    for (std::unique_ptr<RowTest> &test : *words)
        m_tests.push_back(std::move(test));
    return {};
}

void Evaluation::block(Share &share, Row first, Row count)
{
    const auto passes = std::span(share.passes).first(count), rejects = std::span(share.rejects).first(count);
    const quint8 *flags = m_columns.flags.data() + first;
    for (Row i = 0; i < count; ++i)
        passes[i] = (flags[i] & (IndexColumns::Gone | IndexColumns::Bin)) == m_wantedPlace;
    for (Row i = 0; i < count; ++i)
        share.total += passes[i];
    for (const std::unique_ptr<RowTest> &test : m_tests)
        test->narrow(first, passes);
    std::fill(rejects.begin(), rejects.end(), quint8(0));
    for (size_t k = 0; k < m_facets.size(); ++k) {
        if (m_facets[k].tests.empty())
            continue;
        const auto own = std::span(share.byFacet[k]).first(count);
        std::fill(own.begin(), own.end(), quint8(1));
        for (const std::unique_ptr<RowTest> &test : m_facets[k].tests)
            test->narrow(first, own);
        for (Row i = 0; i < count; ++i)
            rejects[i] += own[i] ^ 1;
    }
    quint8 *hit = m_passes.data() + first;
    for (Row i = 0; i < count; ++i)
        hit[i] = passes[i] & quint8(rejects[i] == 0);
    const std::span<const quint16> all = compacted(share.all, count, [hit](Row i) { return hit[i]; });
    for (const quint16 i : all)
        share.hits.push_back(first + i);
    for (size_t k = 0; k < m_facets.size(); ++k) {
        share.counters[k].count(first, count, all);
        if (m_facets[k].tests.empty())
            continue;
        const auto &own = share.byFacet[k];
        share.counters[k].count(first, count,
            compacted(share.own, count, [&](Row i) { return passes[i] & quint8(rejects[i] == 1) & quint8(own[i] == 0); }));
    }
}

void Evaluation::count(Share &share, Row first, Row last)
{
    for (const Facet &facet : m_facets)
        share.counters.emplace_back(facet.column);
    share.byFacet.resize(m_facets.size());
    share.hits.reserve(last - first);
    for (Row at = first; at < last && !share.isCancelled; at += kBlock) {
        block(share, at, std::min(kBlock, last - at));
        share.isCancelled = m_cancelled && m_cancelled();
    }
}

/// For every row how well the words fit: more for each word in the title, most where it begins the title.
std::vector<quint8> Evaluation::scores() const
{
    constexpr quint8 kInTitle = 2, kMost = 240;
    std::vector<quint8> scores(m_columns.rowCount());
    RowMask found(m_columns.rowCount());
    for (const Word &word : m_query.words) {
        const std::string pattern = word.off || word.excluded ? std::string() : wordPattern(word.text);
        if (pattern.empty())
            continue;
        std::fill(found.begin(), found.end(), quint8(0));
        m_columns.titles.find(pattern, 0, m_columns.rowCount(), found.data());
        for (Row row = 0; row < m_columns.rowCount(); ++row)
            if (found[row] && scores[row] < kMost)
                scores[row] += kInTitle + quint8(m_columns.titles.at(row).starts_with(pattern));
    }
    return scores;
}

std::vector<Row> Evaluation::ordered(const Selected &selected)
{
    std::vector<SortKey> sort = m_query.sort;
    if (!sort.empty() && sort.front().field == QLatin1String("relevance"))
        return m_ordering.byScore(selected.hits, selected.passes, scores());
    QString measure;
    for (const Condition &condition : m_query.conditions)
        if (condition.field == QLatin1String("measure") && !condition.off && !condition.excluded && condition.values.size() == 1)
            measure = condition.values.front();
    for (const ClaimCondition &claim : m_query.claims)
        if (measure.isNull() && !claim.off && !claim.excluded)
            measure = claim.measure;
    return m_ordering.inOrder(selected.hits, selected.passes, sort, measure);
}

/// Empty when cancelled.
Result<std::optional<Selected>> Evaluation::select(const Differing &differing)
{
    if (const Result<> done = prepare(differing); !done)
        return tl::make_unexpected(done.error());
    const auto isCancelled = [this] { return m_cancelled && m_cancelled(); };
    if (isCancelled())
        return std::optional<Selected>();
    const Row rows = m_columns.rowCount();
    m_passes.resize(rows);
    std::array<std::unique_ptr<Share>, 2> shares{std::make_unique<Share>(), std::make_unique<Share>()};
    if (rows >= kWorthTwoThreads) {
        const Row middle = rows / 2 / kBlock * kBlock;
        auto other = std::async(std::launch::async, [&] { count(*shares[1], middle, rows); });
        count(*shares[0], 0, middle);
        other.get();
        for (size_t k = 0; k < m_facets.size(); ++k)
            shares[0]->counters[k].add(shares[1]->counters[k]);
        shares[0]->hits.insert(shares[0]->hits.end(), shares[1]->hits.begin(), shares[1]->hits.end());
        shares[0]->total += shares[1]->total;
    } else {
        count(*shares[0], 0, rows);
    }
    if (shares[0]->isCancelled || shares[1]->isCancelled || isCancelled())
        return std::optional<Selected>();
    Selected selected{.query = m_query,
        .fields = m_fields,
        .facets = {},
        .hits = std::move(shares[0]->hits),
        .passes = std::move(m_passes),
        .total = shares[0]->total,
        .isPartial = m_isPartial};
    for (size_t k = 0; k < m_facets.size(); ++k)
        selected.facets.push_back(shares[0]->counters[k].result(m_facets[k].field, m_query));
    return std::optional(std::move(selected));
}

Result<std::optional<Answer>> Evaluation::run(const Differing &differing, std::optional<Selected> &last)
{
    if (!last || last->fields != m_fields || !sameSelection(last->query, m_query)) {
        last.reset();
        Result<std::optional<Selected>> selected = select(differing);
        if (!selected)
            return tl::make_unexpected(selected.error());
        if (!*selected)
            return std::optional<Answer>();
        last = *std::move(selected);
    }
    Answer answer;
    answer.query = m_query;
    answer.total = last->total;
    answer.reach = last->isPartial ? Reach::Titles : Reach::Whole;
    answer.ids = IdList(m_columns.ids.shared(), m_columns.ids.size(), ordered(*last));
    answer.facets = last->facets;
    if (m_cancelled && m_cancelled())
        return std::optional<Answer>();
    return answer;
}

} // namespace waic::explore
