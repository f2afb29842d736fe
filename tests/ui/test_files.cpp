// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/reader.h"
#include "support/app_fixture.h"
#include "ui/catalogue_drop.h"
#include "ui/empty_window.h"
#include "ui/message_bar.h"
#include "ui/recent_files.h"
#include "ui/status_line.h"
#include "ui/status_work.h"

#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

using namespace waic;
using namespace waic::tests;

namespace {

QString note(AppFixture &app)
{
    return app.window().findChild<ui::MessageBar *>()->text();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString makeEmpty(const TemporaryCatalogue &beside, const char *name)
{
    const QString path = beside.beside(QString::fromLatin1(name));
    REQUIRE(QDir().mkpath(QFileInfo(path).path()));
    must(catalogue::createCatalogue(path, {}));
    return path;
}

/// The entries of Open Recent as a person sees them when the menu opens.
QStringList recentEntries(AppFixture &app)
{
    auto *clear = app.window().findChild<QAction *>(QStringLiteral("file.clearrecent"));
    REQUIRE(clear);
    QMenu *menu = nullptr;
    for (QMenu *each : app.window().findChildren<QMenu *>())
        if (each->actions().contains(clear))
            menu = each;
    REQUIRE(menu);
    emit menu->aboutToShow();
    QStringList entries;
    for (const QAction *action : menu->actions())
        if (!action->isSeparator() && action != clear)
            entries << (action->isEnabled() ? action->text() : QStringLiteral("off: ") + action->text());
    return entries;
}

bool drag(QWidget &window, const QStringList &paths, bool drop)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&window, &enter);
    if (drop) {
        QDropEvent let(QPointF(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &let);
    }
    return enter.isAccepted();
}

} // namespace

TEST_CASE("files of one name are told apart by their folders", "[files]")
{
    CHECK(ui::distinctNames({QStringLiteral("/a/x.waic"), QStringLiteral("/a/y.waic")})
        == QStringList{QStringLiteral("x.waic"), QStringLiteral("y.waic")});
    CHECK(ui::distinctNames(
              {QStringLiteral("/h/a/2024/x.waic"), QStringLiteral("/h/b/2024/x.waic"), QStringLiteral("/c/2025/x.waic")})
        == QStringList{
            QString::fromUtf8("x.waic – a/2024"), QString::fromUtf8("x.waic – b/2024"), QString::fromUtf8("x.waic – 2025")});
    const QStringList atRoot = ui::distinctNames({QStringLiteral("/x.waic"), QStringLiteral("/a/x.waic")});
    CHECK(atRoot.front() != atRoot.back());
}

TEST_CASE("catalogues opened before are in the menu, newest first, those that are gone last and off", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString one = makeEmpty(file, "one & two.waic"), gone = makeEmpty(file, "gone.waic");
    REQUIRE(app.window().open(one));
    REQUIRE(app.window().open(gone));
    REQUIRE(app.window().open(file.path()));
    REQUIRE(QFile::remove(gone));
    CHECK(recentEntries(app)
        == QStringList{QStringLiteral("&1  starter.waic"), QStringLiteral("&2  one && two.waic"),
            QStringLiteral("off: &3  gone.waic (not there)")});
    QMenu *menu = nullptr;
    for (QMenu *each : app.window().findChildren<QMenu *>())
        for (QAction *action : each->actions())
            if (action->text().startsWith(QStringLiteral("&2  one")))
                menu = each;
    REQUIRE(menu);
    menu->actions().at(1)->trigger();
    CHECK(app.workspace().file().path() == one);
    CHECK(recentEntries(app).front() == QStringLiteral("&1  one && two.waic"));
    app.trigger("file.clearrecent");
    CHECK(recentEntries(app).size() == 1);
    CHECK(recentEntries(app).front().startsWith(QStringLiteral("off: ")));
}

TEST_CASE("no more than ten files are remembered", "[files]")
{
    QSettings().clear();
    for (int i = 0; i < 13; ++i)
        ui::addRecentFile(QStringLiteral("/nowhere/%1.waic").arg(i));
    ui::addRecentFile(QStringLiteral("/nowhere/9.waic"));
    const std::vector<ui::RecentFile> files = ui::recentFiles();
    REQUIRE(files.size() == 10);
    CHECK(files.front().title == QStringLiteral("9.waic"));
    CHECK_FALSE(files.front().isThere);
    CHECK(files.back().title == QStringLiteral("3.waic"));
}

