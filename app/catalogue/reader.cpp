// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/reader.h"

#include "catalogue/fold.h"
#include "catalogue/organisations.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

#include <algorithm>

#include <sqlite3.h>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Reader)
};

Announcement announcementOf(const SQLite::Statement &row)
{
    Announcement announcement;
    announcement.id = integer(row, 0);
    announcement.uid = text(row, 1);
    announcement.title = text(row, 2);
    announcement.summary = text(row, 3);
    announcement.kind = text(row, 4);
    announcement.edition = text(row, 5);
    announcement.announcedOn = text(row, 6);
    announcement.country = text(row, 7);
    announcement.openness = text(row, 8);
    announcement.url = text(row, 9);
    announcement.notes = text(row, 10);
    announcement.verification = text(row, 11);
    announcement.starred = integer(row, 12) != 0;
    announcement.binnedAt = text(row, 13);
    return announcement;
}

/// One announcement, or none.
std::optional<Announcement> announcementById(Database &database, RowId id)
{
    SQLite::Statement &row = bound(
        database.kept("SELECT id, uid, title, summary, kind, edition, announced_on, country, openness, url, notes, verification,"
                      " starred, binned_at FROM announcement WHERE id = ?"),
        id);
    if (!row.executeStep())
        return {};
    Announcement announcement = announcementOf(row);
    row.reset();
    return announcement;
}

int countOf(Database &database, const char *sql, RowId id)
{
    SQLite::Statement &row = bound(database.kept(sql), id);
    row.executeStep();
    const int count = int(integer(row, 0));
    row.reset();
    return count;
}

int rankOf(const QString &role)
{
    static const QStringList order{
        QStringLiteral("announcer"), QStringLiteral("partner"), QStringLiteral("subject"), QStringLiteral("speaker")};
    const qsizetype rank = order.indexOf(role);
    return rank < 0 ? int(order.size()) : int(rank);
}

/// Announcers first, then by name; a member of a merge stands beside its survivor.
std::vector<std::pair<Participation, QString>> participationsOf(
    Database &database, Organisations &organisations, RowId announcement)
{
    std::vector<std::pair<Participation, QString>> found; // with the short name
    SQLite::Statement &rows
        = bound(database.kept("SELECT organisation, role FROM participation WHERE announcement = ?"), announcement);
    while (rows.executeStep()) {
        const ShownOrganisation &organisation = organisations.of(integer(rows, 0));
        found.push_back(
            {{organisation.id, organisation.uid, organisation.name, organisation.localName, text(rows, 1), integer(rows, 0)},
                organisation.shortName});
    }
    const auto before = [](const auto &a, const auto &b) {
        const int left = rankOf(a.first.role);
        const int right = rankOf(b.first.role);
        return left != right ? left < right : compareText(a.first.name, b.first.name) < 0;
    };
    if (found.size() > 1)
        std::stable_sort(found.begin(), found.end(), before);
    return found;
}

Claim claimOf(const SQLite::Statement &row)
{
    Claim claim;
    claim.id = integer(row, 0);
    claim.uid = text(row, 1);
    claim.announcement = integer(row, 2);
    claim.measure = text(row, 3);
    claim.subject = text(row, 4);
    claim.value = real(row, 5).value_or(0);
    claim.valueTo = real(row, 6);
    claim.of = real(row, 7);
    claim.unit = text(row, 8);
    claim.qualifier = text(row, 9);
    claim.nature = text(row, 10);
    claim.definition = text(row, 11);
    claim.scope = text(row, 12);
    claim.asOf = text(row, 13);
    claim.verification = text(row, 14);
    claim.preferred = integer(row, 15) != 0;
    claim.note = text(row, 16);
    claim.preferredReason = text(row, 17);
    return claim;
}

constexpr const char *kCitationsOfClaim
    = "SELECT id, source, stance, locator, as_said, qualifier FROM citation WHERE claim = ? ORDER BY id";
constexpr const char *kCitationsOfAnnouncement
    = "SELECT id, source, stance, locator, as_said, qualifier FROM citation WHERE announcement = ? ORDER BY id";

std::vector<Citation> citationsOf(Database &database, RowId row, const char *sql = kCitationsOfClaim)
{
    std::vector<Citation> citations;
    SQLite::Statement &rows = bound(database.kept(sql), row);
    while (rows.executeStep())
        citations.push_back({integer(rows, 0), integer(rows, 1), text(rows, 2), text(rows, 3), text(rows, 4), text(rows, 5)});
    return citations;
}

Source sourceOf(const SQLite::Statement &row)
{
    return {integer(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5), text(row, 6), text(row, 7),
        text(row, 8)};
}

