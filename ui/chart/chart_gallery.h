// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/chart/chart_shelf.h"

#include <QScrollArea>

class QButtonGroup;
class QVBoxLayout;

namespace waic::ui {

/// The charts to choose from: a bare shape and a name each, one chosen.  Tab goes in, arrows go along.
class ChartGallery : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr int kWidth = 120, kWideWidth = 144; ///< wide from windows of kWideWindow on
    static constexpr int kWideWindow = 1440;

    explicit ChartGallery(QWidget *parent = nullptr);

    void setCharts(const std::vector<ShelfChart> &charts);
    void setThumbnail(int chart, const chart::ChartData &drawn);

    void setCurrent(int chart); ///< without a signal
    int current() const;

    QSize sizeHint() const override;

signals:
    void chosen(int chart);

private:
    QButtonGroup *m_buttons;
    QVBoxLayout *m_layout;
};

} // namespace waic::ui
