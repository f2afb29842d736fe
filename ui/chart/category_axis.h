// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_sheet.h"

namespace waic::ui {

/// Names below a plot, one for each category or, where they have no room, for as many as have: never turned, cut or overlapping.
class CategoryAxis
{
public:
    /// Categories side by side from left to right, each in the middle of its slot.
    CategoryAxis(const std::vector<chart::Category> &categories, const ChartSheet &sheet, qreal left, qreal right);

    qreal middle(int category) const { return m_left + m_slot * (category + 0.5); }
    qreal slot() const { return m_slot; }
    qreal height() const; ///< of the names, with the space above
    /// Puts the names below this line.
    void place(ChartSheet &sheet, qreal top) const;
    /// Categories whose name is there.
    bool isNamed(int category) const;

private:
    struct Name
    {
        int category;
        QStringList lines;
    };
    using Names = std::vector<Name>;

    std::vector<Names> candidates(const std::vector<chart::Category> &categories) const;
    Names monthNames(const std::vector<chart::Category> &categories) const;
    Names yearNames(const std::vector<chart::Category> &categories) const;
    bool fits(const Names &names) const;
    qreal leftOf(const Name &name, const QString &line) const;

    qreal m_left, m_right, m_slot, m_gap;
    QFont m_font;
    Names m_names;
};

} // namespace waic::ui
