// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/schema.h"
#include "support/scripted_dialogs.h"
#include "support/test_support.h"
#include "ui/common/theme.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

namespace waic::tests {

inline QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// Eight announcements that a person can count: two editions and one without, three kinds, three organisations.
inline catalogue::Contents eightAnnouncements()
{
    catalogue::Contents contents;
    const auto organisation = [&](const char *uid, const char *name) {
        contents.organisations.push_back({u(uid), u(name), u("CN"), {}, {}});
    };
    organisation("huawei", "Huawei");
    organisation("tencent", "Tencent");
    organisation("city", "City of Shanghai");
    const auto add = [&](const char *uid, const char *title, const char *date, const char *kind, const char *edition,
                         const char *country, std::initializer_list<const char *> organisations) {
        catalogue::Contents::Announcement row;
        row.uid = u(uid);
        row.title = u(title);
        row.announcedOn = u(date);
        row.kind = u(kind);
        row.edition = *edition ? u(edition) : QString();
        row.country = *country ? u(country) : QString();
        for (const char *name : organisations)
            row.organisations.push_back({u(name), u("announcer")});
        contents.announcements.push_back(row);
    };
    add("a1", "Huawei shows a <b>supernode</b>", "2025-07-26", "hardware", "WAIC 2025", "CN", {"huawei", "city"});
    add("a2", "Tencent opens a world model", "2025-07-27", "model", "WAIC 2025", "CN", {"tencent"});
    add("a3", "Robots walk in Shanghai", "2025-07-28", "robot", "WAIC 2025", "CN", {"city"});
    add("a4", "Huawei opens a model", "2024-07-04", "model", "WAIC 2024", "CN", {"huawei"});
    add("a5", "Tesla brings a robot", "2024-07-05", "robot", "WAIC 2024", "US", {});
    add("a6", "A third model", "2024-07", "model", "WAIC 2024", "FR", {"tencent"});
    add("a7", "Model of a city", "2023", "model", "", "CN", {"city"});
    add("a8", "模型 made in Hangzhou", "2022-09-01", "model", "", "", {"tencent"});
    return contents;
}

/// A pane in a window on a catalogue of its own, answered and idle.
template <typename... Panes>
class PaneFixture
{
public:
    explicit PaneFixture(const catalogue::Contents &contents = eightAnnouncements())
        : m_workspace(m_dialogs)
    {
        QSettings().clear();
        ui::Theme::instance().apply(ui::ThemeChoice::Light);
        must(catalogue::createCatalogue(path(), contents));
        QObject::connect(&m_workspace, &ui::Workspace::opened, &m_workspace, [this] { m_answered = false; });
        QObject::connect(&m_workspace, &ui::Workspace::answered, &m_workspace, [this] { m_answered = true; });
        makeWindow();
        must(m_workspace.open(path()));
        REQUIRE(waitForAnswer());
    }

    QString path() const { return m_folder.path(u("test.waic")); }
    ui::Workspace &workspace() { return m_workspace; }
    QWidget &window() { return *m_window; }
    template <typename Pane>
    Pane &pane()
    {
        return *m_window->findChild<Pane *>();
    }

    /// The panes again, as after a restart, on the same catalogue and settings.
    void restart()
    {
        m_workspace.close();
        makeWindow();
        must(m_workspace.open(path()));
        REQUIRE(waitForAnswer());
    }

    /// Waits until the answer is that of the query now.
    bool waitForAnswer()
    {
        return QTest::qWaitFor([&] { return m_answered && m_workspace.answer().query == m_workspace.query(); });
    }
    bool waitForRows(int rows)
    {
        return QTest::qWaitFor(
            [&] { return m_workspace.answer().query == m_workspace.query() && int(m_workspace.answer().ids.size()) == rows; });
    }
    bool waitForStep(const QSignalSpy &committed, int steps)
    {
        return QTest::qWaitFor([&] { return committed.count() >= steps; });
    }

    void ask(const char *text)
    {
        explore::Query query = explore::parseQuery(u(text)).query;
        query.sort = m_workspace.query().sort;
        m_workspace.setQuery(query);
        REQUIRE(waitForAnswer());
    }
    QString queryText() const { return explore::queryText(m_workspace.query()); }

    catalogue::Announcement stored(const char *uid)
    {
        const catalogue::RowId id = catalogue::starterId(u(uid));
        const auto rows = must(m_workspace.reader().rows(std::span(&id, 1)));
        REQUIRE(rows.size() == 1);
        return rows.front().announcement;
    }

private:
    void makeWindow()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        (layout->addWidget(new Panes(m_workspace)), ...);
        m_window->resize(1000, 700);
        m_window->show();
        m_window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(m_window.get()));
    }

    TemporaryFolder m_folder;
    ScriptedDialogs m_dialogs;
    ui::Workspace m_workspace;
    std::unique_ptr<QWidget> m_window;
    bool m_answered = false; ///< since the catalogue was opened
};

} // namespace waic::tests
