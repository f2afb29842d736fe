// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

namespace waic::catalogue {

/// Everything a catalogue's JSON says, by uid: what the JSON reader gives, what makes a new catalogue, and what `check --against`
/// compares with.  Shape: the starter's README and the design's cli.md.
struct Contents
{
    struct Unit
    {
        QString name, dimension;
        std::optional<double> factor;
    };
    struct Measure
    {
        QString name, dimension, shareOf;
    };
    struct Definition
    {
        QString name, counts;
    };
    struct Source
    {
        QString uid, url, title, publisher, language, publishedOn, attributedTo;
    };
    struct OrganisationName
    {
        QString name, language; ///< null language: an alias
        bool isAlias = false;
    };
    struct Organisation
    {
        QString uid, name, country, type;
        std::vector<OrganisationName> names;
    };
    struct Citation
    {
        QString source; ///< uid
        QString qualifier;
    };
    struct Claim
    {
        QString measure, subject;
        double value = 0;
        std::optional<double> valueTo, of;
        QString unit, qualifier, nature, definition, scope, asOf;
        std::vector<Citation> citations;
    };
    struct Participation
    {
        QString organisation; ///< uid
        QString role;
    };
    struct Announcement
    {
        QString uid, title, summary, kind, edition, announcedOn, country, openness, url, notes;
        std::vector<Participation> organisations;
        QStringList tags;
        std::vector<Claim> claims;
        QStringList sources; ///< uids
    };

    struct Chart
    {
        QString uid, name;
        QString spec; ///< JSON
    };

    QString starterVersion; ///< of the starter: the date that its sources reach to; null for other contents
    std::vector<Unit> units;
    std::vector<Measure> measures;
    std::vector<Definition> definitions;
    std::vector<Source> sources;
    std::vector<Organisation> organisations;
    std::vector<Announcement> announcements;
    std::vector<Chart> charts; ///< in the order of the gallery
};

/// uid of a claim: a hash of its announcement's uid and all its fields but the citations, so that a file made twice has the same.
QString claimUid(const QString &announcementUid, const Contents::Claim &claim);
/// uid of a citation: a hash of what it supports (a claim's uid or an announcement's) and of the source's uid.
QString citationUid(const QString &supportedUid, const QString &sourceUid);
/// uid of a name: a hash of organisation, language and name.
QString organisationNameUid(const QString &organisationUid, const Contents::OrganisationName &name);
/// 53 bits of a hash of the uid, never 0: the row's id in every installation.
RowId starterId(const QString &uid);

} // namespace waic::catalogue
