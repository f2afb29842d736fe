// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check.h"

#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QLocale>

#include <initializer_list>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckAgainst)
};

/// A cell as it should be.  sql: an expression over the row `t`; a reference is compared by the uid it leads to.
struct Expected
{
    const char *field; ///< as the JSON names it
    const char *sql;
    QVariant value;
};

/// A row as it should be.
struct ExpectedRow
{
    const char *table;
    const char *key; ///< column of its identity
    QString identity;
    QString what; ///< in words, for the finding
};

QVariant cell(const QString &value)
{
    return value.isNull() ? QVariant() : QVariant(value);
}

QVariant cell(std::optional<double> value)
{
    return value ? QVariant(*value) : QVariant();
}

QString inWords(const QVariant &value)
{
    if (value.isNull())
        return Text::tr("nothing");
    if (value.typeId() == QMetaType::Double)
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return QStringLiteral("“%1”").arg(value.toString());
}

class Comparison
{
public:
    explicit Comparison(Database &database)
        : m_database(database)
    {
    }

    void compare(const Contents &contents);
    std::vector<Finding> take() { return std::move(m_findings); }

private:
    void report(const QString &uid, const QString &text);
    /// True when the row is there, whatever its cells hold.
    bool compareRow(const ExpectedRow &row, std::initializer_list<Expected> cells);

    void compareLists(const Contents &contents);
    void compareOrganisation(const Contents::Organisation &organisation);
    void compareAnnouncement(const Contents::Announcement &announcement);
    void compareLinks(const Contents::Announcement &announcement, const QString &what);
    void compareClaim(const QString &announcement, const Contents::Claim &claim);
    void compareCitation(
        const char *supportedSql, const QString &supported, const QString &what, const QString &source, const QString &qualifier);

    Database &m_database;
    std::vector<Finding> m_findings;
};

void Comparison::report(const QString &uid, const QString &text)
{
    m_findings.push_back({Finding::Severity::Fault, QStringLiteral("against"), uid, text});
}

bool Comparison::compareRow(const ExpectedRow &row, std::initializer_list<Expected> cells)
{
    std::string sql = "SELECT 1";
    for (const Expected &expected : cells)
        sql += std::string(", ") + expected.sql;
    sql += std::string(" FROM ") + row.table + " t WHERE t." + row.key + " = ?";
    SQLite::Statement &found = bound(m_database.kept(sql.c_str()), row.identity);
    if (!found.executeStep()) {
        report(row.identity, Text::tr("%1 is not in the catalogue").arg(row.what));
        return false;
    }
    int column = 0;
    for (const Expected &expected : cells) {
        const QVariant value = anything(found, ++column);
        if (value != expected.value)
            report(row.identity,
                Text::tr("%1, %2: expected %3, found %4")
                    .arg(row.what, QLatin1String(expected.field), inWords(expected.value), inWords(value)));
    }
    found.reset();
    return true;
}

void Comparison::compareLists(const Contents &contents)
{
    for (const Contents::Unit &unit : contents.units)
        compareRow({"unit", "name", unit.name, Text::tr("unit “%1”").arg(unit.name)},
            {{"dimension", "t.dimension", cell(unit.dimension)}, {"factor", "t.factor", cell(unit.factor)}});
    for (const Contents::Measure &measure : contents.measures)
        compareRow({"measure", "name", measure.name, Text::tr("measure “%1”").arg(measure.name)},
            {{"dimension", "t.dimension", cell(measure.dimension)}, {"share_of", "t.share_of", cell(measure.shareOf)}});
    for (const Contents::Definition &definition : contents.definitions)
        compareRow({"definition", "name", definition.name, Text::tr("definition “%1”").arg(definition.name)},
            {{"counts", "t.counts", cell(definition.counts)}});
    for (const Contents::Source &source : contents.sources)
        compareRow({"source", "uid", source.uid, Text::tr("source “%1”").arg(source.uid)},
            {{"url", "t.url", cell(source.url)}, {"title", "t.title", cell(source.title)},
                {"publisher", "t.publisher", cell(source.publisher)}, {"language", "t.language", cell(source.language)},
                {"published", "t.published_on", cell(source.publishedOn)},
                {"attributed_to", "t.attributed_to", cell(source.attributedTo)}});
}

void Comparison::compareOrganisation(const Contents::Organisation &organisation)
{
    const QString what = Text::tr("organisation “%1”").arg(organisation.uid);
    compareRow({"organisation", "uid", organisation.uid, what},
        {{"name", "t.name", cell(organisation.name)}, {"country", "t.country", cell(organisation.country)},
            {"type", "t.type", cell(organisation.type)}});
    for (const Contents::OrganisationName &name : organisation.names) {
        const QString words = name.isAlias ? Text::tr("alias “%1” of %2") : Text::tr("name “%1” of %2");
        compareRow({"organisation_name", "uid", organisationNameUid(organisation.uid, name), words.arg(name.name, what)},
            {{"name", "t.name", cell(name.name)}, {"language", "t.language", cell(name.language)},
                {"alias", "t.is_alias", QVariant(qint64(name.isAlias))},
                {"organisation", "(SELECT o.uid FROM organisation o WHERE o.id = t.organisation)", cell(organisation.uid)}});
    }
}

