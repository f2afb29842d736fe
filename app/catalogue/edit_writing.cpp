// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/edit_writing.h"

#include "catalogue/row_adding.h"
#include "catalogue/row_writing.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QScopeGuard>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

constexpr int kRowsInPart = 10'000;

Result<bool> writeRow(Database &database, const auto &change)
{
    if constexpr (requires { writeSavedView(database, change); })
        return writeSavedView(database, change);
    else if constexpr (requires { writeSavedChart(database, change); })
        return writeSavedChart(database, change);
    else
        return writeAdded(database, change);
}

} // namespace

EditWriting::EditWriting(Database &database, StepRecord &record, const Decisions &decisions)
    : m_database(database)
    , m_record(record)
    , m_decisions(decisions)
    , m_recorder(database, recordedTables())
    , m_changer(database, decisions)
{
}

Result<> EditWriting::write(const Change &change)
{
    return std::visit([this](const auto &one) { return make(one); }, change);
}

Result<> EditWriting::hand()
{
    const QByteArray changeset = m_recorder.take();
    if (changeset.isEmpty() && m_cells > 0)
        return failure(ErrorKind::Bug, Text::tr("the change could not be recorded in the history, so it was not made"));
    m_record.addChangeset(changeset);
    m_cells = 0;
    return {};
}

std::vector<CellConflict> EditWriting::conflicts() const
{
    std::vector<CellConflict> all = m_conflicts;
    all.insert(all.end(), m_changer.open().begin(), m_changer.open().end());
    return all;
}

Result<> EditWriting::count(bool changed)
{
    m_cells += changed ? 1 : 0;
    return m_cells < kRowsInPart ? Result<>() : hand();
}

Result<> EditWriting::make(const SetCell &cell)
{
    const Result<bool> changed = writeCell(m_database, cell, m_decisions, m_conflicts);
    return changed ? count(*changed) : tl::make_unexpected(changed.error());
}

Result<> EditWriting::make(const SetCells &cells)
{
    SetCell cell{cells.entity, 0, cells.column, cells.value, std::nullopt};
    for (const RowId row : cells.rows) {
        cell.row = row;
        if (const Result<> made = make(cell); !made)
            return made;
    }
    return {};
}

// Kept as its id and not as its contents: undo does not delete it, it moves it to the bin.
Result<> EditWriting::make(const AddAnnouncement &added)
{
    m_recorder.setPaused(true);
    const auto goOn = qScopeGuard([this] { m_recorder.setPaused(false); });
    const Result<RowId> row = writeAnnouncement(m_database, added.row);
    if (!row)
        return tl::make_unexpected(row.error());
    m_newRows.insert(*row);
    m_record.addNewAnnouncement(*row);
    return {};
}

Result<> EditWriting::make(const RowChange &change)
{
    const int before = m_database.connection().getTotalChanges();
    m_changer.make(change);
    return count(m_database.connection().getTotalChanges() > before);
}

template <typename Other>
bool EditWriting::isOfNew(const Other &change) const
{
    if constexpr (requires { change.claim; })
        return m_newRows.contains(change.claim ? change.claim : change.announcement);
    else if constexpr (requires { change.announcement; })
        return m_newRows.contains(change.announcement);
    else if constexpr (requires { change.row.announcement; })
        return m_newRows.contains(change.row.announcement);
    else
        return false;
}

template <typename Other>
Result<> EditWriting::make(const Other &change)
{
    const bool ofNew = isOfNew(change);
    m_recorder.setPaused(ofNew);
    const auto goOn = qScopeGuard([this] { m_recorder.setPaused(false); });
    const Result<bool> changed = writeRow(m_database, change);
    if (!changed)
        return tl::make_unexpected(changed.error());
    if constexpr (std::is_same_v<Other, AddClaim>)
        if (ofNew)
            m_newRows.insert(change.row.id);
    m_recorder.setPaused(false);
    return ofNew ? Result<>() : count(*changed);
}

} // namespace waic::catalogue
