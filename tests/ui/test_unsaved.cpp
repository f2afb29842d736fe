// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/edit.h"
#include "catalogue/reader.h"
#include "support/app_fixture.h"
#include "ui/chart/chart_pane.h"
#include "ui/message_bar.h"
#include "ui/status_line.h"

#include <QFile>
#include <QLabel>
#include <QToolButton>

#include <span>

using namespace waic;
using namespace waic::tests;

namespace {

/// The application on a file that can be taken away and put back.
struct UnsavedFixture
{
    TemporaryCatalogue file;
    AppFixture app{file.path()};
    const QString away = file.beside(QStringLiteral("away.waic"));
    const catalogue::RowId row = app.workspace().answer().ids.front();

    UnsavedFixture()
    {
        // A chart that is read while the file is away tells of that too, in the place of what is looked for here.
        REQUIRE(QTest::qWaitFor([this] { return app.window().charts().data().has_value(); }));
    }
    void takeAway() { REQUIRE(QFile::rename(file.path(), away)); }
    void putBack() { REQUIRE(QFile::rename(away, file.path())); }
    void setTitle(const QString &title)
    {
        app.workspace().apply(
            catalogue::setField(*catalogue::findField(catalogue::Entity::Announcement, u"title"), std::span(&row, 1), title));
    }
    ui::MessageBar &bar() { return *app.window().findChild<ui::MessageBar *>(); }
    bool says(const QString &text)
    {
        const bool said = QTest::qWaitFor([&] { return bar().text().contains(text); });
        UNSCOPED_INFO("the bar says: " << bar().text().toStdString());
        return said;
    }
    QToolButton *button(const QString &words)
    {
        for (auto *each : bar().findChildren<QToolButton *>())
            if (each->isVisible() && each->text() == words)
                return each;
        return nullptr;
    }
    void press(const QString &words)
    {
        INFO(words.toStdString() << " at: " << bar().text().toStdString());
        QToolButton *pressed = button(words);
        REQUIRE(pressed);
        // As a person without a mouse does.
        pressed->setFocus(Qt::TabFocusReason);
        REQUIRE(pressed->hasFocus());
        QTest::keyClick(pressed, Qt::Key_Space);
    }
    int unsaved() { return app.workspace().unsaved().count(); }
};

const QString kTryAgain = QStringLiteral("&Try Again");
const QString kSaveCopy = QString::fromUtf8("&Save a Copy…");

} // namespace

TEST_CASE("an edit that cannot be written is kept, and saved when it is tried again", "[unsaved]")
{
    UnsavedFixture fixture;
    fixture.takeAway();
    fixture.setTitle(QStringLiteral("Kept one"));
    REQUIRE(fixture.says(QStringLiteral("kept here")));
    CHECK(fixture.bar().text().contains(fixture.file.path()));
    CHECK(fixture.bar().text().contains(QStringLiteral("deleted, moved or replaced")));
    CHECK_FALSE(fixture.button(QStringLiteral("Dismiss")));
    // As often as wanted.
    fixture.press(kTryAgain);
    REQUIRE(QTest::qWaitFor([&] { return fixture.unsaved() == 1; }));
    fixture.putBack();
    fixture.press(kTryAgain);
    REQUIRE(fixture.says(QStringLiteral("Saved")));
    CHECK(fixture.unsaved() == 0);
    CHECK(fixture.app.record(fixture.row).announcement.title == QStringLiteral("Kept one"));
    CHECK_FALSE(fixture.button(kTryAgain));
}

TEST_CASE("edits after one that is kept wait behind it, and are written in their order", "[unsaved]")
{
    UnsavedFixture fixture;
    fixture.takeAway();
    for (const char *title : {"A", "B"})
        fixture.setTitle(QString::fromLatin1(title));
    REQUIRE(QTest::qWaitFor([&] { return fixture.unsaved() == 2; }));
    fixture.setTitle(QStringLiteral("C"));
    REQUIRE(QTest::qWaitFor([&] { return fixture.unsaved() == 3; }));
    // A pane that still holds its text hands it in again when it is left.
    fixture.setTitle(QStringLiteral("C"));
    REQUIRE(QTest::qWaitFor([&] { return fixture.unsaved() == 3; }));
    // The catalogue is read and asked meanwhile, and other messages come and go.
    fixture.app.workspace().report({ErrorKind::BadInput, QStringLiteral("something else"), {}, {}});
    CHECK(fixture.bar().text().startsWith(QStringLiteral("something else")));
    fixture.press(QStringLiteral("Dismiss"));
    CHECK(fixture.says(QStringLiteral("kept here")));
    fixture.putBack();
    QSignalSpy committed(&fixture.app.workspace(), &ui::Workspace::committed);
    fixture.setTitle(QStringLiteral("D"));
    REQUIRE(QTest::qWaitFor([&] { return committed.size() == 4; }));
    CHECK(fixture.app.record(fixture.row).announcement.title == QStringLiteral("D"));
    for (const char *title : {"C", "B", "A"}) {
        fixture.app.trigger("edit.undo");
        REQUIRE(fixture.app.waitForStep());
        CHECK(fixture.app.record(fixture.row).announcement.title == QString::fromLatin1(title));
    }
}

