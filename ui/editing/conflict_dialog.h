// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace waic::ui {

class ConflictModel;
class Workspace;

/// Asks, for each cell that holds something else than expected, which value is to stand.  Nothing is preset; accepting hands the
/// decisions to the workspace, closing it leaves the catalogue as it is.
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    ConflictDialog(Workspace &workspace, const catalogue::Conflict &conflict, QWidget *parent);

    void accept() override;

private:
    void makeTable();
    void enable();

    Workspace &m_workspace;
    ConflictModel *m_model;
    QTableView *m_table;
    QPushButton *m_save;
};

} // namespace waic::ui
