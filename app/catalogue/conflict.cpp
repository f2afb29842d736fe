// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/conflict.h"

#include "catalogue/change_words.h"
#include "catalogue/field.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

constexpr int kTextInMessage = 80; // characters

QString shown(const QVariant &value, const QString &words)
{
    if (words.isEmpty())
        return Text::tr("empty");
    if (value.typeId() != QMetaType::QString)
        return words;
    const QString line = words.simplified();
    return Text::tr("“%1”").arg(line.size() <= kTextInMessage ? line : line.left(kTextInMessage - 1) + QChar(0x2026));
}

QString why(const CellConflict &conflict)
{
    switch (conflict.kind) {
    case CellConflict::Kind::OtherValue:
        return Text::tr("%1 is %2 now, and would become %3")
            .arg(conflict.field, shown(conflict.found, conflict.foundText), shown(conflict.wanted, conflict.wantedText));
    case CellConflict::Kind::Changed:
        return Text::tr("%1 was changed to %2 since").arg(conflict.field, shown(conflict.found, conflict.foundText));
    case CellConflict::Kind::Gone:
        return Text::tr("a row that it changed is no longer there");
    case CellConflict::Kind::Refused:
        break;
    }
    return Text::tr("it would break a rule of the catalogue");
}

/// Of the cell, whatever it holds.
std::size_t hashOf(const CellConflict &cell)
{
    std::size_t hash = qHashMulti(0, cell.table, cell.column);
    for (const QVariant &part : cell.key)
        hash = qHashMulti(hash, part.toString());
    return hash;
}

} // namespace

void describe(Database &database, CellConflict &conflict)
{
    RowChange row;
    row.kind = RowChange::Kind::Update;
    row.table = conflict.table;
    const QStringList columns = columnNames(database, conflict.table);
    // Keys of the recorded tables are their first columns.
    for (int column = 0; column < columns.size(); ++column) {
        const bool isKey = std::size_t(column) < conflict.key.size();
        row.isKey.push_back(isKey);
        row.was.emplace_back(isKey ? std::optional(conflict.key[std::size_t(column)]) : std::nullopt);
    }
    row.is.resize(row.was.size());
    const RowPlace place = placeOf(database, row);
    conflict.about = place.about;
    conflict.title = place.announcement ? nameOfRow(database, QStringLiteral("announcement"), place.announcement) : place.about;
    if (!place.announcement)
        conflict.about = QString();
    conflict.field = conflict.column.isNull() ? QString() : columnWords(conflict.table, conflict.column);
    conflict.foundText = cellWords(conflict.table, conflict.column, conflict.found);
    conflict.wantedText = cellWords(conflict.table, conflict.column, conflict.wanted);
}

Error conflictError(const QString &label, const std::vector<CellConflict> &conflicts)
{
    QString words = why(conflicts.front());
    if (conflicts.size() > 1)
        words = Text::tr("%1, and %2 more").arg(words, QString::number(conflicts.size() - 1));
    return {ErrorKind::Conflict, Text::tr("“%1” no longer fits what the catalogue holds: %2").arg(label, words),
        conflicts.front().title, Text::tr("nothing was changed; decide which values to keep")};
}

Decisions::Decisions(std::span<const CellConflict> cells)
{
    for (const CellConflict &cell : cells)
        m_cells.emplace(hashOf(cell), cell);
}

const CellConflict *Decisions::find(const CellConflict &conflict) const
{
    const auto [first, last] = m_cells.equal_range(hashOf(conflict));
    const auto found = std::find_if(first, last, [&](const auto &one) { return one.second.isSame(conflict); });
    return found == last ? nullptr : &found->second;
}

std::vector<CellConflict> withEarlier(std::vector<CellConflict> conflicts, std::span<const CellConflict> earlier)
{
    std::unordered_set<std::size_t> asked;
    for (const CellConflict &conflict : conflicts)
        asked.insert(hashOf(conflict));
    for (const CellConflict &one : earlier)
        if (!asked.contains(hashOf(one)))
            conflicts.push_back(one);
    return conflicts;
}

} // namespace waic::catalogue
