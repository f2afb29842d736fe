// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/row_adding.h"

#include "catalogue/organisations.h"
#include "catalogue/row_lookup.h"

#include <QCoreApplication>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

bool exists(Database &database, const char *table, RowId row)
{
    const QByteArray sql = QByteArrayLiteral("SELECT 1 FROM ") + table + " WHERE id = ?";
    return findsRow(bound(database.kept(sql.constData()), row));
}

tl::unexpected<Error> gone(const QString &what)
{
    return failure(ErrorKind::NotFound, what, {}, Text::tr("another program removed it"));
}

tl::unexpected<Error> announcementGone()
{
    return gone(Text::tr("this announcement is no longer in the catalogue"));
}

RowId idFor(Database &database, const char *table, RowId wanted)
{
    RowId id = wanted;
    while (id == 0 || (wanted == 0 && exists(database, table, id)))
        id = newRowId();
    return id;
}

QString orElse(const QString &text, const char *otherwise)
{
    return text.isEmpty() ? QString::fromLatin1(otherwise) : text;
}

/// The value of a field as it may be stored.
Result<QVariant> checked(Entity entity, const char *column, const QString &value)
{
    return parseField(*findField(entity, QString::fromLatin1(column)), value);
}

Result<> checkClaim(const Claim &row)
{
    const std::pair<const char *, QString> texts[] = {{"measure", row.measure}, {"subject", row.subject}, {"unit", row.unit},
        {"qualifier", orElse(row.qualifier, "exactly")}, {"as_of", row.asOf}};
    for (const auto &[column, value] : texts)
        if (const Result<QVariant> fits = checked(Entity::Claim, column, value); !fits)
            return tl::make_unexpected(fits.error());
    if (row.valueTo && *row.valueTo < row.value)
        return failure(ErrorKind::BadInput,
            Text::tr("%1 is below the lower end of this figure's range. Try %2 or more")
                .arg(numberText(row.valueTo), numberText(row.value)),
            fieldLabel(*findField(Entity::Claim, u"value_to")));
    return {};
}

RowId tagNamed(Database &database, const QString &name)
{
    SQLite::Statement &row = bound(database.kept("SELECT id FROM tag WHERE name = ?"), name);
    const RowId id = row.executeStep() ? integer(row, 0) : 0;
    row.reset();
    return id ? mergeSurvivor(database, "SELECT merged_into FROM tag WHERE id = ?", id) : 0;
}

/// Links of the announcement to the tag or to one that was merged into it.
bool removeTag(Database &database, RowId announcement, const QString &name)
{
    SQLite::Statement &links = bound(database.kept("SELECT tag FROM announcement_tag WHERE announcement = ?"), announcement);
    std::vector<RowId> tags;
    while (links.executeStep())
        tags.push_back(integer(links, 0));
    const RowId wanted = tagNamed(database, name);
    int removed = 0;
    for (const RowId tag : tags)
        if (wanted && mergeSurvivor(database, "SELECT merged_into FROM tag WHERE id = ?", tag) == wanted)
            removed += bound(database.kept("DELETE FROM announcement_tag WHERE announcement = ? AND tag = ?"), announcement, tag)
                           .exec();
    return removed > 0;
}

/// Rows of the organisation or of one that was merged into it, in that role or, for a null one, in any.
bool removeParticipation(Database &database, const SetParticipation &set)
{
    SQLite::Statement &rows
        = bound(database.kept("SELECT organisation, role FROM participation WHERE announcement = ?"), set.announcement);
    std::vector<std::pair<RowId, QString>> there;
    while (rows.executeStep())
        there.emplace_back(integer(rows, 0), text(rows, 1));
    const auto survivor
        = [&](RowId row) { return mergeSurvivor(database, "SELECT merged_into FROM organisation WHERE id = ?", row); };
    const RowId wanted = survivor(set.organisation);
    int removed = 0;
    for (const auto &[organisation, role] : there)
        if ((set.role.isNull() || role == set.role) && survivor(organisation) == wanted)
            removed += bound(database.kept("DELETE FROM participation WHERE announcement = ? AND organisation = ? AND role = ?"),
                set.announcement, organisation, role)
                           .exec();
    return removed > 0;
}

} // namespace