void Comparison::compareAnnouncement(const Contents::Announcement &row)
{
    const QString what = Text::tr("announcement “%1”").arg(row.uid);
    const bool isThere = compareRow({"announcement", "uid", row.uid, what},
        {{"title", "t.title", cell(row.title)}, {"summary", "t.summary", cell(row.summary)}, {"kind", "t.kind", cell(row.kind)},
            {"edition", "t.edition", cell(row.edition)}, {"date", "t.announced_on", cell(row.announcedOn)},
            {"country", "t.country", cell(row.country)}, {"openness", "t.openness", cell(row.openness)},
            {"url", "t.url", cell(row.url)}, {"notes", "t.notes", cell(row.notes)},
            {"in the bin since", "t.binned_at", QVariant()}});
    if (isThere)
        compareLinks(row, what);
    for (const Contents::Claim &claim : row.claims)
        compareClaim(row.uid, claim);
    for (const QString &source : row.sources)
        compareCitation("(SELECT a.uid FROM announcement a WHERE a.id = t.announcement)", row.uid, what, source, {});
}

void Comparison::compareLinks(const Contents::Announcement &row, const QString &what)
{
    for (const Contents::Participation &participation : row.organisations) {
        SQLite::Statement &found
            = bound(m_database.kept("SELECT 1 FROM participation p JOIN announcement a ON a.id = p.announcement"
                                    " JOIN organisation o ON o.id = p.organisation WHERE a.uid = ? AND o.uid = ? AND p.role = ?"),
                row.uid, participation.organisation, participation.role);
        if (!found.executeStep())
            report(row.uid,
                Text::tr("%1, organisations: expected “%2” as %3, not found")
                    .arg(what, participation.organisation, participation.role));
        found.reset();
    }
    for (const QString &tag : row.tags) {
        SQLite::Statement &found
            = bound(m_database.kept("SELECT 1 FROM announcement_tag l JOIN announcement a ON a.id = l.announcement"
                                    " JOIN tag t ON t.id = l.tag WHERE a.uid = ? AND t.uid = ? AND t.name = ?"),
                row.uid, tag, tag);
        if (!found.executeStep())
            report(row.uid, Text::tr("%1, tags: expected “%2”, not found").arg(what, tag));
        found.reset();
    }
}

void Comparison::compareClaim(const QString &announcement, const Contents::Claim &claim)
{
    const QString uid = claimUid(announcement, claim);
    const QString what = Text::tr("claim “%1” of “%2” in announcement “%3”").arg(claim.measure, claim.subject, announcement);
    compareRow({"claim", "uid", uid, what},
        {{"announcement", "(SELECT a.uid FROM announcement a WHERE a.id = t.announcement)", cell(announcement)},
            {"measure", "t.measure", cell(claim.measure)}, {"subject", "t.subject", cell(claim.subject)},
            {"value", "t.value", QVariant(claim.value)}, {"value_to", "t.value_to", cell(claim.valueTo)},
            {"of", "t.of_value", cell(claim.of)}, {"unit", "t.unit", cell(claim.unit)},
            {"qualifier", "t.qualifier", cell(claim.qualifier)}, {"nature", "t.nature", cell(claim.nature)},
            {"definition", "t.definition", cell(claim.definition)}, {"scope", "t.scope", cell(claim.scope)},
            {"as_of", "t.as_of", cell(claim.asOf)}});
    for (const Contents::Citation &citation : claim.citations)
        compareCitation("(SELECT c.uid FROM claim c WHERE c.id = t.claim)", uid, what, citation.source, citation.qualifier);
}

void Comparison::compareCitation(
    const char *supportedSql, const QString &supported, const QString &what, const QString &source, const QString &qualifier)
{
    compareRow({"citation", "uid", citationUid(supported, source), Text::tr("citation of source “%1” by %2").arg(source, what)},
        {{"what it supports", supportedSql, cell(supported)},
            {"source", "(SELECT s.uid FROM source s WHERE s.id = t.source)", cell(source)},
            {"stance", "t.stance", QVariant(QStringLiteral("supports"))}, {"qualifier", "t.qualifier", cell(qualifier)}});
}

void Comparison::compare(const Contents &contents)
{
    compareLists(contents);
    for (const Contents::Organisation &organisation : contents.organisations)
        compareOrganisation(organisation);
    for (const Contents::Announcement &announcement : contents.announcements)
        compareAnnouncement(announcement);
}

} // namespace

Result<std::vector<Finding>> checkAgainst(const CatalogueFile &file, const Contents &contents)
{
    Result<std::unique_ptr<Database>> connected = file.connect(Access::Read);
    if (!connected)
        return tl::make_unexpected(connected.error());
    return guarded(file.path(), [&]() -> Result<std::vector<Finding>> {
        Database &database = **connected;
        database.run(QStringLiteral("BEGIN")); // one state of the file; ends with the connection
        Comparison comparison(database);
        comparison.compare(contents);
        return comparison.take();
    });
}

} // namespace waic::catalogue
