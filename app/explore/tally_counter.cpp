// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/tally_counter.h"

#include "explore/unit_factors.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace waic::explore {

namespace {

constexpr size_t kBlock = 4096; ///< rows between two looks at cancelled()
constexpr size_t kWorthTwoThreads = 50000;

/// Code 0 of a dictionary is "missing"; of names, and of numbers that are their own code, it is a value like others.
bool isMissing(const FieldColumn &column, Code code)
{
    if (column.names)
        return !column.names->isThere(code);
    return code == 0 && !column.coded->isNumber;
}

/// same: see sameFolded(); empty: no two are the same.
Code canonical(const FieldColumn &column, const std::vector<Code> &same, Code code)
{
    if (column.names)
        return column.names->canonical(code);
    return same.empty() ? code : same[code];
}

QString valueOf(const FieldColumn &column, Code code)
{
    return column.names ? column.names->name(code) : column.coded->value(code);
}

/// For each code the first that folds to the same text, as no condition could tell them apart; empty when there are no such.
std::vector<Code> sameFolded(const FieldColumn &column)
{
    if (column.names || column.coded->isNumber)
        return {};
    std::vector<Code> same(column.size());
    std::unordered_map<std::string_view, Code> known;
    bool isAny = false;
    for (Code code = 0; code < same.size(); ++code) {
        same[code] = known.try_emplace(column.coded->dictionary.folded(code), code).first->second;
        isAny = isAny || same[code] != code;
    }
    return isAny ? same : std::vector<Code>();
}

/// Calls with each distinct value among these entries of a row.
template <typename Narrow, typename Take>
void eachDistinct(const FieldColumn &column, const std::vector<Code> &same, std::span<const Narrow> entries, Take &&take)
{
    for (size_t i = 0; i < entries.size(); ++i) {
        const Code code = canonical(column, same, entries[i]);
        bool isNew = !isMissing(column, code);
        for (size_t before = 0; before < i && isNew && column.repeats; ++before)
            isNew = canonical(column, same, entries[before]) != code;
        if (isNew)
            take(code);
    }
}

/// Calls work(row, values) for each hit until stopped(i) says so; values(take) calls take with each value of the row, once.
template <typename Stopped, typename Work>
void eachRow(const FieldColumn &column, const std::vector<Code> &same, std::span<const Row> hits, Stopped &&stopped, Work &&work)
{
    column.codes->visit([&](auto codes) {
        for (size_t i = 0; i < hits.size() && !stopped(i); ++i) {
            const Row row = hits[i];
            const size_t first = column.grouping ? column.grouping->start(row) : row;
            const size_t count = column.grouping ? column.grouping->count(row) : 1;
            work(row, [&](auto &&take) { eachDistinct(column, same, codes.subspan(first, count), take); });
        }
    });
}

/// The values of one row, where few rows are asked for.
template <typename Take>
void eachValue(const FieldColumn &column, const std::vector<Code> &same, Row row, Take &&take)
{
    eachRow(
        column, same, std::span(&row, 1), [](size_t) { return false; }, [&](Row, auto &&values) { values(take); });
}

bool hasMonth(const QString &date)
{
    return date.size() >= 7;
}

/// 0 when no row has it.
Code codeOf(const Dictionary &dictionary, const QString &value)
{
    for (Code code = 1; code < dictionary.size(); ++code)
        if (dictionary.value(code) == value)
            return code;
    return 0;
}

} // namespace

bool TallyCounter::isCancelled(size_t step)
{
    if (!m_isStopped && step % kBlock == 0)
        m_isStopped = m_cancelled && m_cancelled();
    return m_isStopped;
}

TallyCounter::Ranked TallyCounter::rank(const QString &field, std::span<const Row> hits)
{
    Ranked ranked;
    const std::optional<FieldColumn> column = m_columns.column(field);
    if (!column)
        return ranked;
    ranked.column = *column;
    std::vector<int> counts(column->size());
    ranked.same = sameFolded(*column);
    eachRow(*column, ranked.same, hits, stopped(),
        [&counts](Row, auto &&values) { values([&counts](Code code) { ++counts[code]; }); });
    const std::vector<quint32> *order = column->names ? &column->names->ranks()
        : column->coded->isNumber                     ? nullptr
                                                      : &column->coded->dictionary.ranks();
    std::vector<Code> codes;
    for (Code code = 0; code < counts.size(); ++code)
        if (counts[code] > 0)
            codes.push_back(code);
    std::sort(codes.begin(), codes.end(), [&](Code a, Code b) {
        if (counts[a] != counts[b])
            return counts[a] > counts[b];
        return order && (*order)[a] != (*order)[b] ? (*order)[a] < (*order)[b] : a < b;
    });
    ranked.places.assign(counts.size(), -1);
    for (const Code code : codes) {
        ranked.places[code] = int(ranked.values.size());
        TallyValue value{valueOf(*column, code), counts[code]};
        if (column->names == &m_columns.organisations) {
            value.aliases = column->names->aliases(code);
            value.organisation = column->names->thing(code).id;
        }
        ranked.values.push_back(std::move(value));
    }
    return ranked;
}

