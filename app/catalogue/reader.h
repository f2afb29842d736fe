// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/opening.h"
#include "catalogue/records.h"
#include "catalogue/saved_chart.h"
#include "catalogue/saved_view.h"

#include <span>

namespace waic::catalogue {

/// Reads rows on a connection of its own.  Belongs to the thread that made it; every call tolerates orphans (a citation of a
/// missing source, a participation of a missing organisation).
class Reader
{
public:
    static Result<std::unique_ptr<Reader>> open(const CatalogueFile &file);
    ~Reader();

    /// Rows of these ids, in their order; ids that are not there are left out.  Some 10 µs a row.
    Result<std::vector<AnnouncementRow>> rows(std::span<const RowId> ids);
    /// At most count of the newest announcements outside the bin, in the order of a query without sort keys; fewer when they end
    /// within a date, none when there are few announcements at all, or too many of one date.  Cost: by count, not by the file's
    /// size.
    Result<std::vector<AnnouncementRow>> newestOfMany(int count);
    /// All of one announcement.  NotFound when there is no such row.
    Result<Record> record(RowId announcement);
    /// Claims of these announcements with their citations, in the order of ids.
    Result<std::vector<Claim>> claims(std::span<const RowId> announcements);
    /// Claims of one measure and subject (of every subject for a null one), outside the bin and in it, with their citations.
    /// Cost: by the claims of the measure.
    Result<std::vector<Claim>> claims(const QString &measure, const QString &subject);
    /// Every source of the catalogue.
    Result<std::vector<Source>> sources();
    /// Distinct values that a column of announcement holds outside the bin, most used first; for completion.
    Result<QStringList> valuesOf(QStringView column);
    /// The questions that were given a name, in the order of their list.
    Result<std::vector<SavedView>> savedViews();
    /// The charts that were given a name, in the order of the gallery.
    Result<std::vector<SavedChart>> savedCharts();
    /// Number of announcements outside the bin.
    Result<int> count();
    /// UTC time of the newest step, as stored; null when there is none.
    Result<QString> newestStepAt();
    /// The date that the starter's sources reach to, for a catalogue made from it; null otherwise.
    Result<QString> starterVersion();

    /// Ends the call that is running, which then returns an Error; the next call works again.  Without a running call, nothing.
    /// From any thread, while the reader lives.
    void interrupt();

    /// The connection, for loaders of other rooms that read whole columns (explore's index).
    Database &database() { return *m_database; }

private:
    explicit Reader(std::unique_ptr<Database> database, QString path);
    std::vector<Claim> claimsOf(RowId announcement);
    std::unique_ptr<Database> m_database;
    QString m_path;
};

/// The name to show where space is short: the first alias in Latin letters that is shorter, for names over 20 characters; else
/// the name.  The reader gives the aliases with the shortest first.
QString shortName(const QString &name, const QStringList &aliases);

} // namespace waic::catalogue