TEST_CASE("a copy of a file that was deleted meanwhile has the edits that could not be written", "[unsaved]")
{
    UnsavedFixture fixture;
    fixture.setTitle(QStringLiteral("Before"));
    REQUIRE(fixture.app.waitForStep());
    const bool replaced = GENERATE(false, true);
    REQUIRE(QFile::remove(fixture.file.path()));
    if (replaced)
        must(catalogue::createCatalogue(fixture.file.path(), {}, true));
    fixture.setTitle(QStringLiteral("A"));
    fixture.setTitle(QStringLiteral("B"));
    REQUIRE(QTest::qWaitFor([&] { return fixture.unsaved() == 2; }));
    const QString copy = fixture.file.beside(QStringLiteral("copy.waic"));
    fixture.app.dialogs().file = copy;
    fixture.press(kSaveCopy);
    REQUIRE(fixture.says(QStringLiteral("copy.waic")));
    CHECK(fixture.unsaved() == 0);
    CHECK_FALSE(fixture.button(kTryAgain));
    REQUIRE(fixture.button(QStringLiteral("&Open the Copy")));
    fixture.press(QStringLiteral("&Open the Copy"));
    REQUIRE(fixture.app.waitForRows(332));
    CHECK(fixture.app.dialogs().questions.isEmpty());
    CHECK(fixture.app.workspace().file().path() == copy);
    CHECK(fixture.app.record(fixture.row).announcement.title == QStringLiteral("B"));
    for (const char *title : {"A", "Before"}) {
        REQUIRE(QTest::qWaitFor([&] { return !fixture.app.workspace().history().undoLabel.isNull(); }));
        fixture.app.trigger("edit.undo");
        REQUIRE(fixture.app.waitForStep());
        CHECK(fixture.app.record(fixture.row).announcement.title == QString::fromLatin1(title));
    }
}

TEST_CASE("edits stay kept when the copy that should have them fails", "[unsaved]")
{
    UnsavedFixture fixture;
    fixture.takeAway();
    fixture.setTitle(QStringLiteral("A"));
    REQUIRE(QTest::qWaitFor([&] { return fixture.unsaved() == 1; }));
    fixture.app.dialogs().file = fixture.file.beside(QStringLiteral("no/such/copy.waic"));
    fixture.press(kSaveCopy);
    REQUIRE(fixture.says(QStringLiteral("The copy was not saved")));
    CHECK(fixture.unsaved() == 1);
    fixture.press(QStringLiteral("Dismiss"));
    fixture.putBack();
    fixture.press(kTryAgain);
    REQUIRE(fixture.says(QStringLiteral("Saved")));
    CHECK(fixture.app.record(fixture.row).announcement.title == QStringLiteral("A"));
}

TEST_CASE("who leaves with edits that are kept is asked, and stays with them", "[unsaved]")
{
    UnsavedFixture fixture;
    fixture.takeAway();
    fixture.setTitle(QStringLiteral("A"));
    fixture.setTitle(QStringLiteral("B"));
    fixture.app.dialogs().confirms = false;
    CHECK_FALSE(fixture.app.window().close());
    fixture.app.trigger("file.close");
    CHECK(fixture.app.workspace().isOpen());
    REQUIRE(fixture.app.dialogs().questions.size() == 2);
    CHECK(fixture.app.dialogs().questions.front().contains(QStringLiteral("not saved")));
    CHECK(fixture.unsaved() == 2);
    fixture.app.dialogs().confirms = true;
    fixture.app.trigger("file.close");
    CHECK_FALSE(fixture.app.workspace().isOpen());
    CHECK(fixture.unsaved() == 0);
    CHECK(fixture.bar().text().isEmpty());
}

TEST_CASE("an undo that cannot be written can be tried again from its message", "[unsaved]")
{
    UnsavedFixture fixture;
    const QString before = fixture.app.record(fixture.row).announcement.title;
    fixture.setTitle(QStringLiteral("A"));
    REQUIRE(fixture.app.waitForStep());
    REQUIRE(QTest::qWaitFor([&] { return !fixture.app.workspace().isSaving(); }));
    fixture.takeAway();
    fixture.app.trigger("edit.undo");
    REQUIRE(fixture.says(QStringLiteral("Not undone")));
    CHECK(fixture.unsaved() == 0);
    fixture.putBack();
    fixture.press(kTryAgain);
    REQUIRE(fixture.app.waitForStep());
    CHECK(fixture.app.record(fixture.row).announcement.title == before);
}

TEST_CASE("text typed into a cell stays there while it cannot be written", "[unsaved]")
{
    UnsavedFixture fixture;
    fixture.app.trigger("view.gotable");
    fixture.takeAway();
    fixture.app.key(Qt::Key_F2);
    REQUIRE(QTest::qWaitFor([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
    const QModelIndex cell = fixture.app.table().currentIndex();
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
    fixture.app.keys(QStringLiteral("Typed text"));
    fixture.app.key(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return fixture.unsaved() == 1; }));
    CHECK(cell.data().toString() == QStringLiteral("Typed text"));
    fixture.putBack();
    fixture.press(kTryAgain);
    REQUIRE(fixture.says(QStringLiteral("Saved")));
    CHECK(cell.data().toString() == QStringLiteral("Typed text"));
}
