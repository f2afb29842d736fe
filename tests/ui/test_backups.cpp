// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/backup.h"
#include "catalogue/edit.h"
#include "catalogue/reader.h"
#include "support/app_fixture.h"
#include "ui/backup_keeper.h"
#include "ui/message_bar.h"
#include "ui/restore_dialog.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QTreeWidget>

#include <span>

using namespace waic;
using namespace waic::tests;

namespace {

/// The application with a folder of its own for backups.
struct BackupsFixture
{
    TemporaryCatalogue file;
    const QString backups = file.beside(QStringLiteral("backups"));
    AppFixture app{file.path()};
    const catalogue::RowId row = app.workspace().answer().ids.front();

    BackupsFixture()
    {
        REQUIRE(QDir().mkpath(backups));
        ui::Preferences preferences = ui::keptPreferences();
        preferences.backupFolder = backups;
        app.window().setPreferences(preferences);
    }
    void setTitle(const QString &title)
    {
        app.workspace().apply(
            catalogue::setField(*catalogue::findField(catalogue::Entity::Announcement, u"title"), std::span(&row, 1), title));
        REQUIRE(app.waitForStep());
    }
    QString title() { return app.record(row).announcement.title; }
    bool says(const QString &text)
    {
        const auto *bar = app.window().findChild<ui::MessageBar *>();
        const bool said = QTest::qWaitFor([&] { return bar->text().contains(text); });
        UNSCOPED_INFO("the bar says: " << bar->text().toStdString());
        return said;
    }
    std::vector<catalogue::Backup> kept() { return catalogue::backupsOf(backups, app.workspace().file().uid()); }

