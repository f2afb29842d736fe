// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_menus.h"

#include "ui/common/icons.h"
#include "ui/common/words.h"
#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/column_layout.h"
#include "ui/table/columns.h"
#include "ui/table/sorting.h"
#include "ui/workspace.h"

#include <QMenu>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kMostValues = 6; // of one cell, in a menu
constexpr int kMostLetters = 40;

QString shortened(const QString &value)
{
    return literal(value.size() <= kMostLetters ? value : value.left(kMostLetters - 1) + QChar(0x2026));
}

} // namespace

TableMenus::TableMenus(
    Workspace &workspace, AnnouncementModel &model, AnnouncementView &view, ColumnLayout &columns, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_view(view)
    , m_columns(columns)
{
}

void TableMenus::fillColumns(QMenu &menu)
{
    for (int column = 0; column < ColumnCount; ++column) {
        if (!ColumnLayout::canHide(column))
            continue;
        QAction *action = menu.addAction(columnLabel(column));
        action->setCheckable(true);
        action->setChecked(m_columns.isShown(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { m_columns.show(column, on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Reset Columns")), &QAction::triggered, this, [this] { m_columns.reset(); });
}

void TableMenus::addSorts(QMenu &menu, int column)
{
    if (!columnSpec(column).sortKey)
        return;
    const bool numeric = columnSpec(column).numeric;
    const bool date = column == DateColumn || column == EditionColumn;
    const QString up = numeric ? tr("Sort by %1, &Least First")
        : date                 ? tr("Sort by %1, &Oldest First")
                               : tr("Sort by %1, &A to Z");
    const QString down = numeric ? tr("Sort by %1, &Most First")
        : date                   ? tr("Sort by %1, &Newest First")
                                 : tr("Sort by %1, &Z to A");
    connect(menu.addAction(up.arg(columnLabel(column))), &QAction::triggered, this,
        [this, column] { emit sortAsked(column, false); });
    connect(menu.addAction(down.arg(columnLabel(column))), &QAction::triggered, this,
        [this, column] { emit sortAsked(column, true); });
    const std::vector<SortedColumn> keys = sortedColumns(m_workspace.query());
    const bool isKey = std::any_of(keys.begin(), keys.end(), [&](const auto &key) { return key.column == column; });
    if (!isKey)
        connect(menu.addAction(tr("Sort A&lso by %1").arg(columnLabel(column))), &QAction::triggered, this,
            [this, column] { emit alsoSortAsked(column); });
    else if (keys.size() > 1)
        connect(menu.addAction(tr("Do &Not Sort by %1").arg(columnLabel(column))), &QAction::triggered, this,
            [this, column] { emit endSortAsked(column); });
    if (hasWords(m_workspace.query()) && !isSortedByRelevance(m_workspace.query()))
        connect(menu.addAction(tr("Sort by &Relevance")), &QAction::triggered, this, &TableMenus::relevanceAsked);
}

void TableMenus::fillHeader(QMenu &menu, int column)
{
    addSorts(menu, column);
    if (ColumnLayout::canHide(column))
        connect(menu.addAction(tr("&Hide %1").arg(columnLabel(column))), &QAction::triggered, this,
            [this, column] { m_columns.show(column, false); });
    menu.addSeparator();
    fillColumns(*menu.addMenu(tr("Choose &Columns")));
}

QStringList TableMenus::valuesIn(const QModelIndex &index) const
{
    if (index.column() != OrganisationColumn) {
        const QString value = m_model.storedText(index);
        return {value.isEmpty() ? QString() : value};
    }
    // The cell's names may be short ones; conditions and facets use the survivors' own.
    const Result<catalogue::Record> record = m_workspace.reader().record(m_model.idOf(index.row()));
    QStringList names;
    if (record)
        for (const catalogue::Participation &participation : record->organisations)
            if (participation.organisation != 0 && !names.contains(participation.name) && names.size() < kMostValues)
                names << participation.name;
    return names.isEmpty() ? QStringList{QString()} : names;
}

void TableMenus::filter(const QString &field, const QString &value, bool excluded)
{
    explore::Query query = m_workspace.query();
    if (!excluded)
        query.removeField(field);
    query.setValue(field, value, true, excluded);
    m_workspace.setQuery(query);
}

void TableMenus::addFilters(QMenu &menu, const QModelIndex &index)
{
    const char *condition = columnSpec(index.column()).condition;
    if (!condition)
        return;
    const QString field = QString::fromLatin1(condition);
    const QStringList values = valuesIn(index);
    for (const bool excluded : {false, true})
        for (const QString &value : values) {
            const QString text = excluded ? tr("Exclude “%1”") : tr("Filter to “%1”");
            connect(menu.addAction(text.arg(shortened(valueTitle(field, value)))), &QAction::triggered, this,
                [this, field, value, excluded] { filter(field, value, excluded); });
        }
    menu.addSeparator();
}

void TableMenus::fillCell(QMenu &menu, const QModelIndex &index)
{
    addFilters(menu, index);
    if (columnField(index.column())) {
        QAction *edit
            = menu.addAction(themedIcon(QStringLiteral("document-edit")), tr("&Edit %1").arg(columnLabel(index.column())));
        edit->setShortcut(Qt::Key_F2);
        connect(edit, &QAction::triggered, &m_view, &AnnouncementView::editCurrent);
    }
    QAction *copy = menu.addAction(themedIcon(QStringLiteral("edit-copy")), tr("&Copy"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &TableMenus::copyAsked);
    if (m_workspace.isWritable()) {
        QAction *paste = menu.addAction(themedIcon(QStringLiteral("edit-paste")), tr("&Paste"));
        paste->setShortcut(QKeySequence::Paste);
        connect(paste, &QAction::triggered, this, &TableMenus::pasteAsked);
        QAction *fill = menu.addAction(tr("Fill &Down"));
        fill->setShortcut(QKeySequence(QStringLiteral("Ctrl+J")));
        fill->setEnabled(m_workspace.selection().size() > 1 && columnField(index.column()));
        connect(fill, &QAction::triggered, this, &TableMenus::fillDownAsked);
    }
    if (m_workspace.isWritable() && !m_workspace.query().inBin) {
        QAction *bin = menu.addAction(themedIcon(QStringLiteral("user-trash")), tr("Move to &Bin"));
        bin->setShortcut(QKeySequence::Delete);
        connect(bin, &QAction::triggered, this, &TableMenus::binAsked);
    }
    if (m_workspace.isWritable() && m_workspace.query().inBin)
        connect(menu.addAction(themedIcon(QStringLiteral("user-trash")), tr("&Restore from Bin")), &QAction::triggered, this,
            &TableMenus::restoreAsked);
    menu.addSeparator();
    addSorts(menu, index.column());
}

} // namespace waic::ui
