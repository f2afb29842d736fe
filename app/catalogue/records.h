// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Plain values of a catalogue's rows, named after the columns of resources/schema (see there for units and open lists).
/// A null QString is SQL NULL ("not said"), an empty one is text of no letters; std::nullopt is NULL for numbers.
/// Texts are user data: show them as plain text only.
namespace waic::catalogue {

/// Identity of a row inside one file.  Across files rows are known by uid.
using RowId = qint64;

struct Announcement
{
    RowId id = 0;
    QString uid;
    QString title;
    QString summary;
    QString kind;
    QString edition;
    QString announcedOn; ///< YYYY[-MM[-DD]]
    QString country;     ///< ISO 3166-1 alpha-2, or INT
    QString openness;
    QString url;
    QString notes;
    QString verification;
    bool starred = false;
    QString binnedAt; ///< UTC; null when not in the bin
};

/// What one line of the table shows.
struct AnnouncementRow
{
    Announcement announcement;
    QStringList organisations; ///< short display names, announcers first, survivors of merges, no name twice
    int figures = 0;           ///< claims
    int sources = 0;           ///< distinct sources cited by the announcement or its claims
};

struct Participation
{
    RowId organisation = 0; ///< 0 when the row points at a missing organisation
    QString uid;            ///< of the survivor of a merge; null when missing
    QString name;           ///< of the survivor of a merge
    QString localName;      ///< in Chinese where the catalogue has it; null otherwise
    QString role;           ///< announcer, partner, subject, speaker, …
    RowId member = 0;       ///< the organisation that the row itself names, which may have been merged into another
};

struct Source
{
    RowId id = 0;
    QString uid;
    QString url;
    QString title;
    QString publisher;
    QString language;
    QString publishedOn;
    QString accessedOn;
    QString attributedTo; ///< whom the page itself cites, in its words
};

struct Citation
{
    RowId id = 0;
    RowId source = 0;
    QString stance; ///< supports, contests
    QString locator;
    QString asSaid;
    QString qualifier; ///< this page's hedge where it differs from the claim's
};

struct Claim
{
    RowId id = 0;
    QString uid;
    RowId announcement = 0;
    QString measure;
    QString subject;
    double value = 0;
    std::optional<double> valueTo;
    std::optional<double> of;
    QString unit;
    QString qualifier;
    QString nature;
    QString definition;
    QString scope;
    QString asOf;
    QString verification;
    bool preferred = false;
    QString preferredReason;
    QString note;
    std::vector<Citation> citations;
};

/// A source as one record uses it.
struct RecordSource
{
    Source source;
    int figures = 0; ///< claims of this record that cite it
};

/// One announcement with all that hangs on it; the record pane and the JSON of `query` show it.
struct Record
{
    Announcement announcement;
    std::vector<Participation> organisations;
    QStringList tags;
    std::vector<Claim> claims;         ///< by measure, then in order of entry
    std::vector<Citation> citations;   ///< of the announcement itself
    std::vector<RecordSource> sources; ///< every source cited by the announcement or its claims, most figures first
};

} // namespace waic::catalogue
