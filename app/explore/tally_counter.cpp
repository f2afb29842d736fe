// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/tally_counter.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace waic::explore {

namespace {

constexpr size_t kBlock = 4096; ///< rows between two looks at cancelled()

/// Code 0 of a dictionary is "missing"; of names, and of numbers that are their own code, it is a value like others.
bool isMissing(const FieldColumn &column, Code code)
{
    if (column.names)
        return !column.names->isThere(code);
    return code == 0 && !column.coded->isNumber;
}

Code canonical(const FieldColumn &column, Code code)
{
    return column.names ? column.names->canonical(code) : code;
}

QString valueOf(const FieldColumn &column, Code code)
{
    return column.names ? column.names->name(code) : column.coded->value(code);
}

/// Calls with each value of a row, once.
template <typename Take>
void eachValue(const FieldColumn &column, Row row, Take &&take)
{
    const auto offer = [&](Code code) {
        if (!isMissing(column, code))
            take(code);
    };
    if (!column.grouping)
        return offer((*column.codes)[row]);
    const quint32 first = column.grouping->start(row), last = first + column.grouping->count(row);
    for (quint32 entry = first; entry < last; ++entry) {
        const Code code = canonical(column, (*column.codes)[entry]);
        bool isNew = true;
        for (quint32 before = first; before < entry && isNew && column.repeats; ++before)
            isNew = canonical(column, (*column.codes)[before]) != code;
        if (isNew)
            offer(code);
    }
}

/// For each code the first that folds to the same text, as no condition could tell them apart.
std::vector<Code> sameFolded(const FieldColumn &column)
{
    std::vector<Code> same(column.size());
    std::unordered_map<std::string_view, Code> known;
    for (Code code = 0; code < same.size(); ++code) {
        const bool isText = !column.names && !column.grouping && !column.coded->isNumber;
        same[code] = isText ? known.try_emplace(column.coded->dictionary.folded(code), code).first->second : code;
    }
    return same;
}

bool hasMonth(const QString &date)
{
    return date.size() >= 7;
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
    for (size_t i = 0; i < hits.size() && !isCancelled(i); ++i)
        eachValue(*column, hits[i], [&counts](Code code) { ++counts[code]; });
    const std::vector<Code> same = sameFolded(*column);
    for (Code code = 0; code < counts.size(); ++code)
        if (same[code] != code)
            counts[same[code]] += std::exchange(counts[code], 0);
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
    for (Code code = 0; code < same.size(); ++code)
        ranked.places[code] = ranked.places[same[code]];
    return ranked;
}

void TallyCounter::countTails(const Ranked &by, std::span<const Row> hits)
{
    std::vector<int> last(by.values.size());
    for (size_t i = 0; i < hits.size() && !isCancelled(i); ++i) {
        int farthest = -1;
        eachValue(by.column, hits[i], [&](Code code) { farthest = std::max(farthest, by.places[code]); });
        if (farthest < 0)
            ++m_tally.missing;
        else
            ++last[size_t(farthest)];
    }
    int rows = 0;
    for (size_t i = last.size(); i-- > 0;) {
        rows += last[i];
        last[i] = rows;
    }
    last.resize(std::min<size_t>(last.size(), Tally::kMostTails));
    m_tally.tail = std::move(last);
}

void TallyCounter::countCells(const Ranked &by, const Ranked &split, std::span<const Row> hits)
{
    const size_t most = std::min(split.values.size(), size_t(std::max(1, m_request.mostSplit)));
    m_tally.split.assign(split.values.begin(), split.values.begin() + qsizetype(most));
    m_tally.splitOthers = int(split.values.size() - most);
    m_tally.cells.assign(by.values.size(), std::vector<int>(most + 2));
    std::vector<quint8> has(most + 2);
    for (size_t i = 0; i < hits.size() && !isCancelled(i); ++i) {
        std::fill(has.begin(), has.end(), quint8(0));
        bool isAny = false;
        if (!split.places.empty())
            eachValue(split.column, hits[i], [&](Code code) {
                has[std::min(size_t(split.places[code]), most)] = 1;
                isAny = true;
            });
        has[most + 1] = !isAny;
        m_tally.splitHasMissing = m_tally.splitHasMissing || !isAny;
        eachValue(by.column, hits[i], [&](Code code) {
            std::vector<int> &cells = m_tally.cells[size_t(by.places[code])];
            for (size_t k = 0; k < cells.size(); ++k)
                cells[k] += has[k];
        });
    }
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

bool TallyCounter::isDrawn(const Ranked &by, Row row, TallyRequest::Drawn drawn) const
{
    if (drawn == TallyRequest::Drawn::All || !m_tally.isKnown)
        return drawn == TallyRequest::Drawn::All;
    bool found = false;
    eachValue(by.column, row, [&](Code code) {
        found = found || drawn == TallyRequest::Drawn::WithValue || hasMonth(by.values[size_t(by.places[code])].value);
    });
    return found;
}

void TallyCounter::countSources(const Ranked &by, std::span<const Row> hits)
{
    const Lists &lists = m_columns.sourceLists;
    const FieldColumn publisher = *m_columns.column(QStringLiteral("source"));
    std::vector<int> uses(publisher.size());
    std::vector<quint8> isUsed(m_columns.sources.size());
    const bool byYear = m_request.drawn == TallyRequest::Drawn::WithMonth && spansManyMonths(by);
    const TallyRequest::Drawn drawn = byYear ? TallyRequest::Drawn::WithValue : m_request.drawn;
    for (size_t i = 0; i < hits.size() && !isCancelled(i); ++i) {
        if (!isDrawn(by, hits[i], drawn))
            continue;
        ++m_tally.sources.drawn;
        bool isSourced = false;
        lists.each(hits[i], [&](Code code) {
            const Code page = m_columns.sources.canonical(code);
            if (!m_columns.sources.isThere(page))
                return;
            isSourced = true;
            isUsed[page] = 1;
        });
        m_tally.sources.unsourced += !isSourced;
        eachValue(publisher, hits[i], [&uses](Code code) { ++uses[code]; });
    }
    for (Code page = 0; page < isUsed.size(); ++page)
        if (isUsed[page] && ++m_tally.sources.pages <= TallySources::kFewPages)
            m_tally.sources.few.push_back(m_columns.sources.thing(page).id);
    if (m_tally.sources.pages > TallySources::kFewPages)
        m_tally.sources.few.clear();
    for (Code code = 0; code < uses.size(); ++code)
        if (uses[code] > 0)
            m_tally.sources.publishers.push_back({valueOf(publisher, code), uses[code]});
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
            eachValue(*column, row, [&](Code code) { found.append(valueOf(*column, code)); });
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
    const auto codeOf = [&](const QString &measure) {
        const Dictionary &measures = claims.measure.dictionary;
        for (Code code = 1; code < measures.size(); ++code)
            if (measures.value(code) == measure)
                return code;
        return Code(0);
    };
    const Code wanted[2] = {codeOf(m_request.measure), codeOf(m_request.secondMeasure)};
    if (wanted[0] == 0 || wanted[1] == 0)
        return;
    std::optional<Code> firstUnit[2];
    std::vector<double> factors[2]; // by unit; NaN: not to be converted
    const auto factor = [&](int side, Code unit) {
        if (!firstUnit[side]) {
            firstUnit[side] = unit;
            m_tally.pairUnits[side] = claims.unit.value(unit);
            const auto known = [&](Code code) { return m_columns.units.find(claims.unit.value(code).toStdString()); };
            const auto base = known(unit);
            for (Code code = 0; code < claims.unit.size(); ++code) {
                const auto other = known(code);
                const bool converts = base != m_columns.units.end() && other != m_columns.units.end() && base->second.factor > 0
                    && other->second.factor > 0 && base->second.dimension == other->second.dimension;
                factors[side].push_back(code == unit ? 1.0
                        : converts                   ? other->second.factor / base->second.factor
                                                     : std::nan(""));
            }
        }
        return factors[side][unit];
    };
    for (size_t i = 0; i < hits.size() && !isCancelled(i); ++i) {
        const quint32 first = claims.grouping.start(hits[i]), last = first + claims.grouping.count(hits[i]);
        for (quint32 x = first; x < last; ++x) {
            if (claims.measure.codes[x] != wanted[0])
                continue;
            for (quint32 y = first; y < last; ++y) {
                if (y == x || claims.measure.codes[y] != wanted[1] || claims.subject.codes[y] != claims.subject.codes[x])
                    continue;
                const double across = claims.values[x] * factor(0, claims.unit.codes[x]);
                const double up = claims.values[y] * factor(1, claims.unit.codes[y]);
                if (!std::isnan(across) && !std::isnan(up))
                    m_tally.pairs.push_back({across, up, m_columns.ids[hits[i]]});
                break;
            }
        }
    }
}

std::optional<Tally> TallyCounter::count(std::span<const Row> hits)
{
    m_tally.request = m_request;
    m_tally.rows = int(hits.size());
    if (!m_request.measure.isNull()) {
        list(hits);
        m_tally.by = rank(m_request.by, hits).values;
        m_tally.split = rank(m_request.split, hits).values;
        if (!m_request.secondMeasure.isNull())
            pairUp(hits);
    } else {
        Ranked by = rank(m_request.by, hits);
        m_tally.isKnown = m_columns.column(m_request.by).has_value()
            && (m_request.split.isNull() || m_columns.column(m_request.split).has_value());
        if (m_tally.isKnown) {
            countTails(by, hits);
            if (!m_request.split.isNull())
                countCells(by, rank(m_request.split, hits), hits);
        }
        countSources(by, hits);
        m_tally.by = std::move(by.values);
    }
    if (m_isStopped || (m_cancelled && m_cancelled()))
        return std::nullopt;
    return std::move(m_tally);
}

} // namespace waic::explore