TEST_CASE("a copy is saved beside the work and opens as a catalogue with all announcements", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.workspace().setCurrent(app.workspace().answer().ids.front());
    app.trigger("record.star"); // on its way when the copy begins
    const QString target = file.beside(QStringLiteral("copy.waic"));
    app.dialogs().file = target;
    app.trigger("file.copy");
    REQUIRE(QTest::qWaitFor([&] { return note(app).contains(QStringLiteral("copy.waic")); }));
    CHECK(app.workspace().file().name() == QStringLiteral("starter.waic"));
    const auto reader = must(catalogue::Reader::open(must(catalogue::CatalogueFile::open(target))));
    CHECK(must(reader->count()) == 332);
    CHECK(must(reader->record(app.workspace().current())).announcement.starred);
    CHECK_FALSE(app.window().findChild<ui::StatusLine *>()->work().isBusy());
}

TEST_CASE("a copy replaces another file only when asked, and keeps it in the folder for backups", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString letter = file.beside(QStringLiteral("letter.waic")), backups = file.beside(QStringLiteral("backups"));
    write(letter, "a letter");
    QDir().mkpath(backups);
    ui::Preferences preferences = ui::keptPreferences();
    preferences.backupFolder = backups;
    app.window().setPreferences(preferences);
    app.dialogs().file = file.beside(QStringLiteral("letter")); // without its ending
    app.dialogs().confirms = false;
    app.trigger("file.copy");
    CHECK(app.dialogs().questions.size() == 1);
    CHECK(read(letter) == "a letter");
    app.dialogs().confirms = true;
    app.trigger("file.copy");
    REQUIRE(QTest::qWaitFor([&] { return note(app).contains(backups); }));
    const QStringList kept = QDir(backups).entryList(QDir::Files);
    REQUIRE(kept.size() == 1);
    CHECK(read(QDir(backups).filePath(kept.front())) == "a letter");
    CHECK(catalogue::CatalogueFile::open(letter).has_value());
}

TEST_CASE("a copy that cannot be written says so, and one over the open catalogue is refused", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    for (const QString &target : {file.beside(QStringLiteral("no/such/folder.waic")), file.path()}) {
        CAPTURE(target);
        app.dialogs().file = target;
        app.trigger("file.copy");
        REQUIRE(QTest::qWaitFor([&] { return note(app).contains(QStringLiteral("not saved")) && note(app).contains(target); }));
    }
    CHECK(app.total() == 332);
}

TEST_CASE("a cancelled copy is either whole or not there, and the window says which", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    QDir().mkpath(file.beside(QStringLiteral("there")));
    const QString target = file.beside(QStringLiteral("there/copy.waic"));
    app.dialogs().file = target;
    app.trigger("file.copy");
    ui::StatusWork &work = app.window().findChild<ui::StatusLine *>()->work();
    CHECK(work.isBusy());
    emit work.cancelAsked();
    REQUIRE(QTest::qWaitFor([&] { return !note(app).isEmpty(); }));
    const bool saved = note(app).contains(QStringLiteral("copy.waic"));
    CHECK(QDir(file.beside(QStringLiteral("there"))).entryList(QDir::Files | QDir::Hidden).size() == (saved ? 1 : 0));
    CHECK(saved == catalogue::CatalogueFile::open(target).has_value());
    CHECK_FALSE(work.isBusy());
}

TEST_CASE("the window asks before it closes over a copy that is not complete", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    QDir().mkpath(file.beside(QStringLiteral("there")));
    app.dialogs().file = file.beside(QStringLiteral("there/copy.waic"));
    app.dialogs().confirms = false;
    app.trigger("file.copy");
    CHECK_FALSE(app.window().close());
    CHECK(app.dialogs().questions.size() == 1);
    app.dialogs().confirms = true;
    CHECK(app.window().close());
    // Whole when the copy was quicker than the question; never a part of it.
    const QStringList left = QDir(file.beside(QStringLiteral("there"))).entryList(QDir::Files | QDir::Hidden);
    CHECK((left.isEmpty() || left == QStringList{QStringLiteral("copy.waic")}));
}

