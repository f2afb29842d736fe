// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/offered_names.h"

#include "catalogue/field.h"
#include "catalogue/fold.h"
#include "catalogue/organisations.h"
#include "catalogue/sql.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace waic::catalogue {

namespace {

const QString kWww = QStringLiteral("www.");

void sortByUse(std::vector<OfferedName> &names)
{
    std::sort(names.begin(), names.end(), [](const OfferedName &one, const OfferedName &other) {
        if (one.uses != other.uses)
            return one.uses > other.uses;
        const int byName = compareText(one.name, other.name);
        return byName != 0 ? byName < 0 : one.id < other.id;
    });
}

/// Rows of organisation or tag, those that were merged as other names of their survivors.
class MergedNames
{
public:
    MergedNames(Database &database, const char *rows, const char *mergedInto)
    {
        std::vector<OfferedName> merged;
        SQLite::Statement &row = bound(database.kept(rows));
        while (row.executeStep()) {
            const OfferedName name{integer(row, 0), text(row, 1), {}, {}, int(integer(row, 3))};
            if (!row.isColumnNull(2)) {
                merged.push_back(name);
                continue;
            }
            m_places.insert(name.id, m_names.size());
            m_names.push_back(name);
        }
        for (const OfferedName &name : merged) {
            const auto place = m_places.constFind(mergeSurvivor(database, mergedInto, name.id));
            if (place == m_places.constEnd())
                continue;
            m_names[*place].uses += name.uses;
            m_names[*place].otherNames << name.name;
            m_places.insert(name.id, *place);
        }
    }

    void addOtherName(RowId row, const QString &name)
    {
        const auto place = m_places.constFind(row);
        if (place == m_places.constEnd())
            return;
        OfferedName &known = m_names[*place];
        if (name != known.name && !known.otherNames.contains(name))
            known.otherNames << name;
    }

    std::vector<OfferedName> byUse()
    {
        sortByUse(m_names);
        return std::move(m_names);
    }

private:
    std::vector<OfferedName> m_names;
    QHash<RowId, std::size_t> m_places;
};

std::vector<OfferedName> organisations(Database &database)
{
    MergedNames names(database,
        "SELECT o.id, o.name, o.merged_into, (SELECT count(DISTINCT p.announcement) FROM participation p"
        " WHERE p.organisation = o.id) FROM organisation o",
        "SELECT merged_into FROM organisation WHERE id = ?");
    SQLite::Statement &others
        = bound(database.kept("SELECT organisation, name FROM organisation_name ORDER BY organisation, id"));
    while (others.executeStep())
        names.addOtherName(integer(others, 0), text(others, 1));
    return names.byUse();
}

std::vector<OfferedName> tags(Database &database)
{
    return MergedNames(database,
        "SELECT t.id, t.name, t.merged_into, (SELECT count(*) FROM announcement_tag a WHERE a.tag = t.id) FROM tag t",
        "SELECT merged_into FROM tag WHERE id = ?")
        .byUse();
}

/// row: gives name, uses and words.
std::vector<OfferedName> named(SQLite::Statement &row)
{
    std::vector<OfferedName> names;
    while (row.executeStep())
        names.push_back({0, text(row, 0), {}, text(row, 2), int(integer(row, 1))});
    sortByUse(names);
    return names;
}

/// What addresses of the same page have in common; null for what is no address.
QString pageKey(const QString &address)
{
    const QUrl url(address.trimmed());
    const QString site = siteName(address);
    if (site.isNull())
        return {};
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const QString port = url.port() < 0 ? QString() : QLatin1Char(':') + QString::number(url.port());
    return site + port + path + QLatin1Char('?') + url.query(QUrl::FullyEncoded);
}

} // namespace

Result<OfferedNames> offeredNames(Reader &reader)
{
    return guarded({}, [&]() -> Result<OfferedNames> {
        Database &database = reader.database();
        const Snapshot snapshot(database);
        OfferedNames names;
        names.organisations = organisations(database);
        names.tags = tags(database);
        const auto all = [&](const char *sql) { return named(bound(database.kept(sql))); };
        names.roles = all("SELECT role, count(*), NULL FROM participation GROUP BY 1");
        names.measures = all("SELECT m.name, (SELECT count(*) FROM claim c WHERE c.measure = m.name), NULL FROM measure m");
        names.subjects = named(bound(
            database.kept("SELECT subject, count(*), NULL FROM claim GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"), kMostSubjects));
        names.definitions = all("SELECT d.name, u.uses, d.counts FROM definition d LEFT JOIN"
                                " (SELECT definition, count(*) AS uses FROM claim GROUP BY 1) u ON u.definition = d.name");
        names.publishers = all("SELECT publisher, count(*), NULL FROM source WHERE publisher IS NOT NULL GROUP BY 1");
        names.languages = all("SELECT language, count(*), NULL FROM source WHERE language IS NOT NULL GROUP BY 1");
        Result<std::vector<Source>> sources = reader.sources();
        if (!sources)
            return tl::make_unexpected(sources.error());
        names.sources = *std::move(sources);
        return names;
    });
}

Result<std::optional<Source>> sourceAt(Reader &reader, const QString &url)
{
    using Found = std::optional<Source>;
    const QString wanted = pageKey(url);
    if (wanted.isNull())
        return Found();
    return guarded({}, [&]() -> Result<Found> {
        SQLite::Statement &row
            = bound(reader.database().kept(
                        "SELECT id, uid, url, title, publisher, language, published_on, accessed_on, attributed_to FROM source"
                        " WHERE instr(lower(url), ?) > 0 ORDER BY id"),
                siteName(url));
        Found found;
        while (!found && row.executeStep())
            if (pageKey(text(row, 2)) == wanted)
                found = Source{integer(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5),
                    text(row, 6), text(row, 7), text(row, 8)};
        row.reset(); // one that stays open keeps the connection at an old state of the file
        return found;
    });
}

Result<QString> definitionWords(Reader &reader, const QString &name)
{
    return guarded({}, [&]() -> Result<QString> {
        SQLite::Statement &row = bound(reader.database().kept("SELECT counts FROM definition WHERE name = ?"), name);
        const QString words = row.executeStep() ? text(row, 0) : QString();
        row.reset();
        return words;
    });
}

QString siteName(const QString &url)
{
    if (!isWebLink(url.trimmed()))
        return {};
    const QString host = QUrl(url.trimmed()).host().toLower();
    return host.startsWith(kWww) ? host.mid(kWww.size()) : host;
}

} // namespace waic::catalogue
