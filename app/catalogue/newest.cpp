// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/fold.h"
#include "catalogue/reader.h"
#include "catalogue/sql.h"

#include <algorithm>

namespace waic::catalogue {

Result<std::vector<AnnouncementRow>> Reader::newestOfMany(int count)
{
    constexpr qint64 kMany = 20000, kMostOfOneDate = 4096;
    struct Newest
    {
        RowId id;
        QString date, title;
    };
    std::vector<Newest> newest;
    const Result<> read = guarded(m_path, [&]() -> Result<> {
        const Snapshot snapshot(*m_database);
        SQLite::Statement &many = bound(m_database->kept("SELECT 1 FROM announcement LIMIT 1 OFFSET ?"), kMany);
        const bool isMany = many.executeStep();
        many.reset();
        if (!isMany)
            return {};
        SQLite::Statement &rows
            = bound(m_database->kept("SELECT id, announced_on, title FROM announcement WHERE binned_at IS NULL "
                                     "ORDER BY announced_on DESC LIMIT ?"),
                kMostOfOneDate);
        while (rows.executeStep()) {
            Newest row{integer(rows, 0), text(rows, 1), tokens(text(rows, 2))};
            // Only whole dates: rows of one date are ordered by title.
            if (qsizetype(newest.size()) >= count && row.date != newest.back().date)
                break;
            newest.push_back(std::move(row));
        }
        rows.reset();
        return {};
    });
    if (!read)
        return tl::make_unexpected(read.error());
    if (newest.empty() || qint64(newest.size()) == kMostOfOneDate)
        return std::vector<AnnouncementRow>();
    std::sort(newest.begin(), newest.end(), [](const Newest &a, const Newest &b) {
        return a.date != b.date ? a.date > b.date : a.title != b.title ? a.title.toUtf8() < b.title.toUtf8() : a.id < b.id;
    });
    std::vector<RowId> ids;
    for (const Newest &row : newest)
        if (int(ids.size()) < count)
            ids.push_back(row.id);
    return rows(ids);
}

} // namespace waic::catalogue
