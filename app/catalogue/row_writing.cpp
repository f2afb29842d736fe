// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/row_writing.h"

#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

tl::unexpected<Error> gone(Entity entity)
{
    const QString what = entity == Entity::Claim ? Text::tr("this figure is no longer in the catalogue")
                                                 : Text::tr("this announcement is no longer in the catalogue");
    return failure(ErrorKind::NotFound, what, {}, Text::tr("another program removed it"));
}

// A statement left on its row would keep an old state of the file in sight.
bool findsRow(SQLite::Statement &statement)
{
    const bool found = statement.executeStep();
    statement.reset();
    return found;
}

bool exists(Database &database, Entity entity, RowId row)
{
    const char *sql = entity == Entity::Claim ? "SELECT 1 FROM claim WHERE id = ?" : "SELECT 1 FROM announcement WHERE id = ?";
    return findsRow(bound(database.kept(sql), row));
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

Result<> checkUnit(Database &database, const QString &unit)
{
    if (findsRow(bound(database.kept("SELECT 1 FROM unit WHERE name = ?"), unit)))
        return {};
    SQLite::Statement &similar = bound(
        database.kept(
            "SELECT name FROM unit ORDER BY lower(name) = lower(?1) DESC, instr(lower(name), lower(?1)) > 0 DESC, name LIMIT 3"),
        unit);
    QStringList names;
    while (similar.executeStep())
        names.append(text(similar, 0));
    return failure(ErrorKind::BadInput,
        Text::tr("the catalogue has no unit “%1”. Try one that it has, such as %2").arg(unit, names.join(QStringLiteral(", "))),
        fieldLabel(*findField(Entity::Claim, u"unit")));
}

Result<> checkRange(Database &database, RowId claim, double value)
{
    SQLite::Statement &row = bound(database.kept("SELECT value_to FROM claim WHERE id = ?"), claim);
    const std::optional<double> upper = row.executeStep() ? real(row, 0) : std::nullopt;
    row.reset();
    if (!upper || value <= *upper)
        return {};
    return failure(ErrorKind::BadInput,
        Text::tr("%1 is above the upper end of this figure's range. Try %2 or less").arg(numberText(value), numberText(upper)),
        fieldLabel(*findField(Entity::Claim, u"value")));
}

Result<QVariant> valueFor(Database &database, const SetCell &cell)
{
    if (cell.entity == Entity::Announcement && cell.column == QLatin1String("binned_at"))
        return cell.value;
    if (cell.entity == Entity::Announcement && cell.column == QLatin1String("starred"))
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
    else if (cell.column == QLatin1String("value"))
        fits = checkRange(database, cell.row, value->toDouble());
    return fits ? value : tl::make_unexpected(fits.error());
}

/// 53 bits: JavaScript, JSON and spreadsheets keep such a number exactly.  Random, so that rows added in two copies of a
/// catalogue do not share an id.
RowId freeId(Database &database)
{
    for (;;) {
        const auto id = RowId(QRandomGenerator::system()->generate64() >> 11);
        if (id != 0 && !exists(database, Entity::Announcement, id))
            return id;
    }
}

} // namespace

Result<bool> writeCell(Database &database, const SetCell &cell)
{
    const Result<QVariant> value = valueFor(database, cell);
    if (!value)
        return tl::make_unexpected(value.error());
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
        const Result<QVariant> value = parseField(field, row.*textMember(field));
        if (!value)
            return tl::make_unexpected(value.error());
        values.push_back(*value);
    }
    const RowId id = row.id == 0 ? freeId(database) : row.id;
    SQLite::Statement &insert = database.kept(
        "INSERT INTO announcement(title, summary, kind, edition, announced_on, country, openness, url, notes, id, uid, "
        "verification, starred)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, lower(hex(randomblob(16)))), coalesce(?, 'unverified'), ?)");
    int index = 0;
    for (const QVariant &value : values)
        bindAt(insert, ++index, value);
    bindAt(insert, ++index, id);
    bindAt(insert, ++index, row.uid);
    bindAt(insert, ++index, row.verification);
    bindAt(insert, ++index, row.starred);
    expectParameters(insert, index);
    insert.exec();
    return id;
}

} // namespace waic::catalogue
