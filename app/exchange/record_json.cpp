// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_json.h"

#include <QHash>
#include <QJsonArray>

#include <cmath>

namespace waic::exchange {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue number(double value)
{
    constexpr double kLargestInteger = 9007199254740992; // 2^53: beyond it a double names no single whole number
    if (std::floor(value) == value && std::abs(value) < kLargestInteger)
        return QJsonValue(qint64(value));
    return QJsonValue(value);
}

QJsonValue numberOrNull(const std::optional<double> &value)
{
    return value ? number(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject claimJson(const catalogue::Claim &claim, const QHash<catalogue::RowId, QString> &sourceUids)
{
    QJsonArray citations;
    for (const catalogue::Citation &citation : claim.citations)
        citations.append(QJsonObject{{QStringLiteral("source"), textOrNull(sourceUids.value(citation.source))},
            {QStringLiteral("qualifier"), textOrNull(citation.qualifier)}});
    return {
        {QStringLiteral("uid"), claim.uid},
        {QStringLiteral("measure"), claim.measure},
        {QStringLiteral("subject"), claim.subject},
        {QStringLiteral("value"), number(claim.value)},
        {QStringLiteral("value_to"), numberOrNull(claim.valueTo)},
        {QStringLiteral("of"), numberOrNull(claim.of)},
        {QStringLiteral("unit"), claim.unit},
        {QStringLiteral("qualifier"), claim.qualifier},
        {QStringLiteral("nature"), claim.nature},
        {QStringLiteral("definition"), textOrNull(claim.definition)},
        {QStringLiteral("scope"), textOrNull(claim.scope)},
        {QStringLiteral("as_of"), textOrNull(claim.asOf)},
        {QStringLiteral("citations"), citations},
    };
}

} // namespace

QJsonObject announcementJson(const catalogue::Record &record)
{
    QHash<catalogue::RowId, QString> sourceUids;
    QJsonArray sources;
    for (const catalogue::RecordSource &source : record.sources) {
        sourceUids.insert(source.source.id, source.source.uid);
        sources.append(source.source.uid);
    }
    QJsonArray organisations;
    for (const catalogue::Participation &participation : record.organisations)
        organisations.append(QJsonObject{{QStringLiteral("org"), textOrNull(participation.uid)},
            {QStringLiteral("name"), textOrNull(participation.name)}, {QStringLiteral("role"), participation.role}});
    QJsonArray claims;
    for (const catalogue::Claim &claim : record.claims)
        claims.append(claimJson(claim, sourceUids));

    const catalogue::Announcement &row = record.announcement;
    return {
        {QStringLiteral("key"), row.uid},
        {QStringLiteral("uid"), row.uid},
        {QStringLiteral("title"), row.title},
        {QStringLiteral("summary"), textOrNull(row.summary)},
        {QStringLiteral("kind"), textOrNull(row.kind)},
        {QStringLiteral("edition"), textOrNull(row.edition)},
        {QStringLiteral("date"), textOrNull(row.announcedOn)},
        {QStringLiteral("country"), textOrNull(row.country)},
        {QStringLiteral("openness"), textOrNull(row.openness)},
        {QStringLiteral("url"), textOrNull(row.url)},
        {QStringLiteral("notes"), textOrNull(row.notes)},
        {QStringLiteral("verification"), textOrNull(row.verification)},
        {QStringLiteral("starred"), row.starred},
        {QStringLiteral("binned_at"), textOrNull(row.binnedAt)},
        {QStringLiteral("organisations"), organisations},
        {QStringLiteral("tags"), QJsonArray::fromStringList(record.tags)},
        {QStringLiteral("claims"), claims},
        {QStringLiteral("sources"), sources},
    };
}

} // namespace waic::exchange
