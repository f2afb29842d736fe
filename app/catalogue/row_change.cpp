// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/row_change.h"

#include "catalogue/changeset.h"
#include "catalogue/sql.h"

#include <sqlite3.h>

#include <algorithm>

namespace waic::catalogue {

namespace {

RowChange::Kind kindOf(int operation)
{
    return operation == SQLITE_INSERT ? RowChange::Kind::Insert
        : operation == SQLITE_DELETE  ? RowChange::Kind::Delete
                                      : RowChange::Kind::Update;
}

/// later's cells where it has them, else earlier's.
RowChange::Cells overlaid(const RowChange::Cells &earlier, const RowChange::Cells &later)
{
    RowChange::Cells cells = earlier;
    cells.resize(std::max(earlier.size(), later.size()));
    for (std::size_t column = 0; column < later.size(); ++column)
        if (later[column])
            cells[column] = later[column];
    return cells;
}

/// An update without its cells that stay as they were; none when all do.
std::optional<RowChange> slimmed(RowChange change)
{
    bool changes = false;
    for (std::size_t column = 0; column < change.is.size(); ++column) {
        if (!change.is[column])
            continue;
        if (change.isKey[column] || (change.was[column] && *change.was[column] == *change.is[column])) {
            change.is[column].reset();
            if (!change.isKey[column])
                change.was[column].reset();
        } else {
            changes = true;
        }
    }
    return changes ? std::optional(std::move(change)) : std::nullopt;
}

/// Where a walk stands.
struct Place
{
    explicit Place(sqlite3_changeset_iter *iterator)
    {
        const char *name = nullptr;
        checkCode(sqlite3changeset_op(iterator, &name, &columns, &operation, nullptr));
        table = QString::fromUtf8(name);
        checkCode(sqlite3changeset_pk(iterator, &keys, &columns));
    }

    RowId firstKey(sqlite3_changeset_iter *iterator) const
    {
        int column = 0;
        while (column < columns && !keys[column])
            ++column;
        sqlite3_value *value = nullptr;
        checkCode(operation == SQLITE_INSERT ? sqlite3changeset_new(iterator, column, &value)
                                             : sqlite3changeset_old(iterator, column, &value));
        return value && sqlite3_value_type(value) == SQLITE_INTEGER ? sqlite3_value_int64(value) : 0;
    }

    QString table;
    unsigned char *keys = nullptr; ///< by column
    int columns = 0;
    int operation = 0;
};

RowChange decoded(sqlite3_changeset_iter *iterator, const Place &place)
{
    RowChange change;
    change.table = place.table;
    change.kind = kindOf(place.operation);
    change.isKey.assign(place.keys, place.keys + place.columns);
    const auto read = [&](RowChange::Cells &cells, auto *cellOf) {
        cells.resize(std::size_t(place.columns));
        for (int column = 0; column < place.columns; ++column) {
            sqlite3_value *value = nullptr;
            checkCode(cellOf(iterator, column, &value));
            if (value)
                cells[std::size_t(column)] = changesetCell(value);
        }
    };
    if (change.kind != RowChange::Kind::Insert)
        read(change.was, sqlite3changeset_old);
    if (change.kind != RowChange::Kind::Delete)
        read(change.is, sqlite3changeset_new);
    return change;
}

} // namespace

std::vector<QVariant> RowChange::key() const
{
    const Cells &cells = kind == Kind::Insert ? is : was;
    std::vector<QVariant> key;
    for (std::size_t column = 0; column < isKey.size() && column < cells.size(); ++column)
        if (isKey[column])
            key.push_back(cells[column].value_or(QVariant()));
    return key;
}

RowId RowChange::rowId() const
{
    const std::vector<QVariant> parts = key();
    return parts.size() == 1 && parts.front().typeId() == QMetaType::LongLong ? parts.front().toLongLong() : 0;
}

RowChange inverse(RowChange change)
{
    if (change.kind == RowChange::Kind::Update) {
        RowChange::Cells was = change.is;
        for (std::size_t column = 0; column < was.size(); ++column) {
            if (change.isKey[column]) {
                was[column] = change.was[column];
                change.was[column].reset();
            }
        }
        change.is = std::move(change.was);
        change.was = std::move(was);
        return change;
    }
    change.kind = change.kind == RowChange::Kind::Insert ? RowChange::Kind::Delete : RowChange::Kind::Insert;
    std::swap(change.was, change.is);
    return change;
}

std::optional<RowChange> combined(const RowChange &first, const RowChange &second)
{
    using Kind = RowChange::Kind;
    RowChange both = first;
    if (first.kind == Kind::Insert) {
        if (second.kind == Kind::Delete)
            return std::nullopt;
        both.is = overlaid(first.is, second.is);
        return both;
    }
    if (first.kind == Kind::Delete) {
        if (second.kind != Kind::Insert)
            return both;
        both.kind = Kind::Update;
        both.is = second.is;
        return slimmed(std::move(both));
    }
    if (second.kind == Kind::Delete) {
        both.kind = Kind::Delete;
        both.was = overlaid(second.was, first.was);
        both.is.clear();
        return both;
    }
    both.was = overlaid(second.was, first.was); // what the first one found counts
    both.is = overlaid(first.is, second.is);
    return slimmed(std::move(both));
}

const RowChange::Cells &wholeRow(const RowChange &change)
{
    return change.kind == RowChange::Kind::Delete ? change.was : change.is;
}

std::vector<RowChange> rowChanges(const QByteArray &changeset, const WantedRow &wanted)
{
    std::vector<RowChange> changes;
    ChangesetWalk walk(changeset);
    while (walk.next()) {
        const Place place(walk.iterator());
        if (!wanted || wanted(place.table, place.firstKey(walk.iterator())))
            changes.push_back(decoded(walk.iterator(), place));
    }
    return changes;
}

} // namespace waic::catalogue
