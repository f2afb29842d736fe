// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QMainWindow>

#include <optional>

class QDockWidget;
class QStackedWidget;

namespace waic::ui {

class ActionSet;
class BackupKeeper;
class CatalogueDrop;
class ChartPane;
class CommandPalette;
class EditingCommands;
class EmptyWindow;
class FacetsPane;
class MessageBar;
class RecordPane;
class RestoreJob;
class SaveCopyJob;
class SearchBar;
class StatusLine;
class TablePane;
class Trace;
class Workspace;

enum class Pane { Facets, Table, Chart, Record };

/// Composes the panes around a Workspace, and holds what belongs to none of them: menus, layout, theme, dialogs of the file.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Workspace &workspace);
    ~MainWindow() override;

    Workspace &workspace() const { return m_workspace; }
    /// From now on what a person does here is written down.
    void traceTo(Trace &trace);

    void newCatalogue();
    void openCatalogue();
    /// Opens a catalogue and remembers it; says in a dialog why not.
    bool open(const QString &path);
    /// Asks where to, then writes it beside what the user does.
    void saveCopy();
    void backUpNow();
    /// Asks for a backup to put in the place of the catalogue, which is kept as a backup.
    void restoreBackup();
    /// The window stays, and says how to come to another catalogue.
    void closeCatalogue();

    void focusSearch();
    void clearFilters();
    void saveView();
    void manageViews();
    void editCell();
    void toggleBin();
    void addAnnouncement();
    void toggleStar();
    void moveToBin();
    void restoreFromBin();
    ChartPane &charts() const { return *m_chart; }
    EditingCommands &editing() const { return *m_editing; }
    TablePane &table() const { return *m_table; }
    void showChart(const QString &name);    ///< brings the pane in sight
    void typeInSearch(const QString &text); ///< after what stands in the box, as if it were typed

    void setTheme(ThemeChoice choice);
    bool isPaneShown(Pane pane) const;
    void togglePane(Pane pane);
    void focusPane(Pane pane);
    void focusNextPane();
    void showPreferences();
    /// Keeps them and makes them hold, at once.
    void setPreferences(const Preferences &preferences);
    void showPalette();
    void showShortcuts();
    void showAbout();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeToolRow();
    QDockWidget *dock(const QString &name, const QString &title, QWidget *pane, Qt::DockWidgetArea area);
    QDockWidget *dockOf(Pane pane) const; ///< null for the table
    /// Hands over what is typed and waits until it is saved.  False when something was refused and the user wants to stay.
    bool leaveCatalogue();
    void connectWorkspace();
    void connectFiles();
    void addContextMenus();
    void showRecordMenu(const QPoint &place);
    void onDropped(const QStringList &paths);
    std::optional<QString> askForCatalogue(const QString &title, const QString &suggestion);
    void startCopy(const QString &target);
    void onCopySaved(const QString &backup);
    void endCopy();
    /// Whether the window may close while a copy is being written; ends the copy then.
    bool leaveCopy();
    void startRestore(const QString &backup);
    void endRestore();
    void showEmpty(bool empty);
    void arrangeByWidth();
    /// In a low window the charts give way to the table, and come back when there is room.
    void shareHeight();
    /// Selects what a step changed, or shows it in the record alone when the filter hides it.
    void showChanged(const std::vector<qint64> &announcements);
    void defaultLayout();
    void restoreLayout();
    void saveLayout() const;

    Workspace &m_workspace;
    SearchBar *m_search;
    TablePane *m_table;
    FacetsPane *m_facets;
    RecordPane *m_record;
    ChartPane *m_chart;
    MessageBar *m_messages;
    StatusLine *m_status;
    QStackedWidget *m_middle; ///< the table, or what stands there without a catalogue
    EmptyWindow *m_empty;
    EditingCommands *m_editing;
    CommandPalette *m_palette = nullptr;
    CatalogueDrop *m_drop = nullptr;
    QWidget *m_tools = nullptr;
    BackupKeeper *m_backups = nullptr;
    RestoreJob *m_restore = nullptr; ///< while a backup takes the catalogue's place; the window takes no input then
    SaveCopyJob *m_copy = nullptr;   ///< while a copy is being written
    ActionSet *m_actions = nullptr;
    QDockWidget *m_facetsDock = nullptr;
    QDockWidget *m_recordDock = nullptr;
    QDockWidget *m_chartDock = nullptr;
    std::vector<qint64> m_showNext; ///< announcements to show when the next answer is there
    bool m_adding = false;          ///< the next step is an announcement that the user added
    bool m_narrow = false;          ///< record as a tab beside the filters
    int m_chartWanted = 0;          ///< height of the charts in a window that is high enough
    int m_chartGiven = 0;           ///< height that they gave way to; 0: they did not
    QByteArray m_stateBefore;       ///< of the docks, while no catalogue is open; else empty
};

} // namespace waic::ui