void TallyCounter::countTails(const Ranked &by, std::span<const Row> hits)
{
    std::vector<int> last(by.values.size());
    if (!by.column.grouping) { // one value a row
        for (size_t i = 0; i < last.size(); ++i)
            last[i] = by.values[i].count;
        m_tally.missing = int(hits.size()) - std::accumulate(last.begin(), last.end(), 0);
    } else {
        eachRow(by.column, by.same, hits, stopped(), [&](Row, auto &&values) {
            int farthest = -1;
            values([&](Code code) { farthest = std::max(farthest, by.places[code]); });
            ++(farthest < 0 ? m_tally.missing : last[size_t(farthest)]);
        });
    }
    int rows = 0;
    for (size_t i = last.size(); i-- > 0;) {
        rows += last[i];
        last[i] = rows;
    }
    if (last.size() > size_t(Tally::kMostTails))
        last.erase(last.begin() + Tally::kMostTails, last.end());
    m_tally.tail = std::move(last);
}

void TallyCounter::countCells(const Ranked &by, const Ranked &split, std::span<const Row> hits)
{
    const size_t most = std::min(split.values.size(), size_t(std::max(1, m_request.mostSplit)));
    m_tally.split.assign(split.values.begin(), split.values.begin() + qsizetype(most));
    m_tally.splitOthers = int(split.values.size() - most);
    m_tally.cells.assign(by.values.size(), std::vector<int>(most + 2));
    std::vector<quint8> has(most + 2);
    eachRow(by.column, by.same, hits, stopped(), [&](Row row, auto &&values) {
        std::fill(has.begin(), has.end(), quint8(0));
        bool isAny = false;
        eachValue(split.column, split.same, row, [&](Code code) {
            has[std::min(size_t(split.places[code]), most)] = 1;
            isAny = true;
        });
        has[most + 1] = !isAny;
        m_tally.splitHasMissing = m_tally.splitHasMissing || !isAny;
        values([&](Code code) {
            std::vector<int> &cells = m_tally.cells[size_t(by.places[code])];
            for (size_t k = 0; k < cells.size(); ++k)
                cells[k] += has[k];
        });
    });
}

bool TallyCounter::spansManyMonths(const Ranked &by) const
{
    int first = 0, last = 0;
    for (const TallyValue &value : by.values) {
        if (!hasMonth(value.value))
            continue;
        const int month = value.value.left(4).toInt() * 12 + value.value.mid(5, 2).toInt();
        first = first == 0 ? month : std::min(first, month);
        last = std::max(last, month);
    }
    return last - first >= m_request.mostMonths;
}

std::vector<quint8> TallyCounter::drawnCodes(const Ranked &by) const
{
    if (m_request.drawn == TallyRequest::Drawn::All || !m_tally.isKnown)
        return {};
    const bool byYear = m_request.drawn == TallyRequest::Drawn::WithMonth && spansManyMonths(by);
    const bool wantsMonth = m_request.drawn == TallyRequest::Drawn::WithMonth && !byYear;
    std::vector<quint8> drawn(by.places.size());
    for (size_t code = 0; code < drawn.size(); ++code)
        drawn[code] = by.places[code] >= 0 && (!wantsMonth || hasMonth(by.values[size_t(by.places[code])].value));
    return drawn;
}

void TallyCounter::countSources(const Ranked &by, const std::vector<quint8> &isDrawn, std::span<const Row> hits)
{
    const NameTable &pages = m_columns.sources;
    const FieldColumn publisher = *m_columns.column(QStringLiteral("source"));
    const std::vector<Code> same = sameFolded(publisher);
    const Grouping &grouping = *publisher.grouping;
    std::vector<int> uses(publisher.size());
    std::vector<quint8> isUsed(pages.size());
    const auto isLeftOut = [&](Row row) {
        bool found = isDrawn.empty();
        if (!found)
            eachValue(by.column, by.same, row, [&](Code code) { found = found || isDrawn[code]; });
        return !found;
    };
    TallySources &sources = m_tally.sources;
    m_columns.sourceLists.codes.visit([&](auto pageCodes) {
        eachRow(publisher, same, hits, stopped(), [&](Row row, auto &&publishers) {
            if (isLeftOut(row))
                return;
            ++sources.drawn;
            bool isSourced = false;
            for (const auto code : pageCodes.subspan(grouping.start(row), grouping.count(row)))
                if (const Code page = pages.canonical(code); pages.isThere(page)) {
                    isUsed[page] = 1;
                    isSourced = true;
                }
            sources.unsourced += !isSourced;
            publishers([&uses](Code code) { ++uses[code]; });
        });
    });
    for (Code page = 0; page < isUsed.size(); ++page)
        if (isUsed[page] && ++sources.pages <= TallySources::kFewPages)
            sources.few.push_back(pages.thing(page).id);
    if (sources.pages > TallySources::kFewPages)
        sources.few.clear();
    for (Code code = 0; code < uses.size(); ++code)
        if (uses[code] > 0)
            sources.publishers.push_back({valueOf(publisher, code), uses[code]});
}

