// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/actions.h"
#include "ui/catalogue_drop.h"
#include "ui/chart/chart_pane.h"
#include "ui/command_palette.h"
#include "ui/common/icons.h"
#include "ui/editing_commands.h"
#include "ui/empty_window.h"
#include "ui/facets/facets_pane.h"
#include "ui/message_bar.h"
#include "ui/palette_sources.h"
#include "ui/record/record_pane.h"
#include "ui/search/chip_row.h"
#include "ui/search/search_bar.h"
#include "ui/search/views_button.h"
#include "ui/status_line.h"
#include "ui/table/table_pane.h"
#include "ui/trace.h"
#include "ui/unsaved_message.h"
#include "ui/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPainter>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace waic::ui {

namespace {

constexpr int kLayoutVersion = 1;
constexpr int kNarrow = 1100;    ///< below it the record is a tab beside the filters
constexpr int kWide = 1440;      ///< from it panes are wider
constexpr int kLeastTable = 272; ///< height with some seven rows
constexpr QSize kFirstSize{1280, 800};
constexpr qreal kFirstShare = 0.85; ///< of a larger screen

/// Menus, tools, chips and messages, with a hairline to the panes below.
class Head : public QWidget
{
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), themeColour(Token::Line));
    }
};

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kStateKey = QStringLiteral("window/state");

} // namespace

MainWindow::MainWindow(Workspace &workspace)
    : m_workspace(workspace)
    , m_search(new SearchBar(workspace))
    , m_table(new TablePane(workspace))
    , m_facets(new FacetsPane(workspace))
    , m_record(new RecordPane(workspace))
    , m_chart(new ChartPane(workspace))
    , m_messages(new MessageBar)
    , m_status(new StatusLine(workspace))
    , m_middle(new QStackedWidget)
    , m_empty(new EmptyWindow)
    , m_editing(new EditingCommands(workspace, *this))
{
    setWindowTitle(QStringLiteral("WAIC Explorer"));
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setDockOptions(AllowTabbedDocks | AllowNestedDocks);
    m_middle->addWidget(m_table);
    m_middle->addWidget(m_empty);
    setCentralWidget(m_middle);
    m_facetsDock = dock(QStringLiteral("facets"), tr("Filters"), m_facets, Qt::LeftDockWidgetArea);
    m_recordDock = dock(QStringLiteral("record"), tr("Record"), m_record, Qt::RightDockWidgetArea);
    m_chartDock = dock(QStringLiteral("charts"), tr("Charts"), m_chart, Qt::BottomDockWidgetArea);
    setStatusBar(m_status);
    setMenuWidget(makeHead());
    connectWorkspace();
    connectFiles();
    addContextMenus();
    m_palette = new CommandPalette(*this);
    for (PaletteSource &source : paletteSources(*this, *m_actions))
        m_palette->addSource(std::move(source));
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::traceTo(Trace &trace)
{
    trace.watch(m_workspace, *m_table, *m_facets, *m_chart);
}

QWidget *MainWindow::makeHead()
{
    auto *head = new Head;
    auto *menuBar = new QMenuBar;
    m_actions = new ActionSet(*this, *menuBar);
    for (const char *id : {"edit.cell", "edit.paste", "edit.filldown", "record.bin"})
        m_table->addAction(m_actions->action(QString::fromLatin1(id)));
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addWidget(menuBar);
    m_tools = makeToolRow();
    layout->addWidget(m_tools);
    auto *chips = new ChipRow(m_workspace, *m_search);
    connect(chips, &ChipRow::saveAsked, this, &MainWindow::saveView);
    layout->addWidget(chips);
    layout->addWidget(m_messages);
    return head;
}

QWidget *MainWindow::makeToolRow()
{
    auto *row = new QWidget;
    row->setFixedHeight(44);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 4, 8, 8);
    layout->setSpacing(8);
    const auto add = [&](const char *id, const QString &words, bool primary = false) {
        QAction *action = m_actions->action(QString::fromLatin1(id));
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(!primary);
        button->setProperty("primary", primary);
        button->setFocusPolicy(Qt::TabFocus);
        if (!words.isEmpty()) {
            // The default action would write its own text, with its dots, and its own icon on every change.
            const auto name = [button, words, primary] {
                button->setText(words);
                if (primary)
                    button->setIcon(themedIcon(QStringLiteral("list-add"), Token::OnAccent));
            };
            name();
            connect(action, &QAction::changed, button, name);
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        }
        layout->addWidget(button);
    };
    add("go.back", {});
    add("go.forward", {});
    layout->addWidget(m_search, 1);
    layout->addStretch(0);
    layout->addWidget(new ViewsButton(
        m_workspace, m_actions->action(QStringLiteral("view.save")), m_actions->action(QStringLiteral("view.manage"))));
    add("edit.undo", {});
    add("edit.redo", {});
    add("chart.export", tr("Export"));
    add("record.add", tr("Add"), true);
    return row;
}