TEST_CASE("a closed catalogue leaves a window that leads to the next one, with its panes as before", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.trigger("view.charts");
    app.trigger("file.close");
    CHECK_FALSE(app.workspace().isOpen());
    auto *empty = app.window().findChild<ui::EmptyWindow *>();
    REQUIRE(empty);
    CHECK(empty->isVisible());
    CHECK_FALSE(app.table().isVisible());
    CHECK_FALSE(app.window().windowTitle().contains(QStringLiteral("starter")));
    for (const char *id : {"file.close", "file.copy", "edit.find", "record.add", "view.filters", "chart.export"}) {
        CAPTURE(id);
        CHECK_FALSE(app.window().findChild<QAction *>(QString::fromLatin1(id))->isEnabled());
    }
    QAbstractButton *before = nullptr;
    for (auto *button : empty->findChildren<QAbstractButton *>())
        if (button->text() == QStringLiteral("starter.waic"))
            before = button;
    REQUIRE(before);
    QTest::mouseClick(before, Qt::LeftButton);
    REQUIRE(app.waitForRows(332));
    CHECK_FALSE(empty->isVisible());
    CHECK(app.table().isVisible());
    CHECK(app.window().isPaneShown(ui::Pane::Facets));
    CHECK_FALSE(app.window().isPaneShown(ui::Pane::Chart));
}

TEST_CASE("the layout is remembered when the window is left without a catalogue", "[files]")
{
    const TemporaryCatalogue file;
    {
        AppFixture app(file.path());
        app.trigger("view.charts");
        app.trigger("file.close");
        CHECK(app.window().close());
    }
    ScriptedDialogs dialogs;
    ui::Workspace workspace(dialogs);
    ui::MainWindow again(workspace);
    REQUIRE(again.open(file.path()));
    again.show();
    CHECK(again.isPaneShown(ui::Pane::Facets));
    CHECK(again.isPaneShown(ui::Pane::Record));
    CHECK_FALSE(again.isPaneShown(ui::Pane::Chart));
}

TEST_CASE("a catalogue dragged onto the window is shown to be welcome, and opens when it is dropped", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString other = makeEmpty(file, "other.data");
    auto *overlay = app.window().findChild<ui::CatalogueDrop *>();
    REQUIRE(overlay);
    CHECK(drag(app.window(), {other}, false));
    CHECK(overlay->isVisible());
    QDragLeaveEvent leave;
    QApplication::sendEvent(&app.window(), &leave);
    CHECK_FALSE(overlay->isVisible());
    CHECK(drag(app.window(), {other}, true));
    CHECK_FALSE(overlay->isVisible());
    REQUIRE(QTest::qWaitFor([&] { return app.workspace().file().path() == other; }));
    CHECK(app.waitForRows(0));
}

TEST_CASE("a file dropped on the search box goes to the window, text stays with the box", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString other = makeEmpty(file, "other.waic");
    auto *search = app.window().findChild<QLineEdit *>(QStringLiteral("search"));
    REQUIRE(search);
    drag(*search, {other}, true);
    CHECK(search->text().isEmpty());
    CHECK(QTest::qWaitFor([&] { return app.workspace().file().path() == other; }));
    QMimeData text;
    text.setText(QStringLiteral("robot"));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(search, &enter);
    CHECK_FALSE(app.window().findChild<ui::CatalogueDrop *>()->isVisible());
}

TEST_CASE("several files or one that is no catalogue change nothing and are answered in words", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString other = makeEmpty(file, "other.waic"), text = file.beside(QStringLiteral("notes.txt"));
    write(text, "not a catalogue");
    drag(app.window(), {other, text}, true);
    REQUIRE(QTest::qWaitFor([&] { return note(app).contains(QStringLiteral("Several files")); }));
    CHECK(app.workspace().file().path() == file.path());
    drag(app.window(), {text}, true);
    REQUIRE(QTest::qWaitFor([&] { return app.dialogs().errors.size() == 1; }));
    CHECK(app.dialogs().errors.front().where.contains(QStringLiteral("notes.txt")));
    drag(app.window(), {file.path()}, true);
    REQUIRE(QTest::qWaitFor([&] { return note(app).contains(QStringLiteral("open already")); }));
    CHECK(app.shownRows() == 332);
}

TEST_CASE("a dragged file leaves the catalogue as Open does: what is typed is saved first", "[files]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString other = makeEmpty(file, "other.waic");
    const catalogue::RowId row = app.workspace().current();
    app.trigger("view.gotable");
    app.key(Qt::Key_F2);
    REQUIRE(QTest::qWaitFor([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
    app.keys(QStringLiteral("Half typed"));
    drag(app.window(), {other}, true);
    REQUIRE(QTest::qWaitFor([&] { return app.workspace().file().path() == other; }));
    const auto reader = must(catalogue::Reader::open(must(catalogue::CatalogueFile::open(file.path()))));
    CHECK(must(reader->record(row)).announcement.title == QStringLiteral("Half typed"));
}
