// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/schema.h"
#include "chart/charted_catalogue.h"
#include "support/scripted_dialogs.h"
#include "ui/chart/chart_canvas.h"
#include "ui/chart/chart_gallery.h"
#include "ui/chart/chart_pane.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace waic::tests {

/// A chart pane on a workspace of its own, shown and drawn.
class ChartedWindow
{
public:
    explicit ChartedWindow(const char *chart = "models-share")
        : m_workspace(m_dialogs)
    {
        QSettings().clear();
        ui::Theme::instance().apply(ui::ThemeChoice::Light);
        const QString path = m_folder.path(u("starter.waic"));
        must(catalogue::createCatalogue(path, must(exchange::starterContents())));
        m_pane = std::make_unique<ui::ChartPane>(m_workspace);
        m_pane->resize(760, 308);
        m_pane->show();
        REQUIRE(m_workspace.open(path));
        m_pane->showChart(u(chart));
        REQUIRE(waitFor(u(chart), 332));
    }

    ui::Workspace &workspace() { return m_workspace; }
    ui::ChartPane &pane() { return *m_pane; }
    ui::ChartCanvas &canvas() { return *m_pane->findChild<ui::ChartCanvas *>(); }
    ScriptedDialogs &dialogs() { return m_dialogs; }
    QString path(const char *name) const { return m_folder.path(u(name)); }
    const chart::ChartData &data() const { return *m_pane->data(); }
    QString query() const { return explore::queryText(m_workspace.query()); }

    /// Until the picture is of this chart and of what is asked now, with so many announcements found.
    bool waitFor(const QString &chart, int found)
    {
        return QTest::qWaitFor([&] {
            return int(m_workspace.answer().ids.size()) == found && m_pane->data() && m_pane->data()->spec.name == chart
                && m_pane->data()->query == explore::queryText(m_workspace.query());
        });
    }

    int mark(const QString &label) const
    {
        for (std::size_t i = 0; i < data().marks.size(); ++i)
            if (data().marks[i].label == label)
                return int(i);
        return -1;
    }
    void click(const QString &label, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        REQUIRE(mark(label) >= 0);
        QTest::mouseClick(&canvas(), Qt::LeftButton, modifiers, canvas().centreOf(mark(label)));
    }

private:
    TemporaryFolder m_folder;
    ScriptedDialogs m_dialogs;
    ui::Workspace m_workspace;
    std::unique_ptr<ui::ChartPane> m_pane;
};

} // namespace waic::tests
