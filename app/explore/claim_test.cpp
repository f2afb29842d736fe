// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/row_test.h"

#include <cmath>
#include <limits>

namespace waic::explore {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// A claim of a measure whose value compares with a number.
class ClaimTest : public RowTest
{
public:
    ClaimTest(const IndexColumns &columns, const ClaimCondition &condition)
        : m_claims(columns.claims)
        , m_condition(condition)
        , m_measures(columns.claims.measure.dictionary.size())
        , m_thresholds(columns.claims.unit.dictionary.size(), condition.number)
    {
        const std::string measure = foldedText(condition.measure);
        for (Code code = 1; code < m_measures.size(); ++code)
            m_measures[code] = columns.claims.measure.dictionary.folded(code) == measure;
        if (condition.share)
            m_condition.number = condition.unit == QLatin1String("%") ? condition.number / 100 : condition.number;
        else if (!condition.unit.isNull())
            convert(columns, condition.unit.toStdString());
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        std::vector<quint8> found(passes.size());
        m_claims.measure.codes.visit([&](auto measures) {
            findEntries(
                m_claims.grouping, first, Row(passes.size()),
                [&](quint32 claim) { return m_measures[measures[claim]] != 0 && holds(claim); }, found.data());
        });
        for (size_t i = 0; i < passes.size(); ++i)
            passes[i] &= found[i] ^ quint8(m_condition.excluded);
    }

private:
    /// The number in each unit that claims have; NaN where it cannot be converted.
    void convert(const IndexColumns &columns, const std::string &unit)
    {
        const Dictionary &units = columns.claims.unit.dictionary;
        const std::string folded = foldedText(unit);
        const auto named = [&](const std::string &name) {
            const auto found = columns.units.find(name);
            return found == columns.units.end() ? IndexColumns::Unit{} : found->second;
        };
        IndexColumns::Unit asked = named(unit);
        for (const auto &[name, known] : columns.units)
            if (asked.dimension.empty() && foldedText(name) == folded)
                asked = known;
        for (Code code = 0; code < units.size(); ++code) {
            const IndexColumns::Unit own = named(units.value(code).toStdString());
            const bool isConverted = asked.factor > 0 && own.factor > 0 && own.dimension == asked.dimension;
            m_thresholds[code] = units.folded(code) == folded ? m_condition.number
                : isConverted                                 ? m_condition.number * asked.factor / own.factor
                                                              : kNone;
        }
    }

    bool holds(quint32 claim) const
    {
        const double value = m_condition.share ? m_claims.values[claim] / m_claims.wholes[claim] : m_claims.values[claim];
        const double number = m_condition.share ? m_condition.number : m_thresholds[m_claims.unit.codes[claim]];
        if (m_condition.share && !(m_claims.wholes[claim] > 0))
            return false;
        switch (m_condition.compare) {
        case Compare::Equal:
            return value == number;
        case Compare::Greater:
            return value > number;
        case Compare::AtLeast:
            return value >= number;
        case Compare::Less:
            return value < number;
        case Compare::AtMost:
            return value <= number;
        }
        return false;
    }

    const ClaimColumns &m_claims;
    ClaimCondition m_condition;
    std::vector<quint8> m_measures;   ///< by code
    std::vector<double> m_thresholds; ///< by unit
};

} // namespace

std::unique_ptr<RowTest> claimTest(const IndexColumns &columns, const ClaimCondition &condition)
{
    return std::make_unique<ClaimTest>(columns, condition);
}

} // namespace waic::explore
