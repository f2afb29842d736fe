// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waic::ui {

class Workspace;

/// Filters: for each facet its values with counts under all other selections.
class FacetsPane : public QWidget
{
    Q_OBJECT

public:
    explicit FacetsPane(Workspace &workspace, QWidget *parent = nullptr);

    void focusFirst();
};

} // namespace waic::ui
