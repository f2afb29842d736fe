// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_table.h"

#include "catalogue/figure.h"
#include "chart/field_words.h"
#include "chart/figures.h"
#include "chart/table_cells.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartTable)
};

enum Column {
    CategoryColumn,
    SeriesColumn,
    ValueColumn,
    ShareColumn,
    RangeColumn,
    AlsoColumn,
    QualifierColumn,
    NatureColumn,
    DefinitionColumn,
    ScopeColumn,
    AsOfColumn,
    CheckedColumn,
    FiguresColumn,
    SourcesColumn,
    ColumnCount
};

/// "AI industry output (billion CNY)".
QString measureText(const Measured &axis)
{
    const QString unit = axis.sizeWord.isEmpty() ? axis.unit : Text::tr("%1 %2", "billion, unit").arg(axis.sizeWord, axis.unit);
    const QString name = capitalised(typeset(axis.measure));
    return unit.isEmpty() ? name : Text::tr("%1 (%2)", "measure, unit").arg(name, unit);
}

QString valueHead(const ChartData &data)
{
    if (data.spec.kind == ChartKind::Scatter)
        return Text::tr("Figures");
    return data.spec.isCount() ? Text::tr("Announcements") : measureText(data.up);
}

QStringList heads(const ChartData &data)
{
    const QString &dimension = data.spec.dimension;
    const bool isScatter = data.spec.kind == ChartKind::Scatter;
    const QString field
        = dimension.isEmpty() && !isScatter ? Text::tr("part") : fieldLabel(isScatter ? QStringLiteral("subject") : dimension);
    const QString split = data.spec.split.isEmpty() ? Text::tr("series") : fieldLabel(data.spec.split);
    return {capitalised(field), capitalised(split), valueHead(data), Text::tr("Share"), Text::tr("Range"), Text::tr("Also said"),
        Text::tr("Qualifier"), Text::tr("Nature"), Text::tr("Definition"), Text::tr("Scope"), Text::tr("As of"),
        Text::tr("Checked"), Text::tr("Figures"), Text::tr("Sources")};
}

QString rangeText(const Mark &mark, const Measured &axis)
{
    return mark.low && mark.high ? Text::tr("%1 to %2").arg(scaledText(*mark.low, axis), scaledText(*mark.high, axis))
                                 : QString();
}

QString alsoSaid(const Mark &mark)
{
    QStringList said;
    for (const OtherFigure &other : mark.others)
        said.append(other.text);
    said.removeDuplicates();
    return said.join(QStringLiteral("; "));
}

QStringList row(const ChartData &data, const Mark &mark)
{
    QStringList cells(ColumnCount);
    cells[CategoryColumn] = categoryText(data, mark);
    cells[SeriesColumn] = seriesText(data, mark);
    cells[ValueColumn] = mark.valueText;
    cells[ShareColumn] = mark.shareText;
    cells[RangeColumn] = rangeText(mark, data.up);
    cells[AlsoColumn] = alsoSaid(mark);
    const MarkFacts &facts = mark.facts;
    if (facts.figures == 0)
        return cells;
    cells[QualifierColumn] = facts.qualifier;
    cells[NatureColumn] = facts.nature;
    cells[DefinitionColumn] = facts.definition;
    cells[ScopeColumn] = facts.scope;
    cells[AsOfColumn] = facts.asOf.isEmpty() ? QString() : dateText(facts.asOf);
    cells[CheckedColumn] = facts.isUnverified ? Text::tr("not verified") : QString();
    cells[FiguresColumn] = catalogue::countText(facts.figures);
    cells[SourcesColumn] = facts.publishers.join(QStringLiteral("; "));
    if (facts.isUnsourced)
        cells[SourcesColumn]
            = facts.publishers.isEmpty() ? Text::tr("no source") : Text::tr("%1; one figure has none").arg(cells[SourcesColumn]);
    return cells;
}

void add(ChartTable &table, int mark, const QString &category, const QString &value)
{
    QStringList cells(ColumnCount);
    cells[CategoryColumn] = category;
    cells[ValueColumn] = value;
    table.rows.push_back(cells);
    table.marks.push_back(mark);
}

void addMissing(ChartTable &table, const ChartData &data, std::size_t mark)
{
    for (const Category *category : missingBefore(data, mark))
        add(table, -1, category->label, Text::tr("no figure"));
}

void dropEmptyColumns(ChartTable &table)
{
    for (int column = ColumnCount - 1; column > CategoryColumn; --column) {
        const bool isEmpty = std::all_of(
            table.rows.begin(), table.rows.end(), [column](const QStringList &cells) { return cells[column].isEmpty(); });
        if (!isEmpty || column == ValueColumn)
            continue;
        table.head.removeAt(column);
        for (QStringList &cells : table.rows)
            cells.removeAt(column);
    }
}

} // namespace

ChartTable chartTable(const ChartData &data)
{
    ChartTable table;
    if (!data.empty.isNull())
        return table;
    table.head = heads(data);
    if (data.density)
        add(table, -1, Text::tr("All together"), Text::tr("%1 pairs of figures").arg(catalogue::countText(data.figures)));
    for (std::size_t i = 0; i < data.marks.size(); ++i) {
        addMissing(table, data, i);
        table.rows.push_back(row(data, data.marks[i]));
        table.marks.push_back(int(i));
    }
    addMissing(table, data, data.marks.size());
    if (!data.remainder.isEmpty())
        add(table, -1, data.remainder, data.remainderText);
    dropEmptyColumns(table);
    return table;
}

QString chartText(const ChartData &data)
{
    const auto line = [](const QStringList &cells) {
        QStringList safe;
        for (const QString &cell : cells)
            safe.append(guarded(cell.simplified()));
        return safe.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    const ChartTable table = chartTable(data);
    QString text = line(table.head);
    for (const QStringList &cells : table.rows)
        text += line(cells);
    return text + line({data.source});
}

} // namespace waic::chart
