// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/row_writing.h"

#include "catalogue/row_adding.h"
#include "catalogue/row_lookup.h"

#include <QCoreApplication>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

tl::unexpected<Error> gone(Entity entity)
{
    QString what = Text::tr("this announcement is no longer in the catalogue");
    if (entity == Entity::Claim)
        what = Text::tr("this figure is no longer in the catalogue");
    else if (entity != Entity::Announcement)
        what = Text::tr("this source is no longer in the catalogue");
    return failure(ErrorKind::NotFound, what, {}, Text::tr("another program removed it"));
}

bool exists(Database &database, Entity entity, RowId row)
{
    const QString sql = QStringLiteral("SELECT 1 FROM %1 WHERE id = ?").arg(tableName(entity));
    return findsRow(bound(database.kept(sql.toUtf8().constData()), row));
}

/// What the cell holds, when that is neither what whoever edits saw nor what would be written.
std::optional<CellConflict> conflictOf(Database &database, const SetCell &cell, const QVariant &value)
{
    if (!cell.expected)
        return std::nullopt;
    const QString sql
        = QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(quotedIdentifier(cell.column), tableName(cell.entity));
    SQLite::Statement &row = bound(database.kept(sql.toUtf8().constData()), cell.row);
    const bool there = row.executeStep();
    const QVariant found = there ? anything(row, 0) : QVariant();
    row.reset();
    const bool seenNothing = !cell.expected->isValid() || cell.expected->toString().isNull();
    const bool foundNothing = !found.isValid() || (found.typeId() == QMetaType::QString && found.toString().isEmpty());
    const bool fits = seenNothing ? foundNothing : found == *cell.expected;
    if (!there || fits || found == value)
        return std::nullopt;
    CellConflict conflict;
    conflict.table = tableName(cell.entity);
    conflict.key = {QVariant(cell.row)};
    conflict.column = cell.column;
    conflict.found = found;
    conflict.wanted = value;
    return conflict;
}

/// The value as its field allows it; edits may come from elsewhere than a form that asked parseField().
Result<QVariant> checkedValue(const Field &field, const QVariant &value)
{
    if (field.type != FieldType::Number || !value.isValid() || value.typeId() == QMetaType::QString)
        return parseField(field, value.toString());
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (!ok || !qIsFinite(number))
        return failure(ErrorKind::BadInput, Text::tr("“%1” is no number").arg(value.toString()), fieldLabel(field));
    return number;
}

Result<> checkRange(Database &database, RowId claim, bool isUpper, const QVariant &value)
{
    SQLite::Statement &row = bound(database.kept("SELECT value, value_to FROM claim WHERE id = ?"), claim);
    const bool there = row.executeStep();
    const std::optional<double> other = there ? real(row, isUpper ? 0 : 1) : std::nullopt;
    row.reset();
    if (!value.isValid() || !other)
        return {};
    const double number = value.toDouble();
    if (!isUpper && number > *other)
        return failure(ErrorKind::BadInput,
            Text::tr("%1 is above the upper end of this figure's range. Try %2 or less")
                .arg(numberText(number), numberText(other)),
            fieldLabel(*findField(Entity::Claim, u"value")));
    if (isUpper && number < *other)
        return failure(ErrorKind::BadInput,
            Text::tr("%1 is below the lower end of this figure's range. Try %2 or more")
                .arg(numberText(number), numberText(other)),
            fieldLabel(*findField(Entity::Claim, u"value_to")));
    return {};
}

Result<QVariant> valueFor(Database &database, const SetCell &cell)
{
    if (cell.entity == Entity::Announcement && cell.column == QLatin1String("binned_at"))
        return cell.value;
    const bool isStar = cell.entity == Entity::Announcement && cell.column == QLatin1String("starred");
    const bool isPreference = cell.entity == Entity::Claim && cell.column == QLatin1String("preferred");
    if (isStar || isPreference)
        return QVariant(qint64(cell.value.toBool()));
    const Field *field = findField(cell.entity, cell.column);
    if (!field)
        return failure(ErrorKind::BadInput, Text::tr("“%1” is not edited by hand").arg(cell.column));
    Result<QVariant> value = checkedValue(*field, cell.value);
    if (!value || cell.entity != Entity::Claim)
        return value;
    Result<> fits;
    if (cell.column == QLatin1String("unit"))
        fits = checkUnit(database, value->toString());
    else if (cell.column == QLatin1String("definition"))
        fits = checkDefinition(database, value->toString());
    else if (cell.column == QLatin1String("measure"))
        addMeasure(database, value->toString());
    else if (cell.column == QLatin1String("value") || cell.column == QLatin1String("value_to"))
        fits = checkRange(database, cell.row, cell.column == QLatin1String("value_to"), *value);
    return fits ? value : tl::make_unexpected(fits.error());
}

RowId freeId(Database &database)
{
    for (;;)
        if (const RowId id = newRowId(); !exists(database, Entity::Announcement, id))
            return id;
}

} // namespace

Result<bool> writeCell(Database &database, const SetCell &cell, const Decisions &decisions, std::vector<CellConflict> &conflicts)
{
    const Result<QVariant> value = valueFor(database, cell);
    if (!value)
        return tl::make_unexpected(value.error());
    if (std::optional<CellConflict> conflict = conflictOf(database, cell, *value)) {
        const CellConflict *decision = decisions.find(*conflict);
        if (!decision)
            conflicts.push_back(*std::move(conflict));
        if (!decision || !decision->take)
            return false;
    }
    // The column is one of ours by now, never a user's text.
    const std::string column = quotedIdentifier(cell.column).toStdString();
    const std::string sql = "UPDATE " + tableName(cell.entity).toStdString() + " SET " + column + " = ?1 WHERE id = ?2 AND "
        + column + " IS NOT ?1";
    const int changed = bound(database.kept(sql.c_str()), *value, cell.row).exec();
    if (changed == 0 && !exists(database, cell.entity, cell.row))
        return gone(cell.entity);
    return changed > 0;
}

Result<RowId> writeAnnouncement(Database &database, const Announcement &row)
{
    std::vector<QVariant> values;
    for (const Field &field : editableFields(Entity::Announcement)) {
        if (field.required && (row.*textMember(field)).isNull() && qstrcmp(field.column, "title") != 0) {
            values.emplace_back(); // the schema's default
            continue;
        }
        const Result<QVariant> value = parseField(field, row.*textMember(field));
        if (!value)
            return tl::make_unexpected(value.error());
        values.push_back(*value);
    }
    const RowId id = row.id == 0 ? freeId(database) : row.id;
    SQLite::Statement &insert = database.kept(
        "INSERT INTO announcement(title, summary, kind, edition, announced_on, country, openness, url, notes, "
        "verification, id, uid, starred)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, 'unverified'), ?, coalesce(?, lower(hex(randomblob(16)))), ?)");
    int index = 0;
    for (const QVariant &value : values)
        bindAt(insert, ++index, value);
    bindAt(insert, ++index, id);
    bindAt(insert, ++index, row.uid);
    bindAt(insert, ++index, row.starred);
    expectParameters(insert, index);
    insert.exec();
    return id;
}

} // namespace waic::catalogue
