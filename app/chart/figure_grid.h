// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/figures.h"

#include <map>

namespace waic::chart {

/// Figures in their places: categories along the axis, series by colour, a mark for each pick.
class FigureGrid
{
public:
    /// Fills categories, series and marks of the data.  table must outlive it.
    FigureGrid(const Making &making, const FigureTable &table);

    /// One figure of those drawn, for sentences.
    struct Drawn
    {
        int category, series;
        Pick pick;
    };
    const std::vector<Drawn> &drawn() const { return m_drawn; }
    int leftOut() const { return m_leftOut; }     ///< categories beyond spec.top
    int belowAxis() const { return m_belowAxis; } ///< figures that the axis has no place for: negative bars, zero on a logarithm
    int seriesLeftOut() const { return m_seriesLeftOut; } ///< lines beyond those that can be told apart
    /// Series say what their figures mean.
    bool tellsMeanings() const;
    bool isLargestOfEach() const { return m_isLargest; } ///< a category holds figures of several subjects
    const QString &split() const { return m_split; }     ///< the spec's, or what had to be told apart

private:
    using Cells = std::map<std::pair<QString, QString>, FigureGroup>;

    bool overTime() const;
    void gather();
    void chooseSplit();
    QString seriesOf(const Figure &figure) const;
    QString meaning(const catalogue::Claim &claim) const;
    void placeCategories();
    void gatherOthers();
    void placeSeries();
    void placeMarks();
    bool fitsAxis(double value) const;
    void addMark(int category, int series, const Pick &pick);
    void summarise();

    ChartData &m_data;
    const ChartSpec &m_spec;
    const explore::Tally &m_tally;
    const FigureTable &m_table;
    QString m_split;
    Cells m_cells; ///< by value of the dimension and of the split
    QStringList m_categories, m_series;
    std::vector<Drawn> m_drawn;
    int m_leftOut = 0, m_seriesLeftOut = 0, m_belowAxis = 0;
    bool m_hasDefinitions = false;
    bool m_isLargest = false;
};

} // namespace waic::chart
