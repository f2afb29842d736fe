// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/index_columns.h"
#include "explore/query.h"

#include <memory>

/// A query's terms made ready to be asked block by block.
namespace waic::explore {

/// Tells for rows whether they pass one term of a query.  Any number of threads at once.
class RowTest
{
public:
    virtual ~RowTest() = default;
    /// Sets passes[i] to 0 where row first + i does not pass; else leaves it.
    virtual void narrow(Row first, std::span<quint8> passes) const = 0;
};

using RowTests = std::vector<std::unique_ptr<RowTest>>;

/// For each code of a field whether one of the condition's values, contained texts and ranges means it.  Names that were merged
/// are asked for by every name of the survivor.
std::vector<quint8> acceptedCodes(const FieldColumn &column, const Condition &condition);
/// One of the values is `none`.
bool acceptsMissing(const Condition &condition);

/// A condition on a field that has a column.  role: another condition that must hold of the same participation.
std::unique_ptr<RowTest> fieldTest(
    const IndexColumns &columns, const FieldColumn &column, const Condition &condition, const Condition *role = nullptr);
/// A condition on the title.
std::unique_ptr<RowTest> titleTest(const IndexColumns &columns, const Condition &condition);
std::unique_ptr<RowTest> claimTest(const IndexColumns &columns, const ClaimCondition &condition);
/// is:differing: rows tells of which.
std::unique_ptr<RowTest> maskTest(std::shared_ptr<const RowMask> rows, bool excluded);
/// Any other flag; nullptr for one that is none.
std::unique_ptr<RowTest> flagTest(const IndexColumns &columns, const Flag &flag);

/// Marks rows of a block of which an entry is wanted: found[i] is set to 1 for row first + i.
template <typename IsWanted>
void findEntries(const Grouping &grouping, Row first, Row count, IsWanted &&isWanted, quint8 *found)
{
    const std::vector<quint32> &starts = grouping.starts();
    Row row = first;
    const quint32 end = starts[first + count];
    for (quint32 entry = starts[first]; entry < end; ++entry) {
        if (!isWanted(entry))
            continue;
        while (starts[row + 1] <= entry)
            ++row;
        found[row - first] = 1;
    }
}

} // namespace waic::explore
