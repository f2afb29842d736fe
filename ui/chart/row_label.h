// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_sheet.h"

namespace waic::ui {

/// The name at the left of a row.
struct RowLabel
{
    QStringList lines;
    QFont font;
    qreal width = 0;

    qreal height() const;
    /// Lines that end at `right`, around the height `middle`.
    void place(ChartSheet &sheet, qreal right, qreal middle) const;
};

/// The name on one line; else its alias; else two even lines, smaller; else as many lines as it takes.
RowLabel rowLabel(const ChartSheet &sheet, const QString &name, const QString &alias, qreal width);

} // namespace waic::ui
