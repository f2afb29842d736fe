// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/chart/picture.h"

#include <QWidget>

#include <functional>
#include <memory>

class QAction;

namespace waic::ui {

class ChartBuilder;
class ChartCanvas;
class ChartGallery;
class PaneHead;
class Workspace;

/// Charts of what the query finds: a gallery and the chosen chart.  A click on a mark filters.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPane(Workspace &workspace, QWidget *parent = nullptr);
    ~ChartPane() override;

    void focusChart();
    void exportChart(); ///< asks size, format and file, then writes the picture
    void copyChart();   ///< picture to the clipboard
    void showChart(const QString &name);

    /// Asks for the file and writes the picture; what ExportDialog does when accepted.
    void exportTo(const PictureOptions &options);
    /// What is drawn now; nothing before the first answer.
    const std::optional<chart::ChartData> &data() const { return m_data; }

signals:
    void shown(); ///< data() is new and on the canvas

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void onOpened();
    void onClosed();
    void onAnswered();
    void request();
    void onBuilt(const chart::ChartData &data);
    void onFailed(const Error &error);
    void outdate();
    void onChosen(int mark, bool add);
    void choose(int chart);
    void markSelected();
    /// Runs now when the picture shows the newest answer, else as soon as it does.
    void whenBuilt(const std::function<void()> &work);
    bool hasPicture(const QString &verb);

    Workspace &m_workspace;
    std::vector<chart::ChartSpec> m_charts;
    int m_chart = 0;
    PaneHead *m_head;
    ChartGallery *m_gallery;
    ChartCanvas *m_canvas;
    QAction *m_copy;
    QAction *m_export;
    std::unique_ptr<ChartBuilder> m_builder;
    std::optional<chart::ChartData> m_data;
    bool m_answered = false; ///< the workspace has an answer of the open catalogue
    bool m_stale = true;     ///< the picture is of an older answer or of another chart
    std::function<void()> m_whenBuilt;
};

} // namespace waic::ui
