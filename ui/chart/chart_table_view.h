// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_table.h"

#include <QTableView>

namespace waic::ui {

/// The numbers of a chart as a table, for the keyboard and for assistive technology.  Enter and double click choose a row's mark,
/// Ctrl adds; Ctrl+C copies the selected rows.
class ChartTableView : public QTableView
{
    Q_OBJECT

public:
    explicit ChartTableView(QWidget *parent = nullptr);

    void setData(const chart::ChartData &drawn);
    void clear();

signals:
    void chosen(int mark, bool add);
    void menuAsked(int mark, const QPoint &globalPlace);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    class Model;
    void choose(Qt::KeyboardModifiers modifiers);
    int markOf(const QModelIndex &index) const;
    void copySelected() const;

    Model *m_model;
};

} // namespace waic::ui
