// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/announcement_model.h"
#include "ui/table/columns.h"

#include <algorithm>
#include <utility>

namespace waic::ui {

using catalogue::AnnouncementRow;
using catalogue::RowId;

QString AnnouncementModel::storedText(const QModelIndex &cell) const
{
    return stored(cell.column(), row(cell.row()));
}

QString AnnouncementModel::stored(int column, const AnnouncementRow &row) const
{
    const auto pending = m_pending.constFind(Cell(row.announcement.id, column));
    return pending != m_pending.constEnd() ? *pending : columnSpec(column).text(row);
}

QVariant AnnouncementModel::textRole(const QModelIndex &index, const AnnouncementRow &row, int role) const
{
    const int column = index.column();
    if (column == StarColumn) {
        if (role == Qt::AccessibleTextRole)
            return row.announcement.starred ? tr("starred") : tr("not starred");
        return role == MissingRole ? QVariant(false) : QVariant(QString());
    }
    if (const auto typed = m_typed.constFind(Cell(row.announcement.id, column)); typed != m_typed.constEnd())
        return typedRole(*typed, role);
    const bool pending = m_pending.contains(Cell(row.announcement.id, column));
    if (role == FullTextRole && (column == OrganisationColumn || !pending))
        return fullCellText(column, row);
    const QString value = stored(column, row);
    if (role == FullTextRole)
        return column == CountryColumn ? cellText(column, value) : value;
    if (role == Qt::EditRole)
        return value;
    if (role == MissingRole)
        return value.isEmpty();
    if (role == Qt::AccessibleTextRole && column == TitleColumn && m_held.contains(row.announcement.id))
        return tr("%1, outside the filter").arg(cellText(column, value));
    return value.isEmpty() ? QStringLiteral("–") : cellText(column, value);
}

/// What was typed and not saved, as it was typed.
QVariant AnnouncementModel::typedRole(const Typed &typed, int role) const
{
    switch (role) {
    case MissingRole:
        return false;
    case Qt::EditRole:
    case FullTextRole:
        return typed.text;
    case Qt::AccessibleTextRole:
        return tr("%1, not saved").arg(typed.text);
    default:
        return QString(typed.text).replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
}

QVariant AnnouncementModel::data(const QModelIndex &index, int role) const
{
    // Sizes are fixed and colours the delegate's: a frame asks for them 1,848 times.
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::AccessibleTextRole:
    case Qt::TextAlignmentRole:
    case IdRole:
    case MissingRole:
    case MoreRole:
    case FullTextRole:
    case StarredRole:
    case VerificationRole:
    case EditedRole:
    case LoadingRole:
    case SeenRole:
    case HeldRole:
    case RefusedRole:
    case Qt::AccessibleDescriptionRole:
        break;
    default:
        return {};
    }
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == IdRole)
        return m_ids[std::size_t(index.row())];
    if (role == EditedRole)
        return m_edited.contains(m_ids[std::size_t(index.row())]);
    if (role == HeldRole)
        return m_held.contains(m_ids[std::size_t(index.row())]);
    if (role == RefusedRole || role == Qt::AccessibleDescriptionRole)
        return m_typed.isEmpty() ? QString() : m_typed.value(Cell(m_ids[std::size_t(index.row())], index.column())).why;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((columnSpec(index.column()).numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const Window *known = window(index.row() / kWindowRows);
    if (!known || role == LoadingRole)
        return known ? false : loadingRole(role);
    const AnnouncementRow &row = known->rows[std::size_t(index.row() % kWindowRows)];
    if (role == SeenRole)
        return stored(index.column(), row);
    if (role == StarredRole)
        return row.announcement.starred;
    if (role == VerificationRole)
        return row.announcement.verification;
    if (role == MoreRole)
        return index.column() == OrganisationColumn ? std::max(0, int(row.organisations.size()) - 1) : 0;
    return textRole(index, row, role);
}

QVariant AnnouncementModel::loadingRole(int role) const
{
    if (role == LoadingRole)
        return true;
    if (role == MissingRole || role == StarredRole)
        return false;
    return role == Qt::AccessibleTextRole ? tr("loading") : QString();
}

bool AnnouncementModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role == SeenRole) {
        m_seen = value.toString();
        return true;
    }
    const std::optional<QString> typedOver = std::exchange(m_seen, std::nullopt);
    if (role != Qt::EditRole || !m_writable || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const catalogue::Field *field = columnField(index.column());
    if (!field)
        return false;
    const Result<QVariant> parsed = catalogue::parseField(*field, value.toString());
    if (!parsed)
        return false;
    const QString text = parsed->toString();
    if (text == stored(index.column(), row(index.row()))) {
        dropTyped(index);
        return true;
    }
    const RowId id = m_ids[std::size_t(index.row())];
    const QString seen = typedOver.value_or(stored(index.column(), row(index.row())));
    expect(index, text);
    emit editAsked(catalogue::setField(*field, id, *parsed, seen.isEmpty() ? QVariant() : QVariant(seen)), id, index.column(),
        value.toString());
    return true;
}

QVariant AnnouncementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::AccessibleTextRole || (role == Qt::ToolTipRole && section != StarColumn))
        return columnLabel(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (columnSpec(section).numeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DisplayRole)
        return section == StarColumn ? QString() : columnLabel(section);
    return {};
}

Qt::ItemFlags AnnouncementModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return m_writable && columnField(index.column()) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace waic::ui
