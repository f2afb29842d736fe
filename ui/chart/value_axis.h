// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

#include <QString>

#include <vector>

namespace waic::ui {

/// The numbers along an axis: from where to where, and the ticks between.
class ValueAxis
{
public:
    /// From zero (or a round number below what is negative) to a round number at or above `most`, with at most so many steps.
    static ValueAxis linear(double least, double most, double steps, const chart::Measured &measured);
    /// Like linear(), but the axis may begin above zero when all values lie far from it; isCut() then.
    static ValueAxis linearOrCut(double least, double most, double steps, const chart::Measured &measured);
    /// Whole powers of ten.  REQUIRES least > 0
    static ValueAxis logarithmic(double least, double most, double steps, const chart::Measured &measured);
    /// 0 to 100 %.
    static ValueAxis percent(double steps);

    const std::vector<double> &ticks() const { return m_ticks; }
    QString text(double tick) const;
    bool isCut() const { return m_isCut; }
    bool isLog() const { return m_isLog; }
    double low() const { return m_low; }
    double high() const { return m_high; }

    /// Where a value lies, 0 at the low end to 1 at the high one.
    double share(double value) const;
    /// The same of a coordinate of the axis' own scale, which is the logarithm on a logarithmic one.
    double shareOf(double coordinate) const;

private:
    double m_low = 0, m_high = 1;
    bool m_isLog = false, m_isPercent = false, m_isCut = false;
    std::vector<double> m_ticks;
    chart::Measured m_measured;
};

} // namespace waic::ui
