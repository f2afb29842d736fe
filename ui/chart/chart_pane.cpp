// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_pane.h"

#include "chart/chart_table.h"
#include "ui/chart/chart_builder.h"
#include "ui/chart/chart_canvas.h"
#include "ui/chart/chart_choices.h"
#include "ui/chart/chart_editor.h"
#include "ui/chart/chart_gallery.h"
#include "ui/chart/chart_table_view.h"
#include "ui/chart/chart_thumbnails.h"
#include "ui/chart/export_dialog.h"
#include "ui/common/icons.h"
#include "ui/common/pane_head.h"
#include "ui/dialogs.h"
#include "ui/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

QString currentKey()
{
    return QStringLiteral("chart/current");
}

QString folderKey()
{
    return QStringLiteral("chart/export/folder");
}

QString suffix(PictureFormat format)
{
    return pictureSuffix(format);
}

QString fileFilter(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Svg:
        return ChartPane::tr("SVG drawings (*.svg)");
    case PictureFormat::Pdf:
        return ChartPane::tr("PDF documents (*.pdf)");
    case PictureFormat::Csv:
        return ChartPane::tr("CSV tables (*.csv)");
    case PictureFormat::Png:
        break;
    }
    return ChartPane::tr("PNG images (*.png)");
}

/// The chart for whatever program takes it: image, drawing, and numbers.
std::unique_ptr<QMimeData> copied(const chart::ChartData &data, PictureOptions options)
{
    auto mime = std::make_unique<QMimeData>();
    options.format = PictureFormat::Png;
    if (!checkOptions(options)) // chosen for a drawing, and too large for an image
        options.scale = 1;
    mime->setImageData(chartImage(data, options));
    options.format = PictureFormat::Svg;
    if (const Result<QByteArray> svg = pictureBytes(data, options))
        mime->setData(QStringLiteral("image/svg+xml"), *svg);
    mime->setText(chart::chartText(data));
    mime->setData(QStringLiteral("text/csv"), chart::chartCsv(data));
    return mime;
}

/// The chart's name without what a file's name cannot hold; a new chart's title.
QString fileName(const chart::ChartData &data)
{
    QString name = data.spec.name.isEmpty() ? data.title.left(60) : data.spec.name;
    for (QChar &each : name)
        if (QStringLiteral("/\\:*?\"<>|").contains(each) || each < QLatin1Char(' '))
            each = QLatin1Char('-');
    return name.trimmed().isEmpty() ? QStringLiteral("chart") : name.trimmed();
}

QString exportFolder()
{
    const QString last = QSettings().value(folderKey()).toString();
    if (!last.isEmpty() && QFileInfo(last).isDir())
        return last;
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QFileInfo(pictures).isDir() ? pictures : QDir::homePath();
}

} // namespace

ChartPane::ChartPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_head(new PaneHead(QString()))
    , m_gallery(new ChartGallery)
    , m_canvas(new ChartCanvas)
    , m_table(new ChartTableView)
    , m_stack(new QStackedWidget)
    , m_editor(new ChartEditor)
    , m_edit(new QAction(tr("Edit chart"), this))
    , m_asTable(new QAction(tr("As table"), this))
    , m_copy(new QAction(tr("Copy"), this))
    , m_export(new QAction(tr("Export"), this))
{
    setObjectName(QStringLiteral("chartPane"));
    makeHead();
    makeLayout();
    connect(m_gallery, &ChartGallery::chosen, this, &ChartPane::choose);
    connect(m_canvas, &ChartCanvas::chosen, this, [this](int mark) { onChosen(mark, false); });
    connect(m_canvas, &ChartCanvas::gathered, this, &ChartPane::onGathered);
    connect(m_canvas, &ChartCanvas::timesChosen, this, &ChartPane::onTimesChosen);
    connect(m_canvas, &ChartCanvas::menuAsked, this, &ChartPane::showMenu);
    connect(m_table, &ChartTableView::chosen, this, &ChartPane::onChosen);
    connect(m_table, &ChartTableView::menuAsked, this, &ChartPane::showMenu);
    connect(m_editor, &ChartEditor::changed, this, &ChartPane::onEdited);
    connect(m_editor, &ChartEditor::saveAsked, this, &ChartPane::saveChart);
    connect(m_editor, &ChartEditor::saveAsAsked, this, &ChartPane::saveChartAs);
    connect(m_editor, &ChartEditor::revertAsked, this, &ChartPane::revertChart);
    connectWorkspace();
    showShelf();
    choose(0);
    showChart(QSettings().value(currentKey()).toString());
    if (m_workspace.isOpen())
        onOpened();
}

