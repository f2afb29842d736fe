// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/schema.h"
#include "exchange/catalogue_json.h"
#include "support/scripted_dialogs.h"
#include "support/test_support.h"
#include "ui/common/theme.h"
#include "ui/main_window.h"
#include "ui/preferences.h"
#include "ui/workspace.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace waic::tests {

/// A copy of the starter catalogue in a folder of its own.
class TemporaryCatalogue
{
public:
    TemporaryCatalogue() { must(catalogue::createCatalogue(path(), must(exchange::starterContents()))); }
    QString path() const { return m_folder.path(QStringLiteral("starter.waic")); }
    QString beside(const QString &name) const { return m_folder.path(name); }

private:
    TemporaryFolder m_folder;
};

/// The whole application on a catalogue: workspace, scripted dialogs and the shown window, answered and idle.
class AppFixture
{
public:
    explicit AppFixture(const QString &path)
        : m_workspace(m_dialogs)
    {
        QSettings().clear();
        ui::applyPreferences({.author = {}, .theme = ui::ThemeChoice::Light, .numberForm = {}, .backupFolder = {}});
        m_window = std::make_unique<ui::MainWindow>(m_workspace);
        REQUIRE(m_window->open(path));
        m_window->setWindowState(Qt::WindowNoState); // the offscreen screen is smaller than a first window
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        REQUIRE(waitForRows(total()));
    }

    ui::MainWindow &window() { return *m_window; }
    ui::Workspace &workspace() { return m_workspace; }
    ScriptedDialogs &dialogs() { return m_dialogs; }
    QTableView &table() { return *m_window->findChild<QTableView *>(QStringLiteral("announcements")); }
    int shownRows() { return table().model() ? table().model()->rowCount() : -1; }
    int total() { return must(m_workspace.reader().count()); }

    bool waitForRows(int rows)
    {
        return QTest::qWaitFor([&] { return int(m_workspace.answer().ids.size()) == rows && shownRows() == rows; });
    }
    bool waitForStep()
    {
        QSignalSpy spy(&m_workspace, &ui::Workspace::committed);
        return spy.wait();
    }
    /// Triggers a command as its menu entry or shortcut would.
    void trigger(const char *id)
    {
        auto *action = m_window->findChild<QAction *>(QString::fromLatin1(id));
        REQUIRE(action);
        REQUIRE(action->isEnabled());
        action->trigger();
    }
    /// Keys go to the widget that has the focus.
    void keys(const QString &text) { QTest::keyClicks(focused(), text); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(focused(), key, modifiers); }
    QWidget *focused()
    {
        QWidget *widget = QApplication::focusWidget();
        return widget ? widget : m_window.get();
    }
    catalogue::Record record(catalogue::RowId id) { return must(m_workspace.reader().record(id)); }

private:
    ScriptedDialogs m_dialogs;
    ui::Workspace m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace waic::tests
