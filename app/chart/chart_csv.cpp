// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_table.h"

#include "catalogue/figure.h"
#include "catalogue/partial_date.h"
#include "chart/table_cells.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartTable)
};

/// Names of columns, for programs and so in no language of a person.
enum Column {
    CategoryColumn,
    TimeColumn,
    SeriesColumn,
    MeasureColumn,
    ValueColumn,
    UnitColumn,
    LowColumn,
    HighColumn,
    ShareColumn,
    AcrossMeasureColumn,
    AcrossColumn,
    AcrossUnitColumn,
    OtherValuesColumn,
    QualifierColumn,
    NatureColumn,
    DefinitionColumn,
    ScopeColumn,
    AsOfColumn,
    UnverifiedColumn,
    FiguresColumn,
    SourcesColumn,
    LinksColumn,
    NoteColumn,
    ColumnCount
};
constexpr std::array<const char *, ColumnCount> kHead{"category", "time", "series", "measure", "value", "unit", "low", "high",
    "share", "across_measure", "across", "across_unit", "other_values", "qualifier", "nature", "definition", "scope", "as_of",
    "unverified", "figures", "sources", "links", "note"};

/// As short as it can be and still be the same number; without an exponent where the digits can be counted.
QString number(double value)
{
    const double size = std::abs(value);
    const bool isPlain = size == 0 || (size >= 1e-6 && size < 1e21);
    return QString::number(value, isPlain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

QString number(const std::optional<double> &value)
{
    return value ? number(*value) : QString();
}

/// "2025-07", of whole years "2025".
QString timeText(const ChartData &data, const QString &label, int month)
{
    if (month == 0)
        return {};
    const bool isYear = data.spec.dimension == QLatin1String("year") || label == QString::number(month / 12);
    return catalogue::isoText(month, isYear);
}

QString quoted(const QString &cell)
{
    const bool needsQuotes = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"'))
        || cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'))
        || (!cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace()));
    return needsQuotes ? QLatin1Char('"') + QString(cell).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"')
                       : cell;
}

QByteArray line(const QStringList &cells)
{
    QStringList made;
    for (const QString &cell : cells)
        made.append(quoted(guarded(cell)));
    return made.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

/// Cells that every row of a chart has.
QStringList row(const ChartData &data)
{
    QStringList cells(ColumnCount);
    cells[MeasureColumn] = data.spec.isCount() ? QStringLiteral("announcements") : data.up.measure;
    cells[UnitColumn] = data.spec.isCount() ? QStringLiteral("announcements") : data.up.unit;
    if (data.spec.kind == ChartKind::Scatter) {
        cells[AcrossMeasureColumn] = data.across.measure;
        cells[AcrossUnitColumn] = data.across.unit;
    }
    return cells;
}

void putFacts(QStringList &cells, const ChartData &data, const Mark &mark)
{
    const MarkFacts &facts = mark.facts;
    if (facts.figures == 0) { // counts rest on many pages together
        cells[SourcesColumn] = data.source;
        return;
    }
    cells[QualifierColumn] = facts.qualifier;
    cells[NatureColumn] = facts.nature;
    cells[DefinitionColumn] = facts.definition;
    cells[ScopeColumn] = facts.scope;
    cells[AsOfColumn] = facts.asOf;
    cells[UnverifiedColumn] = facts.isUnverified ? QStringLiteral("yes") : QString();
    cells[FiguresColumn] = QString::number(facts.figures);
    cells[SourcesColumn] = facts.publishers.join(QStringLiteral("; "));
    cells[LinksColumn] = facts.links.join(QLatin1Char(' '));
}

QStringList row(const ChartData &data, const Mark &mark)
{
    QStringList cells = row(data);
    cells[CategoryColumn] = categoryText(data, mark);
    cells[TimeColumn] = timeText(data, cells[CategoryColumn], mark.month);
    cells[SeriesColumn] = seriesText(data, mark);
    cells[ValueColumn] = number(mark.value);
    cells[LowColumn] = number(mark.low);
    cells[HighColumn] = number(mark.high);
    cells[ShareColumn] = mark.whole > 0 ? number(mark.value / mark.whole) : QString();
    if (data.spec.kind == ChartKind::Scatter)
        cells[AcrossColumn] = number(mark.across);
    QStringList others;
    for (const OtherFigure &other : mark.others)
        others.append(number(other.value));
    others.removeDuplicates();
    cells[OtherValuesColumn] = others.join(QStringLiteral("; "));
    putFacts(cells, data, mark);
    return cells;
}

QByteArray missingLines(const ChartData &data, std::size_t mark)
{
    QByteArray lines;
    for (const Category *category : missingBefore(data, mark)) {
        QStringList cells = row(data);
        cells[CategoryColumn] = category->label;
        cells[TimeColumn] = timeText(data, category->label, category->month);
        cells[NoteColumn] = Text::tr("no figure");
        lines += line(cells);
    }
    return lines;
}

/// A row without a value, for what is not divided into marks.
QByteArray remark(const ChartData &data, const QString &category, const QString &note)
{
    QStringList cells = row(data);
    cells[CategoryColumn] = category;
    cells[SourcesColumn] = data.source;
    cells[NoteColumn] = note;
    return line(cells);
}

QByteArray densityLine(const ChartData &data)
{
    const QString pairs = Text::tr("%1 pairs of figures").arg(catalogue::countText(data.figures));
    return remark(data, Text::tr("All together"), QStringList{pairs + QLatin1Char('.'), data.note}.join(QLatin1Char(' ')));
}

} // namespace

QByteArray chartCsv(const ChartData &data)
{
    QStringList head;
    for (const char *name : kHead)
        head.append(QLatin1String(name));
    QByteArray csv = line(head);
    if (data.density)
        csv += densityLine(data);
    for (std::size_t i = 0; i < data.marks.size(); ++i)
        csv += missingLines(data, i) + line(row(data, data.marks[i]));
    csv += missingLines(data, data.marks.size());
    if (!data.remainder.isEmpty())
        csv += remark(data, data.remainder, data.remainderText);
    return csv;
}

} // namespace waic::chart
