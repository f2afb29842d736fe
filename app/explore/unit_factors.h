// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/index_columns.h"

#include <cmath>

namespace waic::explore {

/// Converts figures to the unit that is asked for first.
class UnitFactors
{
public:
    explicit UnitFactors(const IndexColumns &columns)
        : m_columns(columns)
    {
    }

    /// NaN for a unit that does not convert.
    double of(Code unit)
    {
        if (m_factors.empty()) {
            m_unit = m_columns.claims.unit.value(unit);
            for (Code code = 0; code < m_columns.claims.unit.size(); ++code)
                m_factors.push_back(code == unit ? 1 : between(code, unit));
        }
        return m_factors[unit];
    }
    const QString &unit() const { return m_unit; }

private:
    double between(Code from, Code to) const
    {
        const auto known = [this](Code code) { return m_columns.units.find(m_columns.claims.unit.value(code).toStdString()); };
        const auto other = known(from), base = known(to);
        const bool converts = base != m_columns.units.end() && other != m_columns.units.end() && base->second.factor > 0
            && other->second.factor > 0 && base->second.dimension == other->second.dimension;
        return converts ? other->second.factor / base->second.factor : std::nan("");
    }

    const IndexColumns &m_columns;
    QString m_unit;
    std::vector<double> m_factors; ///< by code of the unit
};

} // namespace waic::explore
