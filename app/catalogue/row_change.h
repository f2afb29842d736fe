// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QByteArray>
#include <QVariant>

#include <functional>
#include <optional>

namespace waic::catalogue {

/// What happened to one row of a recorded table, as the history keeps it: raw values, by the table's columns.
struct RowChange
{
    enum class Kind { Insert, Update, Delete };
    using Cells = std::vector<std::optional<QVariant>>; ///< empty: this cell was not changed; an invalid QVariant is NULL

    Kind kind = Kind::Update;
    QString table;
    std::vector<bool> isKey; ///< by column
    Cells was;               ///< the whole row of a Delete; key and changed cells of an Update; nothing for an Insert
    Cells is;                ///< the whole row of an Insert; changed cells of an Update; nothing for a Delete

    std::vector<QVariant> key() const;
    /// The number that is the whole key; 0 where the key is something else.
    RowId rowId() const;
};

/// The change that takes this one back.
RowChange inverse(RowChange change);

/// One change that does what one after the other does to the same row; none when that is nothing.  REQUIRES: both of one row.
std::optional<RowChange> combined(const RowChange &first, const RowChange &second);

/// The row's whole content before (or after) a Delete or Insert; for an Update only the cells it names.
const RowChange::Cells &wholeRow(const RowChange &change);

/// Which rows to decode, by table and the first number of the key (0 where it is text).
using WantedRow = std::function<bool(const QString &table, RowId firstKey)>;

/// Decodes a changeset of SQLite's session extension, in its order.  wanted: the others are passed over, which is far quicker;
/// null: all.  A damaged one throws SQLite::Exception.
std::vector<RowChange> rowChanges(const QByteArray &changeset, const WantedRow &wanted = {});

} // namespace waic::catalogue
