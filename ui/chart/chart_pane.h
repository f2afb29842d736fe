// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waic::ui {

class Workspace;

/// Charts of what the query finds: a gallery and the chosen chart.  A click on a mark filters.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPane(Workspace &workspace, QWidget *parent = nullptr);

    void focusChart();
    void exportChart(); ///< asks size, format and file, then writes the picture
    void copyChart();   ///< picture to the clipboard
    void showChart(const QString &name);
};

} // namespace waic::ui
