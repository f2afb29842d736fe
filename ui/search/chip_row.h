// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waic::ui {

class Workspace;

/// The conditions of the query as chips that can be removed, one row below the toolbar; hidden without conditions.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(Workspace &workspace, QWidget *parent = nullptr);

};

} // namespace waic::ui
