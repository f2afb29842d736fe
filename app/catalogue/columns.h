// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

/// Whole columns of a catalogue, streamed, for indexes in memory.
namespace waic::catalogue {

class Database;

/// A cell's text as SQLite holds it, UTF-8, valid during the call that hands it over.  data() is nullptr for NULL.
using Cell = std::string_view;

struct AnnouncementCells
{
    RowId id = 0;
    Cell title, kind, edition, announcedOn, country, openness, verification;
    bool binned = false, starred = false;
    bool hasSummary = false, hasNotes = false, hasLink = false; ///< more than white space
};

/// An organisation or a tag; mergedInto 0: stands for itself.
struct NamedCells
{
    RowId id = 0;
    Cell name;
    RowId mergedInto = 0;
    Cell type = {}; ///< of an organisation; null for a tag
};

struct ClaimCells
{
    RowId announcement = 0;
    Cell measure, subject, unit, nature, asOf;
    double value = 0;
    std::optional<double> whole; ///< of_value
};

/// The texts of an announcement that words are looked for in, beside its title.
struct TextCells
{
    RowId id = 0;
    Cell title, summary, notes;
};

/// Takes the rows.  Links may lead to rows that are not there.  Names come before the announcements, an announcement before its
/// links, an organisation before its names.
class ColumnSink
{
public:
    virtual ~ColumnSink() = default;
    virtual void organisation(const NamedCells &cells) = 0;
    virtual void organisationName(RowId organisation, Cell name, bool isAlias) = 0;
    virtual void tag(const NamedCells &cells) = 0;
    virtual void source(RowId id, Cell title, Cell publisher) = 0;
    virtual void ownField(RowId id, Cell name, Cell type) = 0;
    virtual void unit(Cell name, Cell dimension, std::optional<double> factor) = 0;
    virtual void announcement(const AnnouncementCells &cells) = 0;
    virtual void edited(RowId announcement) = 0; ///< a step of the history changed it
    virtual void participation(RowId announcement, RowId organisation, Cell role) = 0;
    virtual void tagging(RowId announcement, RowId tag) = 0;
    virtual void claim(const ClaimCells &cells) = 0;
    /// Of the announcement itself, or of one of its claims; a source cited twice comes twice.
    virtual void citation(RowId announcement, RowId source) = 0;
    virtual void ownValue(RowId announcement, RowId field, Cell value) = 0;
};

/// What is read at once; each part may be read by a thread of its own with a database of its own.
enum class ColumnPart { Names, Announcements, Participations, Taggings, Claims, Citations, OwnValues };

struct IdRange
{
    RowId first = std::numeric_limits<RowId>::min();
    RowId last = std::numeric_limits<RowId>::max();
};

/// Streams one part, as one snapshot of the file; announcements by rising id, those of the range alone, the bin included.
Result<> readColumns(Database &database, ColumnPart part, IdRange range, ColumnSink &sink);

/// All parts for these announcements and for the organisations (up to the survivors of merges), tags and sources that they name.
/// Cost: by what is named, not by the file's size.
Result<> readColumns(Database &database, std::span<const RowId> announcements, ColumnSink &sink);

/// Organisations (up to the survivors of merges), tags and sources alone, and the list of units.
Result<> readNames(Database &database, std::span<const RowId> organisations, std::span<const RowId> tags,
    std::span<const RowId> sources, ColumnSink &sink);

/// Least and greatest id of an announcement; first > last when there is none.
Result<IdRange> announcementIds(Database &database);

using TakeTexts = std::function<bool(const TextCells &cells)>;            ///< false ends the reading
using TakeClaimText = std::function<bool(RowId announcement, Cell text)>; ///< scope or note of one of its claims

/// Streams the texts of all announcements by rising id.
Result<> readTexts(Database &database, const TakeTexts &take);
/// Streams scopes and notes of all claims by rising announcement.
Result<> readClaimTexts(Database &database, const TakeClaimText &take);
/// Both for these announcements, one after the other, each with its claims.
Result<> readTexts(
    Database &database, std::span<const RowId> announcements, const TakeTexts &take, const TakeClaimText &takeClaim);

} // namespace waic::catalogue
