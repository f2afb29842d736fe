// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

#include <QWidget>

class QVBoxLayout;

namespace waic::ui {

/// Names figures of unlike meaning that share an axis, and offers to draw them apart or one kind of them alone.  Hidden while
/// there are none.
class MixtureBox : public QWidget
{
    Q_OBJECT

public:
    explicit MixtureBox(QWidget *parent = nullptr);

    void setData(const chart::ChartData &drawn);

signals:
    void chosen(const waic::chart::ChartSpec &spec);

private:
    void clear();
    void offer(const QString &text, const chart::ChartSpec &spec);

    QVBoxLayout *m_layout;
};

} // namespace waic::ui
