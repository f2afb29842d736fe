// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_kinds.h"
#include "chart/source_line.h"

/// What charts say of the fields that categories and series stand for.
namespace waic::chart {

/// "kind", "organisation", "year", … as a person reads it; an own field by its name.
QString fieldLabel(const QString &field);
/// A value as shown: a country by its name, typeset.
QString valueLabel(const QString &field, const QString &value);
/// Name of a month or year of a time axis: "July 2025", "2025".
QString timeLabel(const QString &field, int month);
/// An announcement may have several values of it.
bool hasMany(const QString &field);
/// Chinese and American marks keep their colours; empty for others.
std::optional<MarkColour> countryColour(const QString &code);
/// A colour for each of these values of a field.  A name has the same one in every chart, unless two of one chart would share it:
/// then the later name takes the next that is free.  More than five: the others' grey.
std::vector<MarkColour> seriesColours(const QString &field, const QStringList &values);

/// Sources of the announcements counted.
Result<SourceLine> countedSources(const Making &making);
/// Source line and counts of figures; not the note.
void putSources(ChartData &data, const SourceLine &sources);

} // namespace waic::chart
