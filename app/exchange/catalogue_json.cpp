// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/catalogue_json.h"

#include "exchange/json_place.h"

#include "catalogue/partial_date.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waic::exchange {

using catalogue::Contents;
using catalogue::PartialDate;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueJson)
};

/// Reads the six lists in their order, so that what a row refers to was read before it.
class CatalogueJson
{
public:
    Contents read(const QJsonObject &top);
    const JsonPlace &place() const { return m_place; }

private:
    using Keys = QSet<QString>;

    /// The row's own key: there, and not used before in this list.
    QString key(const QJsonObject &row, QLatin1String field, Keys &keys);
    /// Remembers a value that may stand only once in its list.
    void once(const QString &what, Keys &seen);
    /// A name or key of another list; null stays null.
    QString reference(const QJsonObject &row, QLatin1String field, JsonPlace::Need need, const Keys &keys, QLatin1String list);
    QString date(const QJsonObject &row, QLatin1String field);

    Contents::Unit unit(const QJsonObject &row);
    Contents::Measure measure(const QJsonObject &row);
    Contents::Definition definition(const QJsonObject &row);
    Contents::Source source(const QJsonObject &row);
    Contents::Organisation organisation(const QJsonObject &row);
    std::vector<Contents::OrganisationName> names(const QJsonObject &row);
    Contents::Announcement announcement(const QJsonObject &row);
    std::vector<Contents::Participation> participations(const QJsonObject &row);
    std::vector<Contents::Claim> claims(const QJsonObject &row, const QString &announcement);
    Contents::Claim claim(const QJsonObject &row);
    void checkShares(const std::vector<Contents::Measure> &measures);

    JsonPlace m_place;
    Keys m_units, m_measures, m_definitions, m_sources, m_organisations, m_announcements;
};

constexpr auto kRequired = JsonPlace::Need::Required;
constexpr auto kOptional = JsonPlace::Need::Optional;

Contents CatalogueJson::read(const QJsonObject &top)
{
    Contents contents;
    const auto list = [&](const char *name, const char *label, auto &rows, auto take) {
        m_place.rows(top, QLatin1String(name), QLatin1String(label), kRequired,
            [&](const QJsonObject &row) { rows.push_back((this->*take)(row)); });
    };
    list("units", "name", contents.units, &CatalogueJson::unit);
    list("measures", "name", contents.measures, &CatalogueJson::measure);
    checkShares(contents.measures);
    list("definitions", "name", contents.definitions, &CatalogueJson::definition);
    list("sources", "key", contents.sources, &CatalogueJson::source);
    list("organisations", "key", contents.organisations, &CatalogueJson::organisation);
    list("announcements", "key", contents.announcements, &CatalogueJson::announcement);
    return contents;
}

QString CatalogueJson::key(const QJsonObject &row, QLatin1String field, Keys &keys)
{
    const QString key = m_place.text(row, field, kRequired);
    if (keys.contains(key))
        m_place.refuse(Text::tr("“%1” is used twice").arg(key), field);
    keys.insert(key);
    return key;
}

void CatalogueJson::once(const QString &what, Keys &seen)
{
    if (seen.contains(what))
        m_place.refuse(Text::tr("“%1” is listed twice").arg(what));
    seen.insert(what);
}

QString CatalogueJson::reference(
    const QJsonObject &row, QLatin1String field, JsonPlace::Need need, const Keys &keys, QLatin1String list)
{
    const QString name = m_place.text(row, field, need);
    if (!name.isNull() && !keys.contains(name))
        m_place.refuse(Text::tr("“%1” is not among the %2").arg(name, list), field);
    return name;
}

QString CatalogueJson::date(const QJsonObject &row, QLatin1String field)
{
    const QString text = m_place.text(row, field, kOptional);
    if (text.isNull())
        return text;
    const Result<PartialDate> date = PartialDate::parse(text);
    // The canonical form only: dates are compared as text in the file.
    if (!date || date->toString() != text)
        m_place.refuse(Text::tr("“%1” is not a date; one is written like 2025, 2025-07 or 2025-07-26").arg(text), field);
    return text;
}

Contents::Unit CatalogueJson::unit(const QJsonObject &row)
{
    Contents::Unit unit;
    unit.name = key(row, QLatin1String("name"), m_units);
    unit.dimension = m_place.text(row, QLatin1String("dimension"), kRequired);
    unit.factor = m_place.number(row, QLatin1String("factor"), kOptional);
    if (unit.factor && *unit.factor <= 0)
        m_place.refuse(Text::tr("a factor is greater than 0"), QLatin1String("factor"));
    return unit;
}

Contents::Measure CatalogueJson::measure(const QJsonObject &row)
{
    Contents::Measure measure;
    measure.name = key(row, QLatin1String("name"), m_measures);
    measure.dimension = m_place.text(row, QLatin1String("dimension"), kOptional);
    measure.shareOf = m_place.text(row, QLatin1String("share_of"), kOptional);
    return measure;
}