QDockWidget *MainWindow::dock(const QString &name, const QString &title, QWidget *pane, Qt::DockWidgetArea area)
{
    auto *made = new QDockWidget(title, this);
    made->setObjectName(name);
    made->setWidget(pane);
    made->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    // Each pane draws its own head.
    made->setTitleBarWidget(new QWidget);
    addDockWidget(area, made);
    connect(made, &QDockWidget::visibilityChanged, this, [this] {
        if (m_actions)
            m_actions->refresh();
    });
    return made;
}

QDockWidget *MainWindow::dockOf(Pane pane) const
{
    switch (pane) {
    case Pane::Facets:
        return m_facetsDock;
    case Pane::Record:
        return m_recordDock;
    case Pane::Chart:
        return m_chartDock;
    case Pane::Table:
        break;
    }
    return nullptr;
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::changed, m_actions, &ActionSet::refresh);
    connect(m_chart, &ChartPane::editingChanged, m_actions, &ActionSet::refresh);
    connect(&m_workspace, &Workspace::reported, m_messages, qOverload<const Error &>(&MessageBar::showError));
    auto *unsaved = new UnsavedMessage(m_workspace, *m_messages, this);
    connect(unsaved, &UnsavedMessage::copyAsked, this, &MainWindow::saveCopy);
    connect(&m_workspace, &Workspace::opened, this, [this] {
        showEmpty(false);
        setWindowTitle(tr("%1 – WAIC Explorer").arg(m_workspace.file().name()));
        m_messages->clear();
        if (!m_workspace.isWritable())
            m_messages->showNote(tr("Read-only: %1").arg(m_workspace.file().readOnlyReason()));
        else if (const QString &backup = m_workspace.file().migrationBackup(); !backup.isNull())
            m_messages->showNote(
                tr("This catalogue was brought to the layout of this version. As it was, it is kept as %1.").arg(backup));
    });
    connect(&m_workspace, &Workspace::committed, this, [this](const catalogue::Step &step) {
        m_messages->hideNote();
        // Adding, undo and redo lead to what they changed; another edit leaves the user where they are.
        const bool leads = std::exchange(m_adding, false) || step.kind != QLatin1String("edit");
        if (leads)
            m_showNext = step.announcements;
    });
    connect(&m_workspace, &Workspace::reported, this, [this] { m_adding = false; });
    connect(m_editing, &EditingCommands::added, this, [this] { m_adding = true; });
    connect(m_editing, &EditingCommands::showAsked, this, [this](qint64 announcement) { showChanged({announcement}); });
    connect(&m_workspace, &Workspace::answered, this, [this] {
        if (const std::vector<qint64> shown = std::exchange(m_showNext, {}); !shown.empty())
            showChanged(shown);
    });
}

void MainWindow::defaultLayout()
{
    const QSize screen = QApplication::primaryScreen()->availableSize();
    resize(kFirstSize.expandedTo(screen * kFirstShare).boundedTo(screen));
    if (screen.width() <= kFirstSize.width() || screen.height() <= kFirstSize.height()) {
        // With its frame the window would not fit.
        setWindowState(Qt::WindowMaximized);
        resize(screen);
    }
    const bool wide = width() >= kWide;
    resizeDocks({m_facetsDock, m_recordDock}, {wide ? 264 : 216, wide ? 440 : 320}, Qt::Horizontal);
    resizeDocks({m_chartDock}, {wide ? 432 : 308}, Qt::Vertical);
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    defaultLayout();
    if (restoreGeometry(settings.value(kGeometryKey).toByteArray()))
        restoreState(settings.value(kStateKey).toByteArray(), kLayoutVersion);
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(kGeometryKey, saveGeometry());
    settings.setValue(kStateKey, m_stateBefore.isEmpty() ? saveState(kLayoutVersion) : m_stateBefore);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_restore || !leaveCopy() || !leaveCatalogue()) {
        event->ignore();
        return;
    }
    saveLayout();
    m_workspace.close();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrangeByWidth();
    // When the docks have their new places.
    QTimer::singleShot(0, this, &MainWindow::shareHeight);
}

