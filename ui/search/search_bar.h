// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waic::ui {

class Workspace;

/// The search box: words and conditions narrow the table at every key.  A finished condition becomes a chip of the ChipRow.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(Workspace &workspace, QWidget *parent = nullptr);

    void focusSearch(); ///< and selects its text
    void clear();
};

} // namespace waic::ui