void CatalogueJson::checkShares(const std::vector<Contents::Measure> &measures)
{
    // Only after the list: a measure may name a later one.
    for (const Contents::Measure &measure : measures) {
        if (measure.shareOf.isNull() || m_measures.contains(measure.shareOf))
            continue;
        const JsonPlace::Step list(m_place, QStringLiteral("measures"));
        const JsonPlace::Step row(m_place, JsonPlace::quoted(measure.name));
        m_place.refuse(
            Text::tr("“%1” is not among the %2").arg(measure.shareOf, QStringLiteral("measures")), QLatin1String("share_of"));
    }
}

Contents::Definition CatalogueJson::definition(const QJsonObject &row)
{
    Contents::Definition definition;
    definition.name = key(row, QLatin1String("name"), m_definitions);
    definition.counts = m_place.text(row, QLatin1String("counts"), kRequired);
    return definition;
}

Contents::Source CatalogueJson::source(const QJsonObject &row)
{
    Contents::Source source;
    source.uid = key(row, QLatin1String("key"), m_sources);
    source.url = m_place.text(row, QLatin1String("url"), kOptional);
    source.title = m_place.text(row, QLatin1String("title"), kRequired);
    source.publisher = m_place.text(row, QLatin1String("publisher"), kOptional);
    source.language = m_place.text(row, QLatin1String("language"), kOptional);
    source.publishedOn = date(row, QLatin1String("published"));
    source.attributedTo = m_place.text(row, QLatin1String("attributed_to"), kOptional);
    return source;
}

Contents::Organisation CatalogueJson::organisation(const QJsonObject &row)
{
    Contents::Organisation organisation;
    organisation.uid = key(row, QLatin1String("key"), m_organisations);
    organisation.name = m_place.text(row, QLatin1String("name"), kRequired);
    organisation.country = m_place.text(row, QLatin1String("country"), kOptional);
    organisation.type = m_place.text(row, QLatin1String("type"), kOptional);
    organisation.names = names(row);
    return organisation;
}

std::vector<Contents::OrganisationName> CatalogueJson::names(const QJsonObject &row)
{
    std::vector<Contents::OrganisationName> names;
    const QJsonObject byLanguage = m_place.object(row, QLatin1String("names"), kOptional);
    for (auto name = byLanguage.begin(); name != byLanguage.end(); ++name) {
        const JsonPlace::Step step(m_place, QStringLiteral("names"));
        names.push_back({m_place.asText(name.value(), name.key()), name.key(), false});
    }
    Keys seen;
    for (const QString &alias : m_place.texts(row, QLatin1String("aliases"), kOptional)) {
        const JsonPlace::Step step(m_place, QStringLiteral("aliases"));
        once(alias, seen);
        names.push_back({alias, {}, true});
    }
    return names;
}

Contents::Announcement CatalogueJson::announcement(const QJsonObject &row)
{
    Contents::Announcement announcement;
    announcement.uid = key(row, QLatin1String("key"), m_announcements);
    announcement.title = m_place.text(row, QLatin1String("title"), kRequired);
    announcement.summary = m_place.text(row, QLatin1String("summary"), kOptional);
    announcement.kind = m_place.text(row, QLatin1String("kind"), kOptional);
    announcement.edition = m_place.text(row, QLatin1String("edition"), kOptional);
    announcement.announcedOn = date(row, QLatin1String("date"));
    announcement.country = m_place.text(row, QLatin1String("country"), kOptional);
    announcement.openness = m_place.text(row, QLatin1String("openness"), kOptional);
    announcement.url = m_place.text(row, QLatin1String("url"), kOptional);
    announcement.notes = m_place.text(row, QLatin1String("notes"), kOptional);

    announcement.organisations = participations(row);
    announcement.tags = m_place.texts(row, QLatin1String("tags"), kOptional);
    Keys tags;
    for (const QString &tag : announcement.tags) {
        const JsonPlace::Step step(m_place, QStringLiteral("tags"));
        once(tag, tags);
    }

    announcement.claims = claims(row, announcement.uid);
    announcement.sources = m_place.texts(row, QLatin1String("sources"), kOptional);
    Keys sources;
    for (const QString &source : announcement.sources) {
        const JsonPlace::Step step(m_place, QStringLiteral("sources"));
        once(source, sources);
        if (!m_sources.contains(source))
            m_place.refuse(Text::tr("“%1” is not among the %2").arg(source, QStringLiteral("sources")));
    }
    return announcement;
}

std::vector<Contents::Participation> CatalogueJson::participations(const QJsonObject &row)
{
    std::vector<Contents::Participation> participations;
    Keys seen;
    m_place.rows(row, QLatin1String("organisations"), QLatin1String("org"), kOptional, [&](const QJsonObject &item) {
        const QString organisation
            = reference(item, QLatin1String("org"), kRequired, m_organisations, QLatin1String("organisations"));
        const QString role = m_place.text(item, QLatin1String("role"), kOptional);
        participations.push_back({organisation, role.isNull() ? QStringLiteral("subject") : role});
        once(organisation + QLatin1String(", ") + participations.back().role, seen);
    });
    return participations;
}

