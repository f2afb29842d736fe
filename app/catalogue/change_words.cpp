// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/change_words.h"

#include "catalogue/country.h"
#include "catalogue/field.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

/// Columns that change without being fields to type into, and what people call them.
struct OtherColumn
{
    const char *column;
    const char *label;
    bool yesOrNo; ///< shown as yes or no: a flag, or a time that says since when
};

constexpr OtherColumn kOtherColumns[] = {
    {"starred", QT_TRANSLATE_NOOP("ChangeWords", "Starred"), true},
    {"binned_at", QT_TRANSLATE_NOOP("ChangeWords", "In the bin"), true},
    {"preferred", QT_TRANSLATE_NOOP("ChangeWords", "Preferred"), true},
    {"name", QT_TRANSLATE_NOOP("ChangeWords", "Name"), false},
    {"query", QT_TRANSLATE_NOOP("ChangeWords", "Question"), false},
    {"spec", QT_TRANSLATE_NOOP("ChangeWords", "Chart"), false},
    {"country", QT_TRANSLATE_NOOP("ChangeWords", "Country"), false},
    {"type", QT_TRANSLATE_NOOP("ChangeWords", "Type"), false},
    {"merged_into", QT_TRANSLATE_NOOP("ChangeWords", "Merged into"), false},
    {"position", QT_TRANSLATE_NOOP("ChangeWords", "Position"), false},
};

/// What a row of a table is called when it is added or removed.
constexpr std::pair<const char *, const char *> kThings[] = {
    {"announcement", QT_TRANSLATE_NOOP("ChangeWords", "Announcement")},
    {"claim", QT_TRANSLATE_NOOP("ChangeWords", "Figure")},
    {"participation", QT_TRANSLATE_NOOP("ChangeWords", "Organisation")},
    {"announcement_tag", QT_TRANSLATE_NOOP("ChangeWords", "Tag")},
    {"citation", QT_TRANSLATE_NOOP("ChangeWords", "Source")},
    {"source", QT_TRANSLATE_NOOP("ChangeWords", "New source")},
    {"organisation", QT_TRANSLATE_NOOP("ChangeWords", "New organisation")},
    {"tag", QT_TRANSLATE_NOOP("ChangeWords", "New tag")},
    {"unit", QT_TRANSLATE_NOOP("ChangeWords", "New unit")},
    {"measure", QT_TRANSLATE_NOOP("ChangeWords", "New measure")},
    {"definition", QT_TRANSLATE_NOOP("ChangeWords", "New definition")},
    {"saved_view", QT_TRANSLATE_NOOP("ChangeWords", "View")},
    {"saved_chart", QT_TRANSLATE_NOOP("ChangeWords", "Chart")},
};

const Field *fieldOf(const QString &table, const QString &column)
{
    for (const Entity entity : {Entity::Announcement, Entity::Claim, Entity::Source, Entity::Citation})
        if (table == tableName(entity))
            return findField(entity, column);
    return nullptr;
}

const OtherColumn *otherColumn(const QString &column)
{
    const auto *const found = std::find_if(std::begin(kOtherColumns), std::end(kOtherColumns),
        [&](const OtherColumn &other) { return column == QLatin1String(other.column); });
    return found == std::end(kOtherColumns) ? nullptr : found;
}

QString thingWords(const QString &table)
{
    for (const auto &[name, words] : kThings)
        if (table == QLatin1String(name))
            return Text::tr(words);
    return table;
}

/// The first row's first cell of a statement with one parameter; null without a row.
QString lookUp(Database &database, const char *sql, const QVariant &parameter)
{
    SQLite::Statement &row = bound(database.kept(sql), parameter);
    const QString found = row.executeStep() ? text(row, 0) : QString();
    row.reset();
    return found;
}

/// A cell of the whole row that a change adds or removes, or of one that is there.
class RowCells
{
public:
    RowCells(Database &database, const RowChange &change)
        : m_database(database)
        , m_change(change)
        , m_columns(columnNames(database, change.table))
    {
    }

    QVariant of(const char *column) const
    {
        const int place = int(m_columns.indexOf(QLatin1String(column)));
        const RowChange::Cells &cells
            = m_change.kind == RowChange::Kind::Update ? m_change.was : wholeRow(m_change); // an update names its key at least
        if (place >= 0 && std::size_t(place) < cells.size() && cells[std::size_t(place)])
            return *cells[std::size_t(place)];
        if (m_change.kind != RowChange::Kind::Update || place < 0)
            return {};
        const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE id = ?")
                                .arg(quotedIdentifier(m_columns[place]), quotedIdentifier(m_change.table));
        SQLite::Statement &row = bound(m_database.kept(sql.toUtf8().constData()), m_change.rowId());
        const QVariant found = row.executeStep() ? anything(row, 0) : QVariant();
        row.reset();
        return found;
    }
    QString textOf(const char *column) const { return of(column).toString(); }

private:
    Database &m_database;
    const RowChange &m_change;
    QStringList m_columns;
};

QString figureOfClaim(Database &database, const QVariant &claim)
{
    return lookUp(database, "SELECT measure || ', ' || subject FROM claim WHERE id = ?", claim);
}