void MainWindow::shareHeight()
{
    const bool isBelow = dockWidgetArea(m_chartDock) == Qt::BottomDockWidgetArea && !m_chartDock->isFloating();
    if (!m_stateBefore.isEmpty() || m_chartDock->isHidden() || !isBelow)
        return;
    const int now = m_chartDock->height();
    // A person who moved the splitter since wants it so.
    if (now != m_chartGiven)
        m_chartWanted = now;
    const int given = std::max(m_chartDock->minimumSizeHint().height(), now + m_middle->height() - kLeastTable);
    m_chartGiven = given < m_chartWanted ? given : 0;
    if (const int next = std::min(given, m_chartWanted); next != now)
        resizeDocks({m_chartDock}, {next}, Qt::Vertical);
}

void MainWindow::arrangeByWidth()
{
    const bool narrow = width() < kNarrow;
    if (narrow == m_narrow || !m_stateBefore.isEmpty())
        return;
    m_narrow = narrow;
    if (narrow) {
        tabifyDockWidget(m_facetsDock, m_recordDock);
        m_facetsDock->raise();
    } else {
        addDockWidget(Qt::RightDockWidgetArea, m_recordDock);
        resizeDocks({m_facetsDock, m_recordDock}, {216, 320}, Qt::Horizontal);
    }
}

void MainWindow::setTheme(ThemeChoice choice)
{
    Preferences kept = keptPreferences();
    kept.theme = choice;
    keepPreferences(kept);
    Theme::instance().apply(choice);
    m_actions->refresh();
}

void MainWindow::showEmpty(bool empty)
{
    if (empty == !m_stateBefore.isEmpty())
        return;
    m_tools->setVisible(!empty);
    m_middle->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_table);
    if (empty) {
        m_stateBefore = saveState(kLayoutVersion);
        for (QDockWidget *each : {m_facetsDock, m_recordDock, m_chartDock})
            each->hide();
        m_empty->setFocus();
        return;
    }
    restoreState(std::exchange(m_stateBefore, {}), kLayoutVersion);
    arrangeByWidth();
}

bool MainWindow::isPaneShown(Pane pane) const
{
    const QDockWidget *found = dockOf(pane);
    return !found || !found->isHidden();
}

void MainWindow::togglePane(Pane pane)
{
    if (QDockWidget *found = dockOf(pane))
        found->setVisible(found->isHidden());
}

void MainWindow::focusPane(Pane pane)
{
    if (QDockWidget *found = dockOf(pane)) {
        found->show();
        found->raise();
    }
    switch (pane) {
    case Pane::Facets:
        m_facets->focusFirst();
        break;
    case Pane::Table:
        m_table->focusTable();
        break;
    case Pane::Chart:
        m_chart->focusChart();
        break;
    case Pane::Record:
        m_record->focusRecord();
        break;
    }
}

void MainWindow::focusNextPane()
{
    static constexpr Pane kOrder[] = {Pane::Facets, Pane::Table, Pane::Chart, Pane::Record};
    const QWidget *const widgets[] = {m_facets, m_table, m_chart, m_record};
    std::size_t next = 0;
    for (std::size_t i = 0; i < std::size(kOrder); ++i)
        if (widgets[i]->isAncestorOf(QApplication::focusWidget()))
            next = i + 1;
    for (std::size_t tried = 0; tried < std::size(kOrder); ++tried, ++next) {
        const Pane pane = kOrder[next % std::size(kOrder)];
        if (isPaneShown(pane)) {
            focusPane(pane);
            return;
        }
    }
}

} // namespace waic::ui
