// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The sentences of charts that count announcements by kind, organisation or country.
namespace waic::chart {

/// What leads a ranking.
struct Leaders
{
    QString dimension;  ///< kind, org, country
    QStringList values; ///< as stored: those with the highest count, more than one when they are level
    QStringList labels; ///< as shown
    int count = 0;      ///< announcements of each
    int total = 0;      ///< announcements drawn
    int groups = 0;     ///< different values
};

QString finding(const Leaders &leaders);
/// "Baidu is the most named company: 23 of 332 announcements".
QString companyFinding(const QString &company, int count, int total);
QString rankedSubtitle(const QString &dimension);         ///< without scope
QString missingLabel(const QString &dimension);           ///< "no country"
QString missingText(const QString &dimension, int count); ///< "3 announcements name no organisation"
/// "143 others" and "in 171 announcements together, at most 6 each".
QString othersLabel(int groups);
QString othersText(int together, int atMost);

} // namespace waic::chart