Source sourceById(Database &database, RowId id)
{
    SQLite::Statement &row = bound(
        database.kept(
            "SELECT id, uid, url, title, publisher, language, published_on, accessed_on, attributed_to FROM source WHERE id = ?"),
        id);
    Source source;
    if (row.executeStep()) {
        source = sourceOf(row);
        row.reset();
    } else {
        source.id = id; // so that its citations still lead somewhere
        source.title = Text::tr("missing source");
    }
    return source;
}

/// Every source cited by the announcement or its claims, most figures first.
std::vector<RecordSource> recordSources(Database &database, const std::vector<Citation> &own, const std::vector<Claim> &claims)
{
    QHash<RowId, int> figures;
    for (const Citation &citation : own)
        figures.insert(citation.source, 0);
    for (const Claim &claim : claims) {
        for (const Citation &citation : claim.citations)
            ++figures[citation.source];
    }
    std::vector<RecordSource> sources;
    for (auto figure = figures.constBegin(); figure != figures.constEnd(); ++figure)
        sources.push_back({sourceById(database, figure.key()), figure.value()});
    std::sort(sources.begin(), sources.end(), [](const RecordSource &a, const RecordSource &b) {
        if (a.figures != b.figures)
            return a.figures > b.figures;
        const int byTitle = compareText(a.source.title, b.source.title);
        return byTitle != 0 ? byTitle < 0 : a.source.id < b.source.id;
    });
    return sources;
}

QStringList tagsOf(Database &database, RowId announcement)
{
    QStringList tags;
    SQLite::Statement &links = bound(database.kept("SELECT tag FROM announcement_tag WHERE announcement = ?"), announcement);
    while (links.executeStep()) {
        const RowId survivor = mergeSurvivor(database, "SELECT merged_into FROM tag WHERE id = ?", integer(links, 0));
        SQLite::Statement &tag = bound(database.kept("SELECT name FROM tag WHERE id = ?"), survivor);
        if (tag.executeStep() && !tags.contains(text(tag, 0)))
            tags.append(text(tag, 0));
        tag.reset();
    }
    std::sort(tags.begin(), tags.end(), [](const QString &a, const QString &b) { return compareText(a, b) < 0; });
    return tags;
}

} // namespace

Result<std::unique_ptr<Reader>> Reader::open(const CatalogueFile &file)
{
    Result<std::unique_ptr<Database>> database = file.connect(Access::Read);
    if (!database)
        return tl::make_unexpected(database.error());
    return std::unique_ptr<Reader>(new Reader(*std::move(database), file.path()));
}

Reader::Reader(std::unique_ptr<Database> database, QString path)
    : m_database(std::move(database))
    , m_path(std::move(path))
{
}

Reader::~Reader() = default;

void Reader::interrupt()
{
    sqlite3_interrupt(m_database->handle());
}

Result<std::vector<AnnouncementRow>> Reader::rows(std::span<const RowId> ids)
{
    return guarded(m_path, [&]() -> Result<std::vector<AnnouncementRow>> {
        const Snapshot snapshot(*m_database);
        Organisations organisations(*m_database);
        std::vector<AnnouncementRow> rows;
        rows.reserve(ids.size());
        for (const RowId id : ids) {
            std::optional<Announcement> announcement = announcementById(*m_database, id);
            if (!announcement)
                continue;
            AnnouncementRow &row = rows.emplace_back();
            row.announcement = *std::move(announcement);
            for (const auto &[participation, name] : participationsOf(*m_database, organisations, id)) {
                if (!row.organisations.contains(name))
                    row.organisations.append(name);
            }
            row.figures = countOf(*m_database, "SELECT count(*) FROM claim WHERE announcement = ?", id);
            row.sources = countOf(*m_database,
                "SELECT count(*) FROM (SELECT source FROM citation WHERE announcement = ?1"
                " UNION SELECT t.source FROM claim c JOIN citation t ON t.claim = c.id WHERE c.announcement = ?1)",
                id);
        }
        return rows;
    });
}

Result<Record> Reader::record(RowId announcement)
{
    return guarded(m_path, [&]() -> Result<Record> {
        const Snapshot snapshot(*m_database);
        std::optional<Announcement> row = announcementById(*m_database, announcement);
        if (!row)
            return failure(ErrorKind::NotFound, Text::tr("this announcement is no longer in the catalogue"), m_path);
        Record record;
        record.announcement = *std::move(row);
        Organisations organisations(*m_database);
        for (const auto &[participation, name] : participationsOf(*m_database, organisations, announcement))
            record.organisations.push_back(participation);
        record.tags = tagsOf(*m_database, announcement);
        record.claims = claimsOf(announcement);
        record.citations = citationsOf(*m_database, announcement, kCitationsOfAnnouncement);
        record.sources = recordSources(*m_database, record.citations, record.claims);
        return record;
    });
}

