// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/chart/chart_shelf.h"
#include "ui/chart/picture.h"

#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QStackedWidget;

namespace waic::ui {

class ChartBuilder;
class ChartCanvas;
class ChartChoices;
class ChartEditor;
class ChartGallery;
class ChartTableView;
class ChartThumbnails;
class PaneHead;
class Workspace;

/// Charts of what the query finds: a gallery, the chosen chart, and what it draws to edit.  A click on a mark filters.
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
    const ChartShelf &shelf() const { return m_shelf; }

    void newChart();
    void setEditing(bool on);
    bool isEditing() const;
    void setAsTable(bool on); ///< the numbers in place of the picture
    bool isTable() const;
    /// Keeps the chart in the catalogue, as it is edited; asks for a name where it has none.
    void saveChart();
    void saveChartAs();
    void renameChart();
    void deleteChart(); ///< from the catalogue; Undo brings it back
    void revertChart(); ///< to what is kept

    /// Asks for the file and writes the picture; what ExportDialog does when accepted.
    void exportTo(const PictureOptions &options);
    /// What is drawn now; nothing before the first answer.
    const std::optional<chart::ChartData> &data() const { return m_data; }

signals:
    void shown();          ///< data() is new and on the canvas
    void editingChanged(); ///< isEditing() or isTable() is another

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeHead();
    void makeLayout();
    void connectWorkspace();
    void onOpened();
    void onClosed();
    void onAnswered();
    void request();
    void onBuilt(const chart::ChartData &data);
    void onFailed(const Error &error);
    void outdate();
    void onChosen(int mark, bool add);
    void onGathered(const std::vector<int> &marks);
    void onTimesChosen(int first, int last);
    void showMenu(int mark, const QPoint &place);
    void choose(int chart);
    void markSelected();
    void markRecords();
    /// Runs now when the picture shows the newest answer, else as soon as it does.
    void whenBuilt(const std::function<void()> &work);
    bool hasPicture(const QString &verb);

    const ShelfChart &chosen() const { return m_shelf.at(m_chart); }
    void loadShelf();
    void restoreDrafts();
    void showShelf();
    void fillEditor();
    void onEdited(const chart::ChartSpec &spec);
    void keep(const QString &name);
    void endSaving();
    void placeEditor();

    Workspace &m_workspace;
    ChartShelf m_shelf;
    int m_chart = 0;
    bool m_isFresh = false; ///< the catalogue was just opened
    QString m_wanted;       ///< name of a chart to choose as soon as the catalogue has it
    struct Saving
    {
        QString name, spec;
        QString from; ///< name of the chart on the shelf; empty: a new one
    };
    std::optional<Saving> m_saving; ///< on its way to the file
    PaneHead *m_head;
    ChartGallery *m_gallery;
    ChartCanvas *m_canvas;
    ChartTableView *m_table;
    QStackedWidget *m_stack; ///< canvas and table
    ChartEditor *m_editor;
    QAction *m_edit;
    QAction *m_asTable;
    QAction *m_copy;
    QAction *m_export;
    std::unique_ptr<ChartBuilder> m_builder;
    std::unique_ptr<ChartThumbnails> m_thumbnails;
    std::unique_ptr<ChartChoices> m_choices; ///< made when the editor is first shown
    std::optional<chart::ChartData> m_data;
    bool m_answered = false; ///< the workspace has an answer of the open catalogue
    bool m_stale = true;     ///< the picture is of an older answer or of another chart
    std::function<void()> m_whenBuilt;
};

} // namespace waic::ui