    /// Opens the dialog, lets a person act in it when its list is read, and closes it when it is open still.
    void restore(const std::function<void(ui::RestoreDialog &)> &act)
    {
        bool acted = false;
        QTimer look;
        look.setInterval(10);
        QObject::connect(&look, &QTimer::timeout, &look, [&] {
            auto *dialog = qobject_cast<ui::RestoreDialog *>(QApplication::activeModalWidget());
            if (!dialog
                || dialog->findChild<QLabel *>(QStringLiteral("noBackups"))->text().startsWith(QStringLiteral("Looking"))
                    && dialog->findChild<QTreeWidget *>()->topLevelItemCount() == 0)
                return;
            look.stop();
            acted = true;
            act(*dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
        look.start();
        app.trigger("file.restore");
        CHECK(acted);
    }
};

void press(ui::RestoreDialog &dialog, const char *name)
{
    auto *button = dialog.findChild<QPushButton *>(QString::fromLatin1(name));
    REQUIRE(button);
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

TEST_CASE("a backup asked for has what was typed last, and its place is told", "[backups]")
{
    BackupsFixture fixture;
    fixture.app.workspace().apply(catalogue::setStarred(fixture.row, true)); // on its way
    fixture.app.trigger("file.backup");
    REQUIRE(fixture.says(QStringLiteral("Backed up as ")));
    REQUIRE(fixture.kept().size() == 1);
    CHECK(fixture.kept().front().name.reason == catalogue::BackupReason::Manual);
    const auto reader = must(catalogue::Reader::open(must(catalogue::CatalogueFile::open(fixture.kept().front().path))));
    CHECK(must(reader->record(fixture.row)).announcement.starred);
}

TEST_CASE("the backup of the day is made once, and when something changed", "[backups]")
{
    BackupsFixture fixture;
    auto *keeper = fixture.app.window().findChild<ui::BackupKeeper *>();
    REQUIRE(keeper);
    keeper->lookForDaily();
    REQUIRE(QTest::qWaitFor([&] { return fixture.kept().size() == 1; }));
    CHECK(fixture.kept().front().name.reason == catalogue::BackupReason::Daily);
    // Nothing is said of it.
    CHECK(fixture.app.window().findChild<ui::MessageBar *>()->text().isEmpty());
    fixture.setTitle(QStringLiteral("A"));
    // Closing waits for a look that is under way.
    keeper->lookForDaily();
    fixture.app.trigger("file.close");
    CHECK(QDir(fixture.backups).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("a backup of the day that fails is told once, with the cause", "[backups]")
{
    BackupsFixture fixture;
    REQUIRE(QDir(fixture.backups).removeRecursively());
    QFile inTheWay(fixture.backups);
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    auto *keeper = fixture.app.window().findChild<ui::BackupKeeper *>();
    keeper->lookForDaily();
    REQUIRE(fixture.says(QStringLiteral("The backup of the day was not made")));
    CHECK(fixture.says(fixture.backups));
    fixture.app.window().findChild<ui::MessageBar *>()->clear();
    keeper->lookForDaily();
    fixture.app.trigger("file.backup"); // waits for the look, and tells each time
    REQUIRE(fixture.says(QStringLiteral("No backup was made")));
}

TEST_CASE("a backup is restored with three clicks, and what was there is kept", "[backups]")
{
    BackupsFixture fixture;
    const QString before = fixture.title();
    fixture.app.trigger("file.backup");
    REQUIRE(fixture.says(QStringLiteral("Backed up as ")));
    fixture.setTitle(QStringLiteral("Later"));
    fixture.restore([](ui::RestoreDialog &dialog) {
        const auto *list = dialog.findChild<QTreeWidget *>();
        REQUIRE(list->topLevelItemCount() == 1);
        CHECK(list->currentItem()->text(2) == QStringLiteral("332"));
        press(dialog, "restoreBackup");
    });
    REQUIRE(fixture.says(QStringLiteral("What was there is kept as ")));
    CHECK(fixture.app.dialogs().questions.size() == 1);
    REQUIRE(fixture.app.waitForRows(332));
    CHECK(fixture.app.window().isEnabled());
    CHECK(fixture.app.workspace().file().path() == fixture.file.path());
    CHECK(fixture.title() == before);
    CHECK(fixture.app.workspace().history().undoLabel.isNull());
    REQUIRE(fixture.kept().size() == 2);

    // And back, with the file that was kept.
    fixture.app.dialogs().file = fixture.kept().front().path;
    fixture.restore([](ui::RestoreDialog &dialog) { press(dialog, "otherBackup"); });
    REQUIRE(fixture.says(QStringLiteral("What was there is kept as ")));
    CHECK(fixture.title() == QStringLiteral("Later"));
}

TEST_CASE("without backups the dialog says when one is made, and offers another file", "[backups]")
{
    BackupsFixture fixture;
    fixture.setTitle(QStringLiteral("Mine"));
    fixture.restore([&](ui::RestoreDialog &dialog) {
        CHECK(dialog.findChild<QLabel *>(QStringLiteral("noBackups"))->text().contains(fixture.backups));
        CHECK_FALSE(dialog.findChild<QPushButton *>(QStringLiteral("restoreBackup"))->isEnabled());
    });
    // Asked once more, and left as it is.
    fixture.app.dialogs().file = fixture.file.beside(QStringLiteral("nothing.waic"));
    fixture.app.dialogs().confirms = false;
    fixture.restore([](ui::RestoreDialog &dialog) { press(dialog, "otherBackup"); });
    CHECK(fixture.app.dialogs().questions.size() == 1);
    CHECK(fixture.app.workspace().isOpen());
    // A file that is none leaves the catalogue open as it was.
    fixture.app.dialogs().confirms = true;
    fixture.restore([](ui::RestoreDialog &dialog) { press(dialog, "otherBackup"); });
    REQUIRE(fixture.says(QStringLiteral("Nothing was restored")));
    REQUIRE(fixture.app.waitForRows(332));
    CHECK(fixture.title() == QStringLiteral("Mine"));
    fixture.app.dialogs().file = fixture.file.path();
    fixture.restore([](ui::RestoreDialog &dialog) { press(dialog, "otherBackup"); });
    CHECK(fixture.says(QStringLiteral("the catalogue itself")));
}