/// The announcements with a figure of the measure, and their values of both fields where they are not the figures' own.
void TallyCounter::list(std::span<const Row> hits)
{
    const ClaimColumns &claims = m_columns.claims;
    const Dictionary &measures = claims.measure.dictionary;
    std::vector<quint8> isWanted(measures.size());
    for (Code code = 1; code < measures.size(); ++code)
        isWanted[code] = measures.value(code) == m_request.measure || measures.value(code) == m_request.secondMeasure;
    const std::optional<FieldColumn> by = m_columns.column(m_request.by), split = m_columns.column(m_request.split);
    const auto values = [](const std::optional<FieldColumn> &column, Row row) {
        QStringList found;
        if (column)
            eachValue(*column, {}, row, [&](Code code) { found.append(valueOf(*column, code)); });
        return found;
    };
    for (size_t i = 0; i < hits.size() && !isCancelled(i); ++i) {
        const quint32 first = claims.grouping.start(hits[i]), last = first + claims.grouping.count(hits[i]);
        bool has = false;
        for (quint32 entry = first; entry < last && !has; ++entry)
            has = isWanted[claims.measure.codes[entry]];
        if (!has)
            continue;
        if (++m_tally.withMeasure <= Tally::kMostListed)
            m_tally.listed.push_back({m_columns.ids[hits[i]], values(by, hits[i]), values(split, hits[i])});
    }
}

/// Figures of both measures in the units that come first; other units are converted where they can be.
void TallyCounter::pairUp(std::span<const Row> hits)
{
    const ClaimColumns &claims = m_columns.claims;
    const Code right = codeOf(claims.measure.dictionary, m_request.measure);
    const Code upward = codeOf(claims.measure.dictionary, m_request.secondMeasure);
    if (right == 0 || upward == 0)
        return;
    const auto isAsked = [&](quint32 claim) {
        const auto is = [claim](const CodedColumn &column, const QString &wanted) {
            return wanted.isNull() || column.value(column.codes[claim]) == wanted;
        };
        return is(claims.subject, m_request.subject) && is(claims.nature, m_request.nature);
    };
    UnitFactors acrossFactors(m_columns), upFactors(m_columns);
    for (size_t i = 0; i < hits.size() && !isCancelled(i); ++i) {
        const quint32 first = claims.grouping.start(hits[i]), last = first + claims.grouping.count(hits[i]);
        for (quint32 x = first; x < last; ++x) {
            if (claims.measure.codes[x] != right || !isAsked(x))
                continue;
            const auto isPartner = [&](quint32 y) {
                return y != x && claims.measure.codes[y] == upward && claims.subject.codes[y] == claims.subject.codes[x]
                    && isAsked(y);
            };
            quint32 y = first;
            while (y < last && !isPartner(y))
                ++y;
            if (y == last)
                continue;
            const double across = claims.values[x] * acrossFactors.of(claims.unit.codes[x]);
            const double up = claims.values[y] * upFactors.of(claims.unit.codes[y]);
            if (!std::isnan(across) && !std::isnan(up))
                m_tally.pairs.push_back({across, up, m_columns.ids[hits[i]]});
        }
    }
    m_tally.pairUnits[0] = acrossFactors.unit();
    m_tally.pairUnits[1] = upFactors.unit();
}

/// The sources are counted on a second thread where there are many rows.
void TallyCounter::countValues(std::span<const Row> hits)
{
    m_tally.isKnown = m_columns.column(m_request.by).has_value()
        && (m_request.split.isNull() || m_columns.column(m_request.split).has_value());
    const auto policy = hits.size() >= kWorthTwoThreads ? std::launch::async : std::launch::deferred;
    std::future<void> sources;
    if (m_request.drawn == TallyRequest::Drawn::All)
        sources = std::async(policy, [this, hits] { countSources(Ranked(), {}, hits); });
    Ranked by = rank(m_request.by, hits);
    if (!sources.valid())
        sources = std::async(policy, [this, hits, &by] { countSources(by, drawnCodes(by), hits); });
    if (m_tally.isKnown) {
        countTails(by, hits);
        if (!m_request.split.isNull())
            countCells(by, rank(m_request.split, hits), hits);
    }
    sources.get();
    m_tally.by = std::move(by.values);
}

std::optional<Tally> TallyCounter::count(std::span<const Row> hits)
{
    m_tally.request = m_request;
    m_tally.rows = int(hits.size());
    if (!m_request.measure.isNull()) {
        list(hits);
        m_tally.by = rank(m_request.by, hits).values;
        if (!m_request.secondMeasure.isNull())
            pairUp(hits);
    } else {
        countValues(hits);
    }
    if (m_isStopped || (m_cancelled && m_cancelled()))
        return std::nullopt;
    return std::move(m_tally);
}

} // namespace waic::explore
