// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "catalogue/records.h"

#include <QString>

#include <span>

namespace waic::ui {

/// The table's columns, in the order in which they stand unless moved.  Unscoped: the view's interface speaks int.
enum Column {
    StarColumn,
    DateColumn,
    TitleColumn,
    OrganisationColumn,
    KindColumn,
    EditionColumn,
    CountryColumn,
    FiguresColumn,
    SourcesColumn,
    SummaryColumn,
    OpennessColumn,
    VerificationColumn,
    LinkColumn,
    NotesColumn,
    ColumnCount,
};

/// When a column shows, unless the user has chosen.
enum class Shown {
    Always,
    WhenWide, ///< in a window from 1440 px
    OnDemand,
};

/// What a column is: plain data, so that model, view, menus and settings read one list.
struct ColumnSpec
{
    const char *name;  ///< in the settings
    const char *label; ///< source text; translate with columnLabel()
    int width;         ///< px; of the title the least
    Shown shown;
    const char *field;     ///< column of announcement when a person may edit it; else null
    const char *condition; ///< field of a condition on the cell's value; null: none
    const char *sortKey;   ///< null: cannot be sorted by
    bool newestFirst;      ///< the first click sorts falling
    bool numeric;
    QString (*text)(const catalogue::AnnouncementRow &row); ///< as stored; empty: missing
};

std::span<const ColumnSpec> columnSpecs();
const ColumnSpec &columnSpec(int column); ///< REQUIRES 0 ≤ column < ColumnCount
QString columnLabel(int column);
/// Pixels at first, at the text size and in the date form of now.
int columnWidth(int column);
/// The rules for editing a column's cells; null when they are not edited by hand.
const catalogue::Field *columnField(int column);
/// The column that a sort key names; -1 for none.
int columnOfSortKey(QStringView key);
/// A stored value as a cell shows it: countries by name, several lines as one.
QString cellText(int column, const QString &stored);
/// The whole plain text of a cell, line breaks kept: every organisation on a line, countries by name.
QString fullCellText(int column, const catalogue::AnnouncementRow &row);

} // namespace waic::ui