void ChartPane::makeHead()
{
    setThemedIcon(m_edit, QStringLiteral("document-edit"));
    setThemedIcon(m_asTable, QStringLiteral("view-list-details"));
    setThemedIcon(m_copy, QStringLiteral("edit-copy"));
    setThemedIcon(m_export, QStringLiteral("document-export"));
    m_edit->setCheckable(true);
    m_asTable->setCheckable(true);
    m_asTable->setToolTip(tr("Show the numbers in place of the picture"));
    m_edit->setToolTip(tr("Say what the chart draws"));
    m_copy->setToolTip(tr("Copy the chart as a picture"));
    m_export->setToolTip(tr("Write the chart to a file"));
    for (QAction *action : {m_edit, m_asTable, m_copy, m_export})
        m_head->addAction(action);
    connect(m_edit, &QAction::toggled, this, &ChartPane::setEditing);
    connect(m_asTable, &QAction::toggled, this, &ChartPane::setAsTable);
    connect(m_copy, &QAction::triggered, this, &ChartPane::copyChart);
    connect(m_export, &QAction::triggered, this, &ChartPane::exportChart);
}

void ChartPane::makeLayout()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_gallery);
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_table);
    row->addWidget(m_stack, 1);
    row->addWidget(m_editor);
    m_editor->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(row, 1);
}

void ChartPane::connectWorkspace()
{
    connect(&m_workspace, &Workspace::opened, this, &ChartPane::onOpened);
    connect(&m_workspace, &Workspace::closing, this, [this] { m_choices.reset(); });
    connect(&m_workspace, &Workspace::closed, this, &ChartPane::onClosed);
    connect(&m_workspace, &Workspace::answered, this, &ChartPane::onAnswered);
    connect(&m_workspace, &Workspace::committed, this, &ChartPane::loadShelf);
    connect(&m_workspace, &Workspace::refused, this, [this] { m_saving.reset(); }); // it stays a draft
    connect(&m_workspace, &Workspace::queryChanged, this, [this] { m_editor->setQuestion(m_workspace.query()); });
    connect(&m_workspace, &Workspace::selectionChanged, this, &ChartPane::markRecords);
}

ChartPane::~ChartPane() = default;

void ChartPane::onOpened()
{
    m_builder = std::make_unique<ChartBuilder>(m_workspace, explore::TallyAsker::Chart, this);
    connect(m_builder.get(), &ChartBuilder::built, this, &ChartPane::onBuilt);
    connect(m_builder.get(), &ChartBuilder::failed, this, &ChartPane::onFailed);
    m_thumbnails = std::make_unique<ChartThumbnails>(m_workspace);
    connect(m_thumbnails.get(), &ChartThumbnails::made, m_gallery, &ChartGallery::setThumbnail);
    m_answered = m_workspace.answer().total > 0;
    m_chart = 0;
    m_shelf = ChartShelf();
    m_isFresh = true;
    m_wanted = QSettings().value(currentKey()).toString();
    loadShelf();
    if (isEditing()) { // what the editor offers is that of the catalogue
        m_choices.reset();
        setEditing(true);
    }
    m_stale = true;
    request();
}

void ChartPane::onClosed()
{
    m_builder.reset();
    m_thumbnails.reset();
    m_choices.reset();
    m_data.reset();
    m_whenBuilt = {};
    m_answered = false;
    m_stale = true;
    m_canvas->clear();
    m_table->clear();
    m_copy->setEnabled(false);
    m_export->setEnabled(false);
}

/// A picture still on its way is of what was asked before, and must not pass for the one that is asked for now.
void ChartPane::outdate()
{
    m_stale = true;
    if (m_builder)
        m_builder->cancel();
}