void addMeasure(Database &database, const QString &name)
{
    bound(database.kept("INSERT INTO measure(name) SELECT ?1 WHERE NOT EXISTS(SELECT 1 FROM measure WHERE name = ?1)"), name)
        .exec();
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

Result<> checkDefinition(Database &database, const QString &definition)
{
    if (definition.isEmpty() || findsRow(bound(database.kept("SELECT 1 FROM definition WHERE name = ?"), definition)))
        return {};
    return failure(ErrorKind::BadInput, Text::tr("the catalogue has no definition “%1”").arg(definition),
        fieldLabel(*findField(Entity::Claim, u"definition")),
        Text::tr("add it with what it counts, or choose one that is there"));
}

Result<bool> writeAdded(Database &database, const AddClaim &added)
{
    const Claim &row = added.row;
    if (!exists(database, "announcement", row.announcement))
        return announcementGone();
    for (const Result<> &fits : {checkClaim(row), checkUnit(database, row.unit), checkDefinition(database, row.definition)})
        if (!fits)
            return tl::make_unexpected(fits.error());
    addMeasure(database, row.measure);
    bound(database.kept("INSERT INTO claim(id, uid, announcement, measure, subject, value, value_to, of_value, unit, qualifier,"
                        " nature, definition, scope, as_of, verification, preferred, preferred_reason, note)"
                        " VALUES(?, coalesce(?, lower(hex(randomblob(16)))), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        idFor(database, "claim", row.id), row.uid, row.announcement, row.measure, row.subject, row.value, row.valueTo, row.of,
        row.unit, orElse(row.qualifier, "exactly"), orElse(row.nature, "observed"), row.definition, row.scope, row.asOf,
        orElse(row.verification, "unverified"), row.preferred, row.preferredReason, row.note)
        .exec();
    return true;
}

Result<bool> writeAdded(Database &database, const RemoveClaim &removed)
{
    bound(database.kept("DELETE FROM citation WHERE claim = ?"), removed.row).exec();
    if (bound(database.kept("DELETE FROM claim WHERE id = ?"), removed.row).exec() == 0)
        return gone(Text::tr("this figure is no longer in the catalogue"));
    return true;
}

Result<bool> writeAdded(Database &database, const AddSource &added)
{
    const Source &row = added.row;
    std::vector<QVariant> values;
    const std::pair<const char *, QString> cells[]
        = {{"url", row.url}, {"title", row.title}, {"publisher", row.publisher}, {"language", row.language},
            {"published_on", row.publishedOn}, {"accessed_on", row.accessedOn}, {"attributed_to", row.attributedTo}};
    for (const auto &[column, value] : cells) {
        const Result<QVariant> fits = checked(Entity::Source, column, value);
        if (!fits)
            return tl::make_unexpected(fits.error());
        values.push_back(*fits);
    }
    bound(database.kept("INSERT INTO source(id, uid, url, title, publisher, language, published_on, accessed_on, attributed_to)"
                        " VALUES(?, coalesce(?, lower(hex(randomblob(16)))), ?, ?, ?, ?, ?, ?, ?)"),
        idFor(database, "source", row.id), row.uid, values[0], values[1], values[2], values[3], values[4], values[5], values[6])
        .exec();
    return true;
}

Result<bool> writeAdded(Database &database, const AddCitation &added)
{
    const Citation &row = added.row;
    if (!exists(database, "source", row.source))
        return gone(Text::tr("this source is no longer in the catalogue"));
    if (added.claim ? !exists(database, "claim", added.claim) : !exists(database, "announcement", added.announcement))
        return added.claim ? gone(Text::tr("this figure is no longer in the catalogue")) : announcementGone();
    const char *there = added.claim ? "SELECT 1 FROM citation WHERE claim = ? AND source = ?"
                                    : "SELECT 1 FROM citation WHERE announcement = ? AND source = ?";
    if (findsRow(bound(database.kept(there), added.claim ? added.claim : added.announcement, row.source)))
        return false;
    for (const auto &[column, value] :
        {std::pair{"stance", orElse(row.stance, "supports")}, std::pair{"qualifier", row.qualifier}})
        if (const Result<QVariant> fits = checked(Entity::Citation, column, value); !fits)
            return tl::make_unexpected(fits.error());
    const auto reference = [](RowId id) { return id ? QVariant(id) : QVariant(); };
    bound(database.kept("INSERT INTO citation(id, claim, announcement, source, stance, locator, as_said, qualifier)"
                        " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
        idFor(database, "citation", row.id), reference(added.claim), reference(added.claim ? 0 : added.announcement), row.source,
        orElse(row.stance, "supports"), row.locator, row.asSaid, row.qualifier)
        .exec();
    return true;
}

Result<bool> writeAdded(Database &database, const RemoveCitation &removed)
{
    if (bound(database.kept("DELETE FROM citation WHERE id = ?"), removed.row).exec() == 0)
        return gone(Text::tr("this source is no longer cited there"));
    return true;
}

Result<bool> writeAdded(Database &database, const AddOrganisation &added)
{
    const QString name = added.name.simplified();
    if (name.isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("an organisation needs a name"));
    bound(database.kept("INSERT INTO organisation(id, name) VALUES(?, ?)"), idFor(database, "organisation", added.row), name)
        .exec();
    return true;
}

Result<bool> writeAdded(Database &database, const SetParticipation &set)
{
    if (!set.present)
        return removeParticipation(database, set);
    if (!exists(database, "announcement", set.announcement))
        return announcementGone();
    if (!exists(database, "organisation", set.organisation))
        return gone(Text::tr("this organisation is no longer in the catalogue"));
    return bound(database.kept("INSERT OR IGNORE INTO participation(announcement, organisation, role) VALUES(?, ?, ?)"),
               set.announcement, set.organisation, orElse(set.role.simplified(), "subject"))
               .exec()
        > 0;
}

Result<bool> writeAdded(Database &database, const SetTag &set)
{
    if (!set.present)
        return removeTag(database, set.announcement, set.tag);
    const QString name = set.tag.simplified();
    if (name.isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("a tag needs a name"));
    if (!exists(database, "announcement", set.announcement))
        return announcementGone();
    RowId tag = tagNamed(database, name);
    if (tag == 0) {
        tag = idFor(database, "tag", 0);
        bound(database.kept("INSERT INTO tag(id, name) VALUES(?, ?)"), tag, name).exec();
    }
    return bound(database.kept("INSERT OR IGNORE INTO announcement_tag(announcement, tag) VALUES(?, ?)"), set.announcement, tag)
               .exec()
        > 0;
}

Result<bool> writeAdded(Database &database, const AddUnit &added)
{
    const QString name = added.name.simplified();
    if (name.isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("a unit needs a name"));
    const QString dimension = added.dimension.isEmpty() ? QStringLiteral("count of ") + name : added.dimension;
    return bound(database.kept("INSERT OR IGNORE INTO unit(name, dimension, factor) VALUES(?, ?, 1)"), name, dimension).exec()
        > 0;
}

Result<bool> writeAdded(Database &database, const AddDefinition &added)
{
    const QString name = added.name.simplified();
    if (name.isEmpty() || added.counts.trimmed().isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("a definition needs a name and what exactly it counts"));
    return bound(database.kept("INSERT OR IGNORE INTO definition(name, counts) VALUES(?, ?)"), name, added.counts.trimmed())
               .exec()
        > 0;
}

} // namespace waic::catalogue