std::vector<Claim> Reader::claimsOf(RowId announcement)
{
    std::vector<Claim> claims;
    SQLite::Statement &rows = bound(
        m_database->kept(
            "SELECT id, uid, announcement, measure, subject, value, value_to, of_value, unit, qualifier, nature, definition,"
            " scope, as_of, verification, preferred, note, preferred_reason FROM claim WHERE announcement = ? ORDER BY id"),
        announcement);
    while (rows.executeStep())
        claims.push_back(claimOf(rows));
    for (Claim &claim : claims)
        claim.citations = citationsOf(*m_database, claim.id);
    // Ids are random, so the order of entry is not known: what belongs together stands together instead.
    std::stable_sort(claims.begin(), claims.end(), [](const Claim &a, const Claim &b) {
        if (a.measure != b.measure)
            return compareText(a.measure, b.measure) < 0;
        return a.subject != b.subject ? compareText(a.subject, b.subject) < 0 : a.asOf < b.asOf;
    });
    return claims;
}

Result<std::vector<Claim>> Reader::claims(std::span<const RowId> announcements)
{
    return guarded(m_path, [&]() -> Result<std::vector<Claim>> {
        const Snapshot snapshot(*m_database);
        std::vector<Claim> claims;
        for (const RowId announcement : announcements) {
            for (Claim &claim : claimsOf(announcement))
                claims.push_back(std::move(claim));
        }
        return claims;
    });
}

Result<std::vector<Claim>> Reader::claims(const QString &measure, const QString &subject)
{
    return guarded(m_path, [&]() -> Result<std::vector<Claim>> {
        const Snapshot snapshot(*m_database);
        std::vector<Claim> claims;
        SQLite::Statement &rows = bound(
            m_database->kept(
                "SELECT id, uid, announcement, measure, subject, value, value_to, of_value, unit, qualifier, nature, definition,"
                " scope, as_of, verification, preferred, note, preferred_reason FROM claim"
                " WHERE measure = ?1 AND (?2 IS NULL OR subject = ?2) ORDER BY id"),
            measure, subject);
        while (rows.executeStep())
            claims.push_back(claimOf(rows));
        for (Claim &claim : claims)
            claim.citations = citationsOf(*m_database, claim.id);
        return claims;
    });
}

Result<std::vector<Source>> Reader::sources()
{
    return guarded(m_path, [&]() -> Result<std::vector<Source>> {
        SQLite::Statement &rows = m_database->kept(
            "SELECT id, uid, url, title, publisher, language, published_on, accessed_on, attributed_to FROM source ORDER BY id");
        std::vector<Source> sources;
        while (rows.executeStep())
            sources.push_back(sourceOf(rows));
        return sources;
    });
}

Result<QStringList> Reader::valuesOf(QStringView column)
{
    return guarded(m_path, [&]() -> Result<QStringList> {
        SQLite::Statement &known
            = bound(m_database->kept("SELECT count(*) FROM pragma_table_info('announcement') WHERE name = ?"), column.toString());
        known.executeStep();
        const bool isKnown = integer(known, 0) > 0;
        known.reset();
        if (!isKnown)
            return failure(ErrorKind::BadInput, Text::tr("announcements have no column “%1”").arg(column), m_path);
        const QString sql = QStringLiteral("SELECT %1 FROM announcement WHERE binned_at IS NULL AND %1 IS NOT NULL"
                                           " GROUP BY %1 ORDER BY count(*) DESC, %1")
                                .arg(quotedIdentifier(column));
        SQLite::Statement &rows = m_database->kept(sql.toUtf8().constData());
        QStringList values;
        while (rows.executeStep())
            values.append(text(rows, 0));
        return values;
    });
}

Result<std::vector<SavedView>> Reader::savedViews()
{
    return guarded(m_path, [this]() -> Result<std::vector<SavedView>> { return readSavedViews(*m_database); });
}

Result<std::vector<SavedChart>> Reader::savedCharts()
{
    return guarded(m_path, [this]() -> Result<std::vector<SavedChart>> { return readSavedCharts(*m_database); });
}

Result<int> Reader::count()
{
    return guarded(m_path, [&]() -> Result<int> {
        return m_database->scalar(QStringLiteral("SELECT count(*) FROM announcement WHERE binned_at IS NULL")).toInt();
    });
}

Result<QString> Reader::newestStepAt()
{
    return guarded(m_path, [&]() -> Result<QString> {
        const QVariant at = m_database->scalar(QStringLiteral("SELECT at FROM step ORDER BY id DESC LIMIT 1"));
        return at.isNull() ? QString() : at.toString();
    });
}

Result<QString> Reader::starterVersion()
{
    return guarded(m_path, [&]() -> Result<QString> {
        const QVariant version = m_database->scalar(QStringLiteral("SELECT value FROM meta WHERE key = 'starter_version'"));
        return version.isNull() ? QString() : version.toString();
    });
}

} // namespace waic::catalogue
