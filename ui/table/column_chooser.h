// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace waic::ui {

class ColumnLayout;

/// A box for each column that may be hidden, and Reset.  Stays open while boxes are ticked: arrows move, Space ticks, Esc closes.
class ColumnChooser : public QFrame
{
    Q_OBJECT

public:
    explicit ColumnChooser(ColumnLayout &columns, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showColumns();

    ColumnLayout &m_columns;
};

/// Opens a chooser below the widget; it deletes itself when it is closed.
ColumnChooser *showColumnChooser(ColumnLayout &columns, QWidget &below);

} // namespace waic::ui
