// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/filling.h"

#include "catalogue/sql.h"

#include <QSet>

namespace waic::catalogue {

namespace {

template <typename... Values>
void insert(Database &database, const char *sql, const Values &...values)
{
    bound(database.kept(sql), values...).exec();
}

void fillLists(Database &database, const Contents &contents)
{
    for (const Contents::Unit &unit : contents.units)
        insert(database, "INSERT INTO unit(name, dimension, factor) VALUES(?, ?, ?)", unit.name, unit.dimension, unit.factor);
    for (const Contents::Measure &measure : contents.measures)
        insert(database, "INSERT INTO measure(name, dimension, share_of) VALUES(?, ?, ?)", measure.name, measure.dimension,
            measure.shareOf);
    for (const Contents::Definition &definition : contents.definitions)
        insert(database, "INSERT INTO definition(name, counts) VALUES(?, ?)", definition.name, definition.counts);
    for (const Contents::Source &source : contents.sources)
        insert(database,
            "INSERT INTO source(id, uid, url, title, publisher, language, published_on, attributed_to) VALUES(?, ?, ?, ?, ?, ?, "
            "?, ?)",
            starterId(source.uid), source.uid, source.url, source.title, source.publisher, source.language, source.publishedOn,
            source.attributedTo);
}

void fillOrganisation(Database &database, const Contents::Organisation &organisation)
{
    const RowId id = starterId(organisation.uid);
    insert(database, "INSERT INTO organisation(id, uid, name, country, type) VALUES(?, ?, ?, ?, ?)", id, organisation.uid,
        organisation.name, organisation.country, organisation.type);
    for (const Contents::OrganisationName &name : organisation.names) {
        const QString uid = organisationNameUid(organisation.uid, name);
        insert(database,
            "INSERT INTO organisation_name(id, uid, organisation, name, language, is_alias) VALUES(?, ?, ?, ?, ?, ?)",
            starterId(uid), uid, id, name.name, name.language, name.isAlias);
    }
}

/// announcement, claim: exactly one of them is not 0.
void fillCitation(Database &database, RowId announcement, RowId claim, const QString &supported, const QString &source,
    const QString &qualifier)
{
    const auto reference = [](RowId id) { return id == 0 ? QVariant() : QVariant(id); };
    const QString uid = citationUid(supported, source);
    insert(database, "INSERT INTO citation(id, uid, announcement, claim, source, qualifier) VALUES(?, ?, ?, ?, ?, ?)",
        starterId(uid), uid, reference(announcement), reference(claim), starterId(source), qualifier);
}

void fillClaim(Database &database, const QString &announcement, const Contents::Claim &claim)
{
    const QString uid = claimUid(announcement, claim);
    const RowId id = starterId(uid);
    insert(database,
        "INSERT INTO claim(id, uid, announcement, measure, subject, value, value_to, of_value, unit, qualifier, nature, "
        "definition,"
        " scope, as_of) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, uid, starterId(announcement), claim.measure, claim.subject, claim.value, claim.valueTo, claim.of, claim.unit,
        claim.qualifier, claim.nature, claim.definition, claim.scope, claim.asOf);
    for (const Contents::Citation &citation : claim.citations)
        fillCitation(database, 0, id, uid, citation.source, citation.qualifier);
}

void fillAnnouncement(Database &database, const Contents::Announcement &row, QSet<QString> &tags)
{
    const RowId id = starterId(row.uid);
    insert(database,
        "INSERT INTO announcement(id, uid, title, summary, kind, edition, announced_on, country, openness, url, notes)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id, row.uid, row.title, row.summary, row.kind, row.edition, row.announcedOn, row.country, row.openness, row.url,
        row.notes);
    for (const Contents::Participation &participation : row.organisations)
        insert(database, "INSERT INTO participation(announcement, organisation, role) VALUES(?, ?, ?)", id,
            starterId(participation.organisation), participation.role);
    for (const QString &tag : row.tags) {
        if (!tags.contains(tag))
            insert(database, "INSERT INTO tag(id, uid, name) VALUES(?, ?, ?)", starterId(tag), tag, tag);
        tags.insert(tag);
        insert(database, "INSERT INTO announcement_tag(announcement, tag) VALUES(?, ?)", id, starterId(tag));
    }
    for (const Contents::Claim &claim : row.claims)
        fillClaim(database, row.uid, claim);
    for (const QString &source : row.sources)
        fillCitation(database, id, 0, row.uid, source, {});
}

} // namespace

void fill(Database &database, const Contents &contents)
{
    // A measure may name a later one.
    database.run(QStringLiteral("PRAGMA defer_foreign_keys = ON"));
    database.run(QStringLiteral("INSERT INTO meta(key, value) VALUES('bulk', 1)"));
    fillLists(database, contents);
    for (const Contents::Organisation &organisation : contents.organisations)
        fillOrganisation(database, organisation);
    QSet<QString> tags;
    for (const Contents::Announcement &announcement : contents.announcements)
        fillAnnouncement(database, announcement, tags);
    int position = 0;
    for (const Contents::Chart &chart : contents.charts)
        insert(database, "INSERT INTO saved_chart(id, uid, name, spec, position) VALUES(?, ?, ?, ?, ?)", starterId(chart.uid),
            chart.uid, chart.name, chart.spec, position++);
    if (!contents.starterVersion.isNull())
        insert(database, "INSERT INTO meta(key, value) VALUES('starter_version', ?)", contents.starterVersion);
    database.run(QStringLiteral("DELETE FROM meta WHERE key = 'bulk'"));
    // One row for all: a reader that finds it loads everything again, and its token tells this file from others.
    database.run(QStringLiteral("INSERT INTO touched(entity, row) VALUES('import', 0)"));
}

} // namespace waic::catalogue
