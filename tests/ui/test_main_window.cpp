// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"
#include "ui/add_dialog.h"
#include "ui/message_bar.h"
#include "ui/window_dialogs.h"

#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QStatusBar>
#include <QTimer>

using namespace waic;
using namespace waic::tests;

namespace {

bool statusSays(AppFixture &app, const QString &words)
{
    for (const QLabel *label : app.window().statusBar()->findChildren<QLabel *>())
        if (label->text().contains(words))
            return true;
    return false;
}

} // namespace

TEST_CASE("the status line says how many announcements are shown", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    CHECK(statusSays(app, QStringLiteral("332 of 332 announcements")));
    app.workspace().setQuery(explore::parseQuery(QStringLiteral("org:Huawei")).query);
    REQUIRE(app.waitForRows(12));
    CHECK(statusSays(app, QStringLiteral("12 of 332 announcements")));
    app.trigger("edit.clear");
    CHECK(app.waitForRows(332));
}

TEST_CASE("an announcement moved to the bin leaves the table, and undo brings it back in sight", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const catalogue::RowId first = app.workspace().answer().ids.front();
    app.workspace().setSelection({first});
    app.trigger("record.bin");
    REQUIRE(app.waitForRows(331));
    app.trigger("view.bin");
    REQUIRE(app.waitForRows(1));
    CHECK(app.workspace().answer().ids.front() == first);
    app.trigger("view.bin");
    REQUIRE(app.waitForRows(331));
    app.trigger("edit.undo");
    REQUIRE(app.waitForRows(332));
    CHECK(QTest::qWaitFor([&] { return app.workspace().current() == first; }));
}

TEST_CASE("adding needs a title and says so, and what is added can be undone", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    ui::AddDialog dialog(app.workspace(), &app.window());
    dialog.accept();
    CHECK(dialog.result() != QDialog::Accepted);
    auto *title = dialog.findChild<QLineEdit *>(QStringLiteral("title"));
    auto *date = dialog.findChild<QLineEdit *>(QStringLiteral("announced_on"));
    REQUIRE((title && date));
    CHECK_FALSE(title->accessibleDescription().isEmpty());
    title->setText(QStringLiteral("A new <b>supernode</b>"));
    date->setText(QStringLiteral("2025-06-31"));
    dialog.accept();
    CHECK(dialog.result() != QDialog::Accepted);
    date->setText(QStringLiteral("2025-06-30"));
    dialog.accept();
    REQUIRE(dialog.result() == QDialog::Accepted);
    app.workspace().apply(catalogue::addAnnouncement(dialog.announcement()));
    REQUIRE(app.waitForRows(333));
    app.trigger("edit.undo");
    CHECK(app.waitForRows(332));
}

TEST_CASE("Enter in a field of the new announcement adds it, Escape does not", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        ui::AddDialog dialog(app.workspace(), &app.window());
        dialog.show();
        auto *title = dialog.findChild<QLineEdit *>(QStringLiteral("title"));
        REQUIRE(title);
        QTest::keyClicks(title, QStringLiteral("x"));
        QTest::keyClick(title, key);
        CHECK((dialog.result() == QDialog::Accepted) == (key == Qt::Key_Return));
        CHECK(dialog.isHidden());
    }
}

TEST_CASE("a file that is no catalogue is refused in words and the open one stays", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString other = file.beside(QStringLiteral("notes.txt"));
    QFile text(other);
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write("not a catalogue");
    text.close();
    app.dialogs().file = other;
    app.trigger("file.open");
    REQUIRE(app.dialogs().errors.size() == 1);
    CHECK(app.dialogs().errors.front().where.contains(QStringLiteral("notes.txt")));
    CHECK(app.workspace().file().name() == QStringLiteral("starter.waic"));
    CHECK(app.shownRows() == 332);
}

TEST_CASE("a new catalogue is empty, and what stood there is kept", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.dialogs().file = file.beside(QStringLiteral("mine.waic"));
    app.trigger("file.new");
    REQUIRE(app.waitForRows(0));
    CHECK(app.workspace().file().name() == QStringLiteral("mine.waic"));
    CHECK(app.dialogs().errors.empty());
}

TEST_CASE("a new catalogue never replaces a file unasked, even when only its ending was left out", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.dialogs().file = file.beside(QStringLiteral("starter"));
    app.dialogs().confirms = false;
    app.trigger("file.new");
    CHECK(app.dialogs().questions.size() == 1);
    CHECK(app.waitForRows(332));
}

