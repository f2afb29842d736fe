// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

/// What any program wrote since a reader looked last, by the table `touched` that triggers fill.
namespace waic::catalogue {

class Database;

/// Where a reader stands: it knows all changes up to seq.  The token tells two copies of a file apart that grew separately.
struct FollowPlace
{
    qint64 seq = 0;
    qint64 token = 0;

    bool operator==(const FollowPlace &) const = default;
};

struct Touched
{
    FollowPlace place;
    bool isComplete = true; ///< false: changes were pruned, or are of a kind that only reading everything anew follows
    std::vector<RowId> announcements;
    std::vector<RowId> organisations, tags, sources;
    bool units = false; ///< the list of units

    bool isNothing() const
    {
        return isComplete && announcements.empty() && organisations.empty() && tags.empty() && sources.empty() && !units;
    }
};

Result<FollowPlace> followPlace(Database &database);
/// Changes behind a place.  Cost: by their number.
Result<Touched> touchedSince(Database &database, const FollowPlace &place);
/// A number that is another one after each commit of another connection; costs some µs.
Result<qint64> dataVersion(Database &database);
/// Pages of the file as this connection sees it.
Result<qint64> pageCount(Database &database);

} // namespace waic::catalogue
