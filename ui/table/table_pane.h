// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waic::ui {

class Workspace;

/// The announcements that the query finds, in a table that can be sorted and edited.  UI thread.
class TablePane : public QWidget
{
    Q_OBJECT

public:
    explicit TablePane(Workspace &workspace, QWidget *parent = nullptr);

    void focusTable();
    void editCurrentCell(); ///< opens the editor of the current cell; of the title when nothing can be edited there
    /// Selects a row and scrolls to it; when it is not among the rows shown nothing happens.
    void showRow(qint64 announcement);
};

} // namespace waic::ui