void ChartPane::onAnswered()
{
    if (m_workspace.answer().reach == explore::Reach::FirstRows)
        return; // a chart of some rows would pass for one of all
    m_answered = true;
    outdate();
    request(); // counted on other threads while the table is painted
}

void ChartPane::request()
{
    if (!m_builder || !m_answered || !m_stale || (!isVisible() && !m_whenBuilt))
        return;
    const ShelfChart &chart = chosen();
    if (!chart.error.isNull() && !chart.draft) {
        chart::ChartData broken;
        broken.spec = chart.spec;
        broken.title = chart.label();
        broken.empty = chart.error;
        onBuilt(broken);
        return;
    }
    const chart::ChartSpec &spec = chart.shown();
    m_workspace.expectTally(spec.query || !isVisible() ? std::nullopt : std::optional(chart::tallyRequest(spec)));
    m_builder->build(spec);
}

void ChartPane::onBuilt(const chart::ChartData &data)
{
    m_stale = false;
    m_data = data;
    m_canvas->setData(data);
    if (isTable())
        m_table->setData(data);
    m_editor->setData(data);
    markSelected();
    markRecords();
    m_copy->setEnabled(data.empty.isNull());
    m_export->setEnabled(data.empty.isNull());
    emit shown();
    if (const auto work = std::exchange(m_whenBuilt, {}))
        work();
}

void ChartPane::onFailed(const Error &error)
{
    m_whenBuilt = {}; // a dialog at some later picture would come unasked
    m_workspace.reportReading(error);
}

void ChartPane::focusChart()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ChartPane::whenBuilt(const std::function<void()> &work)
{
    if (!m_stale && m_data) {
        work();
        return;
    }
    m_whenBuilt = work;
    request();
}

bool ChartPane::hasPicture(const QString &verb)
{
    if (m_data->empty.isNull())
        return true;
    m_workspace.report({ErrorKind::NotFound, verb, chosen().label(), m_data->empty});
    return false;
}

void ChartPane::exportChart()
{
    whenBuilt([this] {
        if (!hasPicture(tr("There is no chart to export")))
            return;
        auto *dialog = new ExportDialog(*m_data, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { exportTo(dialog->options()); });
        dialog->open();
    });
}

void ChartPane::exportTo(const PictureOptions &options)
{
    whenBuilt([this, options] {
        if (!hasPicture(tr("There is no chart to export")))
            return;
        const QString ending = QLatin1Char('.') + suffix(options.format);
        const QString title = tr("Export chart");
        const std::optional<QString> chosen = m_workspace.dialogs().fileToSave(
            title, QDir(exportFolder()).filePath(fileName(*m_data) + ending), fileFilter(options.format));
        if (!chosen)
            return;
        const bool isComplete = QFileInfo(*chosen).suffix().compare(suffix(options.format), Qt::CaseInsensitive) == 0;
        const QString target = isComplete ? *chosen : *chosen + ending;
        // The name as typed was asked about; one that got its ending here was not.
        if (!isComplete && QFileInfo::exists(target)
            && !m_workspace.dialogs().confirm(title, tr("%1 exists already.").arg(QFileInfo(target).fileName()), tr("Replace")))
            return;
        const Result<> written = writePicture(*m_data, options, target, true);
        if (!written) {
            m_workspace.dialogs().showError(tr("The chart was not exported"), written.error());
            return;
        }
        QSettings().setValue(folderKey(), QFileInfo(target).absolutePath());
        m_head->setNote(tr("Exported to %1").arg(QFileInfo(target).fileName()));
    });
}

void ChartPane::copyChart()
{
    whenBuilt([this] {
        if (!hasPicture(tr("There is no chart to copy")))
            return;
        QGuiApplication::clipboard()->setMimeData(
            copied(*m_data, ExportDialog::lastOptions()).release()); // the clipboard owns it
        m_head->setNote(tr("Copied"));
    });
}

void ChartPane::resizeEvent(QResizeEvent *event)
{
    placeEditor();
    QWidget::resizeEvent(event);
}

void ChartPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    request();
}

} // namespace waic::ui
