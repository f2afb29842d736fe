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

constexpr int kFewRows = AnnouncementModel::kWindowRows; // are read at once

} // namespace

AnnouncementModel::AnnouncementModel(RowReader reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(std::move(reader))
    , m_windows(kKeptWindows)
{
}

void AnnouncementModel::takeRows(const explore::Answer &answer)
{
    for (std::size_t first = 0; first < answer.firstRows.size(); first += kWindowRows) {
        const std::size_t wanted = std::min<std::size_t>(kWindowRows, m_ids.size() - first);
        // A window is whole or not there.
        if (answer.firstRows.size() - first < wanted)
            break;
        const auto begin = answer.firstRows.begin() + std::ptrdiff_t(first);
        m_windows.insert(int(first / kWindowRows), new Window{{begin, begin + std::ptrdiff_t(wanted)}});
    }
}

void AnnouncementModel::setFetcher(std::unique_ptr<RowFetcher> fetcher)
{
    forgetWishes();
    m_fetcher = std::move(fetcher);
    if (m_fetcher)
        connect(m_fetcher.get(), &RowFetcher::fetched, this, &AnnouncementModel::onFetched);
}

void AnnouncementModel::forgetWishes()
{
    ++m_life;
    m_awaited.clear();
}

void AnnouncementModel::setAnswer(const explore::Answer &answer, const QSet<RowId> &held)
{
    beginResetModel();
    forgetWishes();
    m_windows.clear();
    m_ids = answer.ids;
    m_held = held;
    takeRows(answer);
    endResetModel();
}

void AnnouncementModel::refresh(const explore::Answer &answer, const QSet<RowId> &held)
{
    Q_ASSERT(answer.ids == m_ids);
    m_held = held;
    markStale();
    takeRows(answer);
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AnnouncementModel::clear()
{
    m_pending.clear();
    m_typed.clear();
    m_edited.clear();
    setAnswer({});
}

int AnnouncementModel::rowOf(RowId id) const
{
    return int(m_ids.indexOf(id));
}

AnnouncementRow AnnouncementModel::row(int row) const
{
    const Window *known = m_windows.object(row / kWindowRows);
    if (!known)
        known = readWindow(row / kWindowRows);
    return known->rows[std::size_t(row % kWindowRows)];
}

Result<std::vector<AnnouncementRow>> AnnouncementModel::read(std::span<const RowId> ids) const
{
    return m_reader(ids).map([&](std::vector<AnnouncementRow> &&found) { return rowsBeside(ids, std::move(found)); });
}

const AnnouncementModel::Window *AnnouncementModel::readWindow(int number) const
{
    const std::vector<RowId> ids = m_ids.part(std::size_t(number) * kWindowRows, kWindowRows);
    Result<std::vector<AnnouncementRow>> found = read(ids);
    if (!found) {
        // Queued, because a view that paints is asking; kept as empty rows, so that it is told once.
        auto *self = const_cast<AnnouncementModel *>(this);
        QMetaObject::invokeMethod(
            self, [self, error = found.error()] { emit self->readFailed(error); }, Qt::QueuedConnection);
        found = rowsBeside(ids, {});
    }
    auto *made = new Window{*std::move(found)};
    m_windows.insert(number, made);
    return made;
}

const AnnouncementModel::Window *AnnouncementModel::window(int number) const
{
    const Window *known = m_windows.object(number);
    if (m_awaited.contains(number))
        return known;
    return known && !known->stale ? known : readWindow(number);
}

int AnnouncementModel::windowEnd(int number) const
{
    return std::min(rowCount(), (number + 1) * kWindowRows);
}

void AnnouncementModel::prepare(int firstRow, int lastRow)
{
    if (!m_fetcher || firstRow < 0 || lastRow < firstRow)
        return;
    std::vector<int> wanted;
    bool waits = true;
    for (int number = firstRow / kWindowRows; number <= lastRow / kWindowRows; ++number) {
        const Window *known = m_windows.object(number);
        if (known && !known->stale)
            continue;
        wanted.push_back(number);
        waits = waits && m_awaited.contains(number);
    }
    if (wanted.empty() || waits)
        return;
    if (wanted.size() == 1) {
        m_awaited.remove(wanted.front());
        return; // read when the first of its cells is painted
    }
    // Windows that were wished for before and have gone out of sight are of no interest any more.
    m_awaited = QSet<int>(wanted.begin(), wanted.end());
    m_fetcher->want({m_life, m_ids, wanted, kWindowRows});
}

void AnnouncementModel::onFetched(const RowFetcher::Window &window)
{
    if (window.life != m_life || windowEnd(window.number) <= window.number * kWindowRows)
        return;
    m_awaited.remove(window.number);
    const Window *known = m_windows.object(window.number);
    if (known && !known->stale)
        return;
    if (!window.rows)
        emit readFailed(window.rows.error());
    const std::vector<RowId> ids = m_ids.part(std::size_t(window.number) * kWindowRows, kWindowRows);
    m_windows.insert(window.number, new Window{window.rows ? *window.rows : rowsBeside(ids, {})});
    emit dataChanged(index(window.number * kWindowRows, 0), index(windowEnd(window.number) - 1, ColumnCount - 1));
    if (m_awaited.isEmpty())
        emit fetched();
}

void AnnouncementModel::markStale()
{
    forgetWishes();
    for (const int number : m_windows.keys())
        m_windows.object(number)->stale = true;
}

void AnnouncementModel::rowsCommitted(const std::vector<RowId> &announcements)
{
    const QSet<RowId> changed(announcements.begin(), announcements.end());
    m_edited.unite(changed);
    m_pending.removeIf([&](const auto &cell) { return changed.contains(cell.key().first); });
    // Only what is kept can be on the screen: the list may be a million rows long.
    std::vector<std::pair<int, int>> places;
    for (const int number : m_windows.keys()) {
        const std::vector<AnnouncementRow> &rows = m_windows.object(number)->rows;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (changed.contains(rows[i].announcement.id))
                places.emplace_back(number, int(i));
    }
    if (places.empty())
        return;
    std::sort(places.begin(), places.end());
    if (places.size() <= std::size_t(kFewRows))
        rereadFew(places);
    else
        markStale();
    const auto rowAt = [](const std::pair<int, int> &place) { return place.first * kWindowRows + place.second; };
    emit dataChanged(index(rowAt(places.front()), 0), index(rowAt(places.back()), ColumnCount - 1));
}

void AnnouncementModel::rereadFew(std::span<const std::pair<int, int>> places)
{
    std::vector<RowId> ids;
    for (const auto &[number, at] : places)
        ids.push_back(m_windows.object(number)->rows[std::size_t(at)].announcement.id);
    Result<std::vector<AnnouncementRow>> rows = read(ids);
    if (!rows)
        return markStale();
    for (std::size_t i = 0; i < places.size(); ++i)
        m_windows.object(places[i].first)->rows[std::size_t(places[i].second)] = std::move((*rows)[i]);
}

void AnnouncementModel::dropPending()
{
    if (m_pending.isEmpty())
        return;
    m_pending.clear();
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AnnouncementModel::changed(RowId id, int column)
{
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row, column), index(row, column));
}

void AnnouncementModel::expect(const QModelIndex &cell, const QString &value)
{
    const Cell key(idOf(cell.row()), cell.column());
    m_typed.remove(key);
    m_pending.insert(key, value);
    emit dataChanged(cell, cell);
}

void AnnouncementModel::keepTyped(RowId id, int column, const QString &text, const QString &why)
{
    m_pending.remove(Cell(id, column));
    m_typed.insert(Cell(id, column), {text, why});
    changed(id, column);
}

void AnnouncementModel::dropTyped(const QModelIndex &cell)
{
    dropTyped(idOf(cell.row()), cell.column());
}

void AnnouncementModel::dropTyped(RowId id, int column)
{
    if (m_typed.remove(Cell(id, column)))
        changed(id, column);
}

int AnnouncementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int AnnouncementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

} // namespace waic::ui
