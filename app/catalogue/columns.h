// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

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
    Cell title, summary, kind, edition, announcedOn, country, openness, notes, verification;
    bool binned = false;
};

/// An organisation or a tag; mergedInto 0: stands for itself.
struct NamedCells
{
    RowId id = 0;
    Cell name;
    RowId mergedInto = 0;
    Cell type; ///< of an organisation; null for a tag
};

/// Takes the rows.  Links may lead to rows that are not there.  An announcement comes before its links, an organisation before
/// its names; organisations, tags and sources come before or after the links to them.
class ColumnSink
{
public:
    virtual ~ColumnSink() = default;
    virtual void announcement(const AnnouncementCells &cells) = 0;
    virtual void participation(RowId announcement, RowId organisation, Cell role) = 0;
    virtual void tagging(RowId announcement, RowId tag) = 0;
    virtual void claim(RowId announcement, Cell measure, Cell subject) = 0;
    /// Of the announcement itself, or of one of its claims; a source cited twice comes twice.
    virtual void citation(RowId announcement, RowId source) = 0;
    virtual void organisation(const NamedCells &cells) = 0;
    virtual void organisationName(RowId organisation, Cell name, bool isAlias) = 0;
    virtual void tag(const NamedCells &cells) = 0;
    virtual void source(RowId id, Cell title, Cell publisher) = 0;
};

/// Streams everything, announcements by rising id, as one snapshot of the file.  Announcements in the bin are included.
Result<> readColumns(Database &database, ColumnSink &sink);

/// The same for these announcements and for the organisations (up to the survivors of merges), tags and sources that they name.
/// Cost: by what is named, not by the file's size.
Result<> readColumns(Database &database, std::span<const RowId> announcements, ColumnSink &sink);

} // namespace waic::catalogue
