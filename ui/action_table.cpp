// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/chart/chart_pane.h"
#include "ui/common/theme.h"
#include "ui/editing_commands.h"
#include "ui/main_window.h"
#include "ui/recent_files.h"
#include "ui/record/record_pane.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

namespace waic::ui {

namespace {

bool isOpen(const Workspace &workspace)
{
    return workspace.isOpen();
}

bool isWritable(const Workspace &workspace)
{
    return workspace.isWritable();
}

bool hasSelection(const Workspace &workspace)
{
    return workspace.isOpen() && !workspace.selection().empty();
}

bool canBin(const Workspace &workspace)
{
    return workspace.isWritable() && !workspace.selection().empty() && !workspace.answer().ids.empty()
        && !workspace.query().inBin;
}

bool canRestore(const Workspace &workspace)
{
    return workspace.isWritable() && !workspace.selection().empty() && workspace.query().inBin;
}

bool canChange(const Workspace &workspace)
{
    return workspace.isWritable() && !workspace.selection().empty();
}

void addFigure(MainWindow &window)
{
    window.focusPane(Pane::Record);
    if (auto *record = window.findChild<RecordPane *>())
        record->addFigure();
}

template <ThemeChoice choice>
bool themeIs(const MainWindow &)
{
    return Theme::instance().choice() == choice;
}

template <Pane pane>
bool paneShown(const MainWindow &window)
{
    return window.isPaneShown(pane);
}

} // namespace

std::span<const ActionSpec> actionTable()
{
    using W = MainWindow;
    static const char *const kFile = QT_TRANSLATE_NOOP("Menus", "&File");
    static const char *const kRecent = QT_TRANSLATE_NOOP("Menus", "&File/Open &Recent");
    static const char *const kEdit = QT_TRANSLATE_NOOP("Menus", "&Edit");
    static const char *const kView = QT_TRANSLATE_NOOP("Menus", "&View");
    static const char *const kTheme = QT_TRANSLATE_NOOP("Menus", "&View/&Theme");
    static const char *const kRecord = QT_TRANSLATE_NOOP("Menus", "&Record");
    static const char *const kVerification = QT_TRANSLATE_NOOP("Menus", "&Record/&Verification");
    static const char *const kChart = QT_TRANSLATE_NOOP("Menus", "&Chart");
    static const char *const kHelp = QT_TRANSLATE_NOOP("Menus", "&Help");
    // Inside the function: QKeySequence needs the application object first.
    static const ActionSpec kTable[] = {
        {"file.new", kFile, QT_TRANSLATE_NOOP("Actions", "&New Catalogue…"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+Shift+N"))}, [](W &w) { w.newCatalogue(); }, nullptr},
        {"file.open", kFile, QT_TRANSLATE_NOOP("Actions", "&Open…"), nullptr, {QKeySequence::Open},
            [](W &w) { w.openCatalogue(); }, nullptr},
        {"file.clearrecent", kRecent, QT_TRANSLATE_NOOP("Actions", "&Clear List"), nullptr, {}, [](W &) { clearRecentFiles(); },
            nullptr},
        {"file.copy", kFile, QT_TRANSLATE_NOOP("Actions", "Save a &Copy…"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+Shift+S"))}, [](W &w) { w.saveCopy(); }, isOpen, nullptr, false, true},
        {"file.backup", kFile, QT_TRANSLATE_NOOP("Actions", "&Back Up Now"), nullptr, {}, [](W &w) { w.backUpNow(); }, isOpen,
            nullptr, false, true},
        {"file.restore", kFile, QT_TRANSLATE_NOOP("Actions", "Res&tore from Backup…"), nullptr, {},
            [](W &w) { w.restoreBackup(); }, isOpen},
        {"file.close", kFile, QT_TRANSLATE_NOOP("Actions", "C&lose"), nullptr, {QKeySequence(QStringLiteral("Ctrl+W"))},
            [](W &w) { w.closeCatalogue(); }, isOpen},
        {"file.quit", kFile, QT_TRANSLATE_NOOP("Actions", "&Quit"), nullptr, {QKeySequence(QStringLiteral("Ctrl+Q"))},
            [](W &w) { w.close(); }, nullptr, nullptr, false, true},

        {"edit.undo", kEdit, QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit-undo", {QKeySequence(QStringLiteral("Ctrl+Z"))},
            [](W &w) { w.workspace().undo(); }, [](const Workspace &s) { return !s.history().undoLabel.isNull(); }},
        {"edit.redo", kEdit, QT_TRANSLATE_NOOP("Actions", "&Redo"), "edit-redo",
            {QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))},
            [](W &w) { w.workspace().redo(); }, [](const Workspace &s) { return !s.history().redoLabel.isNull(); }},
        {"edit.cell", kEdit, QT_TRANSLATE_NOOP("Actions", "&Edit Cell"), "document-edit", {QKeySequence(QStringLiteral("F2"))},
            [](W &w) { w.editCell(); }, hasSelection, nullptr, true, true},
        {"edit.paste", kEdit, QT_TRANSLATE_NOOP("Actions", "P&aste"), "edit-paste", {QKeySequence::Paste},
            [](W &w) { w.table().paste(); }, isWritable, nullptr, true},
        {"edit.filldown", kEdit, QT_TRANSLATE_NOOP("Actions", "Fill &Down"), nullptr, {QKeySequence(QStringLiteral("Ctrl+J"))},
            [](W &w) { w.table().fillDown(); }, [](const Workspace &s) { return s.isWritable() && s.selection().size() > 1; },
            nullptr, true},
        {"edit.find", kEdit, QT_TRANSLATE_NOOP("Actions", "&Find"), "edit-find", {QKeySequence::Find},
            [](W &w) { w.focusSearch(); }, isOpen, nullptr, false, true},
        {"edit.replace", kEdit, QT_TRANSLATE_NOOP("Actions", "Replace &Text…"), nullptr, {QKeySequence(QStringLiteral("Ctrl+H"))},
            [](W &w) { w.editing().changeMany(catalogue::BatchChange::Kind::Replace); }, canChange},
        {"edit.many", kEdit, QT_TRANSLATE_NOOP("Actions", "Change &Many…"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+Shift+M"))},
            [](W &w) { w.editing().changeMany(catalogue::BatchChange::Kind::SetField); }, canChange},
        {"edit.clear", kEdit, QT_TRANSLATE_NOOP("Actions", "&Clear All Filters"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+Shift+F"))}, [](W &w) { w.clearFilters(); },
            [](const Workspace &s) { return s.isOpen() && !s.query().isEverything(); }},
        {"edit.preferences", kEdit, QT_TRANSLATE_NOOP("Actions", "&Preferences…"), "configure",
            {QKeySequence(QStringLiteral("Ctrl+,"))}, [](W &w) { w.showPreferences(); }, nullptr, nullptr, false, true},

        {"view.palette", kView, QT_TRANSLATE_NOOP("Actions", "Command &Palette…"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+K"))}, [](W &w) { w.showPalette(); }, nullptr},
        {"go.back", kView, QT_TRANSLATE_NOOP("Actions", "Bac&k"), "go-previous", {QKeySequence(QStringLiteral("Alt+Left"))},
            [](W &w) { w.workspace().goBack(); }, [](const Workspace &s) { return s.canGoBack(); }},
        {"go.forward", kView, QT_TRANSLATE_NOOP("Actions", "For&ward"), "go-next", {QKeySequence(QStringLiteral("Alt+Right"))},
            [](W &w) { w.workspace().goForward(); }, [](const Workspace &s) { return s.canGoForward(); }},
        {"view.save", kView, QT_TRANSLATE_NOOP("Actions", "&Save This View…"), "bookmark-new",
            {QKeySequence(QStringLiteral("Ctrl+B"))}, [](W &w) { w.saveView(); }, isOpen},
        {"view.manage", kView, QT_TRANSLATE_NOOP("Actions", "&Manage Views…"), "bookmarks", {}, [](W &w) { w.manageViews(); },
            isOpen},

        {"view.system", kTheme, QT_TRANSLATE_NOOP("Actions", "&System"), nullptr, {},
            [](W &w) { w.setTheme(ThemeChoice::System); }, nullptr, themeIs<ThemeChoice::System>},
        {"view.light", kTheme, QT_TRANSLATE_NOOP("Actions", "&Light"), nullptr, {}, [](W &w) { w.setTheme(ThemeChoice::Light); },
            nullptr, themeIs<ThemeChoice::Light>},
        {"view.dark", kTheme, QT_TRANSLATE_NOOP("Actions", "&Dark"), nullptr, {}, [](W &w) { w.setTheme(ThemeChoice::Dark); },
            nullptr, themeIs<ThemeChoice::Dark>},
        {"view.filters", kView, QT_TRANSLATE_NOOP("Actions", "&Filters"), nullptr, {}, [](W &w) { w.togglePane(Pane::Facets); },
            isOpen, paneShown<Pane::Facets>, false, true},
        {"view.record", kView, QT_TRANSLATE_NOOP("Actions", "&Record"), nullptr, {}, [](W &w) { w.togglePane(Pane::Record); },
            isOpen, paneShown<Pane::Record>},
        {"view.charts", kView, QT_TRANSLATE_NOOP("Actions", "&Charts"), nullptr, {}, [](W &w) { w.togglePane(Pane::Chart); },
            isOpen, paneShown<Pane::Chart>},
        {"view.bin", kView, QT_TRANSLATE_NOOP("Actions", "&Bin"), "user-trash", {}, [](W &w) { w.toggleBin(); }, isOpen,
            [](const W &w) { return w.workspace().query().inBin; }, false, true},
        {"view.history", kView, QT_TRANSLATE_NOOP("Actions", "Histor&y"), "view-history",
            {QKeySequence(QStringLiteral("Ctrl+Shift+H"))}, [](W &w) { w.editing().showHistory(); }, isOpen},
        {"view.gofilters", kView, QT_TRANSLATE_NOOP("Actions", "Go to F&ilters"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+1"))}, [](W &w) { w.focusPane(Pane::Facets); }, isOpen, nullptr, false, true},
        {"view.gotable", kView, QT_TRANSLATE_NOOP("Actions", "Go to T&able"), nullptr, {QKeySequence(QStringLiteral("Ctrl+2"))},
            [](W &w) { w.focusPane(Pane::Table); }, isOpen},
        {"view.gochart", kView, QT_TRANSLATE_NOOP("Actions", "Go to C&hart"), nullptr, {QKeySequence(QStringLiteral("Ctrl+3"))},
            [](W &w) { w.focusPane(Pane::Chart); }, isOpen},
        {"view.gorecord", kView, QT_TRANSLATE_NOOP("Actions", "Go to R&ecord"), nullptr, {QKeySequence(QStringLiteral("Ctrl+4"))},
            [](W &w) { w.focusPane(Pane::Record); }, isOpen},
        {"view.nextpane", kView, QT_TRANSLATE_NOOP("Actions", "&Next Pane"), nullptr, {QKeySequence(QStringLiteral("F6"))},
            [](W &w) { w.focusNextPane(); }, isOpen},

        {"record.add", kRecord, QT_TRANSLATE_NOOP("Actions", "&Add…"), "list-add", {QKeySequence(QStringLiteral("Ctrl+N"))},
            [](W &w) { w.addAnnouncement(); }, isWritable},
        {"record.star", kRecord, QT_TRANSLATE_NOOP("Actions", "&Star"), nullptr, {QKeySequence(QStringLiteral("Ctrl+D"))},
            [](W &w) { w.toggleStar(); }, [](const Workspace &s) { return s.isWritable() && s.current() != 0; }},
        {"record.duplicate", kRecord, QT_TRANSLATE_NOOP("Actions", "&Duplicate"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+Shift+U"))}, [](W &w) { w.editing().duplicate(); },
            [](const Workspace &s) { return s.isWritable() && s.current() != 0; }},
        {"record.addfigure", kRecord, QT_TRANSLATE_NOOP("Actions", "Add &Figure"), nullptr,
            {QKeySequence(QStringLiteral("Ctrl+Shift+A"))}, addFigure,
            [](const Workspace &s) { return s.isWritable() && s.current() != 0; }},
        {"record.unverified", kVerification, QT_TRANSLATE_NOOP("Actions", "&Unverified"), nullptr, {},
            [](W &w) { w.editing().setVerification("unverified"); }, canChange},
        {"record.confirmed", kVerification, QT_TRANSLATE_NOOP("Actions", "&Confirmed"), nullptr, {},
            [](W &w) { w.editing().setVerification("confirmed"); }, canChange},
        {"record.disputed", kVerification, QT_TRANSLATE_NOOP("Actions", "&Disputed"), nullptr, {},
            [](W &w) { w.editing().setVerification("disputed"); }, canChange},
        {"record.retracted", kVerification, QT_TRANSLATE_NOOP("Actions", "&Retracted"), nullptr, {},
            [](W &w) { w.editing().setVerification("retracted"); }, canChange},
        {"record.bin", kRecord, QT_TRANSLATE_NOOP("Actions", "Move to &Bin"), "user-trash", {QKeySequence::Delete},
            [](W &w) { w.moveToBin(); }, canBin, nullptr, true, true},
        {"record.restore", kRecord, QT_TRANSLATE_NOOP("Actions", "&Restore from Bin"), nullptr, {},
            [](W &w) { w.restoreFromBin(); }, canRestore},
        {"record.emptybin", kRecord, QT_TRANSLATE_NOOP("Actions", "&Empty Bin…"), nullptr, {},
            [](W &w) { w.editing().emptyBin(); },
            [](const Workspace &s) { return s.isWritable() && s.query().inBin && s.answer().total > 0; }},

        {"chart.new", kChart, QT_TRANSLATE_NOOP("Actions", "&New Chart"), nullptr, {},
            [](W &w) {
                w.focusPane(Pane::Chart);
                w.charts().newChart();
            },
            isOpen},
        {"chart.edit", kChart, QT_TRANSLATE_NOOP("Actions", "E&dit Chart"), "document-edit",
            {QKeySequence(QStringLiteral("Ctrl+Shift+D"))},
            [](W &w) {
                if (!w.charts().isEditing())
                    w.focusPane(Pane::Chart);
                w.charts().setEditing(!w.charts().isEditing());
            },
            isOpen, [](const W &w) { return w.charts().isEditing(); }},
        {"chart.table", kChart, QT_TRANSLATE_NOOP("Actions", "As &Table"), "view-list-details",
            {QKeySequence(QStringLiteral("Ctrl+T"))}, [](W &w) { w.charts().setAsTable(!w.charts().isTable()); }, isOpen,
            [](const W &w) { return w.charts().isTable(); }},
        {"chart.save", kChart, QT_TRANSLATE_NOOP("Actions", "&Save Chart"), nullptr, {}, [](W &w) { w.charts().saveChart(); },
            isWritable, nullptr, false, true},
        {"chart.saveas", kChart, QT_TRANSLATE_NOOP("Actions", "Save Chart &As…"), nullptr, {},
            [](W &w) { w.charts().saveChartAs(); }, isWritable},
        {"chart.rename", kChart, QT_TRANSLATE_NOOP("Actions", "&Rename Chart…"), nullptr, {},
            [](W &w) { w.charts().renameChart(); }, isWritable},
        {"chart.delete", kChart, QT_TRANSLATE_NOOP("Actions", "De&lete Chart"), nullptr, {},
            [](W &w) { w.charts().deleteChart(); }, isWritable},
        {"chart.export", kChart, QT_TRANSLATE_NOOP("Actions", "&Export Chart…"), "document-export",
            {QKeySequence(QStringLiteral("Ctrl+Shift+E"))}, [](W &w) { w.charts().exportChart(); }, isOpen, nullptr, false, true},
        {"chart.copy", kChart, QT_TRANSLATE_NOOP("Actions", "&Copy Chart"), "edit-copy",
            {QKeySequence(QStringLiteral("Ctrl+Shift+C"))}, [](W &w) { w.charts().copyChart(); }, isOpen},

        {"help.shortcuts", kHelp, QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), nullptr,
            {QKeySequence(QStringLiteral("F1"))}, [](W &w) { w.showShortcuts(); }, nullptr},
        {"help.about", kHelp, QT_TRANSLATE_NOOP("Actions", "&About WAIC Explorer"), nullptr, {}, [](W &w) { w.showAbout(); },
            nullptr},
    };
    return kTable;
}

} // namespace waic::ui
