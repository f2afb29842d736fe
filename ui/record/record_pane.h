// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waic::ui {

class Workspace;

/// All of the current announcement: details, figures, sources and history, each field editable where it stands.
class RecordPane : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPane(Workspace &workspace, QWidget *parent = nullptr);

    void focusRecord();
};

} // namespace waic::ui