std::vector<Contents::Claim> CatalogueJson::claims(const QJsonObject &row, const QString &announcement)
{
    std::vector<Contents::Claim> claims;
    Keys seen;
    m_place.rows(row, QLatin1String("claims"), QLatin1String("measure"), kOptional, [&](const QJsonObject &item) {
        claims.push_back(claim(item));
        const QString uid = catalogue::claimUid(announcement, claims.back());
        if (seen.contains(uid))
            m_place.refuse(Text::tr("this claim is listed twice"));
        seen.insert(uid);
    });
    return claims;
}

Contents::Claim CatalogueJson::claim(const QJsonObject &row)
{
    Contents::Claim claim;
    claim.measure = reference(row, QLatin1String("measure"), kRequired, m_measures, QLatin1String("measures"));
    claim.subject = m_place.text(row, QLatin1String("subject"), kRequired);
    claim.value = m_place.number(row, QLatin1String("value"), kRequired).value_or(0);
    claim.valueTo = m_place.number(row, QLatin1String("value_to"), kOptional);
    if (claim.valueTo && *claim.valueTo < claim.value)
        m_place.refuse(Text::tr("the upper end of the range is less than its value"), QLatin1String("value_to"));
    claim.of = m_place.number(row, QLatin1String("of"), kOptional);
    claim.unit = reference(row, QLatin1String("unit"), kRequired, m_units, QLatin1String("units"));
    const QString qualifier = m_place.text(row, QLatin1String("qualifier"), kOptional);
    claim.qualifier = qualifier.isNull() ? QStringLiteral("exactly") : qualifier;
    const QString nature = m_place.text(row, QLatin1String("nature"), kOptional);
    claim.nature = nature.isNull() ? QStringLiteral("observed") : nature;
    claim.definition = reference(row, QLatin1String("definition"), kOptional, m_definitions, QLatin1String("definitions"));
    claim.scope = m_place.text(row, QLatin1String("scope"), kOptional);
    claim.asOf = date(row, QLatin1String("as_of"));

    Keys cited;
    m_place.rows(row, QLatin1String("citations"), QLatin1String("source"), kOptional, [&](const QJsonObject &item) {
        Contents::Citation citation;
        citation.source = reference(item, QLatin1String("source"), kRequired, m_sources, QLatin1String("sources"));
        citation.qualifier = m_place.text(item, QLatin1String("qualifier"), kOptional);
        once(citation.source, cited);
        claim.citations.push_back(citation);
    });
    return claim;
}

/// The charts that the starter ships with.
std::vector<Contents::Chart> starterCharts()
{
    QFile file(QStringLiteral(":/starter/charts.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Contents::Chart> charts;
    for (const QJsonValue &each : QJsonDocument::fromJson(file.readAll()).array()) {
        const QString name = each[QLatin1String("name")].toString();
        charts.push_back({QStringLiteral("chart-") + name, name,
            QString::fromUtf8(QJsonDocument(each.toObject()).toJson(QJsonDocument::Compact))});
    }
    return charts;
}

} // namespace

Result<Contents> readCatalogueJson(const QByteArray &json, const QString &name)
{
    const auto refused = [&](const QString &what) {
        return failure(ErrorKind::BadInput, what, name, Text::tr("choose the JSON of a catalogue"));
    };
    const Result<QJsonObject> top = parseJsonObject(json);
    if (!top)
        return refused(top.error().what);
    CatalogueJson reader;
    Contents contents = reader.read(*top);
    if (reader.place().failed())
        return failure(ErrorKind::BadInput, reader.place().refusal(), name, Text::tr("correct it in the file, then try again"));
    return contents;
}

Result<Contents> readCatalogueJsonFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::NotFound, Text::tr("there is no such file"), path, Text::tr("check the name"));
    if (info.isDir())
        return failure(ErrorKind::Io, Text::tr("this is a folder, not a file"), path, Text::tr("name a file in it"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Io, Text::tr("the file cannot be read (%1)").arg(file.errorString()), path,
            Text::tr("check its permissions"));
    const QByteArray json = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(
            ErrorKind::Io, Text::tr("the file cannot be read (%1)").arg(file.errorString()), path, Text::tr("check the disk"));
    return readCatalogueJson(json, path);
}

Result<Contents> starterContents()
{
    Result<Contents> contents = readCatalogueJsonFile(QStringLiteral(":/starter/waic.json"));
    if (contents) {
        for (const Contents::Source &source : contents->sources)
            contents->starterVersion = std::max(contents->starterVersion, source.publishedOn);
        contents->charts = starterCharts();
    }
    return contents;
}

} // namespace waic::exchange
