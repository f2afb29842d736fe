// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"

#include "ui/editing/change_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace waic;
using namespace waic::tests;

namespace {

struct Window
{
    TemporaryCatalogue file;
    AppFixture app{file.path()};
    ui::ChangeDialog *dialog = nullptr;

    void open(const char *command)
    {
        app.trigger(command);
        dialog = app.window().findChild<ui::ChangeDialog *>();
        REQUIRE(dialog);
    }
    template <typename Widget>
    Widget &find(const char *name)
    {
        auto *found = dialog->findChild<Widget *>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    void choose(const char *box, const QString &words)
    {
        auto &found = find<QComboBox>(box);
        REQUIRE(found.findText(words) >= 0);
        found.setCurrentIndex(found.findText(words));
    }
    void type(const QString &text) { find<QComboBox>("changeText").setEditText(text); }
    bool notes(const QString &words)
    {
        return QTest::qWaitFor([&] { return find<QLabel>("changeNote").text() == words; });
    }
    QAbstractItemModel &preview() { return *find<QTableView>("changePreview").model(); }
};

} // namespace

TEST_CASE("a tag is added to all that is shown, listed before and undone as one", "[many]")
{
    Window window;
    const int all = window.app.total();
    window.open("edit.many");
    window.choose("changeKind", QStringLiteral("Add a tag"));
    CHECK(window.notes(QStringLiteral("Type or choose a name.")));
    window.type(QStringLiteral("seen by me"));
    window.find<QRadioButton>("scopeShown").setChecked(true);
    REQUIRE(window.notes(QStringLiteral("%1 announcements change").arg(all)));
    CHECK(window.preview().rowCount() == all);
    CHECK(window.preview().index(0, 2).data().toString() == QStringLiteral("seen by me"));
    window.dialog->accept();
    REQUIRE(window.app.waitForStep());
    CHECK(window.app.record(window.app.workspace().answer().ids.front()).tags.contains(QStringLiteral("seen by me")));
    CHECK(window.app.workspace().history().undoLabel == QStringLiteral("Add the tag “seen by me” to %1 announcements").arg(all));
    window.app.trigger("edit.undo");
    REQUIRE(window.app.waitForStep());
    CHECK_FALSE(window.app.record(window.app.workspace().answer().ids.front()).tags.contains(QStringLiteral("seen by me")));
}

TEST_CASE("text is replaced as whole words and by case, and each change can be seen before", "[many]")
{
    Window window;
    window.open("edit.replace");
    window.find<QRadioButton>("scopeShown").setChecked(true);
    window.choose("changeField", QStringLiteral("Title"));
    window.type(QStringLiteral("ai"));
    REQUIRE(QTest::qWaitFor([&] { return window.preview().rowCount() > 0; }));
    const int anywhere = window.preview().rowCount();
    window.find<QCheckBox>("wholeWords").setChecked(true);
    REQUIRE(QTest::qWaitFor([&] { return window.preview().rowCount() > 0 && window.preview().rowCount() < anywhere; }));
    window.find<QCheckBox>("matchCase").setChecked(true);
    window.type(QStringLiteral("aI"));
    REQUIRE(QTest::qWaitFor([&] { return window.preview().rowCount() == 0; }));
    window.type(QStringLiteral("AI"));
    window.find<QLineEdit>("changeReplacement").setText(QStringLiteral("A.I. \\1"));
    REQUIRE(QTest::qWaitFor([&] { return window.preview().rowCount() > 0; }));
    CHECK(window.preview().index(0, 2).data().toString().contains(QStringLiteral("A.I. \\1")));
    window.dialog->accept();
    REQUIRE(window.app.waitForStep());
    CHECK(window.app.workspace().history().undoLabel.startsWith(QStringLiteral("Replace “AI” in title of ")));
}

TEST_CASE("a value that the field does not allow is said and cannot be applied", "[many]")
{
    Window window;
    window.open("edit.many");
    window.choose("changeField", QStringLiteral("Date"));
    window.type(QStringLiteral("yesterday"));
    REQUIRE(QTest::qWaitFor([&] { return window.find<QLabel>("changeNote").text().contains(QStringLiteral("yesterday")); }));
    window.dialog->accept();
    CHECK(window.dialog->isVisible());
    window.type(QStringLiteral("2025-07"));
    REQUIRE(QTest::qWaitFor([&] { return window.find<QLabel>("changeNote").text().contains(QStringLiteral("change")); }));
    window.choose("changeKind", QStringLiteral("Remove a tag"));
    window.type(QStringLiteral("no such tag"));
    REQUIRE(window.notes(QStringLiteral("there is no tag “no such tag”")));
}

TEST_CASE("verification is set for the selection, and a record is duplicated", "[many]")
{
    Window window;
    const catalogue::RowId row = window.app.workspace().current();
    window.app.trigger("record.disputed");
    REQUIRE(window.app.waitForStep());
    CHECK(window.app.record(row).announcement.verification == QStringLiteral("disputed"));
    const int total = window.app.total();
    const QString title = window.app.record(row).announcement.title;
    window.app.trigger("record.duplicate");
    REQUIRE(window.app.waitForStep());
    REQUIRE(window.app.waitForRows(total + 1));
    REQUIRE(QTest::qWaitFor([&] { return window.app.workspace().current() != row; }));
    const catalogue::Record copy = window.app.record(window.app.workspace().current());
    CHECK(copy.announcement.title == QStringLiteral("Copy of ") + title);
    CHECK(copy.claims.size() == window.app.record(row).claims.size());
}
