// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/removal.h"

#include "catalogue/history.h"
#include "catalogue/sql.h"

#include <QCoreApplication>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

/// Children first, so that no row refers to one that is gone.
constexpr const char *kRemovals[] = {
    "DELETE FROM citation WHERE claim IN (SELECT c.id FROM claim c JOIN announcement a ON a.id = c.announcement"
    " WHERE a.binned_at IS NOT NULL)",
    "DELETE FROM citation WHERE announcement IN (SELECT id FROM announcement WHERE binned_at IS NOT NULL)",
    "DELETE FROM claim WHERE announcement IN (SELECT id FROM announcement WHERE binned_at IS NOT NULL)",
    "DELETE FROM participation WHERE announcement IN (SELECT id FROM announcement WHERE binned_at IS NOT NULL)",
    "DELETE FROM announcement_tag WHERE announcement IN (SELECT id FROM announcement WHERE binned_at IS NOT NULL)",
    "DELETE FROM field_value WHERE announcement IN (SELECT id FROM announcement WHERE binned_at IS NOT NULL)",
    "DELETE FROM announcement WHERE binned_at IS NOT NULL",
};

} // namespace

Result<Step> removeBinned(Database &database, const QString &author)
{
    std::vector<RowId> binned;
    SQLite::Statement &rows = bound(database.kept("SELECT id FROM announcement WHERE binned_at IS NOT NULL"));
    while (rows.executeStep())
        binned.push_back(integer(rows, 0));
    if (binned.empty())
        return failure(ErrorKind::NotFound, Text::tr("the bin is empty"));
    const QString label = binned.size() == 1 ? Text::tr("Empty the bin of an announcement")
                                             : Text::tr("Empty the bin of %1 announcements").arg(binned.size());
    const StepRecord record(database, label, QStringLiteral("empty"), author);
    for (const char *removal : kRemovals)
        bound(database.kept(removal)).exec();
    Step step = record.step();
    step.announcements = std::move(binned);
    return step;
}

Result<Step> dropContents(Database &database, const QString &before, const QString &author)
{
    const int dropped
        = bound(database.kept("DELETE FROM step_part WHERE step IN (SELECT id FROM step WHERE at < ?)"), before).exec();
    if (dropped == 0)
        return failure(ErrorKind::NotFound, Text::tr("the history has no contents from before then"));
    return StepRecord(database, Text::tr("Compact the history before %1").arg(before.left(10)), QStringLiteral("compact"), author)
        .step();
}

} // namespace waic::catalogue
