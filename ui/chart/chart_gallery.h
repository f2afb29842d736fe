// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_spec.h"

#include <QScrollArea>

class QButtonGroup;

namespace waic::ui {

/// The charts to choose from: a bare shape and a name each, one chosen.  Tab goes in, arrows go along.
class ChartGallery : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr int kWidth = 120, kWideWidth = 144; ///< wide from windows of kWideWindow on
    static constexpr int kWideWindow = 1440;

    explicit ChartGallery(const std::vector<chart::ChartSpec> &charts, QWidget *parent = nullptr);

    void setCurrent(int chart); ///< without a signal
    int current() const;

    QSize sizeHint() const override;

signals:
    void chosen(int chart);

private:
    QButtonGroup *m_buttons;
};

} // namespace waic::ui
