// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/announcement_model.h"

#include "ui/table/columns.h"

#include <QMetaObject>

#include <algorithm>

namespace waic::ui {

using catalogue::AnnouncementRow;
using catalogue::RowId;

namespace {

constexpr int kKeptWindows = 320; // 20,000 rows

/// Rows beside their ids: a reader leaves out rows that are gone, a table line stays.
std::vector<AnnouncementRow> aligned(std::span<const RowId> ids, std::vector<AnnouncementRow> found)
{
    std::vector<AnnouncementRow> rows(ids.size());
    auto next = found.begin();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (next != found.end() && next->announcement.id == ids[i])
            rows[i] = std::move(*next++);
        else
            rows[i].announcement.id = ids[i];
    }
    return rows;
}

} // namespace

AnnouncementModel::AnnouncementModel(RowReader reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(std::move(reader))
    , m_windows(kKeptWindows)
{
}

void AnnouncementModel::takeRows(const explore::Answer &answer)
{
    m_windows.clear();
    for (std::size_t first = 0; first < answer.firstRows.size(); first += kWindowRows) {
        const std::size_t wanted = std::min<std::size_t>(kWindowRows, m_ids.size() - first);
        // A window is whole or not there.
        if (answer.firstRows.size() - first < wanted)
            break;
        const auto begin = answer.firstRows.begin() + std::ptrdiff_t(first);
        m_windows.insert(int(first / kWindowRows), new Window(begin, begin + std::ptrdiff_t(wanted)));
    }
}

void AnnouncementModel::setAnswer(const explore::Answer &answer)
{
    beginResetModel();
    m_ids = answer.ids;
    takeRows(answer);
    endResetModel();
}

void AnnouncementModel::refresh(const explore::Answer &answer)
{
    Q_ASSERT(answer.ids == m_ids);
    takeRows(answer);
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AnnouncementModel::clear()
{
    m_pending.clear();
    m_edited.clear();
    setAnswer({});
}

int AnnouncementModel::rowOf(RowId id) const
{
    return int(m_ids.indexOf(id));
}

AnnouncementRow AnnouncementModel::row(int row) const
{
    const Window *rows = window(row / kWindowRows);
    return rows ? (*rows)[std::size_t(row % kWindowRows)] : AnnouncementRow{};
}

Result<std::vector<AnnouncementRow>> AnnouncementModel::read(std::span<const RowId> ids) const
{
    return m_reader(ids).map([&](std::vector<AnnouncementRow> &&found) { return aligned(ids, std::move(found)); });
}

const AnnouncementModel::Window *AnnouncementModel::window(int number) const
{
    if (const Window *known = m_windows.object(number))
        return known;
    const std::size_t first = std::size_t(number) * kWindowRows;
    const std::vector<RowId> ids = m_ids.part(first, kWindowRows);
    Result<std::vector<AnnouncementRow>> found = m_reader(ids);
    if (!found) {
        // Queued, because a view that paints is asking; kept as empty rows, so that it is told once.
        auto *self = const_cast<AnnouncementModel *>(this);
        QMetaObject::invokeMethod(
            self, [self, error = found.error()] { emit self->readFailed(error); }, Qt::QueuedConnection);
        found = std::vector<AnnouncementRow>{};
    }
    auto *made = new Window(aligned(ids, *std::move(found)));
    m_windows.insert(number, made);
    return made;
}

void AnnouncementModel::rowsCommitted(const std::vector<RowId> &announcements)
{
    const QSet<RowId> changed(announcements.begin(), announcements.end());
    m_edited.unite(changed);
    m_pending.removeIf([&](const auto &cell) { return changed.contains(cell.key().first); });
    int first = -1, last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (!changed.contains(m_ids[std::size_t(row)]))
            continue;
        m_windows.remove(row / kWindowRows);
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void AnnouncementModel::dropPending()
{
    if (m_pending.isEmpty())
        return;
    m_pending.clear();
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AnnouncementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int AnnouncementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AnnouncementModel::stored(int column, const AnnouncementRow &row) const
{
    const auto pending = m_pending.constFind(Cell(row.announcement.id, column));
    return pending != m_pending.constEnd() ? *pending : columnSpec(column).text(row);
}

QString AnnouncementModel::fullText(int column, const AnnouncementRow &row) const
{
    if (column == OrganisationColumn)
        return row.organisations.join(QLatin1Char('\n'));
    const QString value = stored(column, row);
    return column == CountryColumn ? cellText(column, value) : value;
}

QVariant AnnouncementModel::textRole(const QModelIndex &index, const AnnouncementRow &row, int role) const
{
    const int column = index.column();
    if (column == StarColumn) {
        if (role == Qt::AccessibleTextRole)
            return row.announcement.starred ? tr("starred") : tr("not starred");
        return role == MissingRole ? QVariant(false) : QVariant(QString());
    }
    if (role == FullTextRole)
        return fullText(column, row);
    const QString value = stored(column, row);
    if (role == Qt::EditRole)
        return value;
    if (role == MissingRole)
        return value.isEmpty();
    return value.isEmpty() ? QStringLiteral("–") : cellText(column, value);
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
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((columnSpec(index.column()).numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const AnnouncementRow &row = (*window(index.row() / kWindowRows))[std::size_t(index.row() % kWindowRows)];
    if (role == StarredRole)
        return row.announcement.starred;
    if (role == VerificationRole)
        return row.announcement.verification;
    if (role == MoreRole)
        return index.column() == OrganisationColumn ? std::max(0, int(row.organisations.size()) - 1) : 0;
    return textRole(index, row, role);
}

bool AnnouncementModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !m_writable || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const catalogue::Field *field = columnField(index.column());
    if (!field)
        return false;
    const Result<QVariant> parsed = catalogue::parseField(*field, value.toString());
    if (!parsed)
        return false;
    const QString text = parsed->toString();
    if (text == index.data(Qt::EditRole).toString())
        return true;
    const RowId id = m_ids[std::size_t(index.row())];
    m_pending.insert(Cell(id, index.column()), text);
    emit dataChanged(index, index);
    emit editAsked(catalogue::setField(*field, std::span(&id, 1), *parsed));
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
