// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/conflict_model.h"

#include "ui/common/words.h"

#include <algorithm>

namespace waic::ui {

using catalogue::CellConflict;

namespace {

QString orNothing(const QString &words)
{
    return words.isEmpty() ? ConflictModel::tr("nothing") : words;
}

QString oneLine(QString words)
{
    return words.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

ConflictModel::ConflictModel(catalogue::Conflict conflict, QObject *parent)
    : QAbstractTableModel(parent)
    , m_conflict(std::move(conflict))
    , m_decisions(m_conflict.cells.size(), Decision::None)
{
    for (std::size_t row = 0; row < m_decisions.size(); ++row)
        if (!isOpen(int(row)))
            m_decisions[row] = Decision::Keep;
        else if (const CellConflict &cell = m_conflict.cells[row]; cell.decided)
            m_decisions[row] = cell.take ? Decision::Take : Decision::Keep;
    for (CellConflict &cell : m_conflict.cells)
        cell.decided = true; // by the time that they are handed over
    m_undecided = int(std::count(m_decisions.begin(), m_decisions.end(), Decision::None));
}

bool ConflictModel::isOpen(int row) const
{
    const CellConflict::Kind kind = m_conflict.cells[std::size_t(row)].kind;
    return kind == CellConflict::Kind::OtherValue || kind == CellConflict::Kind::Changed;
}

void ConflictModel::set(int row, bool take)
{
    if (!isOpen(row))
        return;
    Decision &decision = m_decisions[std::size_t(row)];
    m_undecided -= decision == Decision::None ? 1 : 0;
    decision = take ? Decision::Take : Decision::Keep;
    m_conflict.cells[std::size_t(row)].take = take;
}

void ConflictModel::decide(int row, bool take)
{
    set(row, take);
    emit dataChanged(index(row, What), index(row, Wanted));
    emit decidedMore();
}

void ConflictModel::decideAll(bool take)
{
    for (int row = 0; row < rowCount(); ++row)
        set(row, take);
    if (rowCount() > 0)
        emit dataChanged(index(0, What), index(rowCount() - 1, Wanted));
    emit decidedMore();
}

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_conflict.cells.size());
}

int ConflictModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CellConflict &cell = m_conflict.cells[std::size_t(index.row())];
    const Decision decision = m_decisions[std::size_t(index.row())];
    if (role == Qt::CheckStateRole && index.column() != What && isOpen(index.row())) {
        const Decision own = index.column() == Wanted ? Decision::Take : Decision::Keep;
        return int(decision == own ? Qt::Checked : Qt::Unchecked);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString words;
    switch (index.column()) {
    case What:
        for (const QString &part : {cell.field, cell.about, cell.title})
            if (!part.isEmpty())
                words += words.isEmpty() ? part : QStringLiteral(" · ") + part;
        break;
    case Found:
        words = cell.kind == CellConflict::Kind::Gone  ? tr("no longer there")
            : cell.kind == CellConflict::Kind::Refused ? tr("stays as it is")
                                                       : orNothing(cell.foundText);
        break;
    default:
        words = cell.kind == CellConflict::Kind::Changed ? tr("remove it")
            : cell.kind == CellConflict::Kind::Gone      ? tr("nothing can be written")
            : cell.kind == CellConflict::Kind::Refused   ? tr("a rule of the catalogue forbids it")
                                                         : orNothing(cell.wantedText);
    }
    return role == Qt::ToolTipRole ? plainToolTip(words) : oneLine(words);
}

bool ConflictModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() == What || !isOpen(index.row()) || value.toInt() != Qt::Checked)
        return false;
    decide(index.row(), index.column() == Wanted);
    return true;
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case What:
        return tr("Cell");
    case Found:
        return tr("In the catalogue now");
    default:
        return m_conflict.step == 0 ? tr("Yours") : m_conflict.redo ? tr("After the step") : tr("Before the step");
    }
}

Qt::ItemFlags ConflictModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() != What && isOpen(index.row()) ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace waic::ui
