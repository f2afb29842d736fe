// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/change_preview.h"

#include "ui/common/theme.h"
#include "ui/common/words.h"

namespace waic::ui {

namespace {

constexpr int kBefore = 24; // letters before the first one that differs, in a text that is shown in part

/// Texts that begin alike are shown from a little before where they part.
QString fromDifference(const QString &text, const QString &other)
{
    qsizetype same = 0;
    while (same < text.size() && same < other.size() && text[same] == other[same])
        ++same;
    QString shown = same > 2 * kBefore ? QChar(0x2026) + text.mid(same - kBefore) : text;
    return shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

void ChangePreview::setCells(std::vector<catalogue::PlannedCell> cells)
{
    beginResetModel();
    m_cells = std::move(cells);
    endResetModel();
}

int ChangePreview::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cells.size());
}

int ChangePreview::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChangePreview::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const catalogue::PlannedCell &cell = m_cells[std::size_t(index.row())];
    const QString &text = index.column() == Title ? cell.title : index.column() == Was ? cell.was : cell.is;
    if (role == Qt::ToolTipRole)
        return plainToolTip(text);
    if (role == Qt::ForegroundRole && (index.column() == Was || text.isEmpty()))
        return themeColour(Token::Text3);
    if (role != Qt::DisplayRole)
        return {};
    if (text.isEmpty())
        return tr("none");
    if (index.column() == Title)
        return QString(text).replace(QLatin1Char('\n'), QLatin1Char(' '));
    return fromDifference(text, index.column() == Was ? cell.is : cell.was);
}

QVariant ChangePreview::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == Title ? tr("Announcement") : section == Was ? tr("Now") : tr("Becomes");
}

} // namespace waic::ui
