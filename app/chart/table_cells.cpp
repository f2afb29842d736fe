// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/table_cells.h"

#include <QRegularExpression>

namespace waic::chart {

QString guarded(const QString &cell)
{
    static const QRegularExpression kFormula(QStringLiteral("^[=+\\-@\\t\\r\\n]"));
    static const QRegularExpression kNumber(QStringLiteral("\\A[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"));
    const bool isFormula = kFormula.match(cell).hasMatch() && !kNumber.match(cell).hasMatch();
    return isFormula ? QLatin1Char('\'') + cell : cell;
}

QString categoryText(const ChartData &data, const Mark &mark)
{
    const bool hasCategory = mark.category >= 0 && std::size_t(mark.category) < data.categories.size();
    return hasCategory ? data.categories[std::size_t(mark.category)].label : mark.label;
}

QString seriesText(const ChartData &data, const Mark &mark)
{
    const bool hasSeries = mark.series >= 0 && std::size_t(mark.series) < data.series.size();
    return hasSeries && data.series.size() > 1 ? data.series[std::size_t(mark.series)].label : QString();
}

std::vector<const Category *> missingBefore(const ChartData &data, std::size_t mark)
{
    const int from = mark == 0 ? 0 : data.marks[mark - 1].category + 1;
    const int to = mark == data.marks.size() ? int(data.categories.size()) : data.marks[mark].category;
    std::vector<const Category *> missing;
    for (int i = from; i < to; ++i)
        if (data.categories[std::size_t(i)].isMissing)
            missing.push_back(&data.categories[std::size_t(i)]);
    return missing;
}

} // namespace waic::chart
