// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class QModelIndex;

namespace waic::ui {

class AnnouncementModel;
class AnnouncementView;
class ColumnLayout;
class Workspace;

/// The table's menus: of a cell, of the header, and the list of columns.
class TableMenus : public QObject
{
    Q_OBJECT

public:
    TableMenus(Workspace &workspace, AnnouncementModel &model, AnnouncementView &view, ColumnLayout &columns, QObject *parent);

    void fillColumns(QMenu &menu);
    void fillHeader(QMenu &menu, int column);
    void fillCell(QMenu &menu, const QModelIndex &index);

signals:
    void sortAsked(int column, bool descending);
    void alsoSortAsked(int column); ///< as the last key, beside those of now
    void endSortAsked(int column);  ///< no key any more
    void relevanceAsked();          ///< best matches first
    void copyAsked();
    void pasteAsked();
    void fillDownAsked();
    void binAsked();
    void restoreAsked(); ///< of the selected rows, from the bin

private:
    void addSorts(QMenu &menu, int column);
    void addFilters(QMenu &menu, const QModelIndex &index);
    QStringList valuesIn(const QModelIndex &index) const;
    void filter(const QString &field, const QString &value, bool excluded);

    Workspace &m_workspace;
    AnnouncementModel &m_model;
    AnnouncementView &m_view;
    ColumnLayout &m_columns;
};

} // namespace waic::ui
