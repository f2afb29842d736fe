// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"
#include "ui/search/chip_row.h"
#include "ui/search/saving_view.h"
#include "ui/search/views_button.h"
#include "ui/window_dialogs.h"

#include <QMenu>
#include <QTimer>

using namespace waic;
using namespace waic::tests;

namespace {

QAction *action(AppFixture &app, const char *id)
{
    return app.window().findChild<QAction *>(QString::fromLatin1(id));
}

explore::Query query(const char *text)
{
    return explore::parseQuery(QString::fromUtf8(text)).query;
}

QStringList views(AppFixture &app)
{
    QStringList names;
    for (const catalogue::SavedView &view : must(app.workspace().reader().savedViews()))
        names << view.name;
    return names;
}

} // namespace

TEST_CASE("Alt+Left and Alt+Right go through the questions, also while one types", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    CHECK_FALSE(action(app, "go.back")->isEnabled());
    CHECK_FALSE(action(app, "go.forward")->isEnabled());
    app.trigger("edit.find");
    app.keys(QStringLiteral("org:Huawei "));
    REQUIRE(app.waitForRows(12));
    CHECK(action(app, "go.back")->isEnabled());
    app.key(Qt::Key_Left, Qt::AltModifier);
    REQUIRE(app.waitForRows(332));
    CHECK_FALSE(action(app, "go.back")->isEnabled());
    app.key(Qt::Key_Right, Qt::AltModifier);
    REQUIRE(app.waitForRows(12));
    CHECK_FALSE(action(app, "go.forward")->isEnabled());
}

TEST_CASE("a catalogue opens with the question it was left with, and another one with none to go back to", "[window]")
{
    const TemporaryCatalogue file, other;
    AppFixture app(file.path());
    app.workspace().setQuery(query("org:Huawei sort:title"));
    REQUIRE(app.waitForRows(12));
    REQUIRE(app.window().open(other.path()));
    REQUIRE(app.waitForRows(332));
    CHECK(app.workspace().query() == explore::Query());
    CHECK_FALSE(action(app, "go.back")->isEnabled());
    REQUIRE(app.window().open(file.path()));
    REQUIRE(app.waitForRows(12));
    CHECK(app.workspace().query() == query("org:Huawei sort:title"));
    CHECK_FALSE(action(app, "go.back")->isEnabled());
    CHECK(app.window().findChild<ui::ChipRow *>()->isVisible());
}

TEST_CASE("Ctrl+B and the chips' button save the question of now as a view, which the menu offers", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.workspace().setQuery(query("org:Huawei"));
    REQUIRE(app.waitForRows(12));
    app.dialogs().text = QStringLiteral("Huawei");
    app.key(Qt::Key_B, Qt::ControlModifier);
    REQUIRE(app.waitForStep());
    app.dialogs().text = QStringLiteral("Again");
    app.window().findChild<QAbstractButton *>(QStringLiteral("saveView"))->click();
    REQUIRE(app.waitForStep());
    CHECK(views(app) == QStringList{QStringLiteral("Huawei"), QStringLiteral("Again")});
    app.trigger("edit.clear");
    REQUIRE(app.waitForRows(332));
    QMenu *menu = app.window().findChild<ui::ViewsButton *>()->menu();
    emit menu->aboutToShow();
    CHECK(menu->actions().contains(action(app, "view.save")));
    menu->actions().first()->trigger();
    CHECK(app.waitForRows(12));
    CHECK(action(app, "edit.undo")->text().contains(QStringLiteral("Again")));
}

TEST_CASE("a question for a name takes Enter as yes and Esc as no, and no blank name", "[window]")
{
    ui::WindowDialogs dialogs;
    const auto answer = [&](const QString &typed, Qt::Key key) {
        QTimer::singleShot(0, [&] {
            QWidget *dialog = QApplication::activeModalWidget();
            REQUIRE(dialog);
            auto *line = dialog->findChild<QLineEdit *>();
            REQUIRE(line);
            CHECK(line->selectedText() == QStringLiteral("Proposed"));
            line->setText(typed);
            QTest::keyClick(line, key);
            if (dialog->isVisible())
                QTest::keyClick(line, Qt::Key_Escape);
        });
        return dialogs.askText(
            QStringLiteral("Save View"), QStringLiteral("Name"), QStringLiteral("Proposed"), QStringLiteral("Save"));
    };
    CHECK(answer(QStringLiteral(" R&D "), Qt::Key_Return) == QStringLiteral("R&D"));
    CHECK_FALSE(answer(QStringLiteral("x"), Qt::Key_Escape));
    CHECK_FALSE(answer(QStringLiteral("  "), Qt::Key_Return));
}

TEST_CASE("a view saved through the dialog on the screen is in the catalogue", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture fixture(file.path()); // for theme and settings
    ui::WindowDialogs dialogs;
    ui::Workspace workspace(dialogs);
    const TemporaryCatalogue other;
    must(workspace.open(other.path()));
    QSignalSpy committed(&workspace, &ui::Workspace::committed);
    QTimer::singleShot(0, [] { QTest::keyClick(QApplication::activeModalWidget()->findChild<QLineEdit *>(), Qt::Key_Return); });
    ui::saveView(workspace);
    REQUIRE(QTest::qWaitFor([&] { return committed.count() == 1; }));
    CHECK(must(workspace.reader().savedViews()).size() == 1);
}
