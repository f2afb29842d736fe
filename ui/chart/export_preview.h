// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/picture.h"

#include <QWidget>

#include <memory>

namespace waic::ui {

class ChartPainter;

/// The file as it will be, made small: the picture, on a chequered ground where it is transparent, or the lines of a table.
class ExportPreview : public QWidget
{
    Q_OBJECT

public:
    /// chart: outlives the preview.
    explicit ExportPreview(const chart::ChartData &chart, QWidget *parent = nullptr);
    ~ExportPreview() override;

    void showOptions(const PictureOptions &options);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRectF &place) const;
    void paintTable(QPainter &painter) const;

    const chart::ChartData &m_data;
    PictureOptions m_options;
    std::unique_ptr<ChartPainter> m_chart; ///< none for a table
};

} // namespace waic::ui