TEST_CASE("an error box shows data as plain text and opens no links", "[window]")
{
    ui::WindowDialogs dialogs;
    bool seen = false;
    QTimer::singleShot(0, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        REQUIRE(box);
        for (const QLabel *label : box->findChildren<QLabel *>()) {
            CHECK(label->textFormat() == Qt::PlainText);
            CHECK_FALSE(label->openExternalLinks());
            seen = seen || label->text().contains(QStringLiteral("<b>bold</b>"));
        }
        box->accept();
    });
    dialogs.showError(
        QStringLiteral("Not opened"), {ErrorKind::Damaged, QStringLiteral("broken"), QStringLiteral("<b>bold</b>.waic"), {}});
    CHECK(seen);
}

TEST_CASE("a cell that is still being typed is saved when the window closes", "[window]")
{
    const TemporaryCatalogue file;
    catalogue::RowId row = 0;
    {
        AppFixture app(file.path());
        row = app.workspace().current();
        app.trigger("view.gotable");
        app.key(Qt::Key_F2);
        REQUIRE(QTest::qWaitFor([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
        qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
        app.keys(QStringLiteral("Half typed"));
        REQUIRE(app.window().close());
    }
    AppFixture again(file.path());
    CHECK(again.record(row).announcement.title == QStringLiteral("Half typed"));
}

TEST_CASE("an edit that cannot be written while the window closes is told, and the user may stay", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    REQUIRE(QFile::rename(file.path(), file.beside(QStringLiteral("moved.waic"))));
    app.trigger("record.star");
    app.dialogs().confirms = false;
    CHECK_FALSE(app.window().close());
    CHECK(app.dialogs().questions.size() == 1);
    CHECK(app.workspace().isOpen());
}

TEST_CASE("an error stays in sight when something else is saved, a note does not", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    auto *bar = app.window().findChild<ui::MessageBar *>();
    REQUIRE(bar);
    app.workspace().report({ErrorKind::Locked, QStringLiteral("not saved"), {}, {}});
    app.trigger("record.star");
    REQUIRE(app.waitForStep());
    CHECK(bar->text().contains(QStringLiteral("not saved")));
    bar->showNote(QStringLiteral("only a note"));
    app.trigger("record.star");
    REQUIRE(app.waitForStep());
    CHECK(bar->text().isEmpty());
}

TEST_CASE("panes are reached by keys and can be hidden", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.trigger("view.gofilters");
    QWidget *filters = QApplication::focusWidget();
    REQUIRE(filters);
    app.trigger("view.nextpane");
    CHECK(QApplication::focusWidget() != filters);
    CHECK((QApplication::focusWidget() == &app.table() || app.table().isAncestorOf(QApplication::focusWidget())));
    app.trigger("edit.find");
    CHECK(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    app.trigger("view.charts");
    CHECK_FALSE(app.window().isPaneShown(ui::Pane::Chart));
    app.trigger("view.charts");
    CHECK(app.window().isPaneShown(ui::Pane::Chart));
}

TEST_CASE("the record is a tab beside the filters in a narrow window", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    auto *record = app.window().findChild<QDockWidget *>(QStringLiteral("record"));
    REQUIRE(record);
    CHECK(app.window().dockWidgetArea(record) == Qt::RightDockWidgetArea);
    app.window().resize(1000, 700);
    REQUIRE(QTest::qWaitFor([&] { return app.window().dockWidgetArea(record) == Qt::LeftDockWidgetArea; }));
    app.window().resize(1280, 800);
    CHECK(QTest::qWaitFor([&] { return app.window().dockWidgetArea(record) == Qt::RightDockWidgetArea; }));
}

TEST_CASE("in a low window the charts give way to the table, and come back with the room", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    auto *charts = app.window().findChild<QDockWidget *>(QStringLiteral("charts"));
    REQUIRE(charts);
    const int before = charts->height();
    const auto rowsInSight = [&] { return app.table().viewport()->height() / app.table().rowHeight(0); };
    app.window().resize(800, 600);
    CHECK(QTest::qWaitFor([&] { return rowsInSight() >= 6; }));
    CHECK(charts->isVisible());
    app.window().resize(1280, 800);
    CHECK(QTest::qWaitFor([&] { return charts->height() == before; }));
}

TEST_CASE("the theme is changed by menu and remembered", "[window]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.trigger("view.dark");
    CHECK(ui::Theme::instance().kind() == ui::ThemeKind::Dark);
    CHECK(QSettings().value(QStringLiteral("theme")).toString() == QStringLiteral("dark"));
    app.trigger("view.light");
    CHECK(ui::Theme::instance().kind() == ui::ThemeKind::Light);
}