/// One line for a row that was added or removed.
QString rowWords(Database &database, const RowChange &change)
{
    const RowCells cells(database, change);
    if (change.table == QLatin1String("claim"))
        return Text::tr("%1: %2 %3").arg(cells.textOf("subject"), numberText(cells.of("value").toDouble()), cells.textOf("unit"));
    if (change.table == QLatin1String("participation"))
        return Text::tr("%1 (%2)").arg(
            nameOfRow(database, QStringLiteral("organisation"), cells.of("organisation")), cells.textOf("role"));
    if (change.table == QLatin1String("announcement_tag"))
        return nameOfRow(database, QStringLiteral("tag"), cells.of("tag"));
    if (change.table == QLatin1String("citation"))
        return nameOfRow(database, QStringLiteral("source"), cells.of("source"));
    const QString title = cells.textOf("title");
    return title.isEmpty() ? cells.textOf("name") : title;
}

} // namespace

QStringList columnNames(Database &database, const QString &table)
{
    SQLite::Statement &rows = bound(database.kept("SELECT name FROM pragma_table_info(?) ORDER BY cid"), table);
    QStringList names;
    while (rows.executeStep())
        names.append(text(rows, 0));
    return names;
}

QString columnWords(const QString &table, const QString &column)
{
    if (const Field *field = fieldOf(table, column))
        return fieldLabel(*field);
    const OtherColumn *other = otherColumn(column);
    return other ? Text::tr(other->label) : column;
}

QString cellWords(const QString &table, const QString &column, const QVariant &value)
{
    const Field *field = fieldOf(table, column);
    const OtherColumn *other = field ? nullptr : otherColumn(column);
    const bool isNumber = value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Double;
    if (other && other->yesOrNo)
        return (isNumber ? value.toLongLong() != 0 : value.isValid()) ? Text::tr("yes") : Text::tr("no");
    if (!value.isValid())
        return {};
    if (isNumber)
        return numberText(value.toDouble());
    const QString text = value.toString();
    if (field && field->type == FieldType::Country) {
        const QString name = countryName(text);
        return name.isNull() ? text : name;
    }
    return text;
}

QString nameOfRow(Database &database, const QString &table, const QVariant &key)
{
    if (table == QLatin1String("announcement"))
        return lookUp(database, "SELECT title FROM announcement WHERE id = ?", key);
    if (table == QLatin1String("source"))
        return lookUp(database, "SELECT title FROM source WHERE id = ?", key);
    for (const char *named : {"organisation", "tag", "saved_view", "saved_chart", "field"}) {
        if (table == QLatin1String(named)) {
            const QByteArray sql = QByteArrayLiteral("SELECT name FROM ") + named + " WHERE id = ?";
            return lookUp(database, sql.constData(), key);
        }
    }
    return key.typeId() == QMetaType::QString ? key.toString() : QString();
}

QVariant columnValue(Database &database, const RowChange &change, const char *column)
{
    return RowCells(database, change).of(column);
}

RowId announcementOf(Database &database, const RowChange &change)
{
    if (change.table == QLatin1String("announcement"))
        return change.rowId();
    for (const char *link : {"participation", "announcement_tag", "field_value", "claim"})
        if (change.table == QLatin1String(link))
            return RowCells(database, change).of("announcement").toLongLong();
    if (change.table != QLatin1String("citation"))
        return 0;
    const RowCells cells(database, change);
    const RowId own = cells.of("announcement").toLongLong();
    return own ? own : lookUp(database, "SELECT announcement FROM claim WHERE id = ?", cells.of("claim")).toLongLong();
}

RowPlace placeOf(Database &database, const RowChange &change)
{
    const RowCells cells(database, change);
    const bool updates = change.kind == RowChange::Kind::Update;
    RowPlace place;
    place.announcement = announcementOf(database, change);
    if (change.table == QLatin1String("claim")) {
        place.about = updates ? figureOfClaim(database, change.rowId())
                              : cells.textOf("measure") + QStringLiteral(", ") + cells.textOf("subject");
    } else if (change.table == QLatin1String("citation")) {
        place.about = updates ? nameOfRow(database, QStringLiteral("source"), cells.of("source"))
                              : figureOfClaim(database, cells.of("claim"));
    } else if (!place.announcement && updates) {
        const std::vector<QVariant> key = change.key();
        place.about = key.empty() ? QString() : nameOfRow(database, change.table, key.front());
    }
    return place;
}

std::vector<CellChange> cellChanges(Database &database, const RowChange &change)
{
    const QString about = placeOf(database, change).about;
    std::vector<CellChange> changes;
    if (change.kind != RowChange::Kind::Update) {
        const QString words = rowWords(database, change);
        const bool added = change.kind == RowChange::Kind::Insert;
        const bool own = change.table == QLatin1String("claim");
        changes.push_back(
            {own ? QString() : about, thingWords(change.table), added ? QString() : words, added ? words : QString()});
        return changes;
    }
    const QStringList columns = columnNames(database, change.table);
    for (std::size_t column = 0; column < change.is.size(); ++column)
        if (change.is[column] && int(column) < columns.size())
            changes.push_back({about, columnWords(change.table, columns[int(column)]),
                cellWords(change.table, columns[int(column)], *change.was[column]),
                cellWords(change.table, columns[int(column)], *change.is[column])});
    return changes;
}

} // namespace waic::catalogue
