// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/row_change.h"

namespace waic::catalogue {

class Database;

/// One cell that a step changed, in words: field labels, numbers by the locale, countries by name.  User data: plain text.
struct CellChange
{
    QString about; ///< of a figure: "AI models released, China"; of a source: its title; null for the announcement's own fields
    QString field;
    QString was; ///< null: nothing was there
    QString is;  ///< null: nothing is there now
};

/// What a row of a recorded table belongs to.
struct RowPlace
{
    RowId announcement = 0; ///< 0: many announcements may refer to the row, or none
    QString about;          ///< as in CellChange
};

/// "Title", "As of", "Preferred" for a column of a recorded table; the column itself where there are no words for it.
QString columnWords(const QString &table, const QString &column);
/// A cell as a person reads it; null for nothing.
QString cellWords(const QString &table, const QString &column, const QVariant &value);

/// A cell of the row that a change is about: as the change has it, else as the row has it now.  Throws SQLite::Exception.
QVariant columnValue(Database &database, const RowChange &change, const char *column);
/// The announcement that a change belongs to; 0 for a row that many may refer to.  Throws SQLite::Exception.
RowId announcementOf(Database &database, const RowChange &change);
/// change: for a row that is gone, it says itself what it belonged to.  Throws SQLite::Exception.
RowPlace placeOf(Database &database, const RowChange &change);
/// The name of a row that stands for itself: the announcement's title, the organisation's, view's or chart's name, the text of a
/// key.  Null when it is gone.  Throws SQLite::Exception.
QString nameOfRow(Database &database, const QString &table, const QVariant &key);

/// What a change did, in words: a line for each cell of an update, one for a row that was added or removed ("Tag: none →
/// robots"). Throws SQLite::Exception.
std::vector<CellChange> cellChanges(Database &database, const RowChange &change);

/// The names of a table's columns, in its order.  Throws SQLite::Exception.
QStringList columnNames(Database &database, const QString &table);

} // namespace waic::catalogue
